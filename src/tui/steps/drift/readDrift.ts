/** Users that drift are read in parts, each where the one before ended. */
import type { DriftingUser } from '../../../application/ports/directoryStore.js';

/** More than any screen shows: what fits on one is never told as the beginning of more. */
const LEAST = 200;

/** What is still to be read; kept by the step, and touched by its task alone. */
export type Rest = AsyncIterator<readonly DriftingUser[]>;

export interface DriftPart {
  readonly users: readonly DriftingUser[];
  /** Null where this was the last one. */
  readonly rest: Rest | null;
}

export async function readPart(rest: Rest): Promise<DriftPart> {
  const users: DriftingUser[] = [];
  while (users.length < LEAST) {
    const next = await rest.next();
    if (next.done === true) return { users, rest: null };
    users.push(...next.value);
  }
  return { users, rest };
}
