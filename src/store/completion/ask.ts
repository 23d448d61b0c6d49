/** A question to a database, of whichever kind. */
export type Value = string | number;

/** Answers the rows of a query; `?` stands for each value. */
export type Ask = <Row>(sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;
