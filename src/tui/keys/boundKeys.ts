/** The keys that are listened to now: of what lies over the step, of what is worked on, or of the step. Pure. */
import type { Language } from '../../language/text.js';
import { isTooSmall } from '../shell/layout.js';
import { definitionOf, type Binding, type Change, type KeyGroup, type Wizard } from '../shell/wizard.js';
import { editKeys, EVERYWHERE, listKeys, WAITING } from './commonKeys.js';
import { keyName, SPACE } from './keyName.js';
import { OVERLAY_GROUPS } from './overlayKeys.js';

/** A binding with the keys that it has here: a key has one meaning, of whatever is nearest. */
export interface BoundKey {
  readonly binding: Binding;
  readonly keys: readonly string[];
  /** Why it does nothing now; undefined where it works. */
  readonly disabledReason: string | undefined;
  readonly run: () => Change;
}

/** What the keys are about, and the bindings of that. */
interface Focus {
  readonly subject: unknown;
  readonly bindings: readonly Binding[];
  /** Characters are text, not keys. */
  readonly typing: boolean;
}

function focusOf(wizard: Wizard): Focus {
  const { step, overlay, busy, size } = wizard;
  const focus = overlay
    ? focusOn(overlay, OVERLAY_GROUPS[overlay.kind].bindings, overlay.kind === 'prompt' || overlay.kind === 'pick')
    : busy
      ? focusOn(step, WAITING, false)
      : stepFocus(wizard);
  if (!isTooSmall(size)) return focus;
  return focusOn(
    focus.subject,
    focus.bindings.filter(({ blind }) => blind),
    false,
  );
}

function focusOn(subject: unknown, bindings: readonly Binding[], typing: boolean): Focus {
  return { subject, bindings, typing };
}

function stepFocus(wizard: Wizard): Focus {
  const { step } = wizard;
  const group = groupOf(wizard);
  if (!group || group.alone) return focusOn(step, group?.bindings ?? [], false);
  const { bindings, move, edit } = group;
  const moves = move ? listKeys(move) : [];
  const edits = edit ? editKeys(edit) : [];
  return focusOn(step, [...bindings, ...moves, ...EVERYWHERE, ...edits], edit !== undefined);
}

function groupOf(wizard: Wizard): KeyGroup | undefined {
  const { keys } = definitionOf(wizard, wizard.step.at);
  return keys.find(({ applies }) => applies?.(wizard.step) ?? true);
}

export function isTyping(wizard: Wizard): boolean {
  return focusOf(wizard).typing;
}

function isCharacter(key: string): boolean {
  return [...key].length === 1 || key === SPACE;
}

/** All keys that are listened to, whether or not they do anything now. */
export function boundKeys(wizard: Wizard): readonly BoundKey[] {
  const { subject, bindings, typing } = focusOf(wizard);
  const taken = new Set<string>();
  return bindings.flatMap((binding): BoundKey[] => {
    const isKey = (key: string): boolean => !typing || !isCharacter(key) || binding.whileTyping?.(subject) === true;
    const keys = binding.keys.filter((key) => !taken.has(key) && isKey(key));
    if (keys.length === 0) return [];
    keys.forEach((key) => taken.add(key));
    const disabledReason = binding.disabled?.find(({ when }) => when(subject, wizard))?.reason[wizard.language];
    return [{ binding, keys, disabledReason, run: () => binding.run(subject, wizard) }];
  });
}

export interface ShownKey {
  readonly key: string;
  readonly label: string;
  readonly works: boolean;
  /** Shown also where there is no room for all. */
  readonly stays: boolean;
}

/** The keys that work now, for the footer, in its order. */
export function footerKeys(wizard: Wizard, unicode: boolean): readonly ShownKey[] {
  return boundKeys(wizard)
    .filter(({ binding, disabledReason }) => binding.footer !== undefined && disabledReason === undefined)
    .sort((a, b) => (a.binding.footer ?? 0) - (b.binding.footer ?? 0))
    .map((bound) => shown(bound, 1, wizard.language, unicode));
}

/** Every key that is listened to, for the help screen. */
export function helpKeys(wizard: Wizard, unicode: boolean): readonly ShownKey[] {
  return boundKeys(wizard).map((bound) => shown(bound, bound.keys.length, wizard.language, unicode));
}

function shown(
  { binding, keys, disabledReason }: BoundKey,
  most: number,
  language: Language,
  unicode: boolean,
): ShownKey {
  return {
    key: keys
      .slice(0, most)
      .map((key) => keyName(key, language, unicode))
      .join(' '),
    label: binding.label[language],
    works: disabledReason === undefined,
    stays: binding.stays === true,
  };
}
