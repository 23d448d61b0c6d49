/** Long lists, read a page at a time by a key, so that nothing is held open in between. */
import type { Binding } from './rows.js';

export interface Paging<Row> {
  /** The columns that the rows come in the order of; together they are unique. */
  readonly key: readonly string[];
  readonly keyOf: (row: Row) => readonly Binding[];
  readonly size: number;
  readonly descending?: boolean;
  /** Reads a page: `after` is the condition of its first row, `order` ends the query. Its bindings come last. */
  readonly read: (after: string, order: string, bindings: readonly Binding[]) => Promise<readonly Row[]>;
}

export async function* pages<Row>({
  key,
  keyOf,
  size,
  descending = false,
  read,
}: Paging<Row>): AsyncGenerator<readonly Row[]> {
  const behind = `(${key.join(', ')}) ${descending ? '<' : '>'} (${key.map(() => '?').join(', ')})`;
  const order = `order by ${key.map((column) => (descending ? `${column} desc` : column)).join(', ')} limit ${size}`;
  for (let last: Row | undefined; ;) {
    const rows = await read(last === undefined ? 'true' : behind, order, last === undefined ? [] : keyOf(last));
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = rows.at(-1);
  }
}
