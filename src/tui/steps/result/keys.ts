/** The keys of the result: what can follow. */
import { BACK, HISTORY, QUIT_LETTER, text } from '../../keys/commonKeys.js';
import { BLOCK_ELSEWHERE } from '../../runs/blockElsewhere.js';
import { followUpKeys } from '../../runs/followUpKeys.js';
import { afterImport } from '../../shell/choices.js';
import type { KeyGroup } from '../../shell/wizard.js';
import { keepWritten, type ResultStep } from './state.js';

export const RESULT_KEYS: KeyGroup<ResultStep> = {
  title: 'The result',
  bindings: [
    {
      keys: ['enter'],
      label: text('nieuwe import', 'new import'),
      footer: 10,
      deliberate: true,
      run: (_step, { choices }) => ({ choices: afterImport(choices), go: { to: 'type' } }),
    },
    {
      ...BACK,
      label: text('naar het begin', 'to the start'),
      run: (_step, { choices }) => ({ choices: afterImport(choices), go: { to: 'home' } }),
    },
    QUIT_LETTER,
    BLOCK_ELSEWHERE,
    ...followUpKeys<ResultStep>(({ answer }) => answer.run, keepWritten),
    HISTORY,
  ],
};
