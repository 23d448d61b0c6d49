/** The keys of one user. */
import { BACK, CLOSE, text } from '../../keys/commonKeys.js';
import type { DisabledReason, KeyGroup } from '../../shell/wizard.js';
import { actKeys } from '../../users/actKeys.js';
import { happeningHere, userHere, type UserStep } from './state.js';
import { move, nextColumn, open, showAll, showSheet, undoHere } from './update.js';

const NOTHING_HAPPENED: DisabledReason<UserStep> = {
  reason: text('Er is hier geen run.', 'There is no run here.'),
  when: (step) => happeningHere(step) === undefined,
};

const ONE_ENVIRONMENT: DisabledReason<UserStep> = {
  reason: text('De gebruiker is in één omgeving.', 'The user is in one environment.'),
  when: ({ users }) => (users?.length ?? 0) < 2,
};

export const USER_KEYS: KeyGroup<UserStep> = {
  title: 'One user',
  applies: ({ all }) => all === null,
  move,
  bindings: [
    {
      keys: ['enter'],
      label: text('rijen bekijken', 'look at its rows'),
      disabled: [NOTHING_HAPPENED],
      footer: 10,
      deliberate: true,
      run: open,
    },
    BACK,
    ...actKeys<UserStep>((step) => {
      const user = userHere(step);
      if (!user) return null;
      const accounts = [{ code: user.user, users: step.users ?? [] }];
      return { accounts, shown: null, environment: user.leftover ? null : user.environment };
    }),
    {
      keys: ['u'],
      label: text('terugdraaien', 'undo'),
      disabled: [NOTHING_HAPPENED],
      footer: 24,
      deliberate: true,
      run: undoHere,
    },
    {
      keys: ['right', 'tab'],
      label: text('volgende omgeving', 'next environment'),
      disabled: [ONE_ENVIRONMENT],
      footer: 27,
      run: (step) => nextColumn(step, 1),
    },
    {
      keys: ['left', 'shift+tab'],
      label: text('vorige omgeving', 'environment before'),
      disabled: [ONE_ENVIRONMENT],
      run: (step) => nextColumn(step, -1),
    },
    { keys: ['d'], label: text('alles van de gebruiker', 'all of the user'), footer: 28, run: (step) => showAll(step) },
  ],
};

export const WHOLE_USER_KEYS: KeyGroup<UserStep> = {
  title: 'All of a user',
  bindings: [
    { ...CLOSE, run: showSheet },
    { keys: ['up', 'k'], label: text('omhoog', 'up'), run: (step) => showAll(step, -1) },
    { keys: ['down', 'j'], label: text('omlaag', 'down'), footer: 20, run: (step) => showAll(step, 1) },
    { keys: ['pageup', 'ctrl+b'], label: text('scherm terug', 'screen up'), run: (step) => showAll(step, -10) },
    { keys: ['pagedown', 'ctrl+f'], label: text('scherm verder', 'screen down'), run: (step) => showAll(step, 10) },
    { keys: ['d'], label: text('alles van de gebruiker', 'all of the user'), footer: 25, run: showSheet },
  ],
};
