/** The keys of the result: what can follow. */
import { BACK, HISTORY, QUIT_LETTER, text } from '../../keys/commonKeys.js';
import { BLOCK_ELSEWHERE } from '../../runs/blockElsewhere.js';
import { deliverKey, verifyKey } from '../../runs/delivering.js';
import { followUpKeys } from '../../runs/followUpKeys.js';
import { openRest } from '../../runs/openRun.js';
import { afterImport } from '../../shell/choices.js';
import type { Binding, KeyGroup } from '../../shell/wizard.js';
import { keepWritten, type ResultStep } from './state.js';

const FOLLOWING: readonly Binding<ResultStep>[] = [
  {
    ...BACK,
    label: text('naar het begin', 'to the start'),
    run: (_step, { choices }) => ({ choices: afterImport(choices), go: { to: 'home' } }),
  },
  {
    keys: ['r'],
    label: text('de rest', 'the rest'),
    disabled: [
      {
        reason: text('Er is geen rest: alle rijen zijn uitgevoerd.', 'There is no rest: all rows were applied.'),
        when: ({ answer }) => answer.run.rest === null,
      },
    ],
    footer: 9,
    deliberate: true,
    run: ({ answer }) => (answer.run.rest === null ? {} : { effects: [openRest(answer.run.rest)] }),
  },
  QUIT_LETTER,
  BLOCK_ELSEWHERE,
  verifyKey<ResultStep>(({ answer }) => answer.run),
  deliverKey<ResultStep>(({ answer }) => answer.run),
  ...followUpKeys<ResultStep>(({ answer }) => answer.run, keepWritten),
  HISTORY,
];

export const RESULT_KEYS: KeyGroup<ResultStep> = {
  title: 'The result',
  applies: ({ users }) => users === null,
  bindings: [
    {
      keys: ['enter'],
      label: text('nieuwe import', 'new import'),
      footer: 10,
      deliberate: true,
      run: (_step, { choices }) => ({ choices: afterImport(choices), go: { to: 'type' } }),
    },
    ...FOLLOWING,
  ],
};

export const USERS_RESULT_KEYS: KeyGroup<ResultStep> = {
  title: 'The result of an act',
  bindings: [
    {
      keys: ['enter'],
      label: text('terug naar de gebruikers', 'back to the users'),
      footer: 10,
      deliberate: true,
      run: ({ users }) => ({ go: users?.to === 'user' ? users : { to: 'users', acted: true } }),
    },
    ...FOLLOWING,
  ],
};
