/** What the first screen asks of the database, each by itself: none waits for another. */
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import { openRun } from '../../runs/openRun.js';
import { bodyHeight } from '../../shell/layout.js';
import { AT_TOP } from '../../shell/list.js';
import { listStep } from '../../shell/listStep.js';
import { loadEnvironments, task } from '../../shell/task.js';
import type { Change, Entered, Task, Wizard } from '../../shell/wizard.js';
import { homeItems, isOthers, itemHere, runHere, usersIn, type HomeStep } from './state.js';

const PLANS_SHOWN = 20;
const RUNS_SHOWN = 5;

/** Of more users it takes too long to find those that differ: the screen of environments has a key for it. */
const DRIFT_COUNTED = 20_000;

const list = listStep<HomeStep>((step, size) => [homeItems(step).length, bodyHeight(size)]);
export const { move, update } = list;

export function enter(wizard: Wizard, left: HomeStep | undefined): Entered<HomeStep> {
  const { environments } = wizard;
  const step = left ?? { at: 'home', ...AT_TOP, environments, plans: null, last: null, drifting: null };
  return { step, effects: [loadEnvironments(counted), loadPlans(), loadLast()] };
}

function counted(step: HomeStep, { environments, size }: Wizard): Change<HomeStep> {
  const users = usersIn(environments ?? []);
  return {
    step: list.inSight({ ...step, environments }, size),
    ...(users > 0 && users <= DRIFT_COUNTED && severalOfOneType(environments ?? []) && { effects: [countDrift()] }),
  };
}

function severalOfOneType(environments: readonly EnvironmentOverview[]): boolean {
  return new Set(environments.map(({ type }) => type)).size < environments.length;
}

function countDrift(): Task {
  return task({
    slot: 'home.drift',
    quiet: true,
    run: async ({ useCases }, { signal }) => {
      let drifting = 0;
      for await (const users of useCases.drift()) {
        if (signal?.aborted === true) break;
        drifting += users.length;
      }
      return drifting;
    },
    then: (step: HomeStep, drifting) => ({ step: { ...step, drifting } }),
  });
}

export function loadPlans(): Task {
  return task({
    slot: 'home.plans',
    run: ({ useCases }) => useCases.waiting(PLANS_SHOWN),
    then: (step: HomeStep, waiting, { size }) => {
      const plans = waiting.toSorted((a, b) => Number(isOthers(a)) - Number(isOthers(b)));
      return { step: list.inSight({ ...step, plans }, size) };
    },
  });
}

function loadLast(): Task {
  return task({
    slot: 'home.last',
    run: ({ useCases }) => useCases.runs({ statuses: ['applied'], limit: RUNS_SHOWN }),
    then: (step: HomeStep, last, { size }) => ({ step: list.inSight({ ...step, last }, size) }),
  });
}

export function open(step: HomeStep, wizard: Wizard): Change {
  const item = itemHere(step);
  if (item?.kind === 'place') return item.place.go(wizard);
  const run = runHere(step);
  return run ? { effects: [openRun(run.id)] } : {};
}
