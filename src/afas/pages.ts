/**
 * Rows of a connector, page by page. A page begins behind the key of the last row rather than at a number: rows that come
 * and go meanwhile move nobody who stays past a page.
 */
import { UserError } from '../application/userError.js';
import type { AfasClient } from './client.js';
import { listOf, partOf, textOf } from './json.js';

export type Row = Readonly<Record<string, unknown>>;

export interface Reading {
  readonly connector: string;
  /** The field, or both fields, that no two rows have the same of; in this order. */
  readonly keys: readonly [string] | readonly [string, string];
  /** How many fields a row has. */
  readonly columns: number;
  /** Goes on behind the first key: of rows that have it in common, those on a page are enough, and pages are small. */
  readonly distinct?: true;
  readonly signal?: AbortSignal | undefined;
}

/** AFAS asks for no more values in a page than this. */
const VALUES = 150_000;
const ROWS = 5000;
const ROWS_OF_DISTINCT = 1000;

type Condition = readonly [field: string, operator: number, value: string];
/** Conditions that hold together, in alternatives. */
type Filter = readonly (readonly Condition[])[];

const EQUAL = 1;
const GREATER = 4;
const NOT_EMPTY = 9;

/** Each row whose keys are there, at least once; the same key again stands beside it. Throws `UserError` of kind failure. */
export async function* pagesOf(client: AfasClient, reading: Reading): AsyncGenerator<readonly Row[]> {
  const { connector, keys } = reading;
  let last: readonly string[] | undefined;
  let next = pageAfter(client, reading, last);
  for (;;) {
    const rows = await next;
    const end = rows.at(-1);
    if (!end) return;
    const key = keys.map((field) => textOf(end[field]));
    // Whoever gives what stands before the key again would do so for ever.
    if (last && key.every((part, at) => part === last?.[at]))
      throw new UserError('failure', 'afas.noOrder', { connector });
    last = key;
    next = pageAfter(client, reading, last);
    // It is read while the page before it is worked on, which may end in another way.
    next.catch(() => undefined);
    yield rows.filter((row) => keys.every((field) => textOf(row[field]) !== ''));
  }
}

/** No page that is short ends the reading: who gives fewer rows than asked may have more. */
async function pageAfter(client: AfasClient, reading: Reading, last?: readonly string[]): Promise<readonly Row[]> {
  const { connector, keys, columns, distinct, signal } = reading;
  const most = Math.min(distinct ? ROWS_OF_DISTINCT : ROWS, Math.floor(VALUES / Math.max(1, columns)));
  const query = new URLSearchParams({
    skip: '0',
    take: String(Math.max(1, most)),
    orderbyfieldids: keys.join(','),
    ...(last && parametersOf(behind(reading, last))),
  });
  const json = await client.get(`connectors/${encodeURIComponent(connector)}?${query.toString()}`, connector, signal);
  const rows = listOf(partOf(json, 'rows'));
  if (!rows) throw new UserError('failure', 'afas.noRows', { connector });
  return rows as readonly Row[];
}

/** What is empty stands first. */
function behind({ keys, distinct }: Reading, last: readonly string[]): Filter {
  const [first, second] = keys;
  const [one = '', two = ''] = last;
  const further: Condition = one === '' ? [first, NOT_EMPTY, ''] : [first, GREATER, one];
  if (second === undefined || distinct || one === '') return [[further]];
  const within: Condition = two === '' ? [second, NOT_EMPTY, ''] : [second, GREATER, two];
  return [[[first, EQUAL, one], within], [further]];
}

/** A value with a sign of the short form in it can be written in the long one alone. */
function parametersOf(filter: Filter): Record<string, string> {
  if (filter.flat().some(([, , value]) => /[,;]/u.test(value)))
    return { filterjson: JSON.stringify(jsonFilter(filter)) };
  const listed = (part: 0 | 1 | 2): string =>
    filter.map((together) => together.map((condition) => String(condition[part])).join(',')).join(';');
  return { filterfieldids: listed(0), operatortypes: listed(1), filtervalues: listed(2) };
}

function jsonFilter(filter: Filter): object {
  const fields = (together: readonly Condition[]): object[] =>
    together.map(([field, operator, value]) => ({
      '@FieldId': field,
      '@OperatorType': String(operator),
      '#text': value,
    }));
  const filters = filter.map((together, at) => ({ '@FilterId': `Filter ${at + 1}`, Field: fields(together) }));
  return { Filters: { Filter: filters } };
}
