/** Statements of this room: raw SQL with bindings, the same on every database. */
import type { Knex } from 'knex';
import type { Connection } from './connection/connection.js';

export type Binding = string | number | null;

/** Runs a query and answers its rows. */
export async function select<Row>(on: Knex, sql: string, bindings: readonly Binding[] = []): Promise<Row[]> {
  const answer: unknown = await on.raw(sql, bindings as Knex.RawBinding[]);
  return (Array.isArray(answer) ? answer : (answer as { rows: Row[] }).rows) as Row[];
}

/** Runs a statement that answers nothing. */
export async function run(on: Knex, sql: string, bindings: readonly Binding[] = []): Promise<void> {
  await on.raw(sql, bindings as Knex.RawBinding[]);
}

/**
 * Runs a query and answers the values of each row in a tuple. For thousands of rows: drivers make an object of
 * each row, value by value, which takes several times as long as reading one JSON text. `rest` begins with `from`;
 * its rows come in no order.
 */
export async function selectTuples<Tuple extends readonly unknown[]>(
  { knex, dialect }: Pick<Connection, 'knex' | 'dialect'>,
  columns: string,
  rest: string,
  bindings: readonly Binding[] = [],
): Promise<Tuple[]> {
  const answer = await selectOne<{ tuples: string }>(
    knex,
    `select ${dialect.tuples(columns)} as tuples ${rest}`,
    bindings,
  );
  return JSON.parse(answer?.tuples ?? '[]') as Tuple[];
}

/** The first row of a query. */
export async function selectOne<Row>(
  on: Knex,
  sql: string,
  bindings: readonly Binding[] = [],
): Promise<Row | undefined> {
  return (await select<Row>(on, sql, bindings))[0];
}

/** A number that either database may give as text. */
export function number(value: number | string | null | undefined): number {
  return Number(value ?? 0);
}

/** Cuts a list into parts of at most this size. */
export function* partsOf<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
