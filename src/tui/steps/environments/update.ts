/** Loading the environments, and moving through them. */
import { plainListHeight } from '../../shell/layout.js';
import { AT_TOP } from '../../shell/list.js';
import { listStep } from '../../shell/listStep.js';
import { ENVIRONMENTS_SLOT, task } from '../../shell/task.js';
import type { Entered, Task } from '../../shell/wizard.js';
import type { EnvironmentsStep } from './state.js';

/** Borders and heading of the table, and the lines below it. */
export const ENVIRONMENTS_FRAME = 9;

const list = listStep<EnvironmentsStep>((step, size) => [
  step.environments?.length ?? 0,
  plainListHeight(size, ENVIRONMENTS_FRAME),
]);
export const { move, update } = list;

export function enter(left: EnvironmentsStep | undefined): Entered<EnvironmentsStep> {
  return { step: left ?? { at: 'environments', environments: null, ...AT_TOP }, effects: [loadAll()] };
}

/** Removed ones too, for who was left behind in them; the wizard chooses among the others. */
export function loadAll(): Task {
  return task({
    slot: ENVIRONMENTS_SLOT,
    run: ({ useCases }) => useCases.environments(),
    then: (step: EnvironmentsStep, all, { size }) => {
      const environments = all.toSorted((a, b) => Number(a.deleted) - Number(b.deleted));
      return {
        environments: all.filter(({ deleted }) => !deleted),
        step: list.inSight({ ...step, environments }, size),
      };
    },
  });
}
