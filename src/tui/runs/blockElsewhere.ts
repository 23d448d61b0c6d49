/** The same block where users stay active: to the preview of that plan, or the plans are told where there are several. */
import type { RunAnswer } from '../../application/useCases.js';
import { text } from '../keys/commonKeys.js';
import { notice, textRef } from '../shell/messages.js';
import { task } from '../shell/task.js';
import type { Binding, Change, Task } from '../shell/wizard.js';

export function staysActive({ run }: RunAnswer): boolean {
  return Object.keys(run.summary.staysActive).length > 0;
}

export const BLOCK_ELSEWHERE: Binding<{ readonly answer: RunAnswer }> = {
  keys: ['x'],
  label: text('ook elders blokkeren', 'block elsewhere too'),
  disabled: [
    {
      reason: text('Niemand blijft elders actief.', 'Nobody stays active elsewhere.'),
      when: ({ answer }) => !staysActive(answer),
    },
  ],
  footer: 25,
  deliberate: true,
  run: ({ answer }) => ({ effects: [blockElsewhere(answer.run.id)] }),
};

function blockElsewhere(run: number): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.elsewhere'),
    run: ({ useCases }, watch) => useCases.blockElsewhere(run, watch),
    then: (_step, answers) => planned(answers),
  });
}

function planned(answers: readonly RunAnswer[]): Change {
  const [first, ...others] = answers;
  if (first && others.length === 0) return { go: { to: 'preview', answer: first } };
  const plans = answers.map(({ run }) => `${run.id} (${run.environment})`).join(', ');
  return { notice: notice('good', 'wizard.elsewhere.planned', { plans }) };
}
