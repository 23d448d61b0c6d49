/**
 * The one oracle: a row that is done holds only what a careful person sees in the source; else it carries an
 * error, or the file is refused.
 */
import type { FieldId } from '../../src/domain/fields.js';
import { readYesNo } from '../../src/domain/readValue.js';
import { normaliseText } from '../../src/domain/sourceRow.js';
import type { Case, SeenRow, SeenValue } from './case.js';
import { PARTICIPANT, type Reading, type ReadRow } from './workplace.js';

export interface Verdict {
  readonly right: number;
  readonly told: number;
  /** A line for each value or row that is wrong without a word. */
  readonly silent: readonly string[];
  /** What is told of rows: error codes, or why the file was refused. */
  readonly alarms: readonly string[];
  /** Rows that are done with a warning on their text. */
  readonly warned: number;
}

/** Warnings that say how a text looks, not what the row does. */
const TEXT_WARNINGS: readonly string[] = [
  'TEXT_ESCAPED',
  'UPN_SHAPE',
  'USER_LOOKALIKE',
  'VALUE_EMPTY_WORD',
  'TEXT_DAMAGED',
];

export function judge(one: Case, reading: Reading): Verdict {
  if ('refused' in reading)
    return { right: 0, told: Math.max(1, one.seen.length), silent: [], alarms: [reading.refused], warned: 0 };
  const left = [...one.seen];
  const silent: string[] = [];
  const alarms: string[] = [];
  let right = 0;
  let warned = 0;
  const rejected: ReadRow[] = [];
  for (const row of reading.rows) {
    if (row.held === null) {
      rejected.push(row);
      alarms.push(
        `row ${row.planned.row} ${row.cells.join(' | ')}: ${row.planned.messages.map(({ code }) => code).join()}`,
      );
      continue;
    }
    const found = closest(row, left, reading.guessed);
    if (found === undefined) {
      silent.push(`row ${row.planned.row}: nobody sees ${quoted(row.planned.user)}`);
      continue;
    }
    left.splice(left.indexOf(found.seen), 1);
    if (found.wrong.length === 0) right++;
    silent.push(...found.wrong);
    if (row.planned.messages.some(({ code }) => TEXT_WARNINGS.includes(code))) warned++;
  }
  const lost = left.filter((seen) => !seen.optional && !rejected.some((row) => names(row, seen)));
  if (lost.length > rejected.length) silent.push(`${lost.length - rejected.length} rows are not read`);
  return { right, told: rejected.length, silent, alarms, warned };
}

/** Whether a row that is told holds what is seen as another: rows that ran into each other are told as one. */
function names({ cells }: ReadRow, { values: { user } }: SeenRow): boolean {
  return typeof user === 'string' && cells.some((cell) => cell.includes(user));
}

/** The seen row that a row is: one of its user, of several the one that it has most in common with. */
function closest(
  row: ReadRow,
  seen: readonly SeenRow[],
  guessed: boolean,
): { seen: SeenRow; wrong: string[] } | undefined {
  const codes = row.planned.messages.map(({ code }): string => code);
  return seen
    .filter(({ values }) => holds('user', row.held?.user, values.user, { codes, guessed }))
    .map((one) => ({ seen: one, wrong: wrongIn(row, one, { codes, guessed }) }))
    .sort((a, b) => a.wrong.length - b.wrong.length)[0];
}

/** What is told beside the value. */
interface Told {
  readonly codes: readonly string[];
  readonly guessed: boolean;
}

function wrongIn({ held, planned, cells }: ReadRow, seen: SeenRow, told: Told): string[] {
  const wrong = (Object.entries(seen.values) as [FieldId, SeenValue][])
    .filter(([field, value]) => !holds(field, held?.[field], value, told))
    .map(([field, value]) => `row ${planned.row} ${field}: ${quoted(held?.[field]?.[0])}, seen ${quoted(value)}`);
  const expected = seen.cells ?? [];
  for (let at = 0; at < expected.length; at++)
    if (normaliseText(cells[at] ?? '') !== normaliseText(expected[at] ?? ''))
      wrong.push(`row ${planned.row} cell ${at + 1}: ${quoted(cells[at] ?? '')}, seen ${quoted(expected[at] ?? '')}`);
  return wrong;
}

function holds(field: FieldId, held: readonly string[] = [], seen: SeenValue | undefined, told: Told): boolean {
  const holdsOne = (value: string): boolean => held.some((text) => same(field, text, value));
  if (seen === undefined) return true;
  if (seen === null) return false;
  if (typeof seen === 'string') return holdsOne(seen);
  if ('anyOf' in seen) return seen.anyOf.some((value) => holds(field, held, value, told));
  if ('guessed' in seen) return told.guessed && holdsOne(seen.guessed);
  return holdsOne(seen.value) && seen.told.some((code) => told.codes.includes(code));
}

/** Codes are compared as Instroom compares them: with the participant number, and without regard to case. */
function same(field: FieldId, held: string, seen: string): boolean {
  if (held === seen) return true;
  if (field === 'user' || field === 'newUser')
    return seen !== '' && [seen, `${PARTICIPANT}.${seen}`].some((code) => code.toLowerCase() === held.toLowerCase());
  if (field === 'group' || field === 'person') return held.toLowerCase() === seen.toLowerCase();
  if (held === 'true' || held === 'false') return readYesNo(seen) === (held === 'true');
  return field === 'mutationCode' && held === '' && seen === '0';
}

/** Text with what cannot be seen written out. */
function quoted(value: SeenValue | undefined): string {
  return JSON.stringify(value ?? null).replace(
    /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u00a0]/gu,
    (mark) => `<U+${mark.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
