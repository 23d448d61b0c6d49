/** Loading the environments, and choosing one. */
import { plainListHeight } from '../../shell/layout.js';
import { AT_TOP } from '../../shell/list.js';
import { listStep } from '../../shell/listStep.js';
import { loadEnvironments } from '../../shell/task.js';
import type { Change, Entered, Wizard } from '../../shell/wizard.js';
import type { EnvironmentStep } from './state.js';

/** Lines of the table's borders and heading, and of the panel below it. */
export const ENVIRONMENT_FRAME = 10;

const list = listStep<EnvironmentStep>((step, size) => [
  step.environments?.length ?? 0,
  plainListHeight(size, ENVIRONMENT_FRAME),
]);
export const { move, update } = list;

export function enter({ environments, choices, size }: Wizard): Entered<EnvironmentStep> {
  const cursor = environments?.findIndex(({ code }) => code === choices.environment) ?? 0;
  const step: EnvironmentStep = { at: 'environment', ...AT_TOP, cursor: Math.max(0, cursor), environments };
  return { step: list.inSight(step, size), effects: [loadEnvironments(loaded)] };
}

function loaded(step: EnvironmentStep, { environments, choices, size }: Wizard): Change<EnvironmentStep> {
  const chosen = environments?.findIndex(({ code }) => code === choices.environment) ?? -1;
  const cursor = step.environments === null && chosen >= 0 ? chosen : step.cursor;
  return { step: list.inSight({ ...step, environments, cursor }, size) };
}

/** Another environment than before: what was planned there is no plan of these choices. */
export function choose(step: EnvironmentStep, { choices }: Wizard): Change<EnvironmentStep> {
  const environment = step.environments?.[step.cursor]?.code;
  if (environment === undefined) return {};
  const same = choices.environment === environment;
  return {
    choices: { ...choices, environment, ...(same ? {} : { planned: null }) },
    go: { to: choices.file ? 'file' : 'path' },
  };
}
