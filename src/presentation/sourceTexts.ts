/** Where the values of a row come from, where that is not simply the cell of a column: what the file has, and what it becomes. */
import type { MendedCell } from '../application/rowsOfFile.js';
import type { MadeValue } from '../domain/madeValues.js';
import { fieldLabel, translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { valueText } from './values.js';

export interface RowSources {
  readonly made: readonly MadeValue[];
  readonly mended: readonly MendedCell[];
}

export interface SourceOptions {
  /** Which columns, and no text of them. */
  readonly withoutValues?: boolean;
  /** Who mended cells of the plan: which of them did it is not known. */
  readonly mendedBy?: readonly string[];
}

/** A text for each value that is composed, comes from a list, or is the same for all rows. */
export function madeTexts(
  language: Language,
  made: readonly MadeValue[],
  { withoutValues = false }: SourceOptions = {},
): readonly string[] {
  return made.map(({ field, how, columns, value }) => {
    const held = columns.map(({ header, text }) => (withoutValues ? header : `${header} ${valueText(language, text)}`));
    const label = fieldLabel(language, field);
    const told =
      how === 'fixed'
        ? translate(language, 'source.fixed', { field: label })
        : translate(language, `source.${how}`, { field: label, columns: held.join(', ') });
    if (withoutValues) return told;
    return `${told} ${how === 'fixed' ? '' : '→ '}${valueText(language, value)}`;
  });
}

/** A text for each cell that was mended. */
export function mendedTexts(
  language: Language,
  mended: readonly MendedCell[],
  { withoutValues = false, mendedBy = [] }: SourceOptions = {},
): readonly string[] {
  const who = new Intl.ListFormat(language, { type: 'disjunction' }).format(mendedBy);
  return mended.map(({ column, from, to }) => {
    const told =
      who === ''
        ? translate(language, 'source.mended', { column })
        : translate(language, 'source.mendedBy', { column, who });
    return withoutValues ? told : `${told}: ${valueText(language, from)} → ${valueText(language, to)}`;
  });
}
