/** Flags that contradict each other. */
import { Stop } from '../application/errors.js';
import type { Args } from './args.js';
import type { Flag } from './flag.js';

/** Throws when two flags are given that do not go together. */
export function refuseTogether(args: Args, one: Flag, other: Flag): void {
  if (args.has(one) && args.has(other))
    throw new Stop('wrongUse', 'usage.flagsClash', { one: `--${one.name}`, other: `--${other.name}` });
}
