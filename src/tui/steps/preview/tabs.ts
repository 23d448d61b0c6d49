/** The tabs of the preview: one for each mutation code, and then what needs looking at. */
import type { RowFilter } from '../../../application/ports/planStore.js';
import { MUTATION_CODES } from '../../../domain/mutationCodes.js';
import type { OutcomeCounts } from '../../../domain/outcomes.js';
import type { Run } from '../../../domain/run.js';
import { absentRows, listsAbsent } from './absentList.js';
import { isLarge } from './kindList.js';
import type { PreviewStep, TabId } from './state.js';

export interface Tab {
  readonly id: TabId;
  /** Null while it is counted. */
  readonly count: number | null;
  /** Of a check that rejects the rows that it holds for. */
  readonly rejects?: boolean;
}

function total(counts: OutcomeCounts | undefined): number {
  return counts === undefined ? 0 : Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** In the order in which they stand. What no row is has no tab, unless it is the one that is open. */
export function tabsOf({ answer, marks, tab }: Pick<PreviewStep, 'answer' | 'marks' | 'tab'>): readonly Tab[] {
  const { summary, counts } = answer.run;
  const codes = MUTATION_CODES.flatMap((code): Tab[] => {
    const count = total(summary.codes[code]);
    return count === 0 ? [] : [{ id: `code:${code}`, count }];
  });
  const checks = (counts.checks ?? []).map(({ name, then, rows }): Tab => ({
    id: `check:${name}`,
    count: rows,
    rejects: then === 'reject',
  }));
  const looked: readonly Tab[] = [
    { id: 'rejected', count: summary.outcomes.rejected },
    { id: 'warnings', count: marks?.warning ?? null },
    { id: 'blocked', count: marks?.blocks ?? null },
    { id: 'renamed', count: marks?.renames ?? null },
    { id: 'cleared', count: marks?.clears ?? null },
    ...checks,
    { id: 'excluded', count: summary.outcomes.excluded },
  ];
  return [
    // Of few rows the kinds take a key, and no place among the tabs.
    ...(tab === 'kinds' || isLarge(answer.run) ? [{ id: 'kinds', count: null } as const] : []),
    { id: 'all', count: total(summary.outcomes) },
    ...codes,
    ...looked.filter(({ id, count }) => count !== 0 || id === tab),
    ...absentTab(answer.run),
  ];
}

/** Those of whom the plan has a row; where it has none, all as they were counted. A file that names everybody has no such tab. */
function absentTab(run: Run): readonly Tab[] {
  const count = listsAbsent(run) ? (run.summary.absent?.users ?? 0) : absentRows(run);
  return count === 0 ? [] : [{ id: 'absent', count }];
}

const FILTERS: Readonly<Record<Exclude<TabId, `code:${string}` | `check:${string}`>, RowFilter>> = {
  kinds: {},
  all: {},
  rejected: { outcome: 'rejected' },
  warnings: { mark: 'warning' },
  absent: { absent: true },
  blocked: { mark: 'blocks' },
  renamed: { mark: 'renames' },
  cleared: { mark: 'clears' },
  excluded: { outcome: 'excluded' },
};

export function isCodeTab(tab: TabId): tab is `code:${string}` {
  return tab.startsWith('code:');
}

export function codeOfTab(tab: `code:${string}`): string {
  return tab.slice('code:'.length);
}

export function isCheckTab(tab: TabId): tab is `check:${string}` {
  return tab.startsWith('check:');
}

export function nameOfTab(tab: `check:${string}`): string {
  return tab.slice('check:'.length);
}

/** Which rows a tab shows. */
function tabFilter(tab: TabId): RowFilter {
  if (isCheckTab(tab)) return { check: nameOfTab(tab) };
  return isCodeTab(tab) ? { code: codeOfTab(tab) } : FILTERS[tab];
}

/** Which rows are listed. */
export function filterOf({
  tab,
  opened,
  filter: { where },
}: Pick<PreviewStep, 'tab' | 'opened' | 'filter'>): RowFilter {
  return { ...(opened ? { kinds: [opened.number] } : tabFilter(tab)), ...(where && { where }) };
}

/** The tab so many places further, round and round. */
export function tabBeside(step: Pick<PreviewStep, 'answer' | 'marks' | 'tab'>, by: 1 | -1): TabId {
  const tabs = tabsOf(step);
  const at = tabs.findIndex(({ id }) => id === step.tab);
  return tabs[(at + by + tabs.length) % tabs.length]?.id ?? 'all';
}
