/** Rows that come out otherwise since the plan was made again: a screenful, and how many more there are. Pure. */
import { rowNumber } from '../../presentation/rowName.js';
import type { RowDifference } from '../../application/useCases.js';
import type { PlannedRow } from '../../domain/plannedRow.js';
import { USER_CODE_MAX } from '../../domain/userCode.js';
import { count, say, type Theme } from '../../presentation/theme.js';
import { cell, GAP, textOf, type Line, type Span } from '../../presentation/lines.js';
import type { DifferencesOverlay } from './wizard.js';
import { widthOf } from '../../presentation/textWidth.js';
import type { View } from '../view.js';
import { OUTCOME_TONES } from '../../presentation/tones.js';
import { outcomeName } from '../../presentation/outcomes.js';
import { summaryOf } from '../../presentation/rowDetail.js';

export function differencesPanel(
  { count: total, first }: DifferencesOverlay,
  { theme, columns, height }: View,
): readonly Line[] {
  const heading: Line = [[say(theme, 'wizard.again.title', { count: total, shown: count(theme, total) }), 'strong']];
  const room = height - 2;
  const shown = first.slice(0, total > room ? room - 1 : room);
  const rest = total - shown.length;
  const widths = {
    row: rowNumber(shown.at(-1)?.row ?? 0).length,
    user: Math.max(12, Math.min(USER_CODE_MAX, Math.floor(columns / 4))),
    name: columns < 76 ? 0 : Math.min(30, Math.floor(columns / 6)),
  };
  return [
    heading,
    [],
    ...shown.map((difference) => differenceLine(difference, widths, theme, columns)),
    ...(rest > 0
      ? [[[say(theme, 'wizard.again.more', { shown: count(theme, rest), count: rest }), 'dim']] satisfies Line]
      : []),
  ];
}

/** Row, user and name, the outcome before and now, and in what room is left what it comes to now. */
function differenceLine(
  { row, user, before, after }: RowDifference,
  widths: { readonly row: number; readonly user: number; readonly name: number },
  theme: Theme,
  columns: number,
): Line {
  const names = [outcome(before, theme), outcome(after, theme)] as const;
  const arrow = ` ${theme.glyphs.arrow} `;
  const start: Line = [
    [cell(rowNumber(row), widths.row, theme, 'right'), 'dim'],
    GAP,
    cell(user, widths.user, theme),
    GAP,
    widths.name === 0 ? '' : cell(after?.name ?? before?.name ?? '', widths.name, theme) + GAP,
    [names[0], 'dim'],
    arrow,
    [names[1], after ? OUTCOME_TONES[after.outcome] : 'dim'],
  ];
  const used = start.reduce((sum, span) => sum + widthOf(textOf(span)), GAP.length);
  const summary: Span = after ? summaryOf(after, theme) : '';
  return [...start, GAP, [cell(textOf(summary), Math.max(0, columns - used), theme).trimEnd(), 'dim']];
}

function outcome(row: PlannedRow | null, theme: Theme): string {
  return row ? outcomeName(row.outcome, theme) : '-';
}
