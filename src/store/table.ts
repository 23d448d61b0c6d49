/**
 * Tables: each column is declared once, and insert lists, select lists, and what goes in and comes out are derived
 * from that. Thousands of rows travel as tuples in one JSON text; nothing outside this file and `rows.ts` sees a tuple.
 */
import type { ColumnType, JsonValue } from './dialect.js';

/** What a column holds. */
export type Stored = string | number | null;

/** A column of a table that is written from a `Source`; read, it gives a `Value`. */
export interface Column<Source, Value> {
  /** Its name in the database, or an expression for what is only read. */
  readonly name: string;
  readonly type: ColumnType;
  /** What is stored; absent where the database sees to that, or where it is only read. */
  readonly write?: (source: Source) => JsonValue;
  /** Makes the value of what is stored; absent where they are the same. */
  readonly read?: (stored: Stored) => Value;
}

/** Columns by the property that holds their value. */
export type Columns = Readonly<Record<string, Column<never, unknown>>>;

export interface Table<Source, Of extends Columns = Columns> {
  readonly name: string;
  readonly columns: Of;
  /** The columns that are written, with their types. */
  readonly written: Readonly<Record<string, ColumnType>>;
  /** Their values, in the same order. */
  readonly encode: (source: Source) => JsonValue[];
}

/** Makes a column of one kind: its name, and its value of what is written. */
interface Kind<Source, Base> {
  (name: string): Column<Source, Base>;
  <Value extends Base | null>(name: string, write?: (source: Source) => Value): Column<Source, Value>;
}

/** The kinds of columns of a table that is written from a `Source`. */
interface Kinds<Source> {
  readonly int: Kind<Source, number>;
  readonly text: Kind<Source, string>;
  /** Yes or no, as 1 or 0. */
  readonly flag: Kind<Source, boolean>;
  /** A value as JSON, of which the database makes the text. */
  readonly json: <Value extends object>(name: string, write?: (source: Source) => Value) => Column<Source, Value>;
  /** A value as JSON, in the text that JavaScript makes of it; null stays null. */
  readonly jsonText: <Value>(name: string, write?: (source: Source) => Value) => Column<Source, Value>;
  /** A list as JSON; null where it is empty. */
  readonly list: <Item>(name: string, write?: (source: Source) => readonly Item[]) => Column<Source, readonly Item[]>;
}

export function columnsOf<Source>(): Kinds<Source> {
  const column = <Value>(
    name: string,
    type: ColumnType,
    write?: (source: Source) => JsonValue,
    read?: (stored: Stored) => Value,
  ): Column<Source, Value> => ({ name, type, ...(write && { write }), ...(read && { read }) });
  return {
    int: <Value extends number | null>(name: string, write?: (source: Source) => Value) =>
      column<Value>(name, 'int', write),
    text: <Value extends string | null>(name: string, write?: (source: Source) => Value) =>
      column<Value>(name, 'text', write),
    flag: <Value extends boolean | null>(name: string, write?: (source: Source) => Value) =>
      column(
        name,
        'int',
        write && ((source): JsonValue => numberOf(write(source))),
        (stored) => (stored === null ? null : stored === 1) as Value,
      ),
    json: <Value extends object>(name: string, write?: (source: Source) => Value) =>
      column(name, 'text', write, parsed<Value>),
    jsonText: <Value>(name: string, write?: (source: Source) => Value) =>
      column(name, 'text', write && ((source): JsonValue => textOf(write(source))), parsed<Value>),
    list: <Item>(name: string, write?: (source: Source) => readonly Item[]) =>
      column(name, 'text', write && ((source): JsonValue => filled(write(source))), (stored) =>
        stored === null ? [] : parsed<readonly Item[]>(stored),
      ),
  };
}

function parsed<Value>(stored: Stored): Value {
  return JSON.parse(String(stored)) as Value;
}

function textOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function numberOf(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

function filled<Item>(items: readonly Item[]): readonly Item[] | null {
  return items.length === 0 ? null : items;
}

/** Columns that are only read. */
export const { int, text } = columnsOf<never>();

export function table<Source, const Of extends Columns>(
  name: string,
  columns: Of & Readonly<Record<string, Column<Source, unknown>>>,
): Table<Source, Of> {
  const written = Object.values<Column<Source, unknown>>(columns).flatMap(({ write, ...column }) =>
    write ? [{ ...column, write }] : [],
  );
  const writers = written.map(({ write }) => write);
  return {
    name,
    columns,
    written: Object.fromEntries(written.map((column) => [column.name, column.type])),
    encode: (source) => writers.map((write) => write(source)),
  };
}

/** Columns that a query reads, by property; those of a reader come as one value. */
type Selected = Readonly<Record<string, Column<never, unknown> | Reader<unknown>>>;

export type RowOf<Of> = {
  readonly [Property in keyof Of]: Of[Property] extends Reader<infer Row>
    ? Row
    : Of[Property] extends Column<never, infer Value>
      ? Value
      : never;
};

/** Reads what a query selects. */
export interface Reader<Row> {
  /** The columns, as a list in SQL. */
  readonly list: string;
  readonly width: number;
  /** Makes a row of a tuple, in which its values begin at `from`. */
  readonly decode: (tuple: readonly Stored[], from?: number) => Row;
}

/** `alias` is what the table of the columns is called in the query; those of an expression have none. */
export function reader<const Of extends Selected>(columns: Of, alias = ''): Reader<RowOf<Of>> {
  const selected = Object.values(columns);
  const properties = Object.keys(columns);
  const reads = selected.map(readOf);
  const places: number[] = [];
  let width = 0;
  for (const column of selected) {
    places.push(width);
    width += 'list' in column ? column.width : 1;
  }
  // Each row begins as a copy of it: values that are filled in are faster than properties that are added.
  const empty = Object.fromEntries(properties.map((property) => [property, null]));
  return {
    list: selected.map((column) => ('list' in column ? column.list : named(column.name, alias))).join(', '),
    width,
    decode(tuple, from = 0) {
      const row: Record<string, unknown> = { ...empty };
      for (let at = 0; at < properties.length; at++) {
        const read = reads[at];
        const place = from + (places[at] ?? 0);
        row[properties[at] ?? ''] = read ? read(tuple, place) : tuple[place];
      }
      return row as RowOf<Of>;
    },
  };
}

type Read = (tuple: readonly Stored[], at: number) => unknown;

/** How a value is made of a tuple; undefined where it is as it is stored. */
function readOf(column: Column<never, unknown> | Reader<unknown>): Read | undefined {
  if ('decode' in column) return column.decode;
  const { read } = column;
  return read && ((tuple, at) => read(tuple[at] ?? null));
}

function named(name: string, alias: string): string {
  return alias === '' || !/^\w+$/u.test(name) ? name : `${alias}.${name}`;
}

/** Some of the columns of a table. */
export function pick<Of, const Property extends keyof Of>(
  columns: Of,
  ...properties: readonly Property[]
): Pick<Of, Property> {
  return Object.fromEntries(properties.map((property) => [property, columns[property]])) as Pick<Of, Property>;
}
