/** Reads the rows of plans: whole in chunks, or a page at a time. */
import type { PlannedSource, RowFilter, RowOrder } from '../../application/ports/planStore.js';
import { LAST_OF_FILE } from '../../domain/absent.js';
import type { TermValue } from '../../domain/filter/matchUser.js';
import type { MessageParams } from '../../domain/messages.js';
import { OUTCOMES, type Outcome } from '../../domain/outcomes.js';
import type { PlannedRow } from '../../domain/plannedRow.js';
import type { Connection } from '../connection/connection.js';
import type { Dialect } from '../dialect.js';
import { pages } from '../pages.js';
import { likeText, number, selectMany, selectOne, selectRows, type Binding } from '../rows.js';
import { int, reader, text, type Reader } from '../table.js';
import { markBit, PLANNED_ROW, PLANNED_SOURCE, plannedRowOf, plannedSourceOf } from './planRowRecords.js';
import { searchFor, searchForOne } from './searchText.js';

/** Rows at a time, where no number is given. */
export const CHUNK_ROWS = 2000;

/** What is asked of rows, with those that a filter finds as a JSON text of their numbers. */
export interface FoundRows extends Omit<RowFilter, 'where'> {
  readonly numbers?: string;
  /** Texts that one of their own is, or holds: all of them. */
  readonly texts?: readonly TermValue[];
}

export function conditionsOf(filter: FoundRows, dialect: Dialect): { sql: string; bindings: Binding[] } {
  const conditions: string[] = [];
  const bindings: Binding[] = [];
  const add = (sql: string, ...values: Binding[]): void => {
    conditions.push(` and ${sql}`);
    bindings.push(...values);
  };
  if (filter.numbers !== undefined) add(`row_no in ${dialect.numbers}`, filter.numbers);
  if (filter.rows !== undefined) add(`row_no in ${dialect.numbers}`, JSON.stringify(filter.rows));
  if (filter.outcome !== undefined) {
    const outcomes = [filter.outcome].flat();
    add(`outcome in (${outcomes.map(() => '?').join(', ') || 'null'})`, ...outcomes);
  }
  if (filter.code !== undefined) add('code = ?', filter.code);
  if (filter.message !== undefined) add('detail like ?', `%["${filter.message}",%`);
  if (filter.check !== undefined) add("detail like ? escape '\\'", `%${likeText(checkTold(filter.check))}%`);
  if (filter.kinds !== undefined) add(`kind in ${dialect.numbers}`, JSON.stringify(filter.kinds));
  if (filter.absent !== undefined) add(`row_no ${filter.absent ? '>' : '<='} ${LAST_OF_FILE}`);
  if (filter.mark !== undefined) add(`marks & ${markBit(filter.mark)} > 0`);
  if (filter.text !== undefined && filter.text !== '') {
    const { sql, pattern } = searchFor(filter.text);
    add(sql, pattern);
  }
  for (const text of filter.texts ?? []) {
    const { sql, pattern } = searchForOne(text);
    add(sql, pattern);
  }
  return { sql: conditions.join(''), bindings };
}

/** What the message of a check ends with as it is stored: no text of a row holds a quotation mark as it is. */
function checkTold(check: string): string {
  const params: MessageParams = { check };
  return `,null,${JSON.stringify(params).slice(0, -1)},`;
}

/** The rows of a plan in file order, in chunks. */
export async function* readRows(
  connection: Connection,
  plan: number,
  filter: FoundRows = {},
  chunkSize = CHUNK_ROWS,
): AsyncGenerator<PlannedRow[]> {
  const chunks = inChunks(connection, PLANNED_ROW, plan, filter, chunkSize, ({ row }) => row);
  for await (const chunk of chunks) yield chunk.map(plannedRowOf);
}

/** Rows with what they came from. */
export async function* readSources(
  connection: Connection,
  plan: number,
  filter: FoundRows,
  chunkSize = CHUNK_ROWS,
): AsyncGenerator<PlannedSource[]> {
  const chunks = inChunks(connection, PLANNED_SOURCE, plan, filter, chunkSize, ({ source }) => source.row);
  for await (const chunk of chunks) yield chunk.map(plannedSourceOf);
}

function inChunks<Row>(
  connection: Connection,
  columns: Reader<Row>,
  plan: number,
  filter: FoundRows,
  size: number,
  numberOf: (row: Row) => number,
): AsyncGenerator<readonly Row[]> {
  const { sql, bindings } = conditionsOf(filter, connection.dialect);
  return pages({
    key: ['row_no'],
    keyOf: (row) => [numberOf(row)],
    size,
    read: (after, order, from) =>
      selectRows(connection, columns, `from plan_rows where plan_id = ?${sql} and ${after} ${order}`, [
        plan,
        ...bindings,
        ...from,
      ]),
  });
}

/** As one JSON text: an object for each of a hundred thousand rows takes five times as long. */
export async function readRowNumbers(
  connection: Connection,
  plan: number,
  filter: FoundRows,
  order: RowOrder = 'row',
): Promise<Uint32Array> {
  const { knex, dialect } = connection;
  const { sql, bindings } = conditionsOf(filter, dialect);
  const sorted = order === 'user' ? 'lower(user_code), row_no' : 'row_no';
  const lists = [`${dialect.list('row_no')} as numbers`];
  if (order === 'outcome') lists.push(`${dialect.list('outcome')} as outcomes`);
  const found = await selectOne<{ numbers: string; outcomes?: string }>(
    knex,
    `select ${lists.join(', ')}
     from (select row_no, outcome from plan_rows where plan_id = ?${sql} order by ${sorted}) found`,
    [plan, ...bindings],
  );
  const numbers = JSON.parse(found?.numbers ?? '[]') as number[];
  return Uint32Array.from(
    found?.outcomes === undefined ? numbers : byOutcome(numbers, JSON.parse(found.outcomes) as Outcome[]),
  );
}

/** There are few outcomes: nothing has to be sorted. */
function byOutcome(numbers: readonly number[], outcomes: readonly Outcome[]): readonly number[] {
  const rows = new Map(OUTCOMES.map((outcome): [Outcome, number[]] => [outcome, []]));
  for (const [at, outcome] of outcomes.entries()) rows.get(outcome)?.push(numbers[at] ?? 0);
  return [...rows.values()].flat();
}

export async function countRows(connection: Connection, plan: number, filter: FoundRows): Promise<number> {
  const { sql, bindings } = conditionsOf(filter, connection.dialect);
  const found = await selectOne<{ rows: number }>(
    connection.knex,
    `select count(*) as rows from plan_rows where plan_id = ?${sql}`,
    [plan, ...bindings],
  );
  return number(found?.rows);
}

export async function readRowsByNumber(
  connection: Connection,
  plan: number,
  rows: readonly number[],
): Promise<PlannedRow[]> {
  return (await byNumber(connection, PLANNED_ROW, plan, rows)).map(plannedRowOf);
}

export async function readSourcesByNumber(
  connection: Connection,
  plan: number,
  rows: readonly number[],
): Promise<PlannedSource[]> {
  return (await byNumber(connection, PLANNED_SOURCE, plan, rows)).map(plannedSourceOf);
}

function byNumber<Row>(
  connection: Connection,
  columns: Reader<Row>,
  plan: number,
  rows: readonly number[],
): Promise<Row[]> {
  const rest = `from plan_rows where plan_id = ? and row_no in ${connection.dialect.numbers} order by row_no`;
  return selectRows(connection, columns, rest, [plan, JSON.stringify(rows)]);
}

const SECRET = reader({ row: int('row_no'), hash: text('hash') });

/** Hashes of passwords by row. */
export async function readSecrets(
  connection: Connection,
  plan: number,
  rows: readonly number[],
): Promise<Map<number, string>> {
  const rest = `from plan_secrets where plan_id = ? and row_no in ${connection.dialect.numbers}`;
  const found = await selectMany(connection, SECRET, rest, [plan, JSON.stringify(rows)]);
  return new Map(found.map(({ row, hash }) => [row, hash]));
}
