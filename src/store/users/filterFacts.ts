/** What the terms of a filter ask of the directory before they are a condition: of each, no more than it is about. */
import type { Environment } from '../../domain/directory.js';
import type { FilterTerm } from '../../domain/userFilter.js';
import type { Connection } from '../connection/connection.js';
import { select } from '../rows.js';
import { beyondAscii } from './beyondAscii.js';
import type { Condition, FilterFacts } from './userFilterSql.js';

/** Gives the facts of one term after another; `among` is as for `beyondAscii`. */
export function factsReader(
  connection: Connection,
  environments: readonly Environment[],
  among?: Condition,
): (term: FilterTerm) => Promise<FilterFacts> {
  let tokens: Promise<string[]> | undefined;
  return async (term) => ({
    environments,
    tokens: term.field === 'token' ? await (tokens ??= tokenTexts(connection)) : [],
    found: await beyondAscii(connection, term, among),
    dialect: connection.dialect,
  });
}

async function tokenTexts({ knex }: Connection): Promise<string[]> {
  const rows = await select<{ text: string }>(
    knex,
    'select application as text from tokens union select device as text from tokens',
  );
  return rows.map(({ text }) => text);
}
