/** Rows that come out otherwise since the plan was made again: a screenful, and how many more there are. Pure. */
import type { RowDifference } from '../../application/useCases.js';
import type { PlannedRow } from '../../domain/plannedRow.js';
import { USER_CODE_MAX } from '../../domain/userCode.js';
import { count, say, type Look } from '../look.js';
import { cell, GAP, textOf, type Line, type Span } from '../paint.js';
import type { PlannedAgain } from '../state/effects.js';
import { widthOf } from '../table/fit.js';
import type { View } from '../view.js';
import { OUTCOME_TONES, outcomeName } from './outcomeSpans.js';
import { summaryOf } from './rowText.js';

export function differencesPanel(
  { count: total, first }: PlannedAgain,
  { look, columns, height }: View,
): readonly Line[] {
  const heading: Line = [[say(look, 'wizard.again.title', { count: total, shown: count(look, total) }), 'strong']];
  const room = height - 2;
  const shown = first.slice(0, total > room ? room - 1 : room);
  const rest = total - shown.length;
  const widths = {
    row: String(shown.at(-1)?.row ?? 0).length,
    user: Math.max(12, Math.min(USER_CODE_MAX, Math.floor(columns / 4))),
    name: columns < 76 ? 0 : Math.min(30, Math.floor(columns / 6)),
  };
  return [
    heading,
    [],
    ...shown.map((difference) => differenceLine(difference, widths, look, columns)),
    ...(rest > 0
      ? [[[say(look, 'wizard.again.more', { shown: count(look, rest), count: rest }), 'dim']] satisfies Line]
      : []),
  ];
}

/** Row, user and name, the outcome before and now, and in what room is left what it comes to now. */
function differenceLine(
  { row, user, before, after }: RowDifference,
  widths: { readonly row: number; readonly user: number; readonly name: number },
  look: Look,
  columns: number,
): Line {
  const names = [outcome(before, look), outcome(after, look)] as const;
  const arrow = ` ${look.glyphs.arrow} `;
  const start: Line = [
    [cell(String(row), widths.row, look, 'right'), 'dim'],
    GAP,
    cell(user, widths.user, look),
    GAP,
    widths.name === 0 ? '' : cell(after?.name ?? before?.name ?? '', widths.name, look) + GAP,
    [names[0], 'dim'],
    arrow,
    [names[1], after ? OUTCOME_TONES[after.outcome] : 'dim'],
  ];
  const used = start.reduce((sum, span) => sum + widthOf(textOf(span)), GAP.length);
  const summary: Span = after ? summaryOf(after, look) : '';
  return [...start, GAP, [cell(textOf(summary), Math.max(0, columns - used), look).trimEnd(), 'dim']];
}

function outcome(row: PlannedRow | null, look: Look): string {
  return row ? outcomeName(row.outcome, look) : '-';
}
