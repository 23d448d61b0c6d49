/**
 * A database folds the letters of ASCII alone. Who has other letters in a name or an address is read here, as far as a
 * term may be about them, and judged as it is in memory.
 */
import { isAnything, matchesText } from '../../domain/filter/matchUser.js';
import { searchKey } from '../../domain/text/searchKey.js';
import type { FilterTerm } from '../../domain/userFilter.js';
import type { Connection } from '../connection/connection.js';
import { likeText, select, type Binding } from '../rows.js';

/** The columns of `users` that hold what people are called, as it is written. */
export const FREE_TEXTS = ['description', 'email'] as const;
export type FreeText = (typeof FREE_TEXTS)[number];

/** The numbers of the users that a term finds by such letters. */
export type FoundBeyondAscii = Readonly<Partial<Record<FreeText, readonly number[]>>>;

/** `among` is where they are looked for: rows with an `id`, and these columns. */
export async function beyondAscii(
  { knex }: Connection,
  term: FilterTerm,
  among: { readonly sql: string; readonly bindings: readonly Binding[] } = { sql: 'users', bindings: [] },
): Promise<FoundBeyondAscii> {
  const { field, operator, value } = term;
  if (operator === 'is' && (value === '' || isAnything(value))) return {};
  const found: Partial<Record<FreeText, readonly number[]>> = {};
  for (const column of FREE_TEXTS) {
    if (field !== null && field !== column) continue;
    const rows = await select<{ id: number; text: string }>(
      knex,
      `select id, ${column} as text from ${among.sql}
       where octet_length(${column}) <> length(${column}) and lower(${column}) like ? escape '\\'`,
      [...among.bindings, patternOf(term)],
    );
    found[column] = rows.filter(({ text }) => matchesText(term, text, searchKey)).map(({ id }) => id);
  }
  return found;
}

/** What all of them fit, and some more: letters that may be written as ones beyond ASCII can be anything. */
function patternOf({ operator, value }: FilterTerm): string {
  const parts = searchKey(value).split(operator === 'is' ? /[^\x20-\x7e]|[*ik]/u : /[^\x20-\x7e]|[ik]/u);
  const pattern = parts.map(likeText).join('%');
  return operator === 'is' ? pattern : `%${pattern}%`;
}
