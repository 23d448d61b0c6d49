/**
 * The last step before anything is written. Every tripped guard, and then the plan itself, is raised by
 * typing what is asked; Enter alone, pasted text and keys typed ahead never do it.
 */
import type { RunAnswer } from '../../../application/useCases.js';
import { raisingSettings, type Guard, type GuardSettings } from '../../../domain/guards.js';
import type { Language } from '../../../language/text.js';
import { EDITS } from '../../keymap/actions.js';
import { notice } from '../../shell/messages.js';
import type { ConfirmStep, Question } from '../state.js';
import { editField, EMPTY_FIELD, insertText, type Edit } from '../../shell/textField.js';
import { textRef, type Change, type StepEvent } from '../../shell/wizard.js';
import { blockElsewhere, plannedElsewhere } from '../../runs/blockElsewhere.js';
import { plannedAgain } from '../../runs/plannedAgain.js';
import type { StepContext } from '../../shell/stepContext.js';

/** Keys count only after the screen has been there, without any key, for so long. */
export const QUIET_MS = 400;

const GO_AHEAD: Readonly<Record<Language, string>> = { nl: 'ja', en: 'yes' };

export function confirmStep(answer: RunAnswer, language: Language, at: number): ConfirmStep {
  return {
    at: 'confirm',
    answer,
    questions: questionsOf(answer, language),
    approving: false,
    asked: 0,
    field: EMPTY_FIELD,
    quietSince: at,
    unseen: true,
    top: 0,
  };
}

/** What has to be typed: a count for each guard that is tripped, then the environment's code where it is a production one. */
export function questionsOf({ run, guards }: RunAnswer, language: Language): readonly Question[] {
  const users = Object.values(run.summary.environments).reduce((sum, environment) => sum + environment.users, 0);
  const production = run.environmentType === 'production';
  const last: Question = {
    kind: production ? 'production' : 'apply',
    expected: production ? run.environment : GO_AHEAD[language],
    count: users,
    allowed: 0,
  };
  return [...raisingQuestions(guards), last];
}

/** A guard that is tripped is raised by typing its count. */
function raisingQuestions(guards: readonly Guard[]): readonly Question[] {
  return guards
    .filter((guard) => guard.tripped)
    .map(({ guard, count, allowed }): Question => ({ kind: guard, expected: String(count), count, allowed }));
}

/** A second person raises what the plan needs raised, and types its number: the plan that is on the screen, and no other. */
function approving(step: ConfirmStep, at: number): ConfirmStep {
  const { run, guards } = step.answer;
  const last: Question = { kind: 'approve', expected: String(run.id), count: run.id, allowed: 0 };
  return {
    ...step,
    questions: [...raisingQuestions(guards), last],
    approving: true,
    asked: 0,
    field: EMPTY_FIELD,
    quietSince: at,
  };
}

/** Whether the plan waits for someone else before it can be applied. */
export function waitsForApproval({ answer: { run, approvalNeeded }, approving }: ConfirmStep): boolean {
  return approvalNeeded && run.status === 'planned' && !approving;
}

/** Whether a first `x` is a key: somebody stays active elsewhere, and it begins nothing that is asked for. */
export function keysBeforeTyping({ answer, questions, asked, field }: ConfirmStep): boolean {
  const staysActive = Object.keys(answer.run.summary.staysActive).length > 0;
  return staysActive && field.text === '' && questions[asked]?.expected.toLowerCase().startsWith('x') !== true;
}

/** The guards as they are raised: to what was seen, and no further. */
export function raisedGuards({ run, guards }: RunAnswer): GuardSettings {
  return raisingSettings(
    guards.filter((guard) => guard.tripped),
    run.counts,
  );
}

export function updateConfirm(step: ConfirmStep, event: StepEvent, context: StepContext): Change {
  switch (event.kind) {
    case 'typed':
      if (waitsForApproval(step)) return {};
      if (isEarly(step, event.at)) return { step: { ...step, quietSince: event.at } };
      if (event.pasted) return { notice: notice('warning', 'wizard.confirm.pasted') };
      return { step: { ...step, unseen: false, field: insertText(step.field, event.text) } };
    case 'cameBack':
      return { step: { ...step, quietSince: event.at, unseen: true } };
    case 'answered':
      return {
        step: confirmStep(event.answer, context.language, step.quietSince),
        notice: event.told ? notice('good', event.told.key, event.told.params) : null,
      };
    case 'planned':
      return plannedAgain(event);
    case 'plannedElsewhere':
      return plannedElsewhere(event);
    case 'action':
      break;
    default:
      return {};
  }
  const { action } = event;
  if ((EDITS as readonly string[]).includes(action))
    return { step: { ...step, field: editField(step.field, action as Edit) } };
  const run = step.answer.run.id;
  switch (action) {
    case 'goBack':
      if (step.approving) return { step: confirmStep(step.answer, context.language, event.at) };
      return { go: { to: 'back' } };
    case 'moveDown':
      return { step: { ...step, top: step.top + 1 } };
    case 'moveUp':
      return { step: { ...step, top: Math.max(0, step.top - 1) } };
    case 'approve':
      return { step: approving(step, event.at) };
    case 'blockElsewhere':
      return blockElsewhere(step.answer.run);
    case 'refresh':
      return { busy: textRef('wizard.busy.working'), effects: [{ kind: 'refresh', run }] };
    case 'planAgain':
      return {
        busy: textRef('wizard.busy.planning', { file: step.answer.run.file.name }),
        effects: [{ kind: 'planAgain', run, importAgain: context.choices.importAgain }],
      };
    case 'goOn':
      return waitsForApproval(step) ? {} : answered(step, event.at);
    default:
      return {};
  }
}

/** A key that came before the screen was looked at: it does nothing, and the quiet begins anew. */
function isEarly(step: ConfirmStep, at: number): boolean {
  return step.unseen && at - step.quietSince < QUIET_MS;
}

function answered(step: ConfirmStep, at: number): Change {
  const question = step.questions[step.asked];
  if (!question) return {};
  if (isEarly(step, at)) return { step: { ...step, quietSince: at } };
  if (step.field.text.trim().toLowerCase() !== question.expected.toLowerCase()) {
    return {
      step: { ...step, field: EMPTY_FIELD, quietSince: at, unseen: true },
      notice: notice('warning', 'wizard.confirm.typeExactly', { expected: question.expected }),
    };
  }
  if (step.asked < step.questions.length - 1) {
    return { step: { ...step, asked: step.asked + 1, field: EMPTY_FIELD, quietSince: at, unseen: true } };
  }
  if (step.approving) return approved(step);
  return { go: { to: 'progress', answer: step.answer, guards: raisedGuards(step.answer), at } };
}

function approved({ answer }: ConfirmStep): Change {
  const { id, plan, digest } = answer.run;
  const request = { run: id, plan, guards: raisedGuards(answer), ...(digest !== null && { digest }) };
  return { busy: textRef('wizard.busy.working'), effects: [{ kind: 'approve', request }] };
}
