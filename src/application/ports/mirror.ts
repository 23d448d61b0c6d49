/**
 * A mirror: users, groups, memberships and persons of a live environment, as they were when it was last read. What is
 * read comes in chunks, as the administration has it: no rule of ours judges it. Kept by `src/store`.
 */
import type { AccessField } from '../../domain/fields.js';
import type { Environment } from '../../domain/directory.js';
import type { PullCounts } from '../../domain/pullCounts.js';
import type { Recording } from './auditLog.js';
import type { NewRun, OnProgress, RunPerson } from './planStore.js';

/** A user as the live environment has it; null for what it does not tell. */
export interface PulledUser {
  readonly user: string;
  readonly description: string | null;
  readonly email: string | null;
  readonly upn: string | null;
  /** Code of the person; empty for none. */
  readonly person: string | null;
  readonly blocked: boolean | null;
  readonly system: boolean | null;
  /** A field that is absent is not told either. */
  readonly access: Readonly<Partial<Record<AccessField, boolean | null>>>;
  readonly siteLanguage: string | null;
}

export interface PulledGroup {
  readonly group: string;
  readonly description: string;
}

export interface PulledMembership {
  readonly user: string;
  readonly group: string;
}

export interface PulledPerson {
  readonly person: string;
  readonly name: string;
}

/** One reading of a live environment: each list is gone through once, in this order. */
export interface LiveReading {
  readonly users: AsyncIterable<readonly PulledUser[]>;
  readonly groups: AsyncIterable<readonly PulledGroup[]>;
  /** All groups are told. Where only those that somebody is in are, a group that is not told is unknown, not gone. */
  readonly groupsComplete: boolean;
  readonly memberships: AsyncIterable<readonly PulledMembership[]>;
  /** Null where no persons are told but those that users name. */
  readonly persons: AsyncIterable<readonly PulledPerson[]> | null;
}

/** Live environments that ours are connected to; which one that is, an environment says itself. */
export interface LiveEnvironments {
  /** Throws `UserError` where an environment is connected to none, or cannot be reached. */
  read(environment: Environment, signal?: AbortSignal): Promise<LiveReading>;
}

export interface PullOptions {
  /** Counts what would be done, and does none of it. */
  readonly dryRun?: boolean;
  /** Takes a reading with fewer than half of what the pull before had. */
  readonly acceptShrunk?: boolean;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
  /** When it is read, ISO 8601, UTC. */
  readonly at: string;
  /** The run that keeps what it changed; made where it changes any user. */
  readonly run: (counts: PullCounts) => NewRun;
  readonly people: readonly RunPerson[];
  readonly record?: Recording;
}

export interface PullResult {
  readonly counts: PullCounts;
  /** The run that keeps what was changed of users; null where nothing was, or was tried alone. */
  readonly run: number | null;
}

export interface PullRequest {
  /** Counts what would be done, and does none of it. */
  readonly dryRun?: boolean | undefined;
  /** Takes a reading with less than half of what the pull before had. */
  readonly acceptShrunk?: boolean | undefined;
}

/** What a pull did, with the environment as its code is written. */
export interface PullAnswer {
  readonly environment: string;
  readonly counts: PullCounts;
  readonly run: number | null;
}

export interface MirrorStore {
  /**
   * Brings a mirror in line with what is read, in one transaction: all of it or nothing. Throws `UserError`: guarded
   * where there is less than half of what the pull before had.
   */
  pull(environmentId: number, reading: LiveReading, options: PullOptions): Promise<PullResult>;
}
