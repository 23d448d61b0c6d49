/** The kinds of change of a plan, and what there is to tell of the one at the cursor. */
import { kindText } from '../../../presentation/kindText.js';
import { cell, GAP, wrapLines, type Line, type Span } from '../../../presentation/lines.js';
import { briefLines, rowTitle } from '../../../presentation/rowDetail.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { count, say, type Theme } from '../../../presentation/theme.js';
import { OUTCOME_TONES } from '../../../presentation/tones.js';
import { shareWidth } from '../../table/columns.js';
import type { View } from '../../view.js';
import { rowsOf, whereText, type KindList, type ListedKind } from './kindList.js';
import { currentKind, currentRow, type PreviewStep } from './state.js';

/** A heading and `height` lines. */
export function kindListLines(step: PreviewStep, view: View, height: number): readonly Line[] {
  const { theme } = view;
  const { kinds, top } = step;
  const alone = (text: string): readonly Line[] => filled([[], [[text, 'dim']]], height + 1);
  if (kinds === null) return alone(say(theme, 'wizard.looking'));
  if (kinds.kinds.length === 0) return alone(say(theme, 'wizard.preview.empty'));
  const widths = columnWidths(kinds, view);
  const lines = kinds.kinds
    .slice(top, top + height)
    .map((kind, at) => kindLine(kind, top + at === step.cursor, widths, theme));
  return [headingLine(widths, theme), ...filled(lines, height)];
}

/** From here on a name is shown whole, mostly. */
const WIDE = 100;

/** What happens is told whole before anything else is; an example is told where there is room. */
function columnWidths({ mostRows, environmentsWidth }: KindList, { theme, columns }: View): readonly number[] {
  const rows = Math.max(widthOf(say(theme, 'wizard.kinds.rows')), count(theme, mostRows).length);
  const environments = Math.max(widthOf(say(theme, 'wizard.kinds.environments')), environmentsWidth);
  return shareWidth(
    [
      { least: rows, most: rows },
      { least: 30, most: 500 },
      { least: environments, most: environments, optional: 1 },
      { least: 16, most: columns < WIDE ? 16 : 24, optional: 2 },
    ],
    columns - GAP.length,
    GAP.length,
  );
}

function headingLine(widths: readonly number[], theme: Theme): Line {
  const titles = [
    say(theme, 'wizard.kinds.rows'),
    say(theme, 'wizard.kinds.happens'),
    say(theme, 'wizard.kinds.environments'),
    say(theme, 'wizard.kinds.example'),
  ];
  const cells = titles.flatMap((title, at) =>
    widths[at] === 0 ? [] : [cell(title, widths[at] ?? 0, theme, at === 0 ? 'right' : 'left')],
  );
  return [[`${GAP}${cells.join(GAP)}`, 'dim']];
}

function kindLine(kind: ListedKind, here: boolean, widths: readonly number[], theme: Theme): Line {
  const [rowsWidth = 0, textWidth = 0, environmentsWidth = 0, exampleWidth = 0] = widths;
  const isOut = kind.rows === 0;
  const told = [...leftOutTexts(kind, theme), kindText(theme.language, kind)].join(', ');
  const cells: readonly Span[] = [
    [cell(told, textWidth, theme), isOut ? 'dim' : OUTCOME_TONES[kind.outcome]],
    ...(environmentsWidth === 0 ? [] : [GAP, [cell(whereText(kind), environmentsWidth, theme), 'dim'] satisfies Span]),
    ...(exampleWidth === 0
      ? []
      : [GAP, [cell(kind.example.name || kind.example.user, exampleWidth, theme), 'dim'] satisfies Span]),
  ];
  return [
    here ? theme.glyphs.cursor : ' ',
    ' ',
    [cell(count(theme, rowsOf(kind)), rowsWidth, theme, 'right'), here ? 'here' : isOut ? 'dim' : 'plain'],
    GAP,
    ...cells,
  ];
}

/** That a kind is left out, or how much of it is. */
function leftOutTexts({ rows, leftOut }: ListedKind, theme: Theme): readonly string[] {
  if (leftOut === 0) return [];
  return [
    rows === 0 ? say(theme, 'wizard.kinds.out') : say(theme, 'wizard.kinds.outOf', { count: count(theme, leftOut) }),
  ];
}

/** Between the list and what is told of a kind: how far down the list it is. */
export function kindRule(step: PreviewStep, { theme, columns }: View): Line {
  const total = step.kinds?.kinds.length ?? 0;
  if (total === 0) return [[theme.glyphs.line.repeat(columns), 'dim']];
  return [[`${theme.glyphs.line.repeat(2)} ${count(theme, step.cursor + 1)}/${count(theme, total)}`, 'dim']];
}

/** How many rows look like no other, the kind as a whole, and the first of its rows. */
export function kindDetailLines(step: PreviewStep, view: View, height: number): readonly Line[] {
  const { theme, columns } = view;
  const kind = currentKind(step);
  const alone = step.kinds?.alone ?? 0;
  if (!kind) return [];
  const head: readonly Line[] = [
    ...(alone === 0
      ? []
      : wrapLines(say(theme, 'wizard.kinds.alone', { count: alone, shown: count(theme, alone) }), columns, 'accent')),
    ...wholeLines(kind, columns, theme),
  ];
  const row = currentRow(step);
  if (!row) return head.slice(0, height);
  const room = { columns, height: Math.max(0, height - head.length - 1) };
  return [
    ...head,
    rowTitle(row, theme, columns),
    ...briefLines(row, step.answer.run.settings.defaults, theme, room),
  ].slice(0, height);
}

/** What does not fit in the list: the kind, and where it reaches. */
function wholeLines(kind: ListedKind, columns: number, theme: Theme): readonly Line[] {
  const where = kind.environments.length === 0 ? '' : ` ${theme.glyphs.dot} ${kind.environments.join(', ')}`;
  return wrapLines(`${kindText(theme.language, kind)}${where}`, columns, 'strong');
}

function filled(lines: readonly Line[], height: number): readonly Line[] {
  return Array.from({ length: height }, (_, at) => lines[at] ?? []);
}
