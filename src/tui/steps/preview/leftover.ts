/** The UPN that a leftover holds, freed for the row at the cursor. */
import { notice } from '../../shell/messages.js';
import type { PreviewStep } from '../state.js';
import { EMPTY_FIELD } from '../../shell/textField.js';
import { textRef, type Change } from '../../shell/wizard.js';
import { currentRow, leftoverOf } from './list.js';

/** It is no part of the plan, and is done at once: so the code of the leftover has to be typed. */
export function askLeftover(step: PreviewStep): Change {
  const leftover = leftoverOf(currentRow(step));
  if (!leftover) return {};
  return {
    overlay: {
      kind: 'prompt',
      purpose: { kind: 'clearLeftover', user: leftover.user },
      title: textRef('wizard.preview.leftoverPrompt', { ...leftover }),
      field: EMPTY_FIELD,
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
