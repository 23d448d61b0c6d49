/** Looks for a text in rows: `search` holds what `domain/text/rowText.ts` makes of each. */
import type { TermValue } from '../../domain/filter/matchUser.js';
import { caseKey } from '../../domain/sourceRow.js';
import { likeText } from '../rows.js';

/** A condition on `search` that finds rows which hold a text, in any letter case, with its value. */
export function searchFor(text: string): { readonly sql: string; readonly pattern: string } {
  return { sql: "search like ? escape '\\'", pattern: `%${likeText(caseKey(text))}%` };
}

/** Finds all rows of which one text is, or holds, the value of a term; others may be among them. Each text is a line. */
export function searchForOne({ operator, value }: TermValue): { readonly sql: string; readonly pattern: string } {
  if (operator === 'contains') return searchFor(value);
  const parts = caseKey(value).split('*').map(likeText);
  return { sql: "('\n' || search || '\n') like ? escape '\\'", pattern: `%\n${parts.join('%')}\n%` };
}
