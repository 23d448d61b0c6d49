/** The keys of the list of users. */
import { BACK, text } from '../../keys/commonKeys.js';
import type { DisabledReason, KeyGroup } from '../../shell/wizard.js';
import { windowOf, type UsersStep } from './state.js';
import { askEnvironment, back, move, nextOrder, toggleChosen } from './update.js';
import { accountsHere } from './window.js';

const NOBODY: DisabledReason<UsersStep> = {
  reason: text('Er staat hier geen gebruiker.', 'There is no user here.'),
  when: (step) => accountsHere(windowOf(step)) === undefined,
};

export const USERS_KEYS: KeyGroup<UsersStep> = {
  title: 'The users',
  move,
  bindings: [
    { ...BACK, run: back },
    { keys: ['s'], label: text('sorteren', 'sort'), footer: 28, run: nextOrder },
    { keys: ['E'], label: text('omgeving', 'environment'), footer: 27, run: askEnvironment },
    { keys: ['v', 'space'], label: text('kiezen', 'choose'), disabled: [NOBODY], footer: 29, run: toggleChosen },
  ],
};
