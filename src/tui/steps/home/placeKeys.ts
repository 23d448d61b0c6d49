/** Where the first screen leads to, a key each. */
import type { Text } from '../../../language/text.js';
import { text } from '../../keys/commonKeys.js';
import type { PlainName } from '../../shell/destination.js';
import type { Change, Wizard } from '../../shell/wizard.js';

export interface Place {
  readonly keys: readonly string[];
  /** What the key is called in `?`, and the line on the screen. */
  readonly label: Text;
  readonly line: `wizard.home.${'import' | 'users' | 'environments' | 'history' | 'demo' | 'firstEnvironment' | 'lists'}`;
  readonly go: (wizard: Wizard) => Change;
}

const to = (name: PlainName | 'users') => (): Change => ({ go: { to: name } });

const IMPORT: Place = {
  keys: ['i'],
  label: text('importeren', 'import'),
  line: 'wizard.home.import',
  go: to('type'),
};

const USERS_PLACE: Place = {
  keys: ['u'],
  label: text('gebruikers', 'users'),
  line: 'wizard.home.users',
  go: to('users'),
};

const ENVIRONMENTS_PLACE: Place = {
  keys: ['o'],
  label: text('omgevingen', 'environments'),
  line: 'wizard.home.environments',
  go: to('environments'),
};

const HISTORY_PLACE: Place = {
  keys: ['h', 'H'],
  label: text('geschiedenis', 'history'),
  line: 'wizard.home.history',
  go: to('history'),
};

const DEMO: Place = {
  keys: ['d'],
  label: text('demo', 'demo'),
  line: 'wizard.home.demo',
  go: () => ({ end: { exitStatus: 0, demo: true } }),
};

export const LISTS_PLACE: Place = {
  keys: ['l'],
  label: text('lijsten inlezen', 'read lists'),
  line: 'wizard.home.lists',
  go: to('lists'),
};

export const PLACES: readonly Place[] = [IMPORT, USERS_PLACE, ENVIRONMENTS_PLACE, HISTORY_PLACE];

/** How to begin, in a database without an environment. */
export const FIRST_PLACES: readonly Place[] = [
  DEMO,
  { ...ENVIRONMENTS_PLACE, line: 'wizard.home.firstEnvironment' },
  LISTS_PLACE,
];
