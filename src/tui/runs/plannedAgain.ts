/** A plan that was made again: to its preview, with what comes out otherwise over it. */
import { notice } from '../shell/messages.js';
import type { Change, StepEvent } from '../shell/wizard.js';

export function plannedAgain({ answer, again }: Extract<StepEvent, { kind: 'planned' }>): Change {
  const count = again?.count ?? 0;
  return {
    go: { to: 'preview', answer },
    notice: notice('good', 'wizard.preview.plannedAgain', { run: answer.run.id, count }),
    ...(again && count > 0 ? { overlay: { kind: 'differences', again } } : {}),
  };
}
