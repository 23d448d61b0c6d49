/** Which kinds of cells can be a value of which kinds of fields: one table. */
import type { FieldKind } from './fields.js';
import type { Cell } from './sourceRow.js';

/** The kinds of cells whose text alone would mislead. */
export type CellKind = Exclude<Cell, string>['kind'];

/** A plain text cell, or what a person typed, is judged by its text alone. */
type OtherKind = Exclude<CellKind, 'typed' | 'secret'>;

/**
 * `text`: its text is the value. `digits`: so are its digits, if a spreadsheet cannot have made them of another
 * code. `numeric`: a number that may have been another code. `refused`: no value of such a field.
 */
export type CellReading = 'text' | 'digits' | 'numeric' | 'refused';

type Readings = Readonly<Record<OtherKind, CellReading>>;

const NOTHING: Readings = {
  number: 'refused',
  decimal: 'refused',
  formatted: 'refused',
  date: 'refused',
  boolean: 'refused',
  error: 'refused',
};

const CODE: Readings = { ...NOTHING, number: 'digits', decimal: 'numeric', formatted: 'numeric' };

const READINGS: Readonly<Record<FieldKind, Readings>> = {
  userCode: CODE,
  personCode: CODE,
  groupCode: CODE,
  text: { ...NOTHING, number: 'text', decimal: 'text', date: 'text' },
  name: { ...NOTHING, number: 'text', decimal: 'text' },
  email: { ...NOTHING, number: 'text' },
  upn: { ...NOTHING, number: 'text' },
  mutationCode: { ...NOTHING, number: 'text' },
  yesNo: { ...NOTHING, number: 'text', boolean: 'text' },
  siteLanguage: { ...NOTHING, number: 'text' },
  secret: NOTHING,
};

/** How a cell of a kind is read for a field of a kind. */
export function readingOf(field: FieldKind, cell: CellKind | undefined): CellReading {
  return cell === undefined || cell === 'typed' || cell === 'secret' ? 'text' : READINGS[field][cell];
}
