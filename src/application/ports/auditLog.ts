/**
 * The record of every attempt to change something: who, when, from where, what, and how it ended. Records
 * are only added, and each holds the hash of the one before. They hold codes, logins and settings, and no
 * names, addresses or UPNs. Implemented in `src/store`.
 */

export const AUDITED_ACTS = [
  'plan',
  'exclude',
  'mend',
  'raise',
  'approve',
  'apply',
  'deliver',
  'verify',
  'discard',
  'undo',
  'env.add',
  'env.set',
  'env.remove',
  'env.connect',
  'env.disconnect',
  'env.pull',
  'directory.import',
  'leftover.clear-upn',
  'definition.save',
  'definition.delete',
  'history.prune',
  'db.migrate',
] as const;
export type AuditedAct = (typeof AUDITED_ACTS)[number];

/** `planned`: a plan of settings was made where the settings themselves wait for a second person. */
export type AuditOutcome = 'done' | 'planned' | 'refused' | 'failed';

/** Settings, counts or codes by name. */
export type AuditValues = Readonly<Record<string, unknown>>;

/** What is recorded of an attempt. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly login: string;
  /** The login that opened the session, where that is another one. */
  readonly sessionLogin: string | null;
  /** The login at the database server; null for a file. */
  readonly databaseLogin: string | null;
  readonly origin: string;
  readonly what: AuditedAct;
  readonly run: number | null;
  readonly environment: string | null;
  readonly user: string | null;
  readonly old: AuditValues | null;
  readonly new: AuditValues | null;
  readonly outcome: AuditOutcome;
  /** The exit status that a script gets. */
  readonly exit: number;
}

/** What only the transaction that does it knows. */
export type Known = Partial<Pick<AuditEntry, 'run' | 'environment' | 'user' | 'old' | 'new' | 'exit'>>;

/** What a transaction records of itself, as the last thing that it does: done and recorded, or neither. */
export type Recording = (known?: Known) => readonly AuditEntry[];

export interface AuditRecord extends AuditEntry {
  /** From 1, without gaps. */
  readonly number: number;
  /** What its run says of why, which is kept with the run and goes with it: free text is in no record. */
  readonly reason: string | null;
}

export interface AuditFilter {
  /** Records behind this number. */
  readonly after?: number;
  /** From this moment on, ISO 8601, UTC. */
  readonly since?: string;
  readonly run?: number;
  /** A complete user code, compared without regard to case. */
  readonly user?: string;
  readonly login?: string;
}

/** Number and hash of the last record, to be kept elsewhere: 0 and empty where there is none. */
export interface AuditHead {
  readonly number: number;
  readonly hash: string;
}

export interface AuditLog {
  /** Adds a record of an attempt that changed nothing, and so has no transaction to be part of. */
  add(entry: AuditEntry): Promise<void>;
  /** Oldest first, in chunks. */
  records(filter: AuditFilter): AsyncIterable<readonly AuditRecord[]>;
  head(): Promise<AuditHead>;
}
