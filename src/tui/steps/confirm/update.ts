/** What is typed, held against what is asked; then the plan is applied, or approved for somebody else to apply. */
import type { RunAnswer, UseCases } from '../../../application/useCases.js';
import { QUIET_MS } from '../../keys/overlayKeys.js';
import { askReason } from '../../runs/askReason.js';
import { askDelivery } from '../../runs/delivering.js';
import { raisedGuards } from '../../runs/raisedGuards.js';
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { editField, EMPTY_FIELD, insertText, type Edit } from '../../shell/textField.js';
import type { Change, StepEvent, Task, Wizard } from '../../shell/wizard.js';
import { findKinds } from './kinds.js';
import { approvingQuestions, asksFile, confirmStep, isFile, type ConfirmStep } from './state.js';

export function update(step: ConfirmStep, event: StepEvent, { clock }: Wizard): Change<ConfirmStep> {
  switch (event.kind) {
    case 'typed':
      if (isEarly(step, clock)) return { step: { ...step, quietSince: clock } };
      if (event.pasted) return { notice: notice('warning', 'wizard.confirm.pasted') };
      return { step: { ...step, unseen: false, field: insertText(step.field, event.text) } };
    case 'cameBack':
      return { step: { ...step, quietSince: clock, unseen: true } };
    default:
      return {};
  }
}

export function edit(step: ConfirmStep, what: Edit): Change<ConfirmStep> {
  return { step: { ...step, field: editField(step.field, what) } };
}

export function scroll(step: ConfirmStep, by: 1 | -1): Change<ConfirmStep> {
  return { step: { ...step, top: Math.max(0, step.top + by) } };
}

/** A second person raises what the plan needs raised, and types its number. */
export function approve(step: ConfirmStep, { clock }: Wizard): Change<ConfirmStep> {
  const questions = approvingQuestions(step.answer);
  return { step: { ...step, questions, approving: true, asked: 0, field: EMPTY_FIELD, quietSince: clock } };
}

/** Out of approving first, then back to the rows. */
export function back(step: ConfirmStep, { language, clock }: Wizard): Change<ConfirmStep> {
  const { named, kinds, reason } = step;
  return step.approving
    ? { step: { ...confirmStep(step.answer, language, clock), named, kinds, reason } }
    : { go: 'back' };
}

/** A key that came before the screen was looked at: it does nothing, and the quiet begins anew. */
function isEarly(step: ConfirmStep, at: number): boolean {
  return step.unseen && at - step.quietSince < QUIET_MS;
}

/** What was typed, held against what is asked; after the last question the plan is applied, or approved. */
export function confirm(step: ConfirmStep, { clock }: Wizard): Change<ConfirmStep> {
  const question = step.questions[step.asked];
  if (!question) return asksFile(step) ? deliver(step) : {};
  if (isEarly(step, clock)) return { step: { ...step, quietSince: clock } };
  const next: ConfirmStep = { ...step, field: EMPTY_FIELD, quietSince: clock, unseen: true };
  if (step.field.text.trim().toLowerCase() !== question.expected.toLowerCase())
    return { step: next, notice: notice('warning', 'wizard.confirm.typeExactly', { expected: question.expected }) };
  if (step.asked < step.questions.length - 1) return { step: { ...next, asked: step.asked + 1 } };
  if (step.approving) return { effects: [sendApproval(step.answer)] };
  if (isFile(step.answer)) return { step: { ...next, asked: step.asked + 1 }, ...deliver(step) };
  return applied(next);
}

/** Where an environment asks for a reason, that is what is asked last. */
function applied({ answer, reason, first }: ConfirmStep): Change<ConfirmStep> {
  const apply = { to: 'progress', answer, ...(first !== null && { first }) } as const;
  if (answer.reasonNeeded !== undefined && reason === null)
    return askReason('', (given) => ({ go: { ...apply, reason: given } }));
  return { go: { ...apply, ...(reason !== null && { reason }) } };
}

function deliver({ answer, reason }: ConfirmStep): Change<ConfirmStep> {
  return askDelivery(answer.run, raisedGuards(answer), reason ?? undefined);
}

/** What is said of the plan, or was said when it was planned, is there to be changed. */
export function sayWhy({ answer, reason }: ConfirmStep): Change<ConfirmStep> {
  return askReason(reason ?? answer.run.reason ?? '', (given, step) => ({
    step: { ...(step as ConfirmStep), reason: given },
  }));
}

function sendApproval(answer: RunAnswer): Task {
  const { id, plan, digest } = answer.run;
  const request = { run: id, plan, guards: raisedGuards(answer), ...(digest !== null && { digest }) };
  return look((useCases) => useCases.approve(request), 'wizard.confirm.approved');
}

export function lookAgain({ answer }: ConfirmStep): Change<ConfirmStep> {
  return { effects: [look((useCases) => useCases.answer(answer.run.id))] };
}

/** Those of a plan that was changed meanwhile are found anew. */
function kindsOf({ answer: before, kinds }: ConfirmStep, { run }: RunAnswer): ConfirmStep['kinds'] {
  return before.run.plan === run.plan ? kinds : null;
}

/** The plan as it is by now, asked anew. */
function look(ask: (useCases: UseCases) => Promise<RunAnswer>, told?: 'wizard.confirm.approved'): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }) => ask(useCases),
    then: (step: ConfirmStep, answer, { language }) => {
      const kinds = kindsOf(step, answer);
      return {
        step: { ...confirmStep(answer, language, step.quietSince), named: step.named, kinds, reason: step.reason },
        effects: kinds === null ? findKinds(answer) : [],
        notice: told === undefined ? null : notice('good', told),
      };
    },
  });
}
