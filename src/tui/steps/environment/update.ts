/** The target environment, with the environments that its changes reach. */
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import type { ImportType } from '../../../domain/fields.js';
import { plainListHeight } from '../../shell/layout.js';
import { AT_TOP, type EnvironmentStep } from '../state.js';
import type { Change, StepEvent } from '../../shell/wizard.js';
import { isMove, moved, placed, type StepContext } from '../../shell/stepContext.js';

/** Lines of the table's borders and heading, and of the panel below it. */
export const ENVIRONMENT_FRAME = 10;

export function environmentStep(
  type: ImportType,
  context: Pick<StepContext, 'environments' | 'choices'>,
): EnvironmentStep {
  const index = context.environments?.findIndex(({ code }) => code === context.choices.environment) ?? 0;
  return { at: 'environment', type, ...AT_TOP, cursor: Math.max(0, index), environments: context.environments };
}

/** The other environments that changes in this one reach: those of the same type (docs/rules.md, *Sync*). */
export function reachedFrom(
  target: EnvironmentOverview,
  all: readonly EnvironmentOverview[],
): readonly EnvironmentOverview[] {
  return all.filter((other) => other.type === target.type && other.code !== target.code);
}

export function updateEnvironment(step: EnvironmentStep, event: StepEvent, context: StepContext): Change {
  const total = step.environments?.length ?? 0;
  const height = plainListHeight(context.size, ENVIRONMENT_FRAME);
  switch (event.kind) {
    case 'entered':
      return { step: { ...step, ...placed(step, total, height) }, effects: [{ kind: 'loadEnvironments' }] };
    case 'environmentsLoaded': {
      const { environments } = event;
      const known = environments.findIndex(({ code }) => code === context.choices.environment);
      const cursor = step.environments === null && known >= 0 ? known : step.cursor;
      return { step: { ...step, environments, ...placed({ cursor, top: step.top }, environments.length, height) } };
    }
    case 'resized':
      return { step: { ...step, ...placed(step, total, height) } };
    case 'action': {
      if (isMove(event.action)) return { step: { ...step, ...moved(step, event.action, total, height) } };
      const environment = step.environments?.[step.cursor];
      if (event.action === 'goOn' && environment) {
        const same = context.choices.environment === environment.code;
        return {
          choices: { ...context.choices, environment: environment.code, ...(same ? {} : { planned: null }) },
          go: { to: context.choices.file ? 'file' : 'path' },
        };
      }
      if (event.action === 'drift') return { go: { to: 'drift', type: environment?.type ?? null } };
      return event.action === 'goBack' ? { go: { to: 'back' } } : {};
    }
    default:
      return {};
  }
}
