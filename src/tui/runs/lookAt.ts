/** Where a run is looked at: its rows in the preview; settings have none, and are confirmed or were applied. */
import type { RunAnswer } from '../../application/useCases.js';
import { notice } from '../shell/messages.js';
import type { Change } from '../shell/wizard.js';

export function lookAt(answer: RunAnswer): Change {
  const { id: run, kind, status, environment } = answer.run;
  if (kind !== 'settings') return { go: { to: 'preview', answer } };
  if (status === 'planned') return { go: { to: 'confirm', answer } };
  if (status === 'applied') return { go: { to: 'result', answer } };
  return { notice: notice('warning', 'settings.noRows', { run, environment }) };
}
