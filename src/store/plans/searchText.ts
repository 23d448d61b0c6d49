/** Looks for a text in rows: `search` holds what `domain/text/rowText.ts` makes of each. */
import { caseKey } from '../../domain/sourceRow.js';
import { likeText } from '../rows.js';

/** A condition on `search` that finds rows which hold a text, in any letter case, with its value. */
export function searchFor(text: string): { readonly sql: string; readonly pattern: string } {
  return { sql: "search like ? escape '\\'", pattern: `%${likeText(caseKey(text))}%` };
}
