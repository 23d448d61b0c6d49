/** Whether a filter may find a user of whom not everything is known. The store asks the same of its users. */
import type { FilterTerm, UserFilter } from '../userFilter.js';
import { holds, type FilteredUser } from './matchUser.js';

/** What a bare word is looked for in, besides the code, which is always known. */
const OF_BARE_WORDS = ['description', 'email', 'upn'] as const;

/**
 * The fields of which it is not known whether they are as the filter asks: none where it finds the user for certain.
 * Undefined where what is known says that it does not.
 */
export function mayFind({ terms }: UserFilter, user: FilteredUser, participant: string): readonly string[] | undefined {
  const doubts: string[] = [];
  for (const term of terms) {
    const unknown = unknownOf(term, user);
    const isSo = holds(term, user, participant);
    // A word that stands in what is known is found, whatever the rest is.
    const isCertain = unknown.length === 0 || (term.field === null && isSo);
    if (isCertain && isSo === term.negated) return undefined;
    if (!isCertain) doubts.push(...unknown);
  }
  return [...new Set(doubts)];
}

function unknownOf({ field }: FilterTerm, { unknown = [] }: FilteredUser): readonly string[] {
  if (unknown.length === 0) return [];
  return (field === null ? OF_BARE_WORDS : [field]).filter((asked) => unknown.includes(asked));
}
