/** The keys of choosing the environment. */
import { BACK, driftKey, goOn, text } from '../../keys/commonKeys.js';
import type { KeyGroup } from '../../shell/wizard.js';
import type { EnvironmentStep } from './state.js';
import { REFRESH } from './refresh.js';
import { choose, move } from './update.js';

export const ENVIRONMENT_KEYS: KeyGroup<EnvironmentStep> = {
  title: 'The environment',
  move,
  bindings: [
    goOn(choose),
    BACK,
    { keys: ['o'], label: text('omgevingen', 'environments'), run: () => ({ go: { to: 'environments' } }) },
    REFRESH,
    driftKey(({ environments, cursor }) => environments?.[cursor]?.type ?? null),
  ],
};
