/** Active users whom no row of a plan names, as the directory is now: looked for whenever they are looked at, and kept nowhere. */
import type { PagePlace } from '../userUseCases.js';

/** The last of the applied runs that changed a user. */
export interface LastChange {
  readonly run: number;
  /** ISO 8601, UTC. */
  readonly appliedAt: string;
  readonly operator: string;
}

/** By the code of the user, as it was asked for; whom no run is known to have changed is not in it. */
export type LastChanges = ReadonlyMap<string, LastChange>;

export interface AbsentUser {
  readonly user: string;
  readonly name: string;
  /** Null where no run is known. */
  readonly lastChange: LastChange | null;
}

/** A part of the list, in the order of user codes. */
export interface AbsentPage {
  readonly users: readonly (AbsentUser & { /** Its place in the list. */ readonly place: string })[];
}

export interface AbsentPageRequest {
  readonly place: PagePlace;
  readonly size: number;
}
