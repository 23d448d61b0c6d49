/** From the mapping to its plan. */
import type { LostDecisions, RunAnswer } from '../../../application/useCases.js';
import type { TextParams } from '../../../language/text.js';
import { importedBefore } from '../../../presentation/runParts.js';
import { openRun } from '../../runs/openRun.js';
import { withMended } from '../../runs/mended.js';
import { fingerprint, type Choices } from '../../shell/choices.js';
import { notice, noticeOf, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, Problem, Task, Wizard } from '../../shell/wizard.js';
import { planRequest } from './mapping.js';
import { columnName, ignoreColumns } from './mappingOverrides.js';
import type { MapStep } from './state.js';
import type { TextRef } from '../../../presentation/theme.js';

/** Columns that nothing is done with are told once before they are dropped. */
export function confirm(step: MapStep, { choices }: Wizard): Change<MapStep> {
  const [problem] = step.mapped.problems;
  if (problem) return { notice: noticeOf('danger', problem) };
  if (step.mapped.mapping.user === undefined) return { notice: notice('danger', 'wizard.map.noUser') };
  const unused = step.mapped.unsettled;
  if (unused.length === 0) return plan(step, choices);
  if (step.toldUnused) {
    const indexes = unused.map(({ index }) => index);
    return plan(step, { ...choices, overrides: ignoreColumns(choices.overrides, indexes) });
  }
  const columns = unused.map(({ header, index }) => header || columnName(index)).join(', ');
  return {
    step: { ...step, toldUnused: true },
    notice: notice('warning', 'wizard.map.unused', { count: unused.length, columns }),
  };
}

/**
 * Plans; the same choices as before go on with the plan that was made of them. Other ones take the decisions of
 * that plan along, save those that it was agreed to lose.
 */
function plan(step: MapStep, choices: Choices, lose: LostDecisions | null = null): Change<MapStep> {
  const { planned } = choices;
  const isSame = planned?.fingerprint === fingerprint(choices);
  return { choices, effects: [planned && isSame ? openRun(planned.run) : make(step, choices, lose)] };
}

function make(step: MapStep, choices: Choices, lose: LostDecisions | null): Task {
  const before = choices.planned?.run;
  const request = {
    ...planRequest(step, choices),
    ...(before !== undefined && { carry: before }),
    ...(lose && { lose }),
  };
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.planning', { file: step.file.name }),
    run: async ({ useCases }, watch) => {
      const answer = await useCases.plan(request, watch);
      // Another took its place; whatever became of it meanwhile is left alone.
      if (before !== undefined) await useCases.discard(before).catch(() => undefined);
      return answer;
    },
    then: (_step, answer, wizard) => ({
      ...toPreview(answer, wizard),
      mended: withMended(wizard.mended, answer.run.id, answer.carried?.mended),
    }),
    failed: (now: MapStep, problem) => whyNotPlanned(now, problem),
  });
}

function toPreview(answer: RunAnswer, { choices }: Wizard): Change<MapStep> {
  const planned = { run: answer.run.id, fingerprint: fingerprint(choices) };
  return { choices: { ...choices, planned }, go: { to: 'preview', answer }, ...plannedNotice(answer) };
}

/** What has to be agreed to is asked first, with nothing planned and the plan before as it was. */
function whyNotPlanned(step: MapStep, { key, kind, params }: Problem): Change<MapStep> {
  if (key === 'plan.decisionsLost') {
    const lose = { excluded: Number(params['excluded']), mended: Number(params['mended']) };
    const asked = textRef(`wizard.ask.loseDecisions.${decisionsOf(lose.excluded, lose.mended)}`, lose);
    return ask(asked, ({ choices }) => plan(step, choices, lose));
  }
  if (kind !== 'alreadyImported') return {};
  return ask(askAgain(params), ({ choices }) => plan(step, { ...choices, importAgain: true }));
}

function ask(asked: TextRef, agreed: (wizard: Wizard) => Change<MapStep>): Change<MapStep> {
  return { notice: null, overlay: { kind: 'question', ...asked, agreed: (_step, wizard) => agreed(wizard) } };
}

function askAgain({ operator = '', run = '', at = '' }: TextParams): TextRef {
  return textRef('wizard.ask.importAgain', { operator, run, at: at });
}

/** The same content was applied here before, and would not do the same again; what was taken over of a plan before. */
function plannedNotice(answer: RunAnswer): Pick<Change, 'notice'> {
  const carried = carriedNotice(answer);
  if (!answer.importedBefore) return carried ? { notice: noticeOf('good', carried) } : {};
  const before = importedBefore(answer.importedBefore);
  return { notice: noticeOf('warning', { ...before, details: carried ? [carried] : [] }) };
}

/** What was decided in the plan before and holds in this one. */
function carriedNotice({ carried }: RunAnswer): TextRef | undefined {
  const [excluded, mended] = [carried?.excluded ?? 0, carried?.mended.length ?? 0];
  if (excluded + mended === 0) return undefined;
  return textRef(`wizard.carried.${decisionsOf(excluded, mended)}`, { excluded, mended });
}

function decisionsOf(excluded: number, mended: number): 'both' | 'excluded' | 'mended' {
  if (excluded > 0 && mended > 0) return 'both';
  return excluded > 0 ? 'excluded' : 'mended';
}
