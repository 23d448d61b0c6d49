/** What Instroom can do: the one door that the commands and the wizard come through. */
import type { AbsentSettings } from '../domain/absent.js';
import type { Environment, EnvironmentType } from '../domain/directory.js';
import type { FieldId, ImportType } from '../domain/fields.js';
import type { Guard } from '../domain/guards/guard.js';
import type { GuardSettings } from '../domain/guards/guardSettings.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import type { RowTerms } from '../domain/rowTerms.js';
import type { Run, UsedDefinition } from '../domain/run.js';
import type { ImportSettings } from '../domain/settings.js';
import type { CheckedConnection, ConnectionRequest } from './ports/afas.js';
import type { ReadDirectory } from './ports/directoryFaults.js';
import type { AuditFilter, AuditHead, AuditRecord } from './ports/auditLog.js';
import type {
  DirectoryStore,
  EnvironmentChanges,
  NewEnvironment,
  EnvironmentOverview,
  IdentityHolders,
  ImportedCounts,
  DirectoryPart,
  DriftingUser,
  Leftover,
  ProtectedCount,
} from './ports/directoryStore.js';
import type { FileOptions, InspectedFile, MappingResult, MappingOverrides } from './ports/importFiles.js';
import type {
  OnProgress,
  PlannedSource,
  PlanStore,
  RevokedToken,
  RowFilter,
  RowOrder,
  RunsFilter,
  UndecidedDelivery,
} from './ports/planStore.js';
import type { TestedChecks } from './testedChecks.js';
import type { KindsOfPlan, MessageOfPlan } from './rowGroups.js';
import type { DeliveredRun, DeliverRequest, DeliveryTarget, VerifiedRun } from './deliveries.js';
import type { ListedValue } from './valueList.js';
import type { TemplateContent, TemplateRequest } from './templateContent.js';
import type { PullAnswer, PullRequest } from './ports/mirror.js';
import type { ActRequest, UserUseCases } from './userUseCases.js';

/** A run with its guards as they are now: what every command about a run answers. */
export interface RunAnswer {
  readonly run: Run;
  readonly guards: readonly Guard[];
  /** Whether it is applied after approval alone, and whether it waits for that now. */
  readonly approvalAsked: boolean;
  readonly approvalNeeded: boolean;
  /** It reaches an environment that asks for a reason, and has none yet: that environment. */
  readonly reasonNeeded?: string;
  /** What is written here is a mirror: the plan is for a live environment. */
  readonly isMirror?: true;
  /** Of a plan that was just made: its content was applied here before, and users of it were changed since. */
  readonly importedBefore?: ImportedBefore;
  /** Of a plan: runs that were delivered, change users of it too, and are not seen to be so yet. */
  readonly undecided?: readonly UndecidedDelivery[];
  /** Of a plan that took the place of another: what was decided there and holds here. */
  readonly carried?: CarriedDecisions;
}

/**
 * `approval`: the operator can give it; `second-person`: somebody else has to. `decision`: its rows are still looked
 * at; `applying`: all it takes is done.
 */
export type PlanWait = 'expired' | 'approval' | 'second-person' | 'decision' | 'applying' | 'verify';

export interface WaitingPlan {
  readonly run: Run;
  readonly waits: PlanWait;
}

/** Rows that are left out, and the numbers of those with mended cells. */
export interface CarriedDecisions {
  readonly excluded: number;
  readonly mended: readonly number[];
}

/** How many rows would not be left out any more, and how many would have cells as the file has them again. */
export interface LostDecisions {
  readonly excluded: number;
  readonly mended: number;
}

/** How a command on an environment went: done, or left to a plan that waits. */
export type EnvironmentAnswer<Done> = ({ readonly planned: null } & Done) | { readonly planned: RunAnswer };

export interface ImportedBefore {
  readonly run: number;
  /** The last run that changed users of it; null where it was none. */
  readonly changedBy: number | null;
}

/** Why something is planned or applied, as whoever does it says (docs/rules.md, *Why*). */
export type Reason = string | undefined;

export interface PlanRequest {
  readonly file: InspectedFile;
  /** Code of the target environment. */
  readonly environment: string;
  readonly settings: ImportSettings;
  readonly definition?: UsedDefinition | undefined;
  /** Guards that a definition sets. */
  readonly guards?: GuardSettings;
  /** Limits that are raised on purpose, kept with the run together with who did so. */
  readonly raised?: GuardSettings;
  /** Plan it although the same content was applied before. */
  readonly importAgain?: boolean;
  /** Days that the plan can be applied; 7 unless told otherwise. */
  readonly expiresAfterDays?: number;
  /** It is made to know whether there is anything to do: where there is not, it is stored as discarded. */
  readonly exitOnChanges?: boolean;
  readonly reason?: Reason;
  /** The run that this plan is to take the place of: what was decided of its rows holds for the same rows here. */
  readonly carry?: number;
  /** What may be lost of that; planning throws `UserError` of key `plan.decisionsLost` where more would be. */
  readonly lose?: LostDecisions;
}

/** Rows of a plan that are applied first: so many of those that change something, or these. */
export type PartOfPlan = { readonly first: number } | { readonly rows: readonly number[] };

export interface ApplyRequest {
  readonly run: number;
  /** The plan that was looked at: refused where the run has another one by now. The present one unless told otherwise. */
  readonly plan?: number;
  /** Guards that are raised on purpose. */
  readonly guards?: GuardSettings;
  /** Plan and apply the second pass as well (docs/rules.md, *Second pass*). */
  readonly secondPass?: boolean;
  /** Only these rows: the others are planned anew, as another run (docs/rules.md, *First a few*). */
  readonly part?: PartOfPlan;
  /** Writes in environments that are connected to live ones, where the mirror alone is meant. */
  readonly mirrorOnly?: boolean;
  /** Takes the place of what was said when it was planned. */
  readonly reason?: Reason;
}

export interface ApproveRequest {
  readonly run: number;
  /** The plan that was looked at on a screen, as in `ApplyRequest`. */
  readonly plan?: number;
  /** The digest of what was looked at elsewhere. */
  readonly digest?: string;
  /** Guards that are raised together with the approval. */
  readonly guards?: GuardSettings;
}

/** A row that came out otherwise than in the plan before. */
export interface RowDifference {
  readonly row: number;
  readonly user: string;
  readonly before: PlannedRow | null;
  readonly after: PlannedRow | null;
}

/** A field by one of its names, or a column by its header. */
export type MendedPlace = string;

/** What is mended in a plan. All that it holds is worked out once; what comes to nothing leaves the plan as it is. */
export interface MendRequest {
  /** The rows, unless all of them are meant. */
  readonly rows?: readonly number[];
  readonly where?: RowTerms;
  /** The cells of those rows in these places, and what they become. */
  readonly values?: readonly { readonly place: MendedPlace; readonly value: string }[];
  /** Typed where nobody reads along: a password can be among the values. */
  readonly hidden?: boolean;
  /** Every cell of a place that is exactly one text becomes another. */
  readonly replace?: readonly { readonly place: MendedPlace; readonly from: string; readonly to: string }[];
  /** The cells of these places are as the file has them again; of every one where none is named. */
  readonly restore?: readonly MendedPlace[];
}

/** A value of a column: in how many rows, and whether it is a group, person or value that we have. */
export interface ColumnValue {
  readonly text: string;
  readonly rows: number;
  readonly isKnown: boolean;
}

export interface ColumnValues {
  /** Those that we do not have first, then the most frequent. */
  readonly values: readonly ColumnValue[];
  /** There are others, which were not counted. */
  readonly more: boolean;
}

/** How many cells of how many rows were mended. */
export interface MendedCount {
  readonly cells: number;
  readonly rows: number;
}

export interface PlanAgainOptions {
  /** What becomes of users whom no row names from now on: null for nothing. As it was unless told. */
  readonly absent?: AbsentSettings | null;
  readonly importAgain?: boolean;
  readonly expiresAfterDays?: number;
  /** As in `PlanRequest`. */
  readonly exitOnChanges?: boolean;
  /** As in `PlanRequest`. */
  readonly raised?: GuardSettings;
  /** That of the plan before, unless another is given. */
  readonly reason?: Reason;
}

export interface DirectoryImportOptions {
  /** Counts what would be done, and writes nothing. */
  readonly dryRun?: boolean;
}

/** Options of a use case that takes a while. */
export interface Watch {
  readonly onProgress?: OnProgress;
  /** Aborting leaves the database as it was, and throws `UserError` of kind `interrupted`. */
  readonly signal?: AbortSignal;
}

/**
 * Use cases throw `UserError` with what a person can do about it, and nothing else that was foreseen.
 * Each that plans or applies is all or nothing.
 */
export interface UseCases extends UserUseCases {
  environments(): Promise<readonly EnvironmentOverview[]>;
  /** The environment with this code; throws `UserError` that names the ones there are. */
  environment(code: string): Promise<Environment>;
  /** How many users an environment protects now; null for one that protects nobody by its settings. */
  protectedUsers(code: string): Promise<ProtectedCount | null>;
  addEnvironment(code: string, given: NewEnvironment): Promise<EnvironmentOverview>;
  /** Sets and removes, or leaves that to a plan of settings that waits; see `environmentSettings`. */
  setEnvironment(
    code: string,
    changes: EnvironmentChanges,
  ): Promise<EnvironmentAnswer<{ readonly environment: EnvironmentOverview }>>;
  removeEnvironment(code: string): Promise<EnvironmentAnswer<{ readonly leftovers: number; readonly withUpn: number }>>;
  /** Tries a connection to a live environment, and keeps it as a setting, or leaves that to a plan; see `connectEnvironment`. */
  connectEnvironment(
    code: string,
    request: ConnectionRequest,
    watch?: Pick<Watch, 'signal'>,
  ): Promise<EnvironmentAnswer<{ readonly environment: string; readonly connection: CheckedConnection }>>;
  disconnectEnvironment(code: string): Promise<EnvironmentAnswer<{ readonly environment: string }>>;
  /** Brings a mirror in line with its live environment: all of it or nothing. A recorded attempt, unless only tried. */
  pullEnvironment(code: string, request?: PullRequest, watch?: Watch): Promise<PullAnswer>;
  inspect(path: string, options: FileOptions, type: ImportType): Promise<InspectedFile>;
  /** The values that a file has for a field, to be pointed at others; `settings` says where it takes them from. */
  columnValues(
    file: InspectedFile,
    environment: string,
    settings: ImportSettings,
    field: FieldId,
    watch?: Watch,
  ): Promise<ColumnValues>;
  /** A list of values from a file of two columns; throws `UserError` for one that is none. */
  valueList(path: string): Promise<readonly ListedValue[]>;
  map(file: InspectedFile, type: ImportType, overrides: MappingOverrides): MappingResult;
  /**
   * Who holds identity values that would be lost in each environment that the file reaches, when they
   * are not imported: reads the file's user codes (the whole file).
   */
  identityAtRisk(
    file: InspectedFile,
    environment: string,
    settings: ImportSettings,
    watch?: Watch,
  ): Promise<readonly IdentityHolders[]>;

  plan(request: PlanRequest, watch?: Watch): Promise<RunAnswer>;
  /**
   * Plans one file for several environments, all or none, and answers in that order: plans that wait side by side, each
   * applied on its own. `together`: users that several of them change, by the code of their environment.
   */
  planSet(
    request: Omit<PlanRequest, 'environment' | 'carry' | 'lose'>,
    environments: readonly string[],
    watch?: Watch,
  ): Promise<{ readonly answers: readonly RunAnswer[]; readonly together: Readonly<Record<string, number>> }>;
  /** Plans the first rows without storing anything: a live sample for the mapping step. */
  sample(request: PlanRequest): Promise<readonly PlannedRow[]>;
  /** Which rows of a file match the checks of these settings; nothing of it is kept. Throws `UserError` where there are none. */
  testChecks(request: Pick<PlanRequest, 'file' | 'environment' | 'settings'>, watch?: Watch): Promise<TestedChecks>;
  /** Plans the same rows anew, as a new run. Those of absent users are no differences where it is said anew what becomes of these. */
  planAgain(
    run: number,
    options: PlanAgainOptions,
    watch?: Watch,
  ): Promise<RunAnswer & { readonly differences: readonly RowDifference[] }>;
  /** Leaves rows out of a plan, or takes them back in; the rest is worked out again. `already`: those that were so. */
  exclude(
    run: number,
    change: { readonly out?: readonly number[]; readonly back?: readonly number[] },
    watch?: Watch,
  ): Promise<RunAnswer & { readonly already: readonly number[] }>;
  /** The rows of which a mend would change cells, in the order of the file; nothing is changed. */
  rowsToMend(run: number, request: MendRequest): Promise<readonly number[]>;
  /** Changes cells of a plan's rows, and works the plan out again. Throws `UserError` for a place that is no column. */
  mend(run: number, request: MendRequest, watch?: Watch): Promise<RunAnswer & { readonly mended: MendedCount }>;
  /** Throws `UserError`: guarded for whoever is no second person, or who looked at something else; stale when expired. */
  approve(request: ApproveRequest): Promise<RunAnswer>;
  /** Throws `UserError`: guarded (a guard, or approval that is missing) or stale, with the rows. */
  apply(request: ApplyRequest, watch?: Watch): Promise<RunAnswer>;
  /**
   * Makes a file of a plan for AFAS's own import, after which the run is `delivered`. Throws `UserError` as `apply` does,
   * stale on an old mirror, and where the file cannot be made.
   */
  deliver(request: DeliverRequest, target: DeliveryTarget, watch?: Watch): Promise<DeliveredRun>;
  /** Tells for each change that was delivered whether it is so by now; the run is applied when all are. */
  verify(run: number): Promise<VerifiedRun>;
  discard(run: number): Promise<RunAnswer>;
  /** Stores the plan of an act on users. Throws `UserError` for an act that asks what it cannot do. */
  act(request: ActRequest, watch?: Watch): Promise<RunAnswer>;
  /** A plan that puts back what a run changed: of all its users, or of one. */
  undo(
    run: number,
    watch?: Watch,
    of?: { readonly user?: string | undefined; readonly reason?: Reason },
  ): Promise<RunAnswer>;
  /** A plan that gives UPNs to the users that a run created (docs/rules.md, *Second pass*). */
  secondPass(run: number, watch?: Watch, reason?: Reason): Promise<RunAnswer>;
  /** A plan that brings linked users in line with one environment. */
  align(environment: string, watch?: Watch, reason?: Reason): Promise<RunAnswer>;
  /** Plans that block the users of a run also where they stay active: one for each environment. */
  blockElsewhere(run: number, watch?: Watch): Promise<readonly RunAnswer[]>;

  answer(run: number): Promise<RunAnswer>;
  runs(filter: RunsFilter): Promise<readonly Run[]>;
  /** The same, each as `answer` gives it. */
  history(filter: RunsFilter): Promise<readonly RunAnswer[]>;
  /** Plans that are neither applied nor discarded, with what each waits for; the newest first. */
  waiting(limit: number): Promise<readonly WaitingPlan[]>;
  /** The logins of those who mended cells of a run, each once. */
  mendedBy(run: number): Promise<readonly string[]>;
  rows(run: number, filter: RowFilter): AsyncIterable<readonly PlannedRow[]>;
  rowNumbers(run: number, filter: RowFilter, order?: RowOrder): Promise<Uint32Array>;
  countRows(run: number, filter: RowFilter): Promise<number>;
  /** The rows by their kind of change, or by what is told of them: the rarest first. */
  kinds(run: number): Promise<KindsOfPlan>;
  messages(run: number): Promise<readonly MessageOfPlan[]>;
  /** The rows of kinds by what those are called. */
  rowsOfKinds(run: number, kinds: readonly string[]): Promise<readonly number[]>;
  /** Active users whom no row of a run names, as the directory is now, in the order of their codes (docs/rules.md, *Who is not in the file*). */
  absentNow: PlanStore['absentNow'];
  absentPage: PlanStore['absentPage'];
  countAbsentNow: PlanStore['countAbsentNow'];
  /** The last change of users of a run's environment, by their codes; of a run that was applied, what was done before it. */
  lastChanges: PlanStore['lastChanges'];
  rowsByNumber(run: number, rows: readonly number[]): Promise<readonly PlannedRow[]>;
  sourcesByNumber(run: number, rows: readonly number[]): Promise<readonly PlannedSource[]>;
  sources(run: number, filter: RowFilter): AsyncIterable<readonly PlannedSource[]>;
  revokedTokens(run: number): Promise<readonly RevokedToken[]>;
  prune(olderThanDays: number): Promise<number>;
  /** Adds a directory to the one that is there; see `importDirectory`. */
  importDirectory(read: ReadDirectory, options?: DirectoryImportOptions, watch?: Watch): Promise<ImportedCounts>;
  /** Clears the UPN of leftovers with this user code, or holding this UPN; answers how many. */
  clearLeftoverUpn(user: string): Promise<number>;
  /** The record of every attempt to change something, oldest first. */
  audited(filter: AuditFilter): AsyncIterable<readonly AuditRecord[]>;
  auditHead(): Promise<AuditHead>;
  /** The whole directory, list by list. */
  /** Of the environments with these codes alone, removed ones too; of all unless told otherwise. Throws `UserError` for an unknown one. */
  exportDirectory(environments?: readonly string[]): AsyncIterable<DirectoryPart>;
  /** Linked users whose synced values differ between the environments of a type, or of any. */
  drift(type?: EnvironmentType): AsyncIterable<readonly DriftingUser[]>;
  /** Users that stayed behind in environments that were removed. */
  leftovers(): Promise<readonly Leftover[]>;
  groupsOf: DirectoryStore['groupsOf'];
  personsLike: DirectoryStore['personsLike'];
  /** Broken invariants of the database, each as the key of a text with its parameters. */
  checkDatabase: DirectoryStore['check'];
  /** What a file to fill in begins with. */
  templateContent(request: TemplateRequest, signal?: AbortSignal): Promise<TemplateContent>;
}
