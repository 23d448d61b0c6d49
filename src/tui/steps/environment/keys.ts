/** The keys of choosing the environment. */
import { BACK, driftKey, goOn } from '../../keys/commonKeys.js';
import type { KeyGroup } from '../../shell/wizard.js';
import type { EnvironmentStep } from './state.js';
import { choose, move } from './update.js';

export const ENVIRONMENT_KEYS: KeyGroup<EnvironmentStep> = {
  title: 'The environment',
  move,
  bindings: [goOn(choose), BACK, driftKey(({ environments, cursor }) => environments?.[cursor]?.type ?? null)],
};
