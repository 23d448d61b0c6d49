/** What stops a row, put right: a cell of the file, or the UPN that a leftover holds. */
import { fieldsFor, type FieldId } from '../../../domain/fields.js';
import type { Language } from '../../../language/text.js';
import { notice } from '../../state/messages.js';
import type { PreviewStep } from '../../state/steps.js';
import { fieldWith } from '../../state/textField.js';
import { textRef, type Change, type PromptPurpose, type StepEvent } from '../../state/wizardState.js';
import type { StepContext } from '../stepContext.js';
import { currentRow, leftoverOf } from './list.js';

/** The field of the first error is what is mended: its cell is read, to begin with what it holds. */
export function mendHere(step: PreviewStep, { language }: StepContext): Change {
  const row = currentRow(step);
  if (!row) return {};
  const { id: run, type, settings } = step.answer.run;
  const available = new Set<FieldId>(fieldsFor(type).map(({ id }) => id));
  const told = row.messages.find(({ level, field }) => level === 'error' && field !== null && available.has(field));
  const field = told?.field ?? null;
  if (field === null || field === 'password') return { notice: notice('warning', 'wizard.preview.cannotMend') };
  if (settings.mapping[field]?.kind !== 'column')
    return { notice: notice('warning', 'mend.noColumn', { field: labelOf(field, step, language) }) };
  return {
    busy: textRef('wizard.busy.working'),
    effects: [{ kind: 'readCell', run, row: row.row, field }],
  };
}

export function askCell(
  step: PreviewStep,
  { row, field, text }: Extract<StepEvent, { kind: 'cellRead' }>,
  { language }: StepContext,
): Change {
  return {
    overlay: {
      kind: 'prompt',
      purpose: { kind: 'mend', row, field },
      title: textRef('wizard.preview.mendPrompt', { row, label: labelOf(field, step, language) }),
      field: fieldWith(text),
    },
  };
}

export function mend(
  step: PreviewStep,
  { row, field }: Extract<PromptPurpose, { kind: 'mend' }>,
  value: string,
): Change {
  return {
    busy: textRef('wizard.busy.mending', { row }),
    effects: [{ kind: 'mend', run: step.answer.run.id, cells: [{ row, field, value }] }],
  };
}

/** It is no part of the plan, and is done at once: so the code of the leftover has to be typed. */
export function askLeftover(step: PreviewStep): Change {
  const leftover = leftoverOf(currentRow(step));
  if (!leftover) return {};
  return {
    overlay: {
      kind: 'prompt',
      purpose: { kind: 'clearLeftover', user: leftover.user },
      title: textRef('wizard.preview.leftoverPrompt', { ...leftover }),
      field: fieldWith(''),
    },
  };
}

export function clearLeftover(step: PreviewStep, user: string, typed: string): Change {
  if (typed.trim().toLowerCase() !== user.toLowerCase())
    return { notice: notice('warning', 'wizard.preview.leftoverKept', { user }) };
  return {
    busy: textRef('wizard.busy.working'),
    effects: [{ kind: 'clearLeftover', run: step.answer.run.id, user }],
  };
}

function labelOf(field: FieldId, { answer }: PreviewStep, language: Language): string {
  return fieldsFor(answer.run.type).find(({ id }) => id === field)?.[language] ?? field;
}
