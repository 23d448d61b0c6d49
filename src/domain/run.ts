/** A run: a plan and what became of it. */
import type { AbsentCount } from './absent.js';
import type { Delivery } from './delivery/delivery.js';
import type { EnvironmentType } from './directory.js';
import type { IdentityField, ImportType } from './fields.js';
import type { Guard } from './guards/guard.js';
import type { GuardCounts } from './guards/guardCounts.js';
import type { GuardSettings } from './guards/guardSettings.js';
import type { OutcomeCounts } from './outcomes.js';
import type { PullCounts } from './pullCounts.js';
import type { ImportSettings } from './settings.js';
import type { SettingsChange } from './settingsChange.js';

/**
 * A plan that was neither applied nor discarded in its time has expired: that is seen when it is read. A `delivered` one
 * is applied elsewhere, from a file, and does not expire.
 */
export const RUN_STATUSES = ['planned', 'delivered', 'applied', 'discarded', 'expired'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
export type StoredStatus = Exclude<RunStatus, 'expired'>;

/** The status of a run at a moment (ISO 8601, UTC); at the moment itself it is expired. */
export function statusAt(status: StoredStatus, expiresAt: string, at: string): RunStatus {
  return status === 'planned' && expiresAt <= at ? 'expired' : status;
}

/** Neither applied nor discarded. */
export const UNDECIDED: readonly RunStatus[] = ['planned', 'expired'];

/**
 * Where the rows of a run come from. One of kind `settings` has none, and changes an environment itself; nor has one of
 * kind `pull`, which brought a mirror in line with the live environment.
 */
export const RUN_KINDS = ['import', 'undo', 'second-pass', 'align', 'hand', 'settings', 'pull'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

export interface RunFile {
  readonly name: string;
  /** Of the file's bytes; empty where the rows do not come from a file. */
  readonly sha256: string;
  readonly rows: number;
  readonly blank: number;
}

/** The import definition that a run was planned with. */
export interface UsedDefinition {
  readonly name: string;
  /** Of its text as it is exported. */
  readonly sha256: string;
}

/** Counts of a whole plan, kept with the run. */
export interface RunSummary {
  readonly outcomes: OutcomeCounts;
  /** By mutation code; one key `mutation` for that type, `invalid` for codes that do not exist. */
  readonly codes: Readonly<Record<string, OutcomeCounts>>;
  /** Users that lose a value, counted once. */
  readonly cleared: Readonly<Record<IdentityField, number>>;
  /** Users that change, by environment code. */
  readonly environments: Readonly<Record<string, { readonly users: number }>>;
  readonly tokensRevoked: number;
  readonly groupsCreated: number;
  /** The groups that are created, the first thousand; absent in runs of before they were kept. */
  readonly newGroups?: readonly string[];
  /** Users that are blocked and can still log in elsewhere, by the code of that environment. */
  readonly staysActive: Readonly<Record<string, number>>;
  /** Users of its rows that are blocked and stay so. */
  readonly staysBlocked: number;
  /** Active users whom no row names, of a plan of a file; kept since an import can do something about them. */
  readonly absent?: AbsentCount;
  /** What it relies on and a mirror does not know; absent where all was known. */
  readonly unknown?: UnknownInPlan;
  /** What a pull did; kept since it tells that of itself. */
  readonly pulled?: PullCounts;
}

export interface UnknownInPlan {
  /** Values that it changes, and of which the one before is not known, by field. */
  readonly fields: Readonly<Record<string, number>>;
  /** Groups that users join, and of which it is not known that they are there. */
  readonly groups: readonly string[];
  /** Rows on users of whom it is not known whether they are system users. */
  readonly system: number;
  /** Persons that users get, and of whom it is not known that they are there. */
  readonly persons?: readonly string[];
  /** Rows that block who could sign in, and of whom it is not known whether they administer the portal: no guard counts them. */
  readonly administrators?: number;
  /** Users that are not brought in line, as a value of theirs that others would follow is not known. */
  readonly notAligned?: number;
}

/** What rows were planned by: the record of the audit after which the directory was read, and the version of the program. */
export interface PlannedAsOf {
  readonly audit: number;
  readonly program: string;
}

export interface Run {
  readonly id: number;
  /** The number of its plan, which is another one after rows are left out, mended or planned again. */
  readonly plan: number;
  readonly kind: RunKind;
  readonly status: RunStatus;
  /** Says nothing for a run of kind `settings`. */
  readonly type: ImportType;
  readonly environment: string;
  readonly environmentType: EnvironmentType;
  readonly file: RunFile;
  /** Null where none was used, and for a run of an earlier Instroom. */
  readonly definition: UsedDefinition | null;
  readonly operator: string;
  /** Where the operator came from: the client's address over SSH, else empty. */
  readonly origin: string;
  /** The login that opened the operator's session, where that is another one. */
  readonly sessionLogin: string | null;
  /** The operator's login at the database server; null for a file. */
  readonly databaseLogin: string | null;
  /** Environments that asked for a second person when it was planned, reached or not. */
  readonly askedBy: readonly string[];
  /** Over its rows, changes and limits, hexadecimal: what an approval is given to. Null for a plan of an earlier Instroom. */
  readonly digest: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  /** Null until it is applied, and for a run of an earlier Instroom. */
  readonly appliedBy: string | null;
  /** Who raised its limits on purpose, each once. */
  readonly raisedBy: readonly string[];
  /** The guards under which it was applied; null until then. */
  readonly appliedGuards: readonly Guard[] | null;
  /** Why it was planned or applied, as whoever did that says; null where nobody did, and once it was pruned. */
  readonly reason: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly appliedAt: string | null;
  readonly expiresAt: string;
  readonly settings: ImportSettings;
  /** What a run of kind `settings` changes; null for every other. */
  readonly settingsChange: SettingsChange | null;
  /** Names of the columns in the file, and how it was read. */
  readonly headers: readonly string[];
  /** How the file was read, as the files room told it; kept to write rejected rows in the same layout. */
  readonly layout: unknown;
  /** Limits that a definition set when the run was planned, and those that were raised for it before it is applied. */
  readonly guardSettings: GuardSettings;
  readonly counts: GuardCounts;
  readonly summary: RunSummary;
  /** Users that the run creates and whose UPN waits for a second pass. */
  readonly deferredUpns: number;
  /** Absent in a run of an earlier Instroom. */
  readonly asOf?: PlannedAsOf;
  /** The run that this one undoes or completes. */
  readonly parent: number | null;
  /** The run whose rows were planned anew as this one. */
  readonly again: number | null;
  /** The runs that were planned together of one file, this one among them; null for one that was planned alone. */
  readonly set: readonly number[] | null;
  /** Of a run that applied some rows of a plan: the run in which the others are planned. */
  readonly rest: number | null;
  /** The run that undid this one. */
  readonly undoneBy: number | null;
  /** Of the file that was made of it last; null where none was. */
  readonly delivery: Delivery | null;
  /** The second pass of this run. */
  readonly secondPass: { readonly run: number; readonly status: RunStatus } | null;
  /** Personal data was removed (`history prune`). */
  readonly pruned: boolean;
}

/** Whether `--as second-pass` of this run is that of the users it makes, and not of its own rows. */
export function hasSecondImport({ kind, deferredUpns }: Run): boolean {
  return kind !== 'second-pass' && deferredUpns > 0;
}
