/**
 * The last step before anything is written. Every tripped guard, and then the plan itself, is raised by
 * typing what is asked; Enter alone, pasted text and keys typed ahead never do it.
 */
import type { RunAnswer } from '../../application/useCases.js';
import { IDENTITY_FIELDS } from '../../domain/fields.js';
import type { Guard, GuardSettings } from '../../domain/guards.js';
import { identityBit } from '../../domain/guards.js';
import type { Language } from '../../language/text.js';
import { EDITS } from '../keymap/actions.js';
import { notice } from '../state/messages.js';
import type { ConfirmStep, Question } from '../state/steps.js';
import { editField, EMPTY_FIELD, insertText, type Edit } from '../state/textField.js';
import { textRef, type Change, type StepEvent } from '../state/wizardState.js';
import { plannedAgain } from './plannedAgain.js';
import type { StepContext } from './stepContext.js';

/** Keys count only after the screen has been there, without any key, for so long. */
export const QUIET_MS = 400;

const GO_AHEAD: Readonly<Record<Language, string>> = { nl: 'ja', en: 'yes' };

export function confirmStep(answer: RunAnswer, language: Language, at: number): ConfirmStep {
  return {
    at: 'confirm',
    answer,
    questions: questionsOf(answer, language),
    asked: 0,
    field: EMPTY_FIELD,
    quietSince: at,
    unseen: true,
    top: 0,
  };
}

/** What has to be typed: a count for each guard that is tripped, then the environment's code where it is a production one. */
export function questionsOf({ run, guards }: RunAnswer, language: Language): readonly Question[] {
  const tripped = guards
    .filter((guard) => guard.tripped)
    .map(({ guard, count, allowed }): Question => ({ kind: guard, expected: String(count), count, allowed }));
  const users = Object.values(run.summary.environments).reduce((sum, environment) => sum + environment.users, 0);
  const production = run.environmentType === 'production';
  const last: Question = {
    kind: production ? 'production' : 'apply',
    expected: production ? run.environment : GO_AHEAD[language],
    count: users,
    allowed: 0,
  };
  return [...tripped, last];
}

/** Whether the plan waits for someone else before it can be applied. */
export function waitsForApproval({ run, approvalNeeded }: RunAnswer): boolean {
  return approvalNeeded && run.status === 'planned';
}

/** The guards as they are raised: to what was seen, and no further. */
export function raisedGuards({ run, guards }: RunAnswer): GuardSettings {
  const raised = new Map(
    guards.filter((guard) => guard.tripped).map((guard): [Guard['guard'], number] => [guard.guard, guard.count]),
  );
  const unmapped = IDENTITY_FIELDS.filter((field) => (run.counts.importedIdentity & identityBit(field)) === 0);
  const limit = (name: Guard['guard']): number | undefined => raised.get(name);
  const settings = {
    acceptEmptyCode: raised.has('empty-code') ? true : undefined,
    allowClear: raised.has('unmapped-identity') ? unmapped : undefined,
    maxClears: limit('clears'),
    maxBlocks: limit('blocks'),
    maxRenames: limit('renames'),
    maxRejected: limit('rejected'),
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

export function updateConfirm(step: ConfirmStep, event: StepEvent, context: StepContext): Change {
  switch (event.kind) {
    case 'typed':
      if (waitsForApproval(step.answer)) return {};
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
      return { go: { to: 'back' } };
    case 'moveDown':
      return { step: { ...step, top: step.top + 1 } };
    case 'moveUp':
      return { step: { ...step, top: Math.max(0, step.top - 1) } };
    case 'approve':
      return { busy: textRef('wizard.busy.working'), effects: [{ kind: 'approve', run, plan: step.answer.run.plan }] };
    case 'refresh':
      return { busy: textRef('wizard.busy.working'), effects: [{ kind: 'refresh', run }] };
    case 'planAgain':
      return {
        busy: textRef('wizard.busy.planning', { file: step.answer.run.file.name }),
        effects: [{ kind: 'planAgain', run, importAgain: context.choices.importAgain }],
      };
    case 'goOn':
      return waitsForApproval(step.answer) ? {} : answered(step, event.at);
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
  return { go: { to: 'progress', answer: step.answer, guards: raisedGuards(step.answer), at } };
}
