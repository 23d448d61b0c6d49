/** The runs of before. */
import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Run } from '../../../domain/run.js';
import { actText } from '../../../presentation/actText.js';
import { count, say, sayRef, type Theme } from '../../../presentation/theme.js';
import { cell, type Line } from '../../../presentation/lines.js';
import type { ScreenProps } from '../../shell/wizard.js';
import type { HistoryStep } from './state.js';
import { HISTORY_FRAME } from './update.js';
import type { View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';
import { pulledTexts } from '../../../presentation/pulledTexts.js';
import { outcomeSpans } from '../../../presentation/outcomes.js';
import { settingsLines } from '../../../presentation/runDetail.js';
import { SmallTable } from '../../widgets/SmallTable.js';
import { momentText, type TextKey } from '../../../language/index.js';
import { withOrigin } from '../../../presentation/runFacts.js';

export function HistoryScreen({ step, view }: ScreenProps<HistoryStep>): ReactElement {
  const { theme, height } = view;
  const { runs } = step;
  if (!runs) return <Lines lines={[[say(theme, 'wizard.looking')]]} view={view} height={height} />;
  if (runs.length === 0) return <Lines lines={[[say(theme, 'wizard.history.none')]]} view={view} height={height} />;
  const shown = runs.slice(step.top, step.top + Math.max(1, height - HISTORY_FRAME));
  const here = runs[step.cursor];
  const wide = view.columns >= 100;
  const titles: readonly Extract<TextKey, `list.${string}`>[] = [
    'list.run',
    'list.when',
    'list.environment',
    'list.status',
    ...(wide ? (['list.operator'] as const) : []),
    'list.file',
    'list.rows',
  ];
  return (
    <Box flexDirection="column" height={height} overflow="hidden">
      <SmallTable
        view={view}
        columns={titles.map((key) => ({
          title: sayRef(theme, { key, params: {} }),
          align: key === 'list.rows' || key === 'list.run' ? ('right' as const) : ('left' as const),
        }))}
        rows={shown.map((run) => rowOf(run, theme, wide))}
        selected={step.cursor - step.top}
      />
      <Lines lines={here ? aboutLines(here, view) : []} view={view} />
    </Box>
  );
}

function rowOf(run: Run, theme: Theme, wide: boolean): readonly string[] {
  const act = actText(theme.language, run);
  const file = run.file.name || (act ?? sayRef(theme, { key: `kind.${run.kind}`, params: {} }));
  return [
    String(run.id),
    momentText(theme.language, run.appliedAt ?? run.createdAt),
    run.environment,
    run.undoneBy === null
      ? sayRef(theme, { key: `status.${run.status}`, params: {} })
      : say(theme, 'wizard.history.undone'),
    ...(wide ? [cell(run.operator, 12, theme).trimEnd()] : []),
    cell(file, wide ? 34 : 14, theme).trimEnd(),
    count(theme, run.file.rows),
  ];
}

function aboutLines(run: Run, view: View): readonly Line[] {
  const { theme } = view;
  const kind = sayRef(theme, { key: `kind.${run.kind}`, params: {} });
  const from = withOrigin(run.operator, run);
  const lines: Line[] = [
    [],
    [[say(theme, 'wizard.history.about', { run: run.id, kind }), 'strong']],
    ...(run.settingsChange
      ? settingsLines(run.settingsChange, view)
      : run.kind === 'pull'
        ? pulledTexts(theme.language, run.summary).map((text): Line => [text])
        : [[...outcomeSpans(run.summary.outcomes, theme)]]),
    [
      [say(theme, 'wizard.history.by', { from, at: run.createdAt }), 'dim'],
      run.approvedBy === null ? '' : [`, ${say(theme, 'wizard.history.approved', { by: run.approvedBy })}`, 'dim'],
      run.appliedBy === null || run.appliedAt === null
        ? ''
        : [`, ${say(theme, 'wizard.history.applied', { by: run.appliedBy, at: run.appliedAt })}`, 'dim'],
    ],
  ];
  if (run.parent !== null) lines.push([[say(theme, 'wizard.history.parent', { run: run.parent }), 'dim']]);
  if (run.undoneBy !== null) lines.push([[say(theme, 'wizard.history.undoneBy', { run: run.undoneBy }), 'warning']]);
  if (run.pruned) lines.push([[say(theme, 'wizard.history.pruned'), 'dim']]);
  return lines;
}
