/**
 * What a search looks through: the texts of a row as a person sees them, and nothing of how they are
 * stored. Letter case is folded here, since a database folds the letters of ASCII alone.
 */
import type { PlannedRow } from '../../domain/plannedRow.js';
import { caseKey, cellText, type SourceRow } from '../../domain/sourceRow.js';
import { likeText } from '../rows.js';

/** No search can hold it: a text is never found across two others. */
const BETWEEN = '\n';

/** User code and name, cells, and old and new values, each once. */
export function searchTextOf({ user, name, changes, groups }: PlannedRow, { cells }: SourceRow): string {
  const texts = new Set([user, name]);
  for (const cell of cells) texts.add(cellText(cell));
  for (const change of changes) {
    texts.add(change.user);
    for (const [, from, to] of change.fields) {
      if (typeof from === 'string') texts.add(from);
      if (typeof to === 'string') texts.add(to);
    }
  }
  for (const group of groups.added) texts.add(group);
  for (const group of groups.removed) texts.add(group);
  texts.delete('');
  return caseKey([...texts].join(BETWEEN));
}

/** A condition on `search` that finds rows which hold a text, in any letter case, with its value. */
export function searchFor(text: string): { readonly sql: string; readonly pattern: string } {
  return { sql: "search like ? escape '\\'", pattern: `%${likeText(caseKey(text))}%` };
}
