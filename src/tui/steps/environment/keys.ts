/** The keys of choosing the environment. */
import { BACK, driftKey, goOn, text } from '../../keys/commonKeys.js';
import { pullKey } from '../../runs/pullMirror.js';
import { loadEnvironments } from '../../shell/task.js';
import type { KeyGroup } from '../../shell/wizard.js';
import type { EnvironmentStep } from './state.js';
import { choose, move } from './update.js';

export const ENVIRONMENT_KEYS: KeyGroup<EnvironmentStep> = {
  title: 'The environment',
  move,
  bindings: [
    goOn(choose),
    BACK,
    { keys: ['o'], label: text('omgevingen', 'environments'), run: () => ({ go: { to: 'environments' } }) },
    pullKey<EnvironmentStep>(
      ({ environments, cursor }) => environments?.[cursor],
      () => loadEnvironments<EnvironmentStep>((now, { environments }) => ({ step: { ...now, environments } })),
    ),
    driftKey(({ environments, cursor }) => environments?.[cursor]?.type ?? null),
  ],
};
