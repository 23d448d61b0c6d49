/** Reads so many rows of a plan that each page is one JSON text: an object for each takes longer than the rest. */
import type { SourceRow } from '../../domain/sourceRow.js';
import { KeysOfRows } from '../../domain/sharedKeys.js';
import type { Connection } from '../connection/connection.js';
import { pages } from '../pages.js';
import { number, selectMany, selectOne } from '../rows.js';
import { RowsDigest } from '../runs/digest.js';
import type { Reader } from '../table.js';
import { ROW_DIGEST, ROW_KEYS, sharedOf, SOURCE_ROW, sourceRowOf, type RowDetail } from './planRowRecords.js';
import { CHUNK_ROWS, conditionsOf, type FoundRows } from './rowQueries.js';

/** What is stored of what rows do, which are not left out. */
export async function* readDetails(
  { knex, dialect }: Connection,
  plan: number,
  filter: FoundRows,
): AsyncGenerator<readonly (readonly [row: number, detail: RowDetail])[]> {
  const { sql, bindings } = conditionsOf(filter, dialect);
  for (let after = 0, read = CHUNK_ROWS; read === CHUNK_ROWS;) {
    // Put together as it is stored: no text is made of a text, and all are read at once.
    const page = await selectOne<{ details: string | null; last: number; rows: number }>(
      knex,
      `select string_agg('[' || row_no || ',' || detail || ']', ',') as details, max(row_no) as last, count(*) as rows
       from (select row_no, detail from plan_rows where plan_id = ? and outcome <> 'excluded'${sql} and row_no > ?
             order by row_no limit ${CHUNK_ROWS}) page`,
      [plan, ...bindings, after],
    );
    yield JSON.parse(`[${page?.details ?? ''}]`) as (readonly [number, RowDetail])[];
    read = number(page?.rows);
    after = number(page?.last);
  }
}

/** The rows of the file alone. */
export async function* readCells(
  connection: Connection,
  plan: number,
  rows: readonly number[],
): AsyncGenerator<SourceRow[]> {
  const asked = conditionsOf({ absent: false, rows }, connection.dialect);
  const chunks = wholeChunks(connection, SOURCE_ROW, plan, 'row_no, cells', asked, ({ row }) => row);
  for await (const chunk of chunks) yield chunk.map(sourceRowOf);
}

const EVERY_ROW = { sql: '', bindings: [] };

/** What the rows may have in common with others; undefined where that was not kept. */
export async function readKeys(connection: Connection, plan: number): Promise<KeysOfRows | undefined> {
  const keys = new KeysOfRows();
  for await (const rows of wholeChunks(connection, ROW_KEYS, plan, 'row_no, shared', EVERY_ROW, ({ row }) => row))
    for (const { row, shared } of rows) {
      if (shared === null) return undefined;
      keys.add(row, sharedOf(shared));
    }
  return keys;
}

/** The checksum over the rows of a plan that removes no groups. */
export async function digestOfRows(connection: Connection, plan: number): Promise<string> {
  const whole = new RowsDigest();
  for await (const rows of wholeChunks(connection, ROW_DIGEST, plan, 'row_no, digest', EVERY_ROW, ({ row }) => row))
    whole.add(rows.map(({ digest }) => digest ?? ''));
  return whole.value;
}

/** Pages of rows, each page as one JSON text: where every row is read, an object for each takes longer than the rest. */
function wholeChunks<Row>(
  connection: Connection,
  { list, decode, width }: Reader<Row>,
  plan: number,
  columns: string,
  { sql, bindings }: ReturnType<typeof conditionsOf>,
  numberOf: (row: Row) => number,
): AsyncGenerator<readonly Row[]> {
  return pages({
    key: ['row_no'],
    keyOf: (row) => [numberOf(row)],
    size: CHUNK_ROWS,
    read: (after, order, from) =>
      selectMany(
        connection,
        { list, decode, width },
        `from (select ${columns} from plan_rows where plan_id = ?${sql} and ${after} ${order}) r`,
        [plan, ...bindings, ...from],
        (one, other) => numberOf(one) - numberOf(other),
      ),
  });
}
