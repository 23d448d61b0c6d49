/** The plan is being applied: what it comes to, what is being done, and for how long. */
import type { ReactElement } from 'react';
import { count, say, sayRef, type Look } from '../look.js';
import type { Line } from '../paint.js';
import type { ProgressStep } from '../state/steps.js';
import { paceOf, type Pace } from '../steps/progressStep.js';
import type { View } from '../view.js';
import { Lines } from '../widgets/Lines.js';
import { settingsLines } from '../widgets/settingsLines.js';
import { bar } from '../widgets/bar.js';

export function ProgressScreen({ step, view }: { readonly step: ProgressStep; readonly view: View }): ReactElement {
  const { look, columns } = view;
  const { answer, stopping } = step;
  const pace = paceOf(step);
  const { share } = pace;
  const lines: Line[] = [
    [[say(look, 'wizard.progress.title', { run: answer.run.id, environment: answer.run.environment }), 'strong']],
    ...(answer.run.environmentType === 'production'
      ? [[[sayRef(look, { key: 'wizard.environment.production', params: {} }), 'danger']] satisfies Line]
      : []),
    ...(answer.run.settingsChange
      ? settingsLines(answer.run.settingsChange, view)
      : [[wholeText(step, look)] satisfies Line]),
    [],
    [bar(share ?? 0, columns, look), share === null ? '' : ` ${Math.floor(share * 100)}%`],
    [],
    [doingText(step, pace, look)],
    ...paceTexts(pace, look).map((text): Line => [text]),
    [],
    [
      [
        stopping ? say(look, 'wizard.progress.stopping') : say(look, 'wizard.progress.allOrNothing'),
        stopping ? 'warning' : 'dim',
      ],
    ],
  ];
  return <Lines lines={lines} view={view} height={view.height} />;
}

/** What the whole plan comes to. */
function wholeText({ answer: { run } }: ProgressStep, look: Look): string {
  const environments = Object.values(run.summary.environments);
  const users = environments.reduce((sum, environment) => sum + environment.users, 0);
  return say(look, 'wizard.progress.whole', {
    rows: count(look, run.file.rows),
    rowCount: run.file.rows,
    users: count(look, users),
    userCount: users,
    count: environments.length,
  });
}

/** Until the first progress is told, it is checked that the plan still holds. */
function doingText({ progress }: ProgressStep, { share }: Pace, look: Look): string {
  if (!progress) return say(look, 'wizard.progress.checking');
  if (progress.phase === 'writing' && share === 1) return say(look, 'wizard.progress.committing');
  return say(look, `wizard.progress.${progress.phase}`);
}

function paceTexts({ elapsed, rows }: Pace, look: Look): readonly string[] {
  const since = say(look, 'wizard.progress.elapsed', { seconds: Math.floor(elapsed) });
  if (!rows) return [since];
  const done = count(look, rows.done);
  return [
    rows.total === null
      ? say(look, 'wizard.progress.rows', { done })
      : say(look, 'wizard.progress.of', { done, total: count(look, rows.total) }),
    ...(rows.rate >= 1 ? [say(look, 'wizard.progress.rate', { rate: count(look, Math.round(rows.rate)) })] : []),
    since,
    ...(rows.left === null ? [] : [say(look, 'wizard.progress.left', { seconds: Math.max(0, Math.ceil(rows.left)) })]),
  ];
}
