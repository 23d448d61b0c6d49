/** Values that are made of what the file has: composed of columns, or looked up in a list. */
import type { CellKind } from './cellKinds.js';
import { composedText, type Composed, type Doubt } from './composed.js';
import { damageFault } from './damageFault.js';
import { fieldOf, isFieldId, type FieldId, type FieldKind } from './fields.js';
import { message, type Message } from './messages.js';
import type { PlannedRow } from './plannedRow.js';
import type { FieldSource, Mapping } from './settings.js';
import { cellText, normaliseText, type Cell } from './sourceRow.js';

/** What the file holds for a field whose value is made of it, and what became of it. */
export interface MadeValue {
  readonly field: FieldId;
  /** Composed of columns, or looked up in a list; `fixed` has no columns. */
  readonly how: 'composed' | 'list' | 'fixed';
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

/** The fields that a row changes and of which all rows have one value; a password is told nowhere. */
export function fixedValues(mapping: Mapping, { changes, groups }: PlannedRow): readonly MadeValue[] {
  const changed = new Set<string>(changes.flatMap(({ fields }) => fields.map(([field]) => field)));
  if (groups.added.length > 0) changed.add('group');
  return Object.entries(mapping).flatMap(([id, source]): MadeValue[] =>
    source.kind === 'fixed' && isFieldId(id) && changed.has(id) && fieldOf(id).kind !== 'secret'
      ? [{ field: id, how: 'fixed', columns: [], value: source.value }]
      : [],
  );
}

export function isFromRow(source: FieldSource | undefined): boolean {
  return source !== undefined && source.kind !== 'fixed';
}

export function columnsOf(source: MadeSource): readonly { readonly index: number; readonly header: string }[] {
  return source.kind === 'column' ? [source] : source.parts.flatMap((part) => (typeof part === 'string' ? [] : [part]));
}

/** What a row holds for such a source, and what becomes of it; undefined where that is its cell as it is. */
export function madeValue(source: MadeSource, field: FieldId, cells: readonly Cell[]): MadeValue | undefined {
  const columns = columnsOf(source).map(({ index, header }) => ({
    header,
    text: normaliseText(cellText(cells[index])),
  }));
  const { text } = madeText(source, field, cells);
  if (source.kind === 'column' && columns[0]?.text === text) return undefined;
  return { field, how: source.kind === 'composed' ? 'composed' : 'list', columns, value: text };
}

interface MadeText {
  readonly text: string;
  readonly kind?: CellKind;
  readonly fault?: Message;
}

/**
 * What stands in a list is what a person wrote there, so no sign of damage. What somebody typed over a cell may be what a listed
 * value becomes: that is not looked up once more.
 */
export function madeText(source: MadeSource, field: FieldId, cells: readonly Cell[]): MadeText {
  const made = source.kind === 'composed' ? composedText(source.parts, cells) : ofColumn(source.index, field, cells);
  const { text, kind, empty, doubtful } = made;
  if (doubtful) return { text: '', fault: doubtMessage(field, doubtful) };
  if (empty !== undefined) return { text: '', fault: message('COMPOSED_EMPTY', field, { column: empty }) };
  const plain = { text, ...(kind !== undefined && { kind }) };
  const { values = {} } = source;
  if (kind === 'typed' && Object.values(values).includes(text)) return plain;
  if (Object.hasOwn(values, text)) return { text: normaliseText(values[text] ?? ''), kind: 'typed' };
  if (source.valuesOnly !== true || text === '') return plain;
  return { ...plain, fault: message('VALUE_UNMAPPED', field, { value: text }) };
}

function doubtMessage(field: FieldId, { text, why }: Doubt): Message {
  if (why === 'word') return message('VALUE_EMPTY_WORD', field, { value: text });
  const damage = why === 'damage' ? damageFault(field, text, false) : undefined;
  return damage ?? message('VALUE_INVALID', field, { value: text, cell: why });
}

function ofColumn(index: number, field: FieldId, cells: readonly Cell[]): Composed {
  const cell = cells[index];
  const text = normaliseText(cellText(cell));
  return {
    text: OF_NUMBERS.has(fieldOf(field).kind) ? wholeNumber(text) : text,
    ...(typeof cell === 'object' && { kind: cell.kind }),
  };
}
