/**
 * What a search looks through: the texts of a row as a person sees them, in one letter case, since a database folds the
 * letters of ASCII alone.
 */
import type { PlannedRow } from '../plannedRow.js';
import { caseKey, cellText, type SourceRow } from '../sourceRow.js';

/** No search can hold it: a text is never found across two others. */
const BETWEEN = '\n';

/** User code and name, cells, and old and new values, each once. */
export function searchTextOf({ user, name, changes, groups }: PlannedRow, { cells }: SourceRow): string {
  const texts: string[] = [];
  const add = (text: unknown): void => {
    if (typeof text === 'string' && text !== '' && !texts.includes(text)) texts.push(text);
  };
  add(user);
  add(name);
  for (const cell of cells) add(cellText(cell));
  for (const change of changes) {
    add(change.user);
    for (const [, from, to] of change.fields) {
      add(from);
      add(to);
    }
  }
  groups.added.forEach(add);
  groups.removed.forEach(add);
  return caseKey(texts.join(BETWEEN));
}
