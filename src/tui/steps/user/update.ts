/** Reading one user, walking through what happened, and taking back what a run did to them. */
import type { UserDestination } from '../../shell/destination.js';
import type { Move } from '../../shell/list.js';
import { AT_TOP, moved, placed } from '../../shell/list.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, Entered, Size, StepEvent, Task, Wizard } from '../../shell/wizard.js';
import { lookAt, openRun } from '../../runs/openRun.js';
import { happeningsOf } from '../../../presentation/userHistory.js';
import { happeningHere, happeningsHeight, type UserStep } from './state.js';

/** Read anew, with the cursor where it was. */
export function enter({ user: code, environment }: UserDestination, left: UserStep | undefined): Entered<UserStep> {
  const nobody: UserStep = {
    at: 'user',
    code,
    users: null,
    history: [],
    happenings: [],
    column: 0,
    all: null,
    ...AT_TOP,
  };
  return { step: left?.code === code ? left : nobody, effects: [readUser(code, environment)] };
}

/** The first time, the environment that was looked at is the one that acts are about. */
function readUser(code: string, environment?: string): Task {
  return task({
    slot: 'user',
    run: async ({ useCases }) => {
      const accounts = await useCases.userAccounts(code);
      const history = await useCases.userHistory(code);
      return { users: accounts.flatMap(({ users }) => users), history };
    },
    then: (step: UserStep, { users, history }, { size }) => {
      const begun = users.findIndex((user) => user.environment === environment);
      const wanted = step.users === null && begun >= 0 ? begun : step.column;
      const column = Math.min(wanted, Math.max(0, users.length - 1));
      return { step: inSight({ ...step, users, history, happenings: happeningsOf(history), column }, size) };
    },
    failed: (step: UserStep) => ({ step: { ...step, users: step.users ?? [] } }),
  });
}

function inSight(step: UserStep, size: Size): UserStep {
  return { ...step, ...placed(step, step.happenings.length, happeningsHeight(size)) };
}

export function update(step: UserStep, event: StepEvent): Change<UserStep> {
  return event.kind === 'resized' ? { step: inSight(step, event.size) } : {};
}

export function move(step: UserStep, to: Move, { size }: Wizard): Change<UserStep> {
  return { step: { ...step, ...moved(step, to, step.happenings.length, happeningsHeight(size)) } };
}

/** To the environment beside it. */
export function nextColumn(step: UserStep, by: 1 | -1): Change<UserStep> {
  const last = Math.max(0, (step.users?.length ?? 0) - 1);
  return { step: { ...step, column: Math.max(0, Math.min(step.column + by, last)) } };
}

export function open(step: UserStep): Change<UserStep> {
  const happening = happeningHere(step);
  return happening ? { effects: [openRun(happening.run)] } : {};
}

/** A plan that puts back what the run at the cursor did to this user, and to nobody else. */
export function undoHere(step: UserStep): Change<UserStep> {
  const run = happeningHere(step)?.run;
  if (run === undefined) return {};
  const undo = task({
    slot: 'main',
    busy: textRef('wizard.busy.undo', { run }),
    run: ({ useCases }, watch) => useCases.undo(run, watch, { user: step.code }),
    then: (_step, answer) => lookAt(answer),
  });
  return { effects: [undo] };
}

/** Everything of the user, from the first line or so many further; or the sheet again. */
export function showAll(step: UserStep, by = 0): Change<UserStep> {
  return { step: { ...step, all: { top: step.all ? Math.max(0, step.all.top + by) : 0 } } };
}

export function showSheet(step: UserStep): Change<UserStep> {
  return { step: { ...step, all: null } };
}
