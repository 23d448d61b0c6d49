/** What the state machine asks of the outside world, and what comes back. Data: `world/` carries it out. */
import type { AuditRecord } from '../../application/ports/auditLog.js';
import type { DriftingUser, EnvironmentOverview, IdentityHolders } from '../../application/ports/directoryStore.js';
import type {
  FileOptions,
  InspectedFile,
  MappingResult,
  MappingOverrides,
} from '../../application/ports/importFiles.js';
import type { Progress, RowFilter } from '../../application/ports/planStore.js';
import type {
  ApplyRequest,
  ApproveRequest,
  MendedCell,
  PlanRequest,
  RowDifference,
  RunAnswer,
} from '../../application/useCases.js';
import type { EnvironmentType } from '../../domain/directory.js';
import type { ImportType } from '../../domain/fields.js';
import type { PlannedRow } from '../../domain/plannedRow.js';
import type { Run, RunStatus } from '../../domain/run.js';
import type { ImportSettings } from '../../domain/settings.js';
import type { FolderEntry, WizardDefinition } from '../wizardOptions.js';
import type { TextRef } from '../../language/text.js';
import type { ListedRow, RowCells } from '../../presentation/rowDetail.js';
import type { CompletedField, MarkCounts, OutputKind, Sort, Way } from '../steps/state.js';

/** Effects of the same slot take over from each other: what an earlier one answers is dropped. */
export type Slot =
  | 'main'
  | 'environments'
  | 'home'
  | 'folder'
  | 'risk'
  | 'sample'
  | 'list'
  | 'marks'
  | 'search'
  | 'problems'
  | 'pages'
  | 'drift';

export type Effect =
  | { readonly kind: 'loadEnvironments' }
  | { readonly kind: 'loadHome' }
  | { readonly kind: 'listFolder'; readonly folder: string }
  | { readonly kind: 'inspect'; readonly path: string; readonly options: FileOptions; readonly type: ImportType }
  | {
      readonly kind: 'map';
      readonly file: InspectedFile;
      readonly type: ImportType;
      readonly overrides: MappingOverrides;
    }
  | {
      readonly kind: 'countRisk';
      readonly file: InspectedFile;
      readonly environment: string;
      readonly settings: ImportSettings;
    }
  | { readonly kind: 'sample'; readonly request: PlanRequest }
  | { readonly kind: 'plan'; readonly request: PlanRequest; readonly instead: number | null }
  | { readonly kind: 'planAgain'; readonly run: number; readonly importAgain: boolean }
  | { readonly kind: 'open'; readonly run: number }
  | {
      readonly kind: 'list';
      readonly run: number;
      readonly listId: number;
      readonly filter: RowFilter;
      readonly sort: Sort;
    }
  | {
      readonly kind: 'page';
      readonly run: number;
      readonly listId: number;
      readonly page: number;
      readonly rows: readonly number[];
    }
  | { readonly kind: 'countMarks'; readonly run: number }
  | { readonly kind: 'search'; readonly run: number; readonly filter: RowFilter; readonly text: string }
  | { readonly kind: 'findProblems'; readonly run: number; readonly filter: RowFilter }
  | {
      readonly kind: 'exclude';
      readonly run: number;
      readonly out: readonly number[];
      readonly back: readonly number[];
    }
  /** Which of these rows would change if they were left out or taken back; `asks` where nobody searched for them. */
  | {
      readonly kind: 'choose';
      readonly run: number;
      readonly way: Way;
      readonly rows: readonly number[];
      readonly asks: boolean;
    }
  /** The present texts of a row's cells, to mend one of them. */
  | { readonly kind: 'readRow'; readonly run: number; readonly row: number }
  /** Groups or persons of an environment whose code or name begins so. */
  | {
      readonly kind: 'complete';
      readonly environment: string;
      readonly row: number;
      readonly field: CompletedField;
      readonly begun: string;
    }
  | { readonly kind: 'mend'; readonly run: number; readonly cells: readonly MendedCell[] }
  /** Clears the UPN of a leftover, and works the plan out again. */
  | { readonly kind: 'clearLeftover'; readonly run: number; readonly user: string }
  | { readonly kind: 'approve'; readonly request: ApproveRequest }
  | { readonly kind: 'refresh'; readonly run: number }
  | { readonly kind: 'apply'; readonly request: ApplyRequest }
  | { readonly kind: 'discard'; readonly run: number }
  | { readonly kind: 'followUp'; readonly what: 'undo' | 'secondPass'; readonly run: number }
  | {
      readonly kind: 'write';
      readonly what: Exclude<OutputKind, 'mended'>;
      readonly run: number;
      readonly path: string;
    }
  | { readonly kind: 'writeMended'; readonly run: number; readonly path: string; readonly rows: readonly number[] }
  | { readonly kind: 'loadRuns'; readonly status?: RunStatus }
  | { readonly kind: 'loadAudit'; readonly run: number }
  | { readonly kind: 'saveDefinition'; readonly definition: WizardDefinition }
  /** The next users that drift, after so many; the first ones anew after none. */
  | { readonly kind: 'readDrift'; readonly type: EnvironmentType | null; readonly after: number }
  | { readonly kind: 'align'; readonly environment: string }
  /** The same block where the users of a run stay active. */
  | { readonly kind: 'blockElsewhere'; readonly run: number }
  /** Stops what is being worked on, which then answers `failed`. */
  | { readonly kind: 'cancel' }
  /** Forgets what is on the terminal and draws all of it. */
  | { readonly kind: 'redraw' };

export type EffectKind = Effect['kind'];

export const SLOTS: Readonly<Record<EffectKind, Slot>> = {
  loadEnvironments: 'environments',
  loadHome: 'home',
  listFolder: 'folder',
  inspect: 'main',
  map: 'main',
  countRisk: 'risk',
  sample: 'sample',
  plan: 'main',
  planAgain: 'main',
  open: 'main',
  list: 'list',
  page: 'pages',
  countMarks: 'marks',
  search: 'search',
  findProblems: 'problems',
  exclude: 'main',
  choose: 'main',
  readRow: 'main',
  complete: 'main',
  mend: 'main',
  clearLeftover: 'main',
  approve: 'main',
  refresh: 'main',
  apply: 'main',
  discard: 'main',
  followUp: 'main',
  write: 'main',
  writeMended: 'main',
  loadRuns: 'home',
  loadAudit: 'home',
  saveDefinition: 'main',
  readDrift: 'drift',
  align: 'main',
  blockElsewhere: 'main',
  cancel: 'main',
  redraw: 'main',
};

export type Result =
  | { readonly kind: 'environmentsLoaded'; readonly environments: readonly EnvironmentOverview[] }
  | {
      readonly kind: 'homeLoaded';
      readonly plans: readonly Run[];
      readonly definitions: readonly WizardDefinition[] | null;
    }
  | { readonly kind: 'folderListed'; readonly folder: string; readonly entries: readonly FolderEntry[] | null }
  | { readonly kind: 'inspected'; readonly file: InspectedFile }
  | { readonly kind: 'mapped'; readonly mapped: MappingResult }
  | { readonly kind: 'riskCounted'; readonly risk: readonly IdentityHolders[] }
  | { readonly kind: 'sampled'; readonly rows: readonly PlannedRow[] }
  | { readonly kind: 'planned'; readonly answer: RunAnswer; readonly again?: PlannedAgain }
  | { readonly kind: 'plannedElsewhere'; readonly answers: readonly RunAnswer[] }
  | { readonly kind: 'opened'; readonly answer: RunAnswer }
  | { readonly kind: 'listed'; readonly listId: number; readonly numbers: Uint32Array }
  | { readonly kind: 'paged'; readonly listId: number; readonly page: number; readonly rows: readonly ListedRow[] }
  | { readonly kind: 'marksCounted'; readonly marks: MarkCounts }
  | { readonly kind: 'found'; readonly text: string; readonly rows: Uint32Array }
  | { readonly kind: 'problemsFound'; readonly rows: Uint32Array }
  | { readonly kind: 'chosen'; readonly way: Way; readonly rows: readonly number[]; readonly asks: boolean }
  | { readonly kind: 'rowRead'; readonly row: number; readonly cells: RowCells }
  | {
      readonly kind: 'completed';
      readonly row: number;
      readonly field: CompletedField;
      readonly begun: string;
      readonly found: readonly { readonly code: string; readonly description: string }[];
    }
  /** The plan was worked out again: rows left out or taken back, cells mended. */
  | {
      readonly kind: 'replanned';
      readonly answer: RunAnswer;
      readonly told: TextRef;
      readonly mended?: readonly number[];
    }
  | { readonly kind: 'answered'; readonly answer: RunAnswer; readonly told: TextRef | null }
  | { readonly kind: 'applied'; readonly answer: RunAnswer }
  | { readonly kind: 'discarded'; readonly run: number }
  | { readonly kind: 'written'; readonly what: OutputKind; readonly path: string }
  /** There is a file of that name, which is never written over. */
  | { readonly kind: 'fileExists'; readonly what: OutputKind; readonly run: number; readonly path: string }
  | { readonly kind: 'runsLoaded'; readonly runs: readonly Run[] }
  | { readonly kind: 'auditLoaded'; readonly run: number; readonly records: readonly AuditRecord[] }
  | { readonly kind: 'definitionSaved'; readonly name: string }
  | {
      readonly kind: 'driftRead';
      readonly after: number;
      readonly users: readonly DriftingUser[];
      readonly more: boolean;
    }
  | { readonly kind: 'progressed'; readonly progress: Progress; readonly at: number }
  /** Time goes by while something is applied, also where no progress is told. */
  | { readonly kind: 'ticked'; readonly at: number }
  | { readonly kind: 'failed'; readonly effect: EffectKind; readonly problem: Problem; readonly at: number };

/** The run that was planned again, and what comes out otherwise. */
export interface PlannedAgain {
  readonly run: number;
  readonly count: number;
  /** As many of them as the largest screen has room for. */
  readonly first: readonly RowDifference[];
}

/** Why an effect did not succeed. */
export interface Problem extends TextRef {
  /** The kind of `Stop`; `defect` for what was not foreseen. */
  readonly stop: 'failure' | 'wrongUse' | 'guarded' | 'stale' | 'alreadyImported' | 'busy' | 'interrupted' | 'defect';
  readonly details: readonly TextRef[];
}
