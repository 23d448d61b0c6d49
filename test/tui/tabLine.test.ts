/** The tabs of the preview: what no row is has none, and none is cut. */
import { expect, it } from 'vitest';
import type { CountedCheck } from '../../src/domain/checks.js';
import { plainLine } from '../../src/presentation/lines.js';
import { widthOf } from '../../src/presentation/textWidth.js';
import { themeOf } from '../../src/presentation/theme.js';
import { previewStep, type TabId } from '../../src/tui/steps/preview/state.js';
import { tabLine } from '../../src/tui/steps/preview/tabLine.js';
import { filterOf, tabsOf } from '../../src/tui/steps/preview/tabs.js';
import { madeRun } from './support/madeRun.js';

const theme = themeOf({ language: 'nl', colour: false, unicode: true, screenReader: false });
const LONG = 'Een controle met een naam die langer is dan waar op een scherm plaats voor is!!!';
const CHECKS: readonly CountedCheck[] = [
  { name: 'Privé-adres', then: 'warning', rows: 1200 },
  { name: 'Leeg', then: 'guard', rows: 0 },
  { name: LONG, then: 'reject', rows: 1 },
];

const stepAt = (tab: TabId, checks = CHECKS, excluded = 3) => {
  const answer = madeRun({ codes: {} });
  const { counts, summary } = answer.run;
  const outcomes = { ...summary.outcomes, excluded };
  const run = { ...answer.run, counts: { ...counts, checks }, summary: { ...summary, outcomes } };
  return { ...previewStep({ ...answer, run }), tab };
};
const shown = (tab: TabId): string => plainLine(tabLine(stepAt(tab), theme, 80), theme);

it('has a tab for each check that holds for rows, with how many, which lists them', () => {
  const ids = tabsOf(stepAt('all')).map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('check:'))).toEqual(['check:Privé-adres', `check:${LONG}`]);
  expect(ids.at(-1)).toBe('excluded');
  expect(filterOf(stepAt('check:Privé-adres'))).toEqual({ check: 'Privé-adres' });
  expect(shown('check:Privé-adres')).toContain('[Privé-adres 1.200]');
});

it('has none of what no row is, once that was counted', () => {
  const counted = { error: 0, warning: 2, notice: 0, blocks: 0, renames: 0, clears: 1, defaulted: 0, mended: 0 };
  const ids = (marks: typeof counted | null): readonly string[] =>
    tabsOf({ ...stepAt('all', [], 0), marks }).map(({ id }) => id);
  expect(ids(counted)).toEqual(['all', 'warnings', 'cleared']);
  expect(ids(null)).toEqual(['all', 'warnings', 'blocked', 'renamed', 'cleared']);
});

it('keeps the tab that is open when the last of its rows is left out', () => {
  expect(shown('check:Leeg')).toContain('[Leeg 0]');
});

it('fits, with as many whole tabs around the open one as there is room for', () => {
  for (const { id } of tabsOf(stepAt('all'))) {
    const line = shown(id);
    expect(widthOf(line), line).toBeLessThanOrEqual(80);
    expect(line).toMatch(/\[.*\]/u);
  }
  expect(shown(`check:${LONG}`)).toMatch(/^< \[Een controle .*… 1\] >$/u);
});
