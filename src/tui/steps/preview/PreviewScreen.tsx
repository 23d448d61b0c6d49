/** The rows of a plan: tabs, a window on the list, and everything of the row at the cursor. */
import { rowNumber } from '../../../presentation/rowName.js';
import type { ReactElement } from 'react';
import type { PlannedRow } from '../../../domain/plannedRow.js';
import { USER_CODE_MAX } from '../../../domain/userCode.js';
import { previewHeights } from './heights.js';
import { count, say, type Theme } from '../../../presentation/theme.js';
import { cell, GAP, type Line, type Span } from '../../../presentation/lines.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { currentRow, isAbsentNow, isGrouped, type PreviewStep } from './state.js';
import { shareWidth } from '../../table/columns.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { rowAt } from '../../table/pageCache.js';
import type { View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';
import { OUTCOME_TONES } from '../../../presentation/tones.js';
import { outcomeName } from '../../../presentation/outcomes.js';
import { briefLines, detailLines, rowTitle, summaryOf, type ListedRow } from '../../../presentation/rowDetail.js';
import { absentDetailLines, absentListLines, absentRule } from './absentLines.js';
import { isFiltered } from './filter.js';
import { completionLines, filterLine } from './filterLines.js';
import { kindDetailLines, kindListLines, kindRule } from './kindLines.js';
import { reviewLines } from './reviewLines.js';
import { tabLine } from './tabLine.js';

export function PreviewScreen({ step, wizard, view }: ScreenProps<PreviewStep>): ReactElement {
  const { theme } = view;
  const { mode } = step;
  if (mode.kind === 'review') return <Lines lines={reviewLines(step, mode, view)} view={view} height={view.height} />;
  const row = currentRow(step);
  if (mode.kind === 'details' && row)
    return <Lines lines={wholeRow(row, mode.top, view)} view={view} height={view.height} />;
  const heights = previewHeights(wizard.size);
  const widths = columnWidths(step, view);
  if (isGrouped(step)) {
    const grouped: readonly Line[] = [
      tabLine(step, theme, view.columns),
      ...kindListLines(step, view, heights.list),
      kindRule(step, view),
      ...kindDetailLines(step, view, heights.detail),
    ];
    return <Lines lines={grouped} view={view} height={view.height} />;
  }
  if (isAbsentNow(step)) {
    const told = step.filter.typing
      ? completionLines(step, wizard, view, heights.detail)
      : absentDetailLines(step, view).slice(0, heights.detail);
    const absent: readonly Line[] = [
      tabLine(step, theme, view.columns),
      ...absentListLines(step, view, heights.list),
      absentRule(step, view),
      ...told,
    ];
    return <Lines lines={absent} view={view} height={view.height} />;
  }
  const lines: readonly Line[] = [
    tabLine(step, theme, view.columns),
    isFiltered(step) ? filterLine(step, view) : headingLine(step, widths, theme),
    ...listLines(step, widths, heights.list, theme),
    ruleLine(step, row, view),
    ...(step.filter.typing
      ? completionLines(step, wizard, view, heights.detail)
      : row
        ? briefLines(row, step.answer.run.settings.defaults, theme, { columns: view.columns, height: heights.detail })
        : []),
  ];
  return <Lines lines={lines} view={view} height={view.height} />;
}

/** From here on a user code is shown whole, and from there a name too, mostly. */
const LEAST_FOR_CODES = 76;
const WIDE = 100;

function columnWidths({ numbers, answer }: PreviewStep, { theme, columns }: View): readonly number[] {
  const last = numbers ? Math.max(4, rowNumber(numbers.at(-1) ?? 0).length, rowNumber(numbers.at(0) ?? 0).length) : 5;
  const outcome = Math.max(
    ...(['unchanged', 'rename', 'unblock', 'rejected', 'excluded'] as const).map(
      (name) => outcomeName(name, theme).length,
    ),
  );
  return shareWidth(
    [
      { least: last, most: last },
      { least: columns < LEAST_FOR_CODES ? 14 : USER_CODE_MAX, most: USER_CODE_MAX },
      { least: 10, most: columns < WIDE ? 12 : 30, optional: 1 },
      { least: answer.run.type === 'user' ? 4 : 0, most: answer.run.type === 'user' ? 4 : 0 },
      { least: outcome, most: outcome },
      { least: 12, most: 500 },
    ],
    columns - GAP.length,
    GAP.length,
  );
}

function headingLine(step: PreviewStep, widths: readonly number[], theme: Theme): Line {
  const { by, reverse } = step.sort;
  const mark = reverse ? theme.glyphs.less : theme.glyphs.more;
  const title = (text: string, sortedBy: string): string => (by === sortedBy ? `${text}${mark}` : text);
  const titles = [
    title(say(theme, 'wizard.preview.row'), 'row'),
    title(say(theme, 'wizard.preview.user'), 'user'),
    say(theme, 'wizard.preview.name'),
    say(theme, 'wizard.preview.code'),
    title(say(theme, 'wizard.preview.outcome'), 'outcome'),
    title(say(theme, 'wizard.preview.what'), 'problems'),
  ];
  const cells = titles.flatMap((text, index) =>
    widths[index] === 0 ? [] : [cell(text, widths[index] ?? 0, theme, index === 0 ? 'right' : 'left')],
  );
  return [[`${GAP}${cells.join(GAP)}`, 'dim']];
}

function listLines(step: PreviewStep, widths: readonly number[], height: number, theme: Theme): readonly Line[] {
  const { numbers, top } = step;
  if (numbers === null) return filled([[[say(theme, 'wizard.looking'), 'dim']]], height);
  if (numbers.length === 0) return filled([[[say(theme, 'wizard.preview.empty'), 'dim']]], height);
  const from = step.rangeFrom;
  return Array.from({ length: height }, (_, index): Line => {
    const at = top + index;
    const number = numbers[at];
    if (number === undefined) return [];
    const here = at === step.cursor;
    const inRange = from !== null && at >= Math.min(from, step.cursor) && at <= Math.max(from, step.cursor);
    return rowLine(
      number,
      rowAt(step.cache, at),
      { here, inRange, found: step.search?.rows?.has(number) === true },
      widths,
      theme,
    );
  });
}

interface Marks {
  readonly here: boolean;
  readonly inRange: boolean;
  readonly found: boolean;
}

function rowLine(
  number: number,
  row: PlannedRow | undefined,
  { here, inRange, found }: Marks,
  widths: readonly number[],
  theme: Theme,
): Line {
  const [numberWidth = 0, userWidth = 0, nameWidth = 0, codeWidth = 0, outcomeWidth = 0] = widths;
  const mark: Span = here ? theme.glyphs.cursor : inRange ? [theme.glyphs.dot, 'accent'] : ' ';
  const start: Line = [
    mark,
    ' ',
    [cell(rowNumber(number), numberWidth, theme, 'right'), here || inRange ? 'here' : 'dim'],
    GAP,
  ];
  if (!row) return [...start, [theme.glyphs.ellipsis, 'dim']];
  const out = row.outcome === 'excluded';
  const code = row.code === null ? '' : row.codeDefaulted ? `${row.code || '0'}${theme.glyphs.warning}` : row.code;
  return [
    ...start,
    [cell(row.user, userWidth, theme), out ? 'dim' : found ? 'accent' : 'plain'],
    GAP,
    ...(nameWidth === 0 ? [] : [[cell(row.name, nameWidth, theme), out ? 'dim' : 'plain'] satisfies Span, GAP]),
    ...(codeWidth === 0
      ? []
      : [[cell(code, codeWidth, theme), row.codeDefaulted ? 'warning' : 'dim'] satisfies Span, GAP]),
    [cell(outcomeName(row.outcome, theme), outcomeWidth, theme), OUTCOME_TONES[row.outcome]],
    GAP,
    out ? '' : summaryOf(row, theme),
  ];
}

/** Between the list and the details: which row it is and how far down the list, or what a range can do. */
function ruleLine(step: PreviewStep, row: PlannedRow | undefined, { theme, columns }: View): Line {
  const total = step.numbers?.length ?? 0;
  if (!row) return [[theme.glyphs.line.repeat(columns), 'dim']];
  if (step.rangeFrom !== null) {
    const rows = Math.abs(step.cursor - step.rangeFrom) + 1;
    const told = say(theme, 'wizard.preview.range', { count: rows, shown: count(theme, rows) });
    return [
      [`${theme.glyphs.line.repeat(2)} `, 'dim'],
      [told, 'accent'],
    ];
  }
  const start = `${theme.glyphs.line.repeat(2)} ${count(theme, step.cursor + 1)}/${count(theme, total)} ${theme.glyphs.dot} `;
  return [[start, 'dim'], ...rowTitle(row, theme, columns - widthOf(start))];
}

function wholeRow(row: ListedRow, top: number, { theme, columns, height }: View): readonly Line[] {
  const lines = detailLines(row, theme, columns);
  const from = Math.min(top, Math.max(0, lines.length - (height - 2)));
  return [rowTitle(row, theme, columns), [], ...lines.slice(from, from + height - 2)];
}

function filled(lines: readonly Line[], height: number): readonly Line[] {
  return Array.from({ length: height }, (_, index) => lines[index] ?? []);
}
