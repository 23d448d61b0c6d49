/** Reads the users that drift in parts, each where the one before ended. */
import type { DriftingUser } from '../../../application/ports/directoryStore.js';
import type { UseCases } from '../../../application/useCases.js';
import type { EnvironmentType } from '../../../domain/directory.js';

export interface DriftPart {
  readonly users: readonly DriftingUser[];
  /** False where this was the last one. */
  readonly more: boolean;
}

/** More than any screen shows: what fits on one is never told as the beginning of more. */
const LEAST = 200;

export class DriftReader {
  private parts: AsyncIterator<readonly DriftingUser[]> | null = null;

  constructor(private readonly useCases: UseCases) {}

  /** The part after so many users; anew from the first after none. */
  async read(type: EnvironmentType | null, after: number): Promise<DriftPart> {
    if (after === 0 || this.parts === null)
      this.parts = this.useCases.directory.drift(type ?? undefined)[Symbol.asyncIterator]();
    const users: DriftingUser[] = [];
    while (users.length < LEAST) {
      const next = await this.parts.next();
      if (next.done === true) return { users, more: false };
      users.push(...next.value);
    }
    return { users, more: true };
  }
}
