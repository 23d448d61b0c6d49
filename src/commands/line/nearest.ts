/** What was probably meant by a name that is not there. */
import { closest, distance } from 'fastest-levenshtein';

/** The name that was probably meant; undefined when none comes near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  if (typed === '' || known.length === 0) return undefined;
  const near = closest(typed, [...known]);
  return distance(typed, near) <= Math.max(2, Math.floor(typed.length / 3)) ? near : undefined;
}
