/** The keys of the users that drift. */
import { BACK, text } from '../../keys/commonKeys.js';
import { openUserKey } from '../../users/openUser.js';
import type { KeyGroup } from '../../shell/wizard.js';
import type { DriftStep } from './state.js';
import { askEnvironment, move } from './update.js';

export const DRIFT_KEYS: KeyGroup<DriftStep> = {
  title: 'Drift between environments',
  move,
  bindings: [
    BACK,
    openUserKey(({ users, cursor }) => users?.[cursor]?.user),
    {
      keys: ['enter'],
      label: text('gelijktrekken', 'bring in line'),
      disabled: [
        {
          reason: text('Er is niets gelijk te trekken.', 'There is nothing to bring in line.'),
          when: ({ users }) => (users?.length ?? 0) === 0,
        },
      ],
      footer: 10,
      deliberate: true,
      run: askEnvironment,
    },
  ],
};
