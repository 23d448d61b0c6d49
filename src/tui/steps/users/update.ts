/** Entering the list of users, moving through it, sorting it, and choosing its environment. */
import type { UsersDestination } from '../../shell/destination.js';
import type { Move } from '../../shell/list.js';
import { textRef } from '../../shell/messages.js';
import { loadEnvironments } from '../../shell/task.js';
import type { Change, Entered, PickOption, StepEvent, Wizard } from '../../shell/wizard.js';
import { askList, onward } from './list.js';
import { typed } from './filter.js';
import { accountsToActOn, keyOf, ORDERS, USERS_STEP, usersHeights, type UsersStep } from './state.js';
import { askAgain, ASK_FIRST, inSight, movedIn } from '../../table/keyWindow.js';

/** As it was left, with what became of its users meanwhile. */
export function enter({ acted }: UsersDestination, { size }: Wizard, left: UsersStep | undefined): Entered<UsersStep> {
  const idle = { asking: false, counting: false, lookingUp: false, count: null, total: null, last: null };
  const before = left ?? USERS_STEP;
  const chosen = acted ? new Map() : before.chosen;
  const next = left?.window ? askAgain(left.window) : ASK_FIRST;
  const listed = onward({ ...before, ...idle, typing: null, chosen, next }, size);
  return { ...listed, effects: [...(listed.effects ?? []), loadEnvironments()] };
}

export function update(step: UsersStep, event: StepEvent, wizard: Wizard): Change<UsersStep> {
  if (event.kind === 'typed') return typed(step, event.text, wizard);
  if (event.kind !== 'resized' || !step.window) return {};
  const { size } = event;
  return onward({ ...step, window: inSight(step.window, usersHeights(size).list) }, size);
}

export function move(step: UsersStep, to: Move, { size }: Wizard): Change<UsersStep> {
  return step.window ? onward(movedIn(step, to, usersHeights(size).list), size) : {};
}

export function nextOrder(step: UsersStep, { size }: Wizard): Change<UsersStep> {
  const order = ORDERS[(ORDERS.indexOf(step.order) + 1) % ORDERS.length] ?? 'user';
  return askList({ ...step, order }, size);
}

export function askEnvironment(step: UsersStep, { environments }: Wizard): Change<UsersStep> {
  const options: PickOption[] = [
    { id: '', label: textRef('wizard.users.everywhere'), hint: '' },
    ...(environments ?? []).map(({ code, name }) => ({ id: code, label: code, hint: name })),
  ];
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.users.pickEnvironment'),
      options,
      cursor: Math.max(
        0,
        options.findIndex(({ id }) => id === (step.environment ?? '')),
      ),
      picked: (now: UsersStep, id, { size }) =>
        askList({ ...now, environment: id === '' ? null : id, total: null, chosen: new Map() }, size),
    },
  };
}

/** Chooses the user at the cursor, or lets them go, and goes to the next. */
export function toggleChosen(step: UsersStep, wizard: Wizard): Change<UsersStep> {
  const here = accountsToActOn(step);
  if (!here) return {};
  const chosen = new Map(step.chosen);
  if (!chosen.delete(keyOf(here))) chosen.set(keyOf(here), here);
  return move({ ...step, chosen }, 'down', wizard);
}

/** First out of what was chosen, then out of the list. */
export function back(step: UsersStep): Change<UsersStep> {
  return step.chosen.size > 0 ? { step: { ...step, chosen: new Map() } } : { go: 'back' };
}
