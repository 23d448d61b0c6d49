/** The tabs of the preview in one line; where they do not fit, those around the one that is open. */
import { count, say, type Theme } from '../../../presentation/theme.js';
import type { Line, Span, Tone } from '../../../presentation/lines.js';
import type { PreviewStep, TabId } from './state.js';
import { codeOfTab, isCheckTab, isCodeTab, nameOfTab, tabsOf, type Tab } from './tabs.js';
import { cutTo, widthOf } from '../../../presentation/textWidth.js';
import { screenText } from '../../../presentation/visibleText.js';

const TONES: Readonly<Partial<Record<TabId, Tone>>> = {
  rejected: 'danger',
  warnings: 'warning',
  blocked: 'warning',
  renamed: 'warning',
  cleared: 'danger',
};

interface ShownTab {
  readonly id: TabId;
  readonly text: string;
  readonly tone: Tone;
}

/** The signs at either end for tabs that do not fit. */
const ENDS = 4;

export function tabLine(step: PreviewStep, theme: Theme, columns: number): Line {
  const tabs = tabsOf(step).map((tab): ShownTab => ({
    id: tab.id,
    text: tabText(tab, tab.id === step.tab, theme, columns - ENDS),
    tone: toneOfTab(tab, step.tab),
  }));
  const at = Math.max(
    0,
    tabs.findIndex(({ id }) => id === step.tab),
  );
  let from = 0;
  while (from < at && widthUpTo(tabs, from, at) > columns - ENDS) from++;
  let to = at;
  while (to + 1 < tabs.length && widthUpTo(tabs, from, to + 1) <= columns - ENDS) to++;
  const spans = tabs
    .slice(from, to + 1)
    .flatMap((tab, index): Span[] => [index === 0 ? '' : ' ', [tab.text, tab.tone]]);
  return [from > 0 ? ['< ', 'dim'] : '', ...spans, to + 1 < tabs.length ? [' >', 'dim'] : ''];
}

function widthUpTo(tabs: readonly ShownTab[], from: number, to: number): number {
  return tabs.slice(from, to + 1).reduce((sum, { text }) => sum + widthOf(text) + 1, -1);
}

function toneOfTab({ id, count: rows, rejects }: Tab, open: TabId): Tone {
  if (id === open) return 'here';
  if (rows === 0) return 'dim';
  if (isCheckTab(id)) return rejects === true ? 'danger' : 'warning';
  return TONES[id] ?? 'plain';
}

/** Brackets show which one is open without colour too. Of the name of a check, what is wider than the screen is left out. */
function tabText({ id, count: rows }: Tab, open: boolean, theme: Theme, most: number): string {
  if (id === 'kinds') return open ? `[${say(theme, 'wizard.tab.kinds')}]` : say(theme, 'wizard.tab.kinds');
  const counted = rows === null ? theme.glyphs.ellipsis : count(theme, rows);
  if (isCodeTab(id)) {
    const code = codeOfTab(id);
    return open ? `[${say(theme, 'wizard.tab.code', { code })}: ${counted}]` : `${code}:${counted}`;
  }
  const name = isCheckTab(id)
    ? cutTo(screenText(nameOfTab(id), theme.unicode), most - counted.length - '[ ]'.length, theme.glyphs.ellipsis)
    : say(theme, `wizard.tab.${id}`);
  return open ? `[${name} ${counted}]` : `${name} ${counted}`;
}
