/**
 * Where plans are made and kept, as the use cases see it. A plan is written in chunks, and becomes the
 * plan of a run in one step; until then nobody sees it. Implemented in `src/store`.
 */
import type { Delivery } from '../../domain/delivery/delivery.js';
import type { Environment } from '../../domain/directory.js';
import type { PlannedRow } from '../../domain/plannedRow.js';
import type { ImportType } from '../../domain/fields.js';
import type { ActiveCount, ClearedUsers } from '../../domain/guards/guardCounts.js';
import type { Guard } from '../../domain/guards/guard.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import type { MessageCode, MessageLevel } from '../../domain/messages.js';
import type { Participant } from '../../domain/operator.js';
import type { Outcome } from '../../domain/outcomes.js';
import type { Run, RunStatus } from '../../domain/run.js';
import type { KeysOfRows } from '../../domain/sharedKeys.js';
import type { SourceRow } from '../../domain/sourceRow.js';
import type { UserToUndo } from '../../domain/undoUser.js';
import type { RowTerms } from '../../domain/rowTerms.js';
import type { UserFilter } from '../../domain/userFilter.js';
import type { AbsentPage, AbsentPageRequest, AbsentUser, LastChanges } from './absentNow.js';
import type { Recording } from './auditLog.js';
import type { DirectoryNeeds, DirectorySlice, Group, WorkingUser } from '../../domain/workingDirectory.js';

/** Something is being worked on: told now and then, for a progress line. */
export interface Progress {
  readonly phase: 'reading' | 'checking' | 'writing';
  readonly done: number;
  /** Undefined while the end is not known. */
  readonly total?: number;
}
export type OnProgress = (progress: Progress) => void;

/** A row with what it came from. */
export interface PlannedSource {
  readonly planned: PlannedRow;
  readonly source: SourceRow;
}

/** A row of a plan that is written, with hashes of the keys that it may share with others (`domain/sharedKeys.ts`), where they are kept. */
export interface RowToKeep extends PlannedSource {
  readonly shared?: readonly number[] | undefined;
}

export interface PlanChunk {
  readonly rows: readonly RowToKeep[];
  readonly users: readonly WorkingUser[];
  readonly groups: readonly Group[];
  /** Groups that go when the plan leaves nobody in them. */
  readonly removedGroups?: readonly PlannedGroup[];
  /** Hashes of the passwords of these rows; kept apart from the plan. */
  readonly secrets: readonly { readonly row: number; readonly hash: string }[];
}

/** What can only be counted over the whole plan: users, each once. */
export interface PlannedUserCounts {
  readonly cleared: readonly ClearedUsers[];
  readonly blocks: number;
  readonly renames: number;
  /** In the target environment. */
  readonly creates: number;
  /** In the target environment: users that were there, and change. */
  readonly updates: number;
  readonly deferredUpns: number;
  readonly environments: Readonly<Record<string, { readonly users: number }>>;
  readonly activeUsers: number;
  /** Absent where no environment loses any. */
  readonly administrators?: readonly ActiveCount[];
  /** Absent where no environment that it reaches has a number of licences. */
  readonly licences?: readonly ActiveCount[];
  /** SHA-256 over all rows as they were saved, hexadecimal. */
  readonly rowsDigest: string;
}

/** A run that is about to get a number. */
export type NewRun = Omit<
  Run,
  | 'id'
  | 'plan'
  | 'status'
  | 'appliedAt'
  | 'approvedBy'
  | 'approvedAt'
  | 'appliedBy'
  | 'appliedGuards'
  | 'digest'
  | 'undoneBy'
  | 'delivery'
  | 'secondPass'
  | 'pruned'
  | 'set'
  | 'rest'
  | 'environment'
  | 'environmentType'
> & {
  readonly environmentId: number;
  /** The environments that the plan relies on, by id, with their version. */
  readonly environmentVersions: Readonly<Record<number, number>>;
  readonly rowsDigest: string;
  /** Discarded where it was made to know whether there is anything to do, and there is not. */
  readonly status: 'planned' | 'discarded';
  /** What a script that makes it ends with. */
  readonly exit: number;
};

/** What somebody does to a run: `exclude` is leaving out and taking back. */
export type RunAct = 'plan' | 'exclude' | 'mend' | 'raise' | 'approve' | 'apply';

/** Acts after which one is no second person any more. */
export const SHAPING_ACTS: readonly RunAct[] = ['plan', 'exclude', 'mend', 'raise'];

export interface RunPerson extends Participant {
  readonly act: RunAct;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What becomes of a run when it is approved or applied, beside its state. */
export interface Decision {
  readonly people: readonly RunPerson[];
  readonly raisedBy: readonly string[];
  /** Takes the place of what was said when it was planned. */
  readonly reason?: string;
  readonly record?: Recording;
}

/** How a run is delivered, beside what is kept of it. */
export interface DeliveryDecision extends Decision {
  readonly again: boolean;
}

/** A run that was delivered, and users of another plan that it changes. */
export interface UndecidedDelivery {
  readonly run: number;
  readonly users: number;
}

/** Runs that are asked for; conditions add up. */
export interface RunsFilter {
  readonly environment?: string;
  /** Of any of these. */
  readonly statuses?: readonly RunStatus[];
  /** Made at this moment (ISO 8601, UTC) or after it. */
  readonly since?: string;
  readonly limit?: number;
}

/** Rows of a plan that are asked for; conditions add up. */
export interface RowFilter {
  /** One of these where there are several. */
  readonly outcome?: Outcome | readonly Outcome[];
  /** A mutation code, as text. */
  readonly code?: string;
  /** A message code. */
  readonly message?: string;
  /** For which a check holds, by its name. */
  readonly check?: string;
  /** One of the wizard's tabs that no outcome stands for. */
  readonly mark?: RowMark;
  /** Those that a filter finds (docs/rules.md, *Filter over rows*). */
  readonly where?: RowTerms;
  /** Of one of these kinds of change, by number. */
  readonly kinds?: readonly number[];
  /** Those of absent users, and of no file (true), or the others. */
  readonly absent?: boolean;
  /** Rows that hold this text, in any letter case. */
  readonly text?: string;
  /** Those with these numbers. */
  readonly rows?: readonly number[];
}

/** Rows of a plan that are worked out anew while the others stay, by number and in order; of the groups that a plan makes, those of these rows, by key. */
export interface RevisedPart {
  readonly rows: readonly number[];
  readonly groups: readonly string[];
}

/** Rows of one kind of change, or with one message. */
export interface CountedRows {
  readonly rows: number;
  /** The first of them. */
  readonly example: number;
}

/** A kind of change by its number, which is the same in every plan. */
export interface CountedKind extends CountedRows {
  readonly kind: number;
  /** The rows are left out; those of them that are not are counted apart. */
  readonly leftOut: boolean;
}

export interface CountedMessage extends CountedRows {
  readonly code: MessageCode;
  readonly level: MessageLevel;
}

/** By code of the user in whatever letter case (of ASCII), or by outcome; rows that are alike in it in file order. */
export type RowOrder = 'row' | 'user' | 'outcome';

/** What a row does or carries, besides its outcome. */
export const ROW_MARKS = ['error', 'warning', 'notice', 'blocks', 'renames', 'clears', 'defaulted', 'mended'] as const;
export type RowMark = (typeof ROW_MARKS)[number];

/** Something that a plan relies on and that changed since. */
export interface StaleRow {
  readonly row: number;
  readonly user: string;
  /** What changed: a user changed, is gone, or appeared; a person, group, environment or UPN. */
  readonly reason:
    | 'userChanged'
    | 'userGone'
    | 'userAppeared'
    | 'person'
    | 'group'
    | 'environment'
    | 'upn'
    | 'administrators'
    | 'licences';
  /** Code of the environment, or of the thing where that says more. */
  readonly subject: string;
}

/** A net change of a run to one user, as undo needs it. */
export interface AppliedUser extends Omit<UserToUndo, 'environment'> {
  readonly planId: number;
  readonly targetPlanId: number;
  readonly environmentId: number;
  readonly passwordSet: boolean;
  /** The code that the run gave it; null where it kept its own. */
  readonly newCode: string | null;
}

export type PlannedGroup = Pick<Group, 'code' | 'description'>;

/** A user that a run created, and the UPN that it waits for. */
export interface WaitingUser {
  /** The plan's number of the user. */
  readonly id: number;
  readonly user: string;
  readonly description: string;
  readonly email: string;
  /** The one that waits. */
  readonly upn: string;
  /** The one that it has now; null for who is not there. */
  readonly found: string | null;
}

/** A run that applied the same content before. */
export interface AppliedBefore {
  readonly run: Run;
  /** Something else than its own second pass changed users of it in its environment since. */
  readonly changedSince: boolean;
  /** The last run that did; null where it was none (the directory was imported). */
  readonly changedBy: number | null;
}

/** The last file of a kind that was applied somewhere. */
export interface LastFile {
  readonly run: number;
  readonly rows: number;
  /** It had no line break at its end; null where that was not looked at. */
  readonly endsOpen: boolean | null;
}

export interface RevokedToken {
  readonly user: string;
  readonly environment: string;
  readonly application: string;
  readonly device: string;
}

/** What a user is found by. */
export interface UserKeys {
  readonly code: string;
  readonly upn: string;
}

/** Where a plan can write. */
export interface Reach {
  readonly target: Environment;
  /** The live environments of the target's type, the target among them. */
  readonly environments: readonly Environment[];
}

/** Writes a plan, chunk by chunk. Nobody sees the plan yet. */
export interface PlanWriter {
  /** The last number that users have of the plan that this is to be a part of; 0 without one. */
  readonly lastUser: number;
  /** Starts reading what a later `load` with the same needs will ask for. */
  prefetch(needs: DirectoryNeeds): void;
  /** What a chunk needs of the directory, as the rows that were saved so far leave it. */
  load(needs: DirectoryNeeds): Promise<DirectorySlice>;
  /** Starts storing a chunk; throws what went wrong with the chunk before it. */
  save(chunk: PlanChunk): Promise<void>;
  /** Active users of the target environment whom no row that was saved names, system users aside. */
  countAbsent(): Promise<number>;
  /** The codes of those of them whom a filter finds, in their order, in chunks; saving goes on meanwhile. */
  absentUsers(filter: UserFilter): AsyncIterable<readonly string[]>;
  /**
   * What was saved takes the place of a part of the run's plan, if that is still the one that was read; the other rows stay as they
   * are, and the approval lapses. Nothing can be saved afterwards.
   */
  replacePart(before: Pick<Run, 'id' | 'plan' | 'asOf'>, part: RevisedPart, revised: RevisedPlan): Promise<Run>;
  /** Waits until everything is stored, and counts it. Nothing can be saved afterwards. */
  finish(): Promise<CompletePlan>;
  /** Drops what was stored, unless it became the plan of a run. */
  abandon(): Promise<void>;
}

/** A plan of which a part is replaced, and what that makes of its run, when it is counted as it is then. */
export interface RevisedPlan {
  readonly people: readonly RunPerson[];
  readonly record?: Recording | undefined;
  readonly runOf: (counted: RevisedCounts) => Promise<NewRun>;
}

/** What is counted of such a plan, and what is looked up where it is needed. */
export interface RevisedCounts extends Pick<CompletePlan, 'users' | 'asOf'> {
  /** Active users whom no row names. */
  readonly countAbsent: () => Promise<number>;
  /** The groups that its rows make, in their order, so many at most. */
  readonly nameGroups: (most: number) => Promise<readonly string[]>;
}

/** A plan of which everything is stored. Only `PlanWriter.finish` makes one; nobody sees it before it is published. */
export interface CompletePlan {
  /** The number of the plan. */
  readonly plan: number;
  /** The number of the last record of the audit when the directory was first read for it. */
  readonly asOf: number;
  readonly users: PlannedUserCounts;
  /** Rows in file order, read in chunks. */
  rows(): AsyncIterable<readonly PlannedRow[]>;
  /** Makes it the plan of a new run. */
  publish(run: NewRun, people: readonly RunPerson[], record?: Recording): Promise<Run>;
  /** Makes it the plan of a run instead of the one that was read, if that is still its plan; the approval lapses. */
  republish(
    before: Pick<Run, 'id' | 'plan'>,
    run: NewRun,
    people: readonly RunPerson[],
    record?: Recording,
  ): Promise<Run>;
}

export interface PlanToPublish {
  readonly plan: CompletePlan;
  readonly run: NewRun;
  readonly people: readonly RunPerson[];
  readonly record?: Recording | undefined;
}

/** What asks what is in a plan throws `UserError` for a run that was pruned. */
export interface PlanStore {
  /** Starts a plan; sweeps those that were left behind. `partOf` is the run of whose plan it is to be a part. */
  begin(reach: Reach, partOf?: number): Promise<PlanWriter>;
  /** Makes plans the plans of new runs, a set, all or none; answers them in that order. */
  publishSet(plans: readonly PlanToPublish[]): Promise<readonly Run[]>;
  /** How many users several of these runs change, by the code of their environment. */
  reachedTogether(runs: readonly number[]): Promise<Readonly<Record<string, number>>>;

  /** What rows need of the directory, as it is now. */
  read(reach: Reach, needs: DirectoryNeeds): Promise<DirectorySlice>;
  /** The codes and UPNs of the users that have one of these. */
  usersHaving(reach: Reach, keys: Pick<DirectoryNeeds, 'userKeys' | 'upnKeys'>): Promise<readonly UserKeys[]>;

  /** Throws `UserError` when there is no such run. */
  run(id: number): Promise<Run>;
  /** Who did what to a run, in that order. */
  people(runId: number): Promise<readonly RunPerson[]>;
  /** Latest first. */
  runs(filter: RunsFilter): Promise<readonly Run[]>;
  /** The last run that applied this content there and that was not undone. */
  appliedBefore(sha256: string, environmentId: number, type: string): Promise<AppliedBefore | undefined>;

  /** The last file that was applied there with this definition, or else as this type without one; null where none was. */
  lastFile(
    environmentId: number,
    kind: { readonly definition: string | null; readonly type: ImportType },
  ): Promise<LastFile | null>;

  /** Rows in file order, read in chunks. */
  rows(runId: number, filter: RowFilter, chunkSize?: number): AsyncIterable<readonly PlannedRow[]>;
  /** Numbers of the rows that a filter finds, in file order unless told otherwise: what a screen pages through. */
  rowNumbers(runId: number, filter: RowFilter, order?: RowOrder): Promise<Uint32Array>;
  /** How many rows a filter finds. */
  countRows(runId: number, filter: RowFilter): Promise<number>;
  /** The kinds of change of the rows that are done or left out, the rarest first. */
  kinds(runId: number): Promise<readonly CountedKind[]>;
  /** The messages of its rows, each once a row, the rarest first. */
  messages(runId: number): Promise<readonly CountedMessage[]>;
  /** Active users whom no row of the plan names, as the directory is now: those that a filter over rows finds. */
  absentNow(runId: number, where?: RowTerms): AsyncIterable<readonly AbsentUser[]>;
  absentPage(runId: number, where: RowTerms | undefined, request: AbsentPageRequest): Promise<AbsentPage>;
  countAbsentNow(runId: number, where?: RowTerms): Promise<number>;
  /** Of users of the plan's environment by their codes; of a run that was applied, what was done before it. */
  lastChanges(runId: number, users: readonly string[]): Promise<LastChanges>;
  /** The rows with these numbers, in file order. */
  rowsByNumber(runId: number, rows: readonly number[]): Promise<readonly PlannedRow[]>;
  /** The same rows with what they came from: cells as the file had them, or as they were mended since. */
  sourcesByNumber(runId: number, rows: readonly number[]): Promise<readonly PlannedSource[]>;
  /** Rows as the file had them (passwords taken out), with the outcome they got, in chunks. */
  sources(runId: number, filter: RowFilter, chunkSize?: number): AsyncIterable<readonly PlannedSource[]>;
  /** The rows of the file with these numbers, as those of `sources`, and nothing of what they come to. */
  cells(runId: number, rows: readonly number[]): AsyncIterable<readonly SourceRow[]>;
  /** What the rows may have in common with others; undefined where that was not kept with all of them. */
  keysOfRows(runId: number): Promise<KeysOfRows | undefined>;
  /** Stored password hashes of rows, for planning them again. */
  secrets(runId: number, rows: readonly number[]): Promise<ReadonlyMap<number, string>>;

  /**
   * Writes exactly the plan, in one transaction over all environments, or nothing.
   * Answers what is stale, in which case nothing was written; throws `UserError` when the run is not planned any more.
   */
  apply(
    runId: number,
    plan: number,
    at: string,
    decision: Decision & { readonly guards: readonly Guard[] },
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<readonly StaleRow[]>;
  /** Approved by the person of `approver`, with these limits. Throws `UserError` where the run changed meanwhile. */
  approve(
    run: Pick<Run, 'id' | 'plan' | 'digest'>,
    approver: RunPerson,
    decision: Decision & { readonly limits: GuardSettings },
  ): Promise<void>;
  /** What is stale of a plan, as `apply` would find it now. */
  stale(runId: number, plan: number): Promise<readonly StaleRow[]>;
  /**
   * Marks a run delivered, and forgets its passwords, unless something of its plan is stale: that is answered, and
   * nothing done. Throws `UserError` when it is neither planned nor, where it is delivered `again`, delivered.
   */
  deliver(runId: number, plan: number, delivery: Delivery, how: DeliveryDecision): Promise<readonly StaleRow[]>;
  /** Keeps that the file of the second import of a delivered run was made, too. */
  deliverSecond(runId: number, plan: number, delivery: Delivery, record?: Recording): Promise<void>;
  /** Marks a delivered run applied: it was seen to be so. */
  settle(runId: number, at: string, guards: readonly Guard[], record?: Recording): Promise<void>;
  /** Delivered runs that change users of this plan and are not decided yet, with how many of them. */
  undecidedDeliveries(runId: number): Promise<readonly UndecidedDelivery[]>;
  /** Keeps with a run that applied some rows of a plan which run the others are planned in. */
  linkRest(runId: number, rest: number): Promise<void>;
  discard(runId: number, record?: Recording): Promise<void>;
  /** Net changes of an applied run, by target user, in chunks; latest first. */
  applied(runId: number, chunkSize: number): AsyncIterable<readonly AppliedUser[]>;
  /** Groups that a run created, and those that it removed. */
  groupsOf(
    runId: number,
  ): Promise<{ readonly created: readonly PlannedGroup[]; readonly removed: readonly PlannedGroup[] }>;
  /** Users that a run created and whose UPN waits, with their values as they are, or are to be where they are not there yet, in chunks (docs/rules.md, *Second pass*). */
  waitingForUpn(runId: number): AsyncIterable<readonly WaitingUser[]>;
  revokedTokens(runId: number): Promise<readonly RevokedToken[]>;
  /** Removes rows, users and texts of the runs made before a moment; answers how many runs. */
  prune(before: string, record?: Recording): Promise<number>;
}
