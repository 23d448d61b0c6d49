/** Loading the runs of before, opening one, and what was done to it. */
import type { AuditRecord } from '../../../application/ports/auditLog.js';
import { dateAndTime } from '../../../language/index.js';
import { openRun } from '../../runs/openRun.js';
import { plainListHeight } from '../../shell/layout.js';
import { AT_TOP } from '../../shell/list.js';
import { listStep } from '../../shell/listStep.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, Entered, PickOption, PickOverlay, Task } from '../../shell/wizard.js';
import { runHere, type HistoryStep } from './state.js';

/** Borders and heading of the table, and the lines below it. */
export const HISTORY_FRAME = 9;

const RUNS_SHOWN = 500;

/** What was done to a run last; all of it is shown by the command. */
const AUDIT_SHOWN = 200;

const list = listStep<HistoryStep>((step, size) => [step.runs?.length ?? 0, plainListHeight(size, HISTORY_FRAME)]);
export const { move, update } = list;

export function enter(left: HistoryStep | undefined): Entered<HistoryStep> {
  return { step: left ?? { at: 'history', runs: null, ...AT_TOP }, effects: [loadRuns()] };
}

export function loadRuns(): Task {
  return task({
    slot: 'home',
    run: ({ useCases }) => useCases.runs({ limit: RUNS_SHOWN }),
    then: (step: HistoryStep, runs, { size }) => ({ step: list.inSight({ ...step, runs }, size) }),
  });
}

export function open(step: HistoryStep): Change<HistoryStep> {
  const run = runHere(step);
  return run ? { effects: [openRun(run.id)] } : {};
}

/** Who did something to the run, or tried to. */
export function showAudit(step: HistoryStep): Change<HistoryStep> {
  const run = runHere(step)?.id;
  if (run === undefined) return {};
  const load = task({
    slot: 'home',
    run: async ({ useCases }) => {
      const records: AuditRecord[] = [];
      for await (const chunk of useCases.audited({ run })) records.push(...chunk);
      return records.slice(-AUDIT_SHOWN);
    },
    then: (_step, records) => ({ overlay: auditList(run, records) }),
  });
  return { effects: [load] };
}

/** The last first. */
function auditList(run: number, records: readonly AuditRecord[]): PickOverlay {
  const options = records.toReversed().map(({ number, at, login, what, outcome, exit }): PickOption => {
    const ended = outcome === 'done' ? '' : ` ${outcome} (${exit})`;
    return { id: String(number), label: `${dateAndTime(at)}  ${login}`, hint: `${what}${ended}` };
  });
  return { kind: 'pick', title: textRef('wizard.history.audit', { run }), options, cursor: 0 };
}
