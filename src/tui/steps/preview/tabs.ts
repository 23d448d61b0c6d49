/** The tabs of the preview: one for each mutation code, and then what needs looking at. */
import type { RowFilter } from '../../../application/ports/planStore.js';
import { MUTATION_CODES } from '../../../domain/mutationCodes.js';
import type { OutcomeCounts } from '../../../domain/outcomes.js';
import { isLarge } from './kindList.js';
import type { PreviewStep, TabId } from './state.js';

export interface Tab {
  readonly id: TabId;
  /** Null while it is counted. */
  readonly count: number | null;
}

function total(counts: OutcomeCounts | undefined): number {
  return counts === undefined ? 0 : Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** In the order in which they stand; codes that the file does not hold have no tab. */
export function tabsOf({ answer, marks, tab }: Pick<PreviewStep, 'answer' | 'marks' | 'tab'>): readonly Tab[] {
  const { summary } = answer.run;
  const codes = MUTATION_CODES.flatMap((code): Tab[] => {
    const count = total(summary.codes[code]);
    return count === 0 ? [] : [{ id: `code:${code}`, count }];
  });
  return [
    // Of few rows the kinds take a key, and no place among the tabs.
    ...(tab === 'kinds' || isLarge(answer.run) ? [{ id: 'kinds', count: null } as const] : []),
    { id: 'all', count: total(summary.outcomes) },
    ...codes,
    { id: 'rejected', count: summary.outcomes.rejected },
    { id: 'warnings', count: marks?.warning ?? null },
    { id: 'blocked', count: marks?.blocks ?? null },
    { id: 'renamed', count: marks?.renames ?? null },
    { id: 'cleared', count: marks?.clears ?? null },
    { id: 'excluded', count: summary.outcomes.excluded },
  ];
}

const FILTERS: Readonly<Record<Exclude<TabId, `code:${string}`>, RowFilter>> = {
  kinds: {},
  all: {},
  rejected: { outcome: 'rejected' },
  warnings: { mark: 'warning' },
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

/** Which rows a tab shows. */
function tabFilter(tab: TabId): RowFilter {
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
