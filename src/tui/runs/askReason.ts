/** Why something is applied is asked where an environment wants to know, and can be said anywhere. */
import { readReasonText } from '../../application/readReason.js';
import { textRef } from '../shell/messages.js';
import { fieldWith } from '../shell/textField.js';
import type { Change, PromptOverlay, StepState } from '../shell/wizard.js';

/** Asks again for what is none; Escape leaves all as it was. */
export function askReason(
  now: string,
  entered: (reason: string, step: StepState) => Change,
): { readonly overlay: PromptOverlay } {
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.confirm.askReason'),
      field: fieldWith(now),
      entered: (step, text) => {
        const reason = readReasonText(text);
        return reason === undefined ? askReason(text, entered) : entered(reason, step);
      },
    },
  };
}
