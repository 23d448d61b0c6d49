/** The plan is being applied: what it comes to, what is being done, and for how long. */
import type { ReactElement } from 'react';
import { count, say, sayRef, type Theme } from '../../../presentation/theme.js';
import type { Line } from '../../../presentation/lines.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { paceOf, type Pace, type ProgressStep } from './state.js';
import { Lines } from '../../widgets/Lines.js';
import { settingsLines } from '../../../presentation/runDetail.js';
import { bar } from '../../widgets/bar.js';

export function ProgressScreen({ step, view }: ScreenProps<ProgressStep>): ReactElement {
  const { theme, columns } = view;
  const { answer, stopping } = step;
  const pace = paceOf(step);
  const { share } = pace;
  const lines: Line[] = [
    [[say(theme, 'wizard.progress.title', { run: answer.run.id, environment: answer.run.environment }), 'strong']],
    ...(answer.run.environmentType === 'production'
      ? [[[sayRef(theme, { key: 'wizard.environment.production', params: {} }), 'danger']] satisfies Line]
      : []),
    ...(answer.run.settingsChange
      ? settingsLines(answer.run.settingsChange, view)
      : [[wholeText(step, theme)] satisfies Line]),
    [],
    [bar(share ?? 0, columns, theme), share === null ? '' : ` ${Math.floor(share * 100)}%`],
    [],
    [doingText(step, pace, theme)],
    ...paceTexts(pace, theme).map((text): Line => [text]),
    [],
    [
      [
        stopping ? say(theme, 'wizard.progress.stopping') : say(theme, 'wizard.progress.allOrNothing'),
        stopping ? 'warning' : 'dim',
      ],
    ],
  ];
  return <Lines lines={lines} view={view} height={view.height} />;
}

/** What the whole plan comes to. */
function wholeText({ answer: { run }, first }: ProgressStep, theme: Theme): string {
  if (first !== null) return say(theme, 'wizard.progress.first', { count: first });
  const environments = Object.values(run.summary.environments);
  const users = environments.reduce((sum, environment) => sum + environment.users, 0);
  return say(theme, 'wizard.progress.whole', {
    rows: count(theme, run.file.rows),
    rowCount: run.file.rows,
    users: count(theme, users),
    userCount: users,
    count: environments.length,
  });
}

/** Until the first progress is told, it is checked that the plan still holds. */
function doingText({ progress }: ProgressStep, { share }: Pace, theme: Theme): string {
  if (!progress) return say(theme, 'wizard.progress.checking');
  if (progress.phase === 'writing' && share === 1) return say(theme, 'wizard.progress.committing');
  return say(theme, `wizard.progress.${progress.phase}`);
}

function paceTexts({ elapsed, rows }: Pace, theme: Theme): readonly string[] {
  const since = say(theme, 'wizard.progress.elapsed', { seconds: Math.floor(elapsed) });
  if (!rows) return [since];
  const done = count(theme, rows.done);
  return [
    rows.total === null
      ? say(theme, 'wizard.progress.rows', { done })
      : say(theme, 'wizard.progress.of', { done, total: count(theme, rows.total) }),
    ...(rows.rate >= 1 ? [say(theme, 'wizard.progress.rate', { rate: count(theme, Math.round(rows.rate)) })] : []),
    since,
    ...(rows.left === null ? [] : [say(theme, 'wizard.progress.left', { seconds: Math.max(0, Math.ceil(rows.left)) })]),
  ];
}
