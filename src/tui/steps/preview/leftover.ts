/** The UPN that a leftover holds, freed for the row at the cursor. */
import type { PlannedRow } from '../../../domain/plannedRow.js';
import { notice, textRef } from '../../shell/messages.js';
import { EMPTY_FIELD } from '../../shell/textField.js';
import type { Change, Task } from '../../shell/wizard.js';
import { replan } from './replan.js';
import { currentRow, type PreviewStep } from './state.js';

/** The leftover that holds the UPN of a row, where that is why the row is rejected. */
export function leftoverOf(
  row: PlannedRow | undefined,
): { readonly user: string; readonly environment: string } | undefined {
  const told = row?.messages.find(({ code }) => code === 'UPN_LEFTOVER');
  return told && { user: String(told.params['holder']), environment: String(told.params['environment']) };
}

/** It is no part of the plan, and is done at once: so the code of the leftover has to be typed. */
export function askLeftover(step: PreviewStep): Change<PreviewStep> {
  const leftover = leftoverOf(currentRow(step));
  if (!leftover) return {};
  const { user } = leftover;
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.preview.leftoverPrompt', { ...leftover }),
      field: EMPTY_FIELD,
      entered: (now: PreviewStep, typed) =>
        typed.trim().toLowerCase() === user.toLowerCase()
          ? { effects: [clearLeftover(now, user)] }
          : { notice: notice('warning', 'wizard.preview.leftoverKept', { user }) },
    },
  };
}

function clearLeftover({ answer: { run } }: PreviewStep, user: string): Task {
  return replan(textRef('wizard.busy.working'), async ({ useCases }, watch) => {
    await useCases.clearLeftoverUpn(user);
    const answer = await useCases.exclude(run.id, {}, watch);
    return { answer, told: textRef('wizard.preview.leftoverCleared', { user }) };
  });
}
