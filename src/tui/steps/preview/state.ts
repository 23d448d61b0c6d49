/** The rows of a plan, looked at and left out before anything is written. */
import type { RunAnswer } from '../../../application/useCases.js';
import type { ListedRow } from '../../../presentation/rowDetail.js';
import type { RowTerms } from '../../../domain/rowTerms.js';
import type { TextRef } from '../../../presentation/theme.js';
import { AT_TOP, type Cursor } from '../../shell/list.js';
import type { TextField } from '../../shell/textField.js';
import { listsAbsent, NO_ABSENT_LIST, type AbsentList } from './absentList.js';
import { isLarge, type KindList, type ListedKind } from './kindList.js';
import { emptyCache, rowAt, type PageCache } from '../../table/pageCache.js';

export type TabId =
  | 'kinds'
  | 'all'
  | 'rejected'
  | 'warnings'
  | 'absent'
  | 'blocked'
  | 'renamed'
  | 'cleared'
  | 'excluded'
  | `code:${string}`
  /** Of a check, by its name. */
  | `check:${string}`;

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
  readonly mended: number;
}

export interface Search {
  readonly text: string;
  /** Rows of the tab as they were found, also those that left it since; null while they are looked up. */
  readonly rows: ReadonlySet<number> | null;
  /** What was left out by this search, to take back that and nothing else. */
  readonly leftOut: readonly number[] | null;
}

export interface Review {
  readonly kind: 'review';
  /** The rows under review, fixed when it began. */
  readonly rows: Uint32Array;
  readonly index: number;
  /** Rows that were looked at, and what was decided of those that change. */
  readonly looked: ReadonlySet<number>;
  readonly out: ReadonlySet<number>;
}

/** The list, everything of the row at the cursor, or the rows of a tab one by one. */
export type PreviewMode = { readonly kind: 'list' } | { readonly kind: 'details'; readonly top: number } | Review;

export const LIST: PreviewMode = { kind: 'list' };

/** What the rows are narrowed to, and the line in which that is typed. */
export interface PreviewFilter {
  readonly text: string;
  /** Null while nothing is typed. */
  readonly typing: TextField | null;
  /** The last text that says something; null for all rows. */
  readonly where: RowTerms | null;
  readonly problem: TextRef | null;
  /** To complete with; null until they are read. */
  readonly groups: readonly string[] | null;
}

export const NOT_FILTERED: PreviewFilter = { text: '', typing: null, where: null, problem: null, groups: null };

export interface PreviewStep extends Cursor {
  readonly at: 'preview';
  readonly answer: RunAnswer;
  /** A key made this plan just now, and nothing was done with it yet: left so, it is not kept. */
  readonly fresh: boolean;
  readonly mode: PreviewMode;
  readonly marks: MarkCounts | null;
  readonly tab: TabId;
  /** The kinds of change, where those are listed; null while they are looked up. */
  readonly kinds: KindList | null;
  /** The kind whose rows are listed. */
  readonly opened: ListedKind | null;
  /** Users whom no row names and to whom the plan does nothing, where those are listed. */
  readonly absent: AbsentList;
  readonly filter: PreviewFilter;
  readonly sort: Sort;
  /** Counts the lists that were asked for, so that pages of an earlier one are known. */
  readonly listId: number;
  /** Numbers of the rows that are listed, or of the example of each kind, in that order; null while they are looked up. */
  readonly numbers: Uint32Array | null;
  readonly cache: PageCache<ListedRow>;
  /** Where a range of rows begins that ends at the cursor. */
  readonly rangeFrom: number | null;
  readonly search: Search | null;
  readonly problems: ReadonlySet<number> | null;
  /** Rows that were looked at in review, also an earlier one. */
  readonly looked: ReadonlySet<number>;
  /** Row number at the cursor of every tab that was visited. */
  readonly visited: Readonly<Partial<Record<TabId, number>>>;
  /** A row to put the cursor on as soon as the list is there. */
  readonly seek: number | null;
}

export function previewStep(answer: RunAnswer): PreviewStep {
  return {
    at: 'preview',
    answer,
    fresh: false,
    mode: LIST,
    marks: null,
    tab: isLarge(answer.run) ? 'kinds' : 'all',
    kinds: null,
    opened: null,
    absent: NO_ABSENT_LIST,
    filter: NOT_FILTERED,
    ...AT_TOP,
    sort: { by: 'row', reverse: false },
    listId: 0,
    numbers: null,
    cache: emptyCache(),
    rangeFrom: null,
    search: null,
    problems: null,
    looked: new Set(),
    visited: {},
    seek: null,
  };
}

export function currentRowNumber(step: PreviewStep): number | undefined {
  return step.numbers?.[step.cursor];
}

export function currentRow(step: PreviewStep): ListedRow | undefined {
  return rowAt(step.cache, step.cursor);
}

/** Whether kinds are listed, and not rows. */
export function isGrouped({ tab, opened }: Pick<PreviewStep, 'tab' | 'opened'>): boolean {
  return tab === 'kinds' && opened === null;
}

/** Whether users are listed of whom the plan has no row. */
export function isAbsentNow({ tab, answer }: Pick<PreviewStep, 'tab' | 'answer'>): boolean {
  return tab === 'absent' && listsAbsent(answer.run);
}

export function currentKind(step: PreviewStep): ListedKind | undefined {
  return isGrouped(step) ? step.kinds?.kinds[step.cursor] : undefined;
}
