/** From the mapping to its plan. */
import { fingerprint, type Choices } from '../../state/choices.js';
import { notice } from '../../state/messages.js';
import type { MapStep } from '../../state/steps.js';
import { textRef, type Change } from '../../state/wizardState.js';
import type { StepContext } from '../stepContext.js';
import { planRequest } from './mapping.js';
import { ignoreColumns } from './mappingWishes.js';
import { columnLabel } from './source.js';

/** Columns that nothing is done with are told once before they are dropped. */
export function goOn(step: MapStep, { choices }: StepContext): Change {
  const [problem] = step.mapped.problems;
  if (problem) return { notice: notice('danger', problem.key, problem.params) };
  if (step.mapped.mapping.user === undefined) return { notice: notice('danger', 'wizard.map.noUser') };
  const unused = step.mapped.unsettled;
  if (unused.length > 0) {
    const columns = unused.map(({ header, index }) => header || columnLabel(index)).join(', ');
    if (!step.toldUnused) {
      return {
        step: { ...step, toldUnused: true },
        notice: notice('warning', 'wizard.map.unused', { count: unused.length, columns }),
      };
    }
    return plan(step, {
      ...choices,
      wishes: ignoreColumns(
        choices.wishes,
        unused.map(({ index }) => index),
      ),
    });
  }
  return plan(step, choices);
}

/** Plans; the same choices as before go on with the plan that was made of them. */
export function plan(step: MapStep, choices: Choices): Change {
  const { planned } = choices;
  if (planned && planned.fingerprint === fingerprint({ ...choices, planned: null })) {
    return {
      choices,
      busy: textRef('wizard.busy.opening', { run: planned.run }),
      effects: [{ kind: 'open', run: planned.run }],
    };
  }
  return {
    choices,
    busy: textRef('wizard.busy.planning', { file: step.file.name }),
    effects: [{ kind: 'plan', request: planRequest(step, choices), instead: planned?.run ?? null }],
  };
}
