/**
 * The two databases speak the same SQL here, but for how a set of values is handed over: one JSON
 * parameter that the database unfolds into rows. One statement then works on thousands of rows.
 */

export type ColumnType = 'int' | 'text';

/** A value of a column, before all values of a statement become one JSON text. */
export type JsonValue = string | number | null | object;

export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** A table of one column `value`, from a JSON array of texts: `(select … )`, one `?`. */
  readonly texts: string;
  /** The same from a JSON array of whole numbers. */
  readonly numbers: string;
  /** A table with these columns, from a JSON array of arrays: one `?`. */
  rows(columns: Readonly<Record<string, ColumnType>>): string;
  /**
   * That a value is none of those that a query gives, in a column `value` and never null: there may be a million. SQLite makes a set
   * of them, in half of the time where they come in order; PostgreSQL makes one of a join alone.
   */
  noneOf(value: string, query: string): string;
  /** A join term that unfolds a column with a JSON array of texts into `alias.value`. */
  unfold(column: string, alias: string): string;
  /** The same of an array within a JSON object, by its name there; each value is JSON. */
  unfoldIn(column: string, name: string, alias: string): string;
  /** The values of these columns as one JSON array. */
  tuple(columns: string): string;
  /** All values of a column as one JSON array, in the order in which they come. */
  list(column: string): string;
  /** All rows of a query as one JSON array of such arrays, in no order. */
  tuples(columns: string): string;
}

export const SQLITE: Dialect = {
  name: 'sqlite',
  texts: '(select value from json_each(?))',
  numbers: '(select value from json_each(?))',
  rows: (columns) =>
    `(select ${Object.keys(columns)
      .map((name, at) => `value ->> ${at} as ${name}`)
      .join(', ')} from jsonb_each(?))`,
  noneOf: (value, query) => `${value} not in (select value from (${query}) order by value)`,
  unfold: (column, alias) => `json_each(${column}) ${alias}`,
  unfoldIn: (column, name, alias) => `json_each(${column}, '$.${name}') ${alias}`,
  tuple: (columns) => `json_array(${columns})`,
  list: (column) => `json_group_array(${column})`,
  tuples: (columns) => `json_group_array(json_array(${columns}))`,
};

/** Rows as `jsonb`: each is parsed once, where `json` would parse it anew for each of its columns. */
export const POSTGRES: Dialect = {
  name: 'postgres',
  texts: '(select value from json_array_elements_text(?::json) as value)',
  numbers: '(select value::bigint from json_array_elements_text(?::json) as value)',
  rows: (columns) =>
    `(select ${Object.entries(columns)
      .map(([name, type], at) => `(value ->> ${at})${type === 'int' ? '::bigint' : ''} as ${name}`)
      .join(', ')} from jsonb_array_elements(?::jsonb) as value)`,
  noneOf: (value, query) => `not exists (select 1 from (${query}) as given where given.value = ${value})`,
  unfold: (column, alias) => `lateral json_array_elements_text(${column}::json) as ${alias}(value)`,
  unfoldIn: (column, name, alias) => `lateral json_array_elements(${column}::json -> '${name}') as ${alias}(value)`,
  tuple: (columns) => `json_build_array(${columns})::text`,
  list: (column) => `coalesce(json_agg(${column}), '[]')::text`,
  tuples: (columns) => `coalesce(json_agg(json_build_array(${columns})), '[]')::text`,
};
