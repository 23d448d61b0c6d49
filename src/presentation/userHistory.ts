/** What happened to a user, a run at a time, with the newest first: when, in which run, by whom, what, and where. */
import type { UserChange } from '../application/userUseCases.js';
import { fieldLabel, groupName, momentText, translate } from '../language/index.js';
import { cell, GAP, type Line } from './lines.js';
import { columnWidths, wrapText } from './textWidth.js';
import type { Page, Theme } from './theme.js';
import { becomesText, isEmpty, valueText, wasText } from './values.js';
import { screenText } from './visibleText.js';

/** What a run did, in the environments in which it did the same. */
export interface Happening extends Pick<UserChange, 'run' | 'kind' | 'appliedAt' | 'operator'> {
  readonly environments: readonly string[];
  readonly changes: readonly UserChange[];
}

export interface HistoryEntry extends Happening {
  /** Of the page's width; what does not fit goes on below. */
  readonly lines: readonly Line[];
}

export function historyEntries(history: readonly UserChange[], { theme, columns }: Page): readonly HistoryEntry[] {
  const entries = happeningsOf(history);
  const texts = entries.map(({ run, kind, appliedAt, operator, environments, changes }) => ({
    facts: [momentText(theme.language, appliedAt), `${translate(theme.language, `kind.${kind}`)} ${run}`, operator],
    what: changes.map((change) => whatText(change, theme)).filter((text) => text !== ''),
    where: environments.join(' '),
  }));
  const widths = columnWidths(texts.map(({ facts }) => facts));
  const before = widths.reduce((sum, width) => sum + width + GAP.length, 0);
  return entries.map((entry, at) => {
    const { facts = [], what = [], where = '' } = texts[at] ?? {};
    const told = wrapText(
      screenText(`${what.join(', ')}${GAP}${where}`, theme.unicode),
      Math.max(20, columns - before),
    );
    const lines = told.map((text, line): Line => [
      [widths.map((width, fact) => cell(line === 0 ? (facts[fact] ?? '') : '', width, theme) + GAP).join(''), 'dim'],
      text,
    ]);
    return { ...entry, lines };
  });
}

/** Linked environments mostly get the same: that is told once. */
export function happeningsOf(history: readonly UserChange[]): readonly Happening[] {
  const byPlace = new Map<string, UserChange[]>();
  for (const change of history) {
    const place = `${change.run} ${change.environment} ${change.user}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), change]);
  }
  const entries = new Map<string, Happening & { environments: string[] }>();
  for (const changes of byPlace.values()) {
    const [first] = changes;
    if (!first) continue;
    const { run, kind, appliedAt, operator, environment } = first;
    const same = JSON.stringify([run, changes.map(({ field, from, to }) => [field, from, to])]);
    const entry = entries.get(same);
    if (entry) entry.environments.push(environment);
    else entries.set(same, { run, kind, appliedAt, operator, environments: [environment], changes });
  }
  return [...entries.values()];
}

/** A change in a few words; empty for what every new user gets. */
export function whatText({ user, field, from, to, unknown }: UserChange, { language, glyphs }: Theme): string {
  if (unknown !== undefined) {
    const change = [field, from, to, unknown] as const;
    return `${fieldLabel(language, field)} ${wasText(language, change)} ${glyphs.arrow} ${becomesText(language, change)}`;
  }
  if (field === 'user' && to === null) return translate(language, 'user.removed');
  if (field === 'user' && from === null) return `${translate(language, 'user.created')} ${user}`;
  if (field === 'group') return to === null ? `-${groupName(String(from))}` : `+${groupName(String(to))}`;
  if (field === 'password') return translate(language, 'user.newPassword');
  if (field === 'blocked' && from === null && to === false) return '';
  if (field === 'blocked') return translate(language, to === true ? 'user.blocked' : 'user.unblocked');
  if (from === null && typeof to === 'boolean') return to ? fieldLabel(language, field) : '';
  const values = isEmpty(from) ? [to] : [from, to];
  return `${fieldLabel(language, field)} ${values.map((value) => valueText(language, value)).join(` ${glyphs.arrow} `)}`;
}
