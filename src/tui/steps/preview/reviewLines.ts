/** One row under review: what that user loses, and everything that changes. */
import { say, type Theme } from '../../../presentation/theme.js';
import type { Line } from '../../../presentation/lines.js';
import { currentRow, type PreviewStep, type Review } from './state.js';
import type { View } from '../../view.js';
import type { PlannedRow } from '../../../domain/plannedRow.js';
import { bar } from '../../widgets/bar.js';
import { detailLines, rowTitle } from '../../../presentation/rowDetail.js';

export function reviewLines(step: PreviewStep, review: Review, { theme, columns, height }: View): readonly Line[] {
  const row = currentRow(step);
  const number = review.rows[review.index] ?? 0;
  const decision = review.out.has(number) ? 'leaving' : review.looked.has(number) ? 'kept' : 'open';
  const tones = { leaving: 'warning', kept: 'good', open: 'dim' } as const;
  const heading: readonly Line[] = [
    [
      [say(theme, 'wizard.review.progress', { looked: review.looked.size, total: review.rows.length }), 'strong'],
      ` ${theme.glyphs.dot} ${say(theme, 'wizard.review.out', { count: review.out.size })}`,
    ],
    [bar(review.rows.length === 0 ? 0 : review.looked.size / review.rows.length, columns, theme)],
    [],
  ];
  if (!row) return [...heading, [[say(theme, 'wizard.looking'), 'dim']]];
  const lines = [
    ...heading,
    rowTitle(row, theme, columns),
    [[say(theme, `wizard.review.${decision}`), tones[decision]] as const],
    [],
    ...lossLines(row, theme),
    [],
    ...detailLines(row, theme, columns),
  ];
  return lines.slice(0, height);
}

/** Groups, tokens and environments that the user has and will not have any more. */
function lossLines(row: PlannedRow, theme: Theme): readonly Line[] {
  const environments = row.changes.map(({ environment }) => environment);
  const blockedIn = row.changes
    .filter(({ fields }) => fields.some(([field, , to]) => field === 'blocked' && to === true))
    .map(({ environment }) => environment);
  const lines: Line[] = [[say(theme, 'wizard.review.reaches', { environments: environments.join(', ') || '-' })]];
  if (blockedIn.length > 0)
    lines.push([[say(theme, 'wizard.review.losesAccess', { environments: blockedIn.join(', ') }), 'warning']]);
  if (row.groups.removed.length > 0)
    lines.push([
      [
        say(theme, 'wizard.review.losesGroups', {
          count: row.groups.removed.length,
          groups: row.groups.removed.join(', '),
        }),
        'warning',
      ],
    ]);
  if (row.tokensRevoked > 0)
    lines.push([[say(theme, 'wizard.row.losesTokens', { count: row.tokensRevoked }), 'warning']]);
  return lines;
}
