/** Statements of this room: raw SQL with bindings, the same on every database. */
import type { Knex } from 'knex';
import type { Connection } from './connection/connection.js';
import type { Reader, Stored } from './table.js';

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

type Database = Pick<Connection, 'knex' | 'dialect'>;

/** Runs a query for the columns of a reader; `rest` begins with `from`. */
export async function selectRows<Row>(
  { knex, dialect }: Database,
  { list, decode }: Reader<Row>,
  rest: string,
  bindings: readonly Binding[] = [],
): Promise<Row[]> {
  const found = await select<{ tuple: string }>(knex, `select ${dialect.tuple(list)} as tuple ${rest}`, bindings);
  return found.map(({ tuple }) => decode(JSON.parse(tuple) as Stored[]));
}

/**
 * The same for thousands of rows, which come in no order unless one is given: drivers make an object of each row, value
 * by value, which takes several times as long as reading one JSON text.
 */
export async function selectMany<Row>(
  { knex, dialect }: Database,
  { list, decode }: Reader<Row>,
  rest: string,
  bindings: readonly Binding[] = [],
  order?: (one: Row, other: Row) => number,
): Promise<Row[]> {
  const found = await selectOne<{ tuples: string }>(knex, `select ${dialect.tuples(list)} as tuples ${rest}`, bindings);
  const rows = (JSON.parse(found?.tuples ?? '[]') as Stored[][]).map((tuple) => decode(tuple));
  return order ? rows.sort(order) : rows;
}

/** Rows in the order of their numbers. */
export function byNumber(one: { readonly id: number }, other: { readonly id: number }): number {
  return one.id - other.id;
}

/** The first row of a query. */
export async function selectOne<Row>(
  on: Knex,
  sql: string,
  bindings: readonly Binding[] = [],
): Promise<Row | undefined> {
  return (await select<Row>(on, sql, bindings))[0];
}

/** A text as part of a pattern of `like … escape '\\'`, in which none of its characters is special. */
export function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/gu, '\\$&');
}

/** A number that either database may give as text. */
export function number(value: number | string | null | undefined): number {
  return Number(value ?? 0);
}

/** Cuts a list into parts of at most this size. */
export function* partsOf<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
