/** Inserts many rows with few statements. */
import type { Connection } from './connection/connection.js';
import type { ColumnType, JsonValue } from './dialect.js';
import { partsOf, run } from './rows.js';

/** Rows in one statement: enough to be fast, small enough to keep memory flat. */
const STATEMENT_ROWS = 5000;

export interface RowsToInsert {
  readonly table: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Values in the order of the columns. */
  readonly rows: readonly JsonValue[][];
  /** Columns that have the same value in every row. */
  readonly constants?: Readonly<Record<string, number>>;
  /** What follows the statement, such as `on conflict …`. */
  readonly suffix?: string;
}

/** Columns that are null in every row of a statement are left to their default, which has to be null. */
export async function insertRows(
  { knex, dialect }: Pick<Connection, 'knex' | 'dialect'>,
  { table, columns, rows, constants = {}, suffix = '' }: RowsToInsert,
): Promise<void> {
  const all = Object.entries(columns);
  for (const part of partsOf(rows, STATEMENT_ROWS)) {
    const filled = all.map((_, at) => at).filter((at) => part.some((row) => row[at] !== null));
    const isWhole = filled.length === all.length;
    const values = isWhole ? part : part.map((row) => filled.map((at) => row[at] ?? null));
    const given = isWhole ? columns : Object.fromEntries(all.filter((_, at) => filled.includes(at)));
    const names = Object.keys(given);
    const into = [...Object.keys(constants), ...names].join(', ');
    const from = [...Object.values(constants), ...names].join(', ');
    await run(
      knex,
      `insert into ${table} (${into}) select ${from} from ${dialect.rows(given)} as given where true ${suffix}`,
      [JSON.stringify(values)],
    );
  }
}
