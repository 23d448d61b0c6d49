/** A list to pick from: what is typed leaves the options that have it. Pure. */
import { sayRef } from '../../presentation/theme.js';
import type { Language } from '../../language/text.js';
import { clampCursor } from '../table/window.js';
import type { PickOption, PickOverlay } from './wizard.js';

export function optionLabel({ label }: PickOption, language: Language): string {
  return typeof label === 'string' ? label : sayRef({ language }, label);
}

/** The options that have what was typed, in their name or in what is told of them; those that begin so come first. */
export function optionsShown({ options, filter = '' }: PickOverlay, language: Language): readonly PickOption[] {
  const looked = filter.toLowerCase();
  if (looked === '') return options;
  const name = (option: PickOption): string => optionLabel(option, language).toLowerCase();
  const having = options.filter(
    (option) => name(option).includes(looked) || option.hint.toLowerCase().includes(looked),
  );
  const begins = (option: PickOption): boolean => name(option).startsWith(looked);
  return [...having.filter(begins), ...having.filter((option) => !begins(option))];
}

export function filtered(pick: PickOverlay, filter: string): PickOverlay {
  return { ...pick, filter, cursor: 0 };
}

export function cursorAt(pick: PickOverlay, cursor: number, language: Language): PickOverlay {
  return { ...pick, cursor: clampCursor(cursor, optionsShown(pick, language).length) };
}
