/** Some rows first, then the rest: whoever is not sure of a large plan looks at what a few of its rows did. */
import { changesOf } from '../../../domain/outcomes.js';
import { notice, textRef } from '../../shell/messages.js';
import { EMPTY_FIELD, fieldWith } from '../../shell/textField.js';
import type { Change, Wizard } from '../../shell/wizard.js';
import { questionsOf, type ConfirmStep } from './state.js';

/** As many as are looked at one by one. */
const FEW = 5;

/** How many; an empty text is all of them again. */
export function askFirst({ answer, first }: ConfirmStep): Change<ConfirmStep> {
  const rows = changesOf(answer.run.summary);
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.confirm.firstPrompt', { rows }),
      field: fieldWith(String(first ?? Math.min(FEW, rows - 1))),
      entered: (now: ConfirmStep, typed, wizard) => applyFirst(now, typed.trim(), rows, wizard),
    },
  };
}

/** What was typed until now is asked anew: it was about other rows. */
function applyFirst(step: ConfirmStep, typed: string, rows: number, { language, clock }: Wizard): Change<ConfirmStep> {
  const first = typed === '' ? null : Number(typed);
  if (first !== null && (!/^\d{1,9}$/u.test(typed) || first < 1 || first >= rows))
    return { notice: notice('warning', 'wizard.confirm.firstWrong', { most: rows - 1 }) };
  const questions = questionsOf(step.answer, language, first);
  return { step: { ...step, first, questions, asked: 0, field: EMPTY_FIELD, quietSince: clock, unseen: true } };
}
