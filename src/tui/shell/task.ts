/** What a step asks of the world, with what it makes of the answer. */
import type { Watch } from '../../application/useCases.js';
import type { WizardServices } from '../wizardOptions.js';
import type { Change, Problem, StepState, Task, Wizard } from './wizard.js';

interface TaskOf<S extends StepState, T> extends Pick<Task, 'slot' | 'busy' | 'quiet' | 'ticks'> {
  readonly run: (services: WizardServices, watch: Watch) => Promise<T> | T;
  /** `step` is as it is by then. */
  readonly then: (step: S, value: T, wizard: Wizard) => Change<S>;
  failed?(this: void, step: S, problem: Problem, wizard: Wizard): Change<S>;
}

/** A task of a step: only a step of the kind that asked hears of what comes of it. */
export function task<S extends StepState, T>({ run, then, ...rest }: TaskOf<S, T>): Task {
  return {
    ...(rest as Omit<Task, 'run'>),
    run: async (services, watch) => {
      const value = await run(services, watch);
      return (step, wizard) => then(step as S, value, wizard);
    },
  };
}

export const ENVIRONMENTS_SLOT = 'environments';

/** The environments that can be a target: a removed one cannot, and is reached by nothing. */
export function loadEnvironments<S extends StepState>(then: (step: S, wizard: Wizard) => Change<S> = () => ({})): Task {
  return task<S, Wizard['environments']>({
    slot: ENVIRONMENTS_SLOT,
    run: async ({ useCases }) => (await useCases.environments()).filter(({ deleted }) => !deleted),
    then: (step, environments, wizard) => ({ environments, ...then(step, { ...wizard, environments }) }),
  });
}
