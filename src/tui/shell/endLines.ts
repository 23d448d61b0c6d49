/** What stays on the normal screen after the wizard: the outcome of what was done, and the plan that waits. */
import { proposed } from '../../language/proposedCommand.js';
import { settingTexts } from '../../presentation/settingTexts.js';
import { count, say, type Theme } from '../../presentation/theme.js';
import { plainLine } from '../../presentation/lines.js';
import type { Wizard } from './wizard.js';
import { outcomeSpans } from '../../presentation/outcomes.js';

export function endLines({ done, step }: Wizard, theme: Theme): readonly string[] {
  const applied = done.flatMap(({ id, environment, summary, settingsChange }) => [
    say(theme, settingsChange ? 'wizard.result.settings' : 'wizard.end.applied', { run: id, environment }),
    ...(settingsChange
      ? settingTexts(theme.language, settingsChange).map((line) => `  ${line}`)
      : [`  ${plainLine(outcomeSpans(summary.outcomes, theme), theme)}`]),
    ...(summary.outcomes.rejected > 0 ? [`  ${say(theme, 'wizard.end.rejected', { run: id })}`] : []),
  ]);
  const run = step.answer?.run.status === 'planned' ? step.answer.run : undefined;
  if (!run) return applied;
  return [
    ...applied,
    run.settingsChange
      ? say(theme, 'wizard.end.settings', { run: run.id, environment: run.environment })
      : say(theme, 'wizard.end.planned', {
          run: run.id,
          environment: run.environment,
          rows: count(theme, run.file.rows),
        }),
    `  ${proposed(`apply ${run.id}`)}`,
  ];
}
