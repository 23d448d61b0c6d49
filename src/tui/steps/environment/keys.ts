/** The keys of choosing the environment. */
import { BACK, driftKey, goOn, text } from '../../keys/commonKeys.js';
import type { KeyGroup } from '../../shell/wizard.js';
import type { EnvironmentStep } from './state.js';
import { refresh } from './refresh.js';
import { choose, move } from './update.js';

export const ENVIRONMENT_KEYS: KeyGroup<EnvironmentStep> = {
  title: 'The environment',
  move,
  bindings: [
    goOn(choose),
    BACK,
    { keys: ['o'], label: text('omgevingen', 'environments'), run: () => ({ go: { to: 'environments' } }) },
    {
      keys: ['F'],
      label: text('vernieuwen', 'refresh'),
      disabled: [
        {
          reason: text('Deze omgeving is niet met AFAS verbonden.', 'This environment is not connected to AFAS.'),
          when: (step) => step.environments?.[step.cursor]?.connection === undefined,
        },
      ],
      footer: 30,
      deliberate: true,
      run: refresh,
    },
    driftKey(({ environments, cursor }) => environments?.[cursor]?.type ?? null),
  ],
};
