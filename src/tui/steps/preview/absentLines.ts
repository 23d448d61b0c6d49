/** Users whom no row names: each with what was changed last, so that a person can decide about them. */
import { momentText } from '../../../language/index.js';
import { cell, GAP, wrapLines, type Line } from '../../../presentation/lines.js';
import { lastChangeText } from '../../../presentation/rowLines.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { count, say, type Theme } from '../../../presentation/theme.js';
import { shareWidth } from '../../table/columns.js';
import { itemHere } from '../../table/keyWindow.js';
import type { View } from '../../view.js';
import type { ListedAbsent } from './absentList.js';
import { isFiltered } from './filter.js';
import { filterLine } from './filterLines.js';
import type { PreviewStep } from './state.js';

/** A heading (or what the list is narrowed to) and `height` lines. */
export function absentListLines(step: PreviewStep, view: View, height: number): readonly Line[] {
  const { theme } = view;
  const { window } = step.absent;
  const shown = window?.held.slice(window.top, window.top + height) ?? [];
  const widths = columnWidths(shown, view);
  const heading = isFiltered(step) ? filterLine(step, view) : headingLine(widths, theme);
  const alone = (key: 'wizard.looking' | 'wizard.absent.none'): readonly Line[] => [[[say(theme, key), 'dim']]];
  const lines =
    window === null
      ? alone('wizard.looking')
      : shown.length === 0
        ? alone('wizard.absent.none')
        : shown.map((user, at) => userLine(user, window.top + at === window.cursor, widths, theme));
  return [heading, ...Array.from({ length: height }, (_, at): Line => lines[at] ?? [])];
}

/** Codes and names keep their width; who changed them gives way first. */
function columnWidths(users: readonly ListedAbsent[], { theme, columns }: View): readonly number[] {
  const widest = (texts: readonly string[]): number => Math.max(...texts.map(widthOf));
  const [code, name, at, run, operator] = titlesOf(theme).map((title, column) =>
    widest([title, ...users.map((user) => textsOf(user, theme)[column] ?? '')]),
  ) as [number, number, number, number, number];
  return shareWidth(
    [
      { least: code, most: code },
      { least: Math.min(name, 16), most: name },
      { least: at, most: at, optional: 1 },
      { least: run, most: run, optional: 2 },
      { least: Math.min(operator, 8), most: operator, optional: 3 },
    ],
    columns - GAP.length,
    GAP.length,
  );
}

function titlesOf(theme: Theme): readonly string[] {
  return [
    say(theme, 'wizard.preview.user'),
    say(theme, 'wizard.preview.name'),
    say(theme, 'wizard.absent.changed'),
    say(theme, 'wizard.absent.byRun'),
    say(theme, 'wizard.absent.by'),
  ];
}

function textsOf({ user, name, lastChange }: ListedAbsent, { language, glyphs }: Theme): readonly string[] {
  if (!lastChange) return [user, name, glyphs.none, '', ''];
  return [user, name, momentText(language, lastChange.appliedAt), String(lastChange.run), lastChange.operator];
}

function headingLine(widths: readonly number[], theme: Theme): Line {
  return [[`${GAP}${cellsOf(titlesOf(theme), widths, theme).join(GAP)}`, 'dim']];
}

function cellsOf(texts: readonly string[], widths: readonly number[], theme: Theme): readonly string[] {
  return texts.flatMap((text, at) => (widths[at] === 0 ? [] : [cell(text, widths[at] ?? 0, theme)]));
}

function userLine(user: ListedAbsent, here: boolean, widths: readonly number[], theme: Theme): Line {
  const [code = '', name = '', ...rest] = cellsOf(textsOf(user, theme), widths, theme);
  return [
    here ? theme.glyphs.cursor : ' ',
    ' ',
    [code, here ? 'here' : 'plain'],
    GAP,
    name,
    GAP,
    [rest.join(GAP), 'dim'],
  ];
}

/** Between the list and what is told: how far down the list it is. */
export function absentRule({ absent: { window, found } }: PreviewStep, { theme, columns }: View): Line {
  if (!window || window.held.length === 0) return [[theme.glyphs.line.repeat(columns), 'dim']];
  const place = window.before === null ? theme.glyphs.ellipsis : count(theme, window.before + window.cursor + 1);
  const total = found === null ? theme.glyphs.ellipsis : count(theme, found);
  return [[`${theme.glyphs.line.repeat(2)} ${place}/${total}`, 'dim']];
}

/** That the list is another one than was counted; that nothing happens to them; and what is known of the one at the cursor. */
export function absentDetailLines({ answer, absent }: PreviewStep, { theme, columns }: View): readonly Line[] {
  const { window, total } = absent;
  const planned = answer.run.summary.absent?.users ?? 0;
  const isOther = total !== null && total !== planned;
  const here = window ? itemHere(window) : undefined;
  const canBlock = answer.run.status === 'planned' ? [say(theme, 'wizard.absent.canBlock')] : [];
  return [
    ...(isOther
      ? wrapLines(
          say(theme, 'wizard.absent.now', { now: count(theme, total), count: count(theme, planned) }),
          columns,
          'warning',
        )
      : []),
    ...wrapLines([say(theme, 'wizard.absent.nothing'), ...canBlock].join(' '), columns),
    ...(here
      ? wrapLines(`${here.user} ${here.name}: ${lastChangeText(theme.language, here.lastChange)}`, columns, 'dim')
      : []),
  ];
}
