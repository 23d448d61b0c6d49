/** What a pull did with each list, in words. */
import { PULLED_LISTS, type PullCount } from '../domain/pullCounts.js';
import type { Run } from '../domain/run.js';
import { sayIn } from '../language/index.js';
import type { Language } from '../language/text.js';

const KINDS = ['created', 'changed', 'gone', 'same'] as const satisfies readonly (keyof PullCount)[];

/** One for each list that anything was read of; none of a run of before pulls told that. */
export function pulledTexts(language: Language, { pulled }: Run['summary']): readonly string[] {
  if (!pulled) return [];
  const say = sayIn(language);
  return PULLED_LISTS.flatMap((list) => {
    const told = KINDS.filter((kind) => pulled[list][kind] > 0).map(
      (kind) => `${pulled[list][kind]} ${say(`count.${kind}`)}`,
    );
    return told.length === 0 ? [] : [`${say(`count.${list}`)}: ${told.join(', ')}`];
  });
}
