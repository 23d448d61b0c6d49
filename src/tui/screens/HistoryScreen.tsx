/** The runs of before. */
import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Run } from '../../domain/run.js';
import { count, say, sayRef, type Look } from '../look.js';
import { cell, type Line } from '../paint.js';
import { SHOWN_OUTCOMES, type HistoryStep } from '../state/steps.js';
import { HISTORY_FRAME } from '../steps/historyStep.js';
import type { View } from '../view.js';
import { Lines } from '../widgets/Lines.js';
import { moment } from '../widgets/moment.js';
import { outcomeSpans } from '../widgets/outcomeSpans.js';
import { settingsLines } from '../widgets/settingsLines.js';
import { SmallTable } from '../widgets/SmallTable.js';

export function HistoryScreen({ step, view }: { readonly step: HistoryStep; readonly view: View }): ReactElement {
  const { look, height } = view;
  const { runs } = step;
  if (!runs) return <Lines lines={[[say(look, 'wizard.looking')]]} view={view} height={height} />;
  if (runs.length === 0) return <Lines lines={[[say(look, 'wizard.history.none')]]} view={view} height={height} />;
  const shown = runs.slice(step.top, step.top + Math.max(1, height - HISTORY_FRAME));
  const here = runs[step.cursor];
  const wide = view.columns >= 100;
  const titles = [
    'list.run',
    'list.when',
    'list.environment',
    'list.status',
    ...(wide ? ['list.operator'] : []),
    'list.file',
    'list.rows',
  ];
  return (
    <Box flexDirection="column" height={height} overflow="hidden">
      <SmallTable
        view={view}
        columns={titles.map((key) => ({
          title: sayRef(look, { key, params: {} }),
          align: key === 'list.rows' || key === 'list.run' ? ('right' as const) : ('left' as const),
        }))}
        rows={shown.map((run) => rowOf(run, look, wide))}
        selected={step.cursor - step.top}
      />
      <Lines lines={here ? aboutLines(here, view) : []} view={view} />
    </Box>
  );
}

function rowOf(run: Run, look: Look, wide: boolean): readonly string[] {
  const file = run.file.name || sayRef(look, { key: `kind.${run.kind}`, params: {} });
  return [
    String(run.id),
    moment(run.appliedAt ?? run.createdAt),
    run.environment,
    run.undoneBy === null
      ? sayRef(look, { key: `status.${run.status}`, params: {} })
      : say(look, 'wizard.history.undone'),
    ...(wide ? [cell(run.operator, 12, look).trimEnd()] : []),
    cell(file, wide ? 34 : 14, look).trimEnd(),
    count(look, run.file.rows),
  ];
}

function aboutLines(run: Run, view: View): readonly Line[] {
  const { look } = view;
  const kind = sayRef(look, { key: `kind.${run.kind}`, params: {} });
  const from = run.origin === '' ? run.operator : `${run.operator} (${run.origin})`;
  const lines: Line[] = [
    [],
    [[say(look, 'wizard.history.about', { run: run.id, kind }), 'strong']],
    ...(run.settingsChange
      ? settingsLines(run.settingsChange, view)
      : [[...outcomeSpans(run.summary.outcomes, SHOWN_OUTCOMES, look)]]),
    [
      [say(look, 'wizard.history.by', { from, at: moment(run.createdAt) }), 'dim'],
      run.approvedBy === null ? '' : [`, ${say(look, 'wizard.history.approved', { by: run.approvedBy })}`, 'dim'],
      run.appliedBy === null || run.appliedAt === null
        ? ''
        : [`, ${say(look, 'wizard.history.applied', { by: run.appliedBy, at: moment(run.appliedAt) })}`, 'dim'],
    ],
  ];
  if (run.parent !== null) lines.push([[say(look, 'wizard.history.parent', { run: run.parent }), 'dim']]);
  if (run.undoneBy !== null) lines.push([[say(look, 'wizard.history.undoneBy', { run: run.undoneBy }), 'warning']]);
  if (run.pruned) lines.push([[say(look, 'wizard.history.pruned'), 'dim']]);
  return lines;
}
