/** From the mapping to its plan. */
import type { LostDecisions, RunAnswer } from '../../../application/useCases.js';
import type { TextParams, TextRef } from '../../../language/text.js';
import { fingerprint, type Choices } from '../../shell/choices.js';
import { notice } from '../../shell/messages.js';
import type { MapStep } from '../state.js';
import { textRef, type Change } from '../../shell/wizard.js';
import type { StepContext } from '../../shell/stepContext.js';
import { planRequest } from './mapping.js';
import { ignoreColumns } from './mappingOverrides.js';
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
      overrides: ignoreColumns(
        choices.overrides,
        unused.map(({ index }) => index),
      ),
    });
  }
  return plan(step, choices);
}

/**
 * Plans; the same choices as before go on with the plan that was made of them. Other ones take the decisions of
 * that plan along, save those that it was agreed to lose.
 */
export function plan(step: MapStep, choices: Choices, lose: LostDecisions | null = null): Change {
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
    effects: [
      {
        kind: 'plan',
        request: { ...planRequest(step, choices), ...(planned && { carry: planned.run }), ...(lose && { lose }) },
        instead: planned?.run ?? null,
      },
    ],
  };
}

/** Decisions that cannot be carried over: asked first, with nothing planned and the plan before as it was. */
export function askToLose(step: MapStep, params: TextParams): Change {
  const lose = { excluded: Number(params['excluded']), mended: Number(params['mended']) };
  const asked = textRef(`wizard.ask.loseDecisions.${decisionsOf(lose.excluded, lose.mended)}`, params);
  return { step: { ...step, lose }, notice: null, overlay: { kind: 'question', purpose: 'loseDecisions', ...asked } };
}

/** What was decided in the plan before and holds in this one. */
export function carriedNotice({ carried }: RunAnswer): TextRef | undefined {
  const [excluded, mended] = [carried?.excluded ?? 0, carried?.mended.length ?? 0];
  if (excluded + mended === 0) return undefined;
  return textRef(`wizard.carried.${decisionsOf(excluded, mended)}`, { excluded, mended });
}

function decisionsOf(excluded: number, mended: number): 'both' | 'excluded' | 'mended' {
  if (excluded > 0 && mended > 0) return 'both';
  return excluded > 0 ? 'excluded' : 'mended';
}
