/** Values that are made of what the file has: composed of columns, or looked up in a list. */
import type { CellKind } from './cellKinds.js';
import { composedText, type Composed } from './composed.js';
import { fieldOf, type FieldId, type FieldKind } from './fields.js';
import { message, type Message } from './messages.js';
import type { FieldSource } from './settings.js';
import { cellText, normaliseText, type Cell } from './sourceRow.js';

/** What the file holds for a field whose value is made of it, and what became of it. */
export interface MadeValue {
  readonly field: FieldId;
  readonly columns: readonly { readonly header: string; readonly text: string }[];
  readonly value: string;
}

/** Fields in which a number is a number: for them, `1.0` is the 1 that a program made a fraction. */
export const OF_NUMBERS: ReadonlySet<FieldKind> = new Set(['mutationCode', 'yesNo', 'siteLanguage']);

/** A whole number with nothing behind its point or comma, as that number. */
export function wholeNumber(text: string): string {
  return /^(\d+)[.,]0+$/u.exec(text)?.[1] ?? text;
}

export type MadeSource = Exclude<FieldSource, { readonly kind: 'fixed' }>;

/** The source of a value that is made; undefined for one that is what its cell or its setting says. */
export function madeFrom(source: FieldSource): MadeSource | undefined {
  if (source.kind === 'fixed') return undefined;
  const isListed = source.values !== undefined || source.valuesOnly === true;
  return source.kind === 'composed' || isListed ? source : undefined;
}

export function isFromRow(source: FieldSource | undefined): boolean {
  return source !== undefined && source.kind !== 'fixed';
}

export function columnsOf(source: MadeSource): readonly { readonly index: number; readonly header: string }[] {
  return source.kind === 'column' ? [source] : source.parts.flatMap((part) => (typeof part === 'string' ? [] : [part]));
}

interface MadeText {
  readonly text: string;
  readonly kind?: CellKind;
  readonly fault?: Message;
}

/** What stands in a list is what a person wrote there, so no sign of damage. */
export function madeText(source: MadeSource, field: FieldId, cells: readonly Cell[]): MadeText {
  const { text, kind, empty } =
    source.kind === 'composed' ? composedText(source.parts, cells) : ofColumn(source.index, field, cells);
  if (empty !== undefined) return { text: '', fault: message('COMPOSED_EMPTY', field, { column: empty }) };
  const listed = source.values && Object.hasOwn(source.values, text) ? source.values[text] : undefined;
  if (listed !== undefined) return { text: normaliseText(listed), kind: 'typed' };
  if (source.valuesOnly !== true || text === '') return { text, ...(kind !== undefined && { kind }) };
  return { text, ...(kind !== undefined && { kind }), fault: message('VALUE_UNMAPPED', field, { value: text }) };
}

function ofColumn(index: number, field: FieldId, cells: readonly Cell[]): Composed {
  const cell = cells[index];
  const text = normaliseText(cellText(cell));
  return {
    text: OF_NUMBERS.has(fieldOf(field).kind) ? wholeNumber(text) : text,
    ...(typeof cell === 'object' && { kind: cell.kind }),
  };
}
