/** Writes rows, each column as its table declares it. */
import type { Connection } from './connection/connection.js';
import { partsOf, select, type Binding } from './rows.js';
import type { Columns, RowOf, Table } from './table.js';

/** Rows in one statement: enough to be fast, small enough to keep memory flat. */
const STATEMENT_ROWS = 5000;

export interface InsertOptions {
  /** Columns that have the same value in every row. */
  readonly constants?: Readonly<Record<string, number>>;
  /** What follows the statement: `on conflict …`, `returning …`. */
  readonly suffix?: string;
}

type Database = Pick<Connection, 'knex' | 'dialect'>;

/**
 * Inserts many rows with few statements; answers what the suffix returns. Columns that are null in every row of a
 * statement are left to their default, which has to be null.
 */
export async function insertRows<Source, Returned = never>(
  { knex, dialect }: Database,
  { name, written, encode }: Table<Source>,
  sources: readonly Source[],
  { constants = {}, suffix = '' }: InsertOptions = {},
): Promise<Returned[]> {
  const returned: Returned[] = [];
  const all = Object.entries(written);
  for (const part of partsOf(sources, STATEMENT_ROWS)) {
    const rows = part.map(encode);
    const filled = all.map((_, at) => at).filter((at) => rows.some((row) => row[at] !== null));
    const isWhole = filled.length === all.length;
    const values = isWhole ? rows : rows.map((row) => filled.map((at) => row[at] ?? null));
    const given = isWhole ? written : Object.fromEntries(all.filter((_, at) => filled.includes(at)));
    const names = Object.keys(given);
    const into = [...Object.keys(constants), ...names].join(', ');
    const from = [...Object.values(constants), ...names].join(', ');
    const inserted = await select<Returned>(
      knex,
      `insert into ${name} (${into}) select ${from} from ${dialect.rows(given)} as given where true ${suffix}`,
      [JSON.stringify(values)],
    );
    returned.push(...inserted);
  }
  return returned;
}

/** Inserts one row; answers what it has in a column that the database, or the table itself, works out. */
export async function insertRow<Source, Of extends Columns, Property extends keyof Of>(
  database: Database,
  { name, columns, written, encode }: Table<Source, Of>,
  source: Source,
  returning: Property,
): Promise<RowOf<Of>[Property]> {
  const names = Object.keys(written);
  const places = names.map(() => '?').join(', ');
  const [row] = await select<Record<string, RowOf<Of>[Property]>>(
    database.knex,
    `insert into ${name} (${names.join(', ')}) values (${places}) returning ${String(columns[returning]?.name)} as returned`,
    encode(source) as Binding[],
  );
  if (!row) throw new Error(`nothing was inserted into ${name}`);
  return row['returned'] as RowOf<Of>[Property];
}

/** Gives the rows that a condition finds other values in all columns that are written; answers how many there were. */
export async function updateRows<Source>(
  { knex }: Database,
  { name, written, encode }: Table<Source>,
  source: Source,
  condition: string,
  bindings: readonly Binding[],
): Promise<number> {
  const set = Object.keys(written).map((column) => `${column} = ?`);
  const changed = await select(knex, `update ${name} set ${set.join(', ')} where ${condition} returning 1 as changed`, [
    ...(encode(source) as Binding[]),
    ...bindings,
  ]);
  return changed.length;
}
