/** The same block where users stay active: to the preview of that plan, or the plans are told where there are several. */
import type { Run } from '../../domain/run.js';
import { notice } from '../shell/messages.js';
import { textRef, type Change, type StepEvent } from '../shell/wizard.js';

export function blockElsewhere({ id }: Run): Change {
  return { busy: textRef('wizard.busy.elsewhere'), effects: [{ kind: 'blockElsewhere', run: id }] };
}

export function plannedElsewhere({ answers }: Extract<StepEvent, { kind: 'plannedElsewhere' }>): Change {
  const [first, ...others] = answers;
  if (first && others.length === 0) return { go: { to: 'preview', answer: first } };
  const plans = answers.map(({ run }) => `${run.id} (${run.environment})`).join(', ');
  return { notice: notice('good', 'wizard.elsewhere.planned', { plans }) };
}
