/**
 * The steps of the wizard: one member a step, holding what the step needs. Confirm cannot exist
 * without a plan, nor Result without a run that was applied.
 */
import type { DriftingUser, EnvironmentOverview, IdentityHolders } from '../../application/ports/directoryStore.js';
import type { InspectedFile, MappingResult } from '../../application/ports/importFiles.js';
import type { Progress } from '../../application/ports/planStore.js';
import type { LostDecisions, RunAnswer } from '../../application/useCases.js';
import type { EnvironmentType } from '../../domain/directory.js';
import type { ImportType } from '../../domain/fields.js';
import type { GuardName, GuardSettings } from '../../domain/guards.js';
import type { PlannedRow } from '../../domain/plannedRow.js';
import type { Run } from '../../domain/run.js';
import type { ListedRow } from '../../presentation/rowDetail.js';
import type { PageCache } from '../table/pageCache.js';
import type { FolderEntry, WizardDefinition } from '../wizardOptions.js';
import type { TextField } from '../shell/textField.js';

/** A place in a list that may be longer than the screen. */
export interface Cursor {
  readonly cursor: number;
  readonly top: number;
}
export const AT_TOP: Cursor = { cursor: 0, top: 0 };

export interface TypeStep extends Cursor {
  readonly at: 'type';
  /** Stored plans that can be gone on with, and saved definitions; null until they are there. */
  readonly plans: readonly Run[] | null;
  readonly definitions: readonly WizardDefinition[] | null;
}

export interface EnvironmentStep extends Cursor {
  readonly at: 'environment';
  readonly type: ImportType;
  readonly environments: readonly EnvironmentOverview[] | null;
}

export interface PathStep extends Cursor {
  readonly at: 'path';
  readonly type: ImportType;
  readonly environment: string;
  readonly field: TextField;
  /** The folder that is listed, and what it holds; null while that is looked up or cannot be. */
  readonly folder: string;
  readonly entries: readonly FolderEntry[] | null;
  /** The list is walked through rather than the path typed. */
  readonly browsing: boolean;
}

export interface FileStep {
  readonly at: 'file';
  readonly type: ImportType;
  readonly environment: string;
  readonly file: InspectedFile;
  /** Which of the options is being changed, and the first column that is shown of the rows. */
  readonly option: number;
}

export interface MapStep extends Cursor {
  readonly at: 'map';
  readonly type: ImportType;
  readonly environment: string;
  readonly file: InspectedFile;
  readonly mapped: MappingResult;
  /** What the first rows would come to; null while that is worked out. */
  readonly sample: readonly PlannedRow[] | null;
  /** Who would lose what; null while that is counted, or nothing can be lost. */
  readonly risk: readonly IdentityHolders[] | null;
  /** The columns that are not imported were told once: going on drops them. */
  readonly toldUnused: boolean;
  /** Decisions of the plan before of which it was asked whether they may be lost. */
  readonly lose: LostDecisions | null;
}

export type TabId = 'all' | 'rejected' | 'warnings' | 'blocked' | 'renamed' | 'cleared' | 'excluded' | `code:${string}`;

export const SORTS = ['row', 'user', 'outcome', 'problems'] as const;
export type SortKey = (typeof SORTS)[number];
export interface Sort {
  readonly by: SortKey;
  readonly reverse: boolean;
}

/** Rows by what they carry, besides their outcome. */
export interface MarkCounts {
  readonly warning: number;
  readonly blocks: number;
  readonly renames: number;
  readonly clears: number;
}

export interface Review {
  /** The rows under review, fixed when it began. */
  readonly rows: Uint32Array;
  readonly index: number;
  /** Rows that were looked at, and what was decided of those that change. */
  readonly looked: ReadonlySet<number>;
  readonly out: ReadonlySet<number>;
}

/** Rows are left out of the plan, or taken back into it. */
export type Way = 'out' | 'back';

export interface Search {
  readonly text: string;
  /** Rows of the tab as they were found, also those that left it since; null while they are looked up. */
  readonly rows: ReadonlySet<number> | null;
  /** What was left out by this search, to take back that and nothing else. */
  readonly leftOut: readonly number[] | null;
}

/** Fields of which the environment knows the values. */
export type CompletedField = 'group' | 'person';

export interface PreviewStep extends Cursor {
  readonly at: 'preview';
  readonly answer: RunAnswer;
  readonly marks: MarkCounts | null;
  readonly tab: TabId;
  readonly sort: Sort;
  /** Counts the lists that were asked for, so that pages of an earlier one are known. */
  readonly listId: number;
  /** Numbers of the rows of this tab, in the order in which they are shown; null while they are looked up. */
  readonly numbers: Uint32Array | null;
  readonly cache: PageCache<ListedRow>;
  readonly rangeFrom: number | null;
  readonly search: Search | null;
  /** What is done with the whole tab once that is agreed to. */
  readonly asked: { readonly way: Way; readonly rows: readonly number[] } | null;
  readonly problems: ReadonlySet<number> | null;
  readonly details: { readonly top: number } | null;
  readonly review: Review | null;
  /** Rows that were looked at in review, also an earlier one. */
  readonly looked: ReadonlySet<number>;
  /** Row number at the cursor of every tab that was visited. */
  readonly visited: Readonly<Partial<Record<TabId, number>>>;
  /** A row to put the cursor on as soon as the list is there. */
  readonly seek: number | null;
}

/** Something that has to be typed before the plan is applied, or approved. */
export interface Question {
  readonly kind: GuardName | 'production' | 'apply' | 'approve';
  readonly expected: string;
  readonly count: number;
  readonly allowed: number;
}

export interface ConfirmStep {
  readonly at: 'confirm';
  readonly answer: RunAnswer;
  readonly questions: readonly Question[];
  /** Whether what is typed approves the plan: for somebody else to apply. */
  readonly approving: boolean;
  readonly asked: number;
  readonly field: TextField;
  /** Keys that come before the screen has been quiet for a while do nothing. */
  readonly quietSince: number;
  /** No key has counted yet since the screen was there. */
  readonly unseen: boolean;
  readonly top: number;
}

export interface ProgressStep {
  readonly at: 'progress';
  readonly answer: RunAnswer;
  readonly guards: GuardSettings;
  readonly progress: Progress | null;
  /** When it was begun, and when the phase that it is in. */
  readonly begunAt: number;
  readonly startedAt: number;
  readonly now: number;
  readonly stopping: boolean;
}

export interface ResultStep {
  readonly at: 'result';
  readonly answer: RunAnswer;
  /** Files that were written, by what they hold. */
  readonly written: readonly { readonly what: OutputKind; readonly path: string }[];
}
export type OutputKind = 'rejected' | 'mended' | 'report' | 'tokens';

export interface HistoryStep extends Cursor {
  readonly at: 'history';
  readonly runs: readonly Run[] | null;
}

export interface DriftStep extends Cursor {
  readonly at: 'drift';
  /** The type of environment that is looked at; null for all of them. */
  readonly type: EnvironmentType | null;
  /** As far as they were read; null until the first are there. */
  readonly users: readonly DriftingUser[] | null;
  /** Whether there is more to be read, and whether that is being done. */
  readonly more: boolean;
  readonly reading: boolean;
}

export type Step =
  | TypeStep
  | EnvironmentStep
  | PathStep
  | FileStep
  | MapStep
  | PreviewStep
  | ConfirmStep
  | ProgressStep
  | ResultStep
  | HistoryStep
  | DriftStep;

export type StepName = Step['at'];
