/** The keys of the list of users. */
import { BACK, text } from '../../keys/commonKeys.js';
import type { ActSubject } from '../../shell/destination.js';
import type { DisabledReason, KeyGroup } from '../../shell/wizard.js';
import { actKeys } from '../../users/actKeys.js';
import { accountsToActOn, countOf, type UsersStep } from './state.js';
import { clearFilter, complete, edit, endTyping, typeFilter } from './filter.js';
import { askEnvironment, back, move, nextOrder, toggleChosen } from './update.js';

const NOBODY: DisabledReason<UsersStep> = {
  reason: text('Er staat hier geen gebruiker.', 'There is no user here.'),
  when: (step) => accountsToActOn(step) === undefined,
};

/** Those that were chosen, or the one at the cursor; or all that the list shows. */
function subjectOf(step: UsersStep): ActSubject | null {
  const here = accountsToActOn(step);
  if (!here) return null;
  const shown = { filter: step.filter, text: step.filterText, count: countOf(step) };
  return { accounts: step.chosen.size > 0 ? [...step.chosen.values()] : [here], shown, environment: step.environment };
}

/** While the filter is typed. */
export const FILTER_KEYS: KeyGroup<UsersStep> = {
  title: 'The filter of users',
  applies: ({ typing }) => typing !== null,
  edit,
  bindings: [
    { keys: ['enter'], label: text('klaar', 'done'), footer: 10, run: endTyping },
    { ...BACK, label: text('filter wissen', 'clear the filter'), run: clearFilter },
    { keys: ['tab'], label: text('aanvullen', 'complete'), footer: 20, run: complete },
    { keys: ['up'], label: text('omhoog', 'up'), run: (step, wizard) => move(step, 'up', wizard) },
    { keys: ['down'], label: text('omlaag', 'down'), run: (step, wizard) => move(step, 'down', wizard) },
    {
      keys: ['pageup'],
      label: text('scherm terug', 'screen up'),
      run: (step, wizard) => move(step, 'screenUp', wizard),
    },
    {
      keys: ['pagedown'],
      label: text('scherm verder', 'screen down'),
      run: (step, wizard) => move(step, 'screenDown', wizard),
    },
  ],
};

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
        const here = accountsToActOn(step);
        return here ? { go: { to: 'user', user: here.code, environment: step.environment ?? undefined } } : {};
      },
    },
    { ...BACK, run: back },
    ...actKeys(subjectOf),
    { keys: ['/'], label: text('filter', 'filter'), footer: 22, run: typeFilter },
    { keys: ['s'], label: text('sorteren', 'sort'), footer: 28, run: nextOrder },
    { keys: ['E'], label: text('omgeving', 'environment'), footer: 27, run: askEnvironment },
    { keys: ['v', 'space'], label: text('kiezen', 'choose'), disabled: [NOBODY], footer: 29, run: toggleChosen },
  ],
};
