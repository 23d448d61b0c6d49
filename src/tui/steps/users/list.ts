/**
 * Reading the list as far as it is looked at, counting it, and what happened last to the user at the cursor. Of each the
 * database is asked one question at a time, so that keys never wait for it and it is never asked what nobody wants any
 * more.
 */
import type { UserQuery } from '../../../application/userUseCases.js';
import { NO_FILTER } from '../../../domain/userFilter.js';
import { task } from '../../shell/task.js';
import type { Entered, Size, Task } from '../../shell/wizard.js';
import { countOf, keyOf, usersHeights, windowOf, type UsersStep } from './state.js';
import { arrived, ASK_FIRST, itemHere, PAGE_ITEMS, toAsk, type Ask } from '../../table/keyWindow.js';

function queryOf({ environment, filter }: UsersStep): UserQuery {
  return { filter, ...(environment !== null && { environment }) };
}

/** Another list: from its first user, as soon as the database is free. */
export function askList(step: UsersStep, size: Size): Entered<UsersStep> {
  return onward({ ...step, listId: step.listId + 1, next: ASK_FIRST }, size);
}

/** Whatever is wanted and not being looked up is asked for. */
export function onward(step: UsersStep, size: Size): Entered<UsersStep> {
  const effects: Task[] = [];
  let now = step;
  const ask = toAsk(step, usersHeights(size).list);
  if (ask) {
    now = { ...now, asking: true, next: null };
    effects.push(readPage(now, ask));
  }
  // What is on the screen comes before what is told of it.
  if (now.next) return { step: now, effects };
  if (!now.counting && countOf(now) === null) {
    now = { ...now, counting: true };
    effects.push(readCount(now));
  }
  const code = itemHere(windowOf(now))?.code;
  if (!now.lookingUp && code !== undefined && code !== now.last?.code) {
    now = { ...now, lookingUp: true };
    effects.push(readLast(code));
  }
  return { step: now, effects };
}

function readPage(asking: UsersStep, ask: Ask): Task {
  const query = queryOf(asking);
  return task({
    slot: 'users',
    run: ({ useCases }) => useCases.userPage(query, asking.order, ask.place, PAGE_ITEMS),
    then: (step: UsersStep, page, { size }) => {
      const free = { ...step, asking: false };
      if (step.listId !== asking.listId) return onward(free, size);
      const window = arrived(windowOf(step), ask, page.accounts, usersHeights(size).list, keyOf);
      return onward({ ...free, window, shownId: asking.listId }, size);
    },
    // What could not be read is not asked again by itself.
    failed: (step: UsersStep) => ({ step: { ...step, asking: false, next: null, window: windowOf(step) } }),
  });
}

function readCount(asking: UsersStep): Task {
  const { listId, total } = asking;
  const query = queryOf(asking);
  return task({
    slot: 'users.count',
    run: async ({ useCases }) => {
      const users = await useCases.countUsers(query);
      if (total !== null) return { users, total };
      return { users, total: await useCases.countUsers({ ...query, filter: NO_FILTER }) };
    },
    then: (step: UsersStep, counted, { size }) =>
      onward({ ...step, counting: false, count: { listId, users: counted.users }, total: counted.total }, size),
    failed: (step: UsersStep) => ({ step: { ...step, counting: false, count: { listId, users: 0 } } }),
    quiet: true,
  });
}

function readLast(code: string): Task {
  return task({
    slot: 'users.last',
    quiet: true,
    run: async ({ useCases }) => (await useCases.userHistory(code))[0] ?? null,
    then: (step: UsersStep, change, { size }) => onward({ ...step, lookingUp: false, last: { code, change } }, size),
    failed: (step: UsersStep) => ({ step: { ...step, lookingUp: false, last: { code, change: null } } }),
  });
}
