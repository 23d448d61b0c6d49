/** Reads the users that drift in parts, each where the one before ended. */
import type { DriftingUser } from '../../application/ports/directoryStore.js';
import type { UseCases } from '../../application/useCases.js';
import type { EnvironmentType } from '../../domain/directory.js';

export interface DriftPart {
  readonly users: readonly DriftingUser[];
  /** False where this was the last one. */
  readonly more: boolean;
}

export class DriftReader {
  private parts: AsyncIterator<readonly DriftingUser[]> | null = null;

  constructor(private readonly useCases: UseCases) {}

  /** The part after so many users; anew from the first after none. */
  async read(type: EnvironmentType | null, after: number): Promise<DriftPart> {
    if (after === 0 || this.parts === null)
      this.parts = this.useCases.directory.drift(type ?? undefined)[Symbol.asyncIterator]();
    const next = await this.parts.next();
    return next.done === true ? { users: [], more: false } : { users: next.value, more: true };
  }
}
