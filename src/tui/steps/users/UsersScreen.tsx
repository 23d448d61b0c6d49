/** The list of users: what it is narrowed to, a window on it, and what there is to tell of the user at the cursor. */
import type { ReactElement } from 'react';
import type { ListedUser, UserAccounts, UserChange } from '../../../application/userUseCases.js';
import { accessText, accountMarks, environmentSpans, shortCodes, valueSpan } from '../../../presentation/accounts.js';
import { cell, GAP, textOf, toneOf, wrapSpans, type Line, type Span } from '../../../presentation/lines.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { count, say, sayRef, type Theme } from '../../../presentation/theme.js';
import { whatText } from '../../../presentation/userHistory.js';
import type { ScreenProps, Wizard } from '../../shell/wizard.js';
import { shareWidth } from '../../table/columns.js';
import { itemHere } from '../../table/keyWindow.js';
import type { View } from '../../view.js';
import { fieldLine } from '../../widgets/fieldSpans.js';
import { Lines } from '../../widgets/Lines.js';
import { completionOf } from './filter.js';
import { countOf, keyOf, usersHeights, windowOf, type PlacedAccounts, type UsersStep } from './state.js';

export function UsersScreen({ step, wizard, view }: ScreenProps<UsersStep>): ReactElement {
  const { theme, columns, height } = view;
  const heights = usersHeights(wizard.size);
  const here = itemHere(windowOf(step));
  const lines: readonly Line[] = [
    headLine(step, view),
    filterLine(step, view),
    ...listLines(step, wizard, view, heights.list),
    [[theme.glyphs.line.repeat(columns), 'dim']],
    ...(step.typing ? completionLines(step, wizard, view) : here ? aboutLines(here, step, view) : []).slice(
      0,
      heights.detail,
    ),
  ];
  return <Lines lines={lines} view={view} height={height} />;
}

/** Which users these are, how many, and where in the list one is. */
function headLine(step: UsersStep, { theme, columns }: View): Line {
  const where = step.environment ?? say(theme, 'wizard.users.everywhere');
  const found = countOf(step);
  const shown = found === null ? theme.glyphs.ellipsis : count(theme, found);
  const counted =
    step.total === null || step.filter.terms.length === 0
      ? say(theme, 'wizard.users.count', { shown, count: found ?? 0 })
      : say(theme, 'wizard.users.countOf', { shown, total: count(theme, step.total) });
  const { before, cursor, held } = windowOf(step);
  const place = before === null || held.length === 0 ? '' : count(theme, before + cursor + 1);
  const chosen =
    step.chosen.size === 0 ? '' : say(theme, 'wizard.users.chosen', { shown: count(theme, step.chosen.size) });
  const start: Line = [
    [where, step.environment === null ? 'plain' : 'strong'],
    ` ${theme.glyphs.chevron} `,
    [counted, 'strong'],
    ...(chosen === '' ? [] : [` ${theme.glyphs.dot} `, [chosen, 'accent'] satisfies Span]),
  ];
  const used = start.reduce((sum, span) => sum + widthOf(textOf(span)), 0);
  return [...start, [cell(place, Math.max(0, columns - used), theme, 'right'), 'dim']];
}

/** The filter as it is typed, and what is wrong with it; or how to begin one. */
function filterLine({ typing, filterText, problem }: UsersStep, view: View): Line {
  const { theme } = view;
  if (!typing && filterText === '') return [];
  const told: Line = problem ? [GAP, [sayRef(theme, problem), 'warning']] : [];
  return fieldLine([`${say(theme, 'wizard.users.filter')} `, 'accent'], typing ?? filterText, told, view);
}

/** What can stand at the caret: as many as there is room for. */
function completionLines(step: UsersStep, wizard: Wizard, { theme, columns }: View): readonly Line[] {
  const texts = completionOf(step, wizard)?.texts ?? [];
  if (texts.length === 0) return [[[say(theme, 'wizard.users.nothingToComplete'), 'dim']]];
  return wrapSpans(
    texts.flatMap((text, at): Span[] => [[text, at === 0 ? 'accent' : 'dim'], GAP]),
    columns,
  );
}

function listLines(step: UsersStep, { environments }: Wizard, view: View, height: number): readonly Line[] {
  const { theme } = view;
  const { window } = step;
  const empty = (text: Span): readonly Line[] =>
    Array.from({ length: height + 1 }, (_, at): Line => (at === 1 ? [text] : []));
  if (window === null) return empty([say(theme, 'wizard.looking'), 'dim']);
  if (window.held.length === 0)
    return empty(say(theme, step.filter.terms.length === 0 ? 'wizard.users.none' : 'wizard.users.noMatch'));
  const shown = window.held.slice(window.top, window.top + height);
  const codes = [...new Set([...(environments ?? []).map(({ code }) => code), ...shown.flatMap(environmentsOf)])];
  const shorts = shortCodes(codes, theme);
  const rows = shown.map((accounts) => ({ accounts, where: environmentSpans(accounts.users, shorts, theme) }));
  const widths = columnWidths(rows, view);
  return [
    headingLine(step, widths, theme),
    ...Array.from({ length: height }, (_, at): Line => {
      const row = rows[at];
      if (!row) return [];
      const marks = { here: window.top + at === window.cursor, chosen: step.chosen.has(keyOf(row.accounts)) };
      return rowLine(row, marks, widths, theme);
    }),
  ];
}

const environmentsOf = ({ users }: UserAccounts): readonly string[] => users.map(({ environment }) => environment);

interface Row {
  readonly accounts: PlacedAccounts;
  readonly where: readonly Span[];
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + widthOf(textOf(span)), 0);

/** Codes and names keep their width; e-mail gives way first, then where the users are. */
function columnWidths(rows: readonly Row[], { theme, columns }: View): readonly number[] {
  const widest = (lengths: readonly number[], least: number): number => Math.max(least, ...lengths);
  const code = widest(
    rows.map(({ accounts }) => widthOf(accounts.code)),
    widthOf(say(theme, 'wizard.users.user')),
  );
  const name = widest(
    rows.map(({ accounts }) => widthOf(textOf(valueSpan(accounts.users, 'description', theme)))),
    8,
  );
  const email = widest(
    rows.map(({ accounts }) => widthOf(textOf(valueSpan(accounts.users, 'email', theme)))),
    8,
  );
  const where = widest(
    rows.map((row) => lengthOf(row.where)),
    widthOf(say(theme, 'wizard.users.environments')),
  );
  return shareWidth(
    [
      { least: code + 1, most: code + 1 },
      { least: Math.min(name, columns < 76 ? 16 : 24), most: name },
      { least: Math.min(where, columns < 76 ? 12 : 20), most: where },
      { least: Math.min(email, 14), most: email, optional: 1 },
    ],
    columns - GAP.length,
    GAP.length,
  );
}

function headingLine(
  { order }: UsersStep,
  [code = 0, name = 0, where = 0, email = 0]: readonly number[],
  theme: Theme,
): Line {
  const title = (text: string, by: UsersStep['order']): string => (order === by ? `${text}${theme.glyphs.more}` : text);
  const cells = [
    cell(title(say(theme, 'wizard.users.user'), 'user'), code, theme),
    cell(title(say(theme, 'wizard.users.name'), 'description'), name, theme),
    ...(email === 0 ? [] : [cell(title(say(theme, 'wizard.users.email'), 'email'), email, theme)]),
    cell(say(theme, 'wizard.users.environments'), where, theme),
  ];
  return [[`${GAP}${cells.join(GAP)}`, 'dim']];
}

function rowLine(
  { accounts, where }: Row,
  { here, chosen }: { readonly here: boolean; readonly chosen: boolean },
  [code = 0, name = 0, , email = 0]: readonly number[],
  theme: Theme,
): Line {
  const { users } = accounts;
  const out = users.every(({ blocked, leftover, gone }) => blocked || leftover || gone);
  const value = (field: 'description' | 'email', width: number): Span => {
    const span = valueSpan(users, field, theme);
    return [cell(textOf(span), width, theme), out && toneOf(span) === 'plain' ? 'dim' : toneOf(span)];
  };
  return [
    here ? theme.glyphs.cursor : ' ',
    chosen ? [theme.glyphs.yes, 'accent'] : ' ',
    [cell(accounts.code, code, theme), here ? 'here' : chosen ? 'accent' : out ? 'dim' : 'plain'],
    GAP,
    value('description', name),
    GAP,
    ...(email === 0 ? [] : [value('email', email), GAP]),
    ...where,
  ];
}

/** Who it is, what is out of the ordinary, and what happened last. */
function aboutLines({ code, users }: UserAccounts, { last }: UsersStep, { theme, columns }: View): readonly Line[] {
  const [first] = users;
  if (!first) return [];
  const { dot } = theme.glyphs;
  const person = first.person === null ? [] : [say(theme, 'wizard.users.person', { person: personText(first) })];
  const groups = [...new Set(users.flatMap((user) => user.groups))];
  const parts = [
    ...person,
    groups.length === 0
      ? say(theme, 'wizard.users.noGroups')
      : say(theme, 'wizard.users.groups', { groups: groups.join(', ') }),
    accessText(first, theme),
  ];
  const marks = accountMarks(users, theme).flatMap((mark): Span[] => [` ${dot} `, mark]);
  return [
    ...wrapSpans(
      [[code, 'accent'], GAP, [first.description, 'strong'], ...parts.flatMap((part): Span[] => [` ${dot} `, part])],
      columns,
    ),
    ...wrapSpans(marks.slice(1), columns),
    ...(last?.code === code ? [lastLine(last.change, theme)] : []),
  ];
}

function lastLine(change: UserChange | null, theme: Theme): Line {
  if (change === null) return [[sayRef(theme, { key: 'user.noHistory', params: {} }), 'dim']];
  const { operator, run, appliedAt: at } = change;
  return [[say(theme, 'wizard.users.lastChange', { at, operator, run, what: whatText(change, theme) }), 'dim']];
}

/** A person is mostly called as the user is: that is told once. */
function personText({ person, personName, description }: ListedUser): string {
  return personName === description ? (person ?? '') : `${person ?? ''} ${personName}`.trim();
}
