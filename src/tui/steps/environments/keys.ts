/** The keys of the environments. */
import { BACK, driftKey, text } from '../../keys/commonKeys.js';
import { pullKey } from '../../runs/pullMirror.js';
import type { KeyGroup } from '../../shell/wizard.js';
import { askAdd } from './adding.js';
import { askConnect } from './connecting.js';
import { askSetting } from './changing.js';
import { environmentHere, liveHere, type EnvironmentsStep } from './state.js';
import { loadAll, move } from './update.js';

export const ENVIRONMENTS_KEYS: KeyGroup<EnvironmentsStep> = {
  title: 'The environments',
  move,
  bindings: [
    {
      keys: ['enter'],
      label: text('wijzigen', 'change'),
      disabled: [
        {
          reason: text('Hier is geen omgeving om te wijzigen.', 'There is no environment here to change.'),
          when: (step) => liveHere(step) === undefined,
        },
      ],
      footer: 10,
      deliberate: true,
      run: askSetting,
    },
    { keys: ['+'], label: text('omgeving toevoegen', 'add an environment'), footer: 20, run: askAdd },
    {
      keys: ['l'],
      label: text('lijsten inlezen', 'read lists'),
      footer: 21,
      run: () => ({ go: { to: 'lists' } }),
    },
    pullKey<EnvironmentsStep>(liveHere, loadAll),
    {
      keys: ['O'],
      label: text('met AFAS verbinden', 'connect to AFAS'),
      disabled: [
        {
          reason: text('Hier is geen omgeving om te verbinden.', 'There is no environment here to connect.'),
          when: (step) => liveHere(step) === undefined,
        },
      ],
      footer: 31,
      run: askConnect,
    },
    driftKey((step) => environmentHere(step)?.type ?? null),
    BACK,
  ],
};
