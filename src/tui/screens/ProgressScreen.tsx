/** The plan is being applied. */
import type { ReactElement } from 'react';
import { count, say, sayRef, type WizardText } from '../look.js';
import type { Line } from '../paint.js';
import type { ProgressStep } from '../state/steps.js';
import { paceOf } from '../steps/progressStep.js';
import type { View } from '../view.js';
import { Lines } from '../widgets/Lines.js';
import { bar } from '../widgets/bar.js';

export function ProgressScreen({ step, view }: { readonly step: ProgressStep; readonly view: View }): ReactElement {
  const { look, columns } = view;
  const { progress, answer } = step;
  const { done, total, rate, left, share } = paceOf(step);
  const phase = progress
    ? say(look, `wizard.progress.${progress.phase}` as WizardText)
    : say(look, 'wizard.progress.starting');
  const lines: Line[] = [
    [[say(look, 'wizard.progress.title', { run: answer.run.id, environment: answer.run.environment }), 'strong']],
    [],
    [bar(share ?? 0, columns, look), share === null ? '' : ` ${Math.floor(share * 100)}%`],
    [],
    [phase],
  ];
  if (progress) {
    const rows = count(look, done);
    lines.push([
      total === null
        ? say(look, 'wizard.progress.rows', { done: rows })
        : say(look, 'wizard.progress.of', { done: rows, total: count(look, total) }),
    ]);
    if (rate >= 1) lines.push([say(look, 'wizard.progress.rate', { rate: count(look, Math.round(rate)) })]);
    if (left !== null) lines.push([say(look, 'wizard.progress.left', { seconds: Math.max(0, Math.ceil(left)) })]);
  }
  lines.push(
    [],
    [
      [
        step.stopping ? say(look, 'wizard.progress.stopping') : say(look, 'wizard.progress.allOrNothing'),
        step.stopping ? 'warning' : 'dim',
      ],
    ],
  );
  if (answer.run.environmentType === 'production')
    lines.splice(1, 0, [[sayRef(look, { key: 'wizard.environment.production', params: {} }), 'danger']]);
  return <Lines lines={lines} view={view} height={view.height} />;
}
