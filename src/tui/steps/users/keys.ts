/** The keys of the list of users. */
import { BACK, text } from '../../keys/commonKeys.js';
import type { ActSubject } from '../../shell/destination.js';
import type { DisabledReason, KeyGroup } from '../../shell/wizard.js';
import { actKeys } from '../../users/actKeys.js';
import { countOf, windowOf, type UsersStep } from './state.js';
import { askEnvironment, back, move, nextOrder, toggleChosen } from './update.js';
import { accountsHere } from './window.js';

const NOBODY: DisabledReason<UsersStep> = {
  reason: text('Er staat hier geen gebruiker.', 'There is no user here.'),
  when: (step) => accountsHere(windowOf(step)) === undefined,
};

/** Those that were chosen, or the one at the cursor; or all that the list shows. */
function subjectOf(step: UsersStep): ActSubject | null {
  const here = accountsHere(windowOf(step));
  if (!here) return null;
  const shown = { filter: step.filter, text: step.filterText, count: countOf(step) };
  return { accounts: step.chosen.size > 0 ? [...step.chosen.values()] : [here], shown, environment: step.environment };
}

export const USERS_KEYS: KeyGroup<UsersStep> = {
  title: 'The users',
  move,
  bindings: [
    {
      keys: ['enter'],
      label: text('openen', 'open'),
      disabled: [NOBODY],
      footer: 10,
      deliberate: true,
      run: (step) => {
        const here = accountsHere(windowOf(step));
        return here ? { go: { to: 'user', user: here.code } } : {};
      },
    },
    { ...BACK, run: back },
    ...actKeys(subjectOf),
    { keys: ['s'], label: text('sorteren', 'sort'), footer: 28, run: nextOrder },
    { keys: ['E'], label: text('omgeving', 'environment'), footer: 27, run: askEnvironment },
    { keys: ['v', 'space'], label: text('kiezen', 'choose'), disabled: [NOBODY], footer: 29, run: toggleChosen },
  ],
};
