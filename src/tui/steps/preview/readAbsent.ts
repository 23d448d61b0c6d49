/**
 * Reading the users whom no row names, as far as they are looked at: there may be a million of them, so that the database is
 * asked for what is near the cursor, one question at a time.
 */
import { task } from '../../shell/task.js';
import type { Size, Task } from '../../shell/wizard.js';
import type { Move } from '../../shell/list.js';
import {
  arrived,
  askAgain,
  ASK_FIRST,
  EMPTY_WINDOW,
  inSight,
  movedIn,
  PAGE_ITEMS,
  toAsk,
  type Ask,
} from '../../table/keyWindow.js';
import { NO_ABSENT_LIST, type AbsentList } from './absentList.js';
import { previewHeights } from './heights.js';
import { isAbsentNow, type PreviewStep } from './state.js';

interface Asked {
  readonly step: PreviewStep;
  readonly effects: readonly Task[];
}

/** The list as it is by now, where it was left; another one, of which nothing is held, from its first user. */
export function askAbsent(step: PreviewStep): Asked {
  const { window, total } = step.absent;
  const ask = window ? askAgain(window) : ASK_FIRST;
  const next: PreviewStep = { ...step, absent: { window, total, found: null, asking: true, next: null } };
  return { step: next, effects: [readPage(next, ask), countAbsent(next)] };
}

/** Where a filter finds others; how many there are in all stays known where they are listed. */
export function otherAbsent(step: PreviewStep): AbsentList {
  return isAbsentNow(step) ? { ...step.absent, window: null } : NO_ABSENT_LIST;
}

export function moveInAbsent(step: PreviewStep, to: Move, size: Size): Asked {
  return onward({ ...step, absent: movedIn(step.absent, to, previewHeights(size).list) }, size);
}

/** On a screen of another size. */
export function absentInSight(step: PreviewStep, size: Size): Asked {
  const { window } = step.absent;
  if (!window) return { step, effects: [] };
  return onward({ ...step, absent: { ...step.absent, window: inSight(window, previewHeights(size).list) } }, size);
}

/** Asks for the users that are wanted and not being looked up. */
function onward(step: PreviewStep, size: Size): Asked {
  const ask = toAsk(step.absent, previewHeights(size).list);
  if (!ask) return { step, effects: [] };
  const next = { ...step, absent: { ...step.absent, asking: true, next: null } };
  return { step: next, effects: [readPage(next, ask)] };
}

function readPage({ answer, listId, filter: { where } }: PreviewStep, ask: Ask): Task {
  return task({
    slot: 'list',
    run: ({ useCases }) =>
      useCases.absentPage(answer.run.id, where ?? undefined, { place: ask.place, size: PAGE_ITEMS }),
    then: (step: PreviewStep, { users }, { size }) => {
      if (step.listId !== listId) return {};
      const before = step.absent.window ?? EMPTY_WINDOW;
      const window = arrived(before, ask, users, previewHeights(size).list);
      return onward({ ...step, absent: { ...step.absent, asking: false, window } }, size);
    },
    // What could not be read is not asked again by itself.
    failed: (step: PreviewStep) => ({
      step: {
        ...step,
        absent: { ...step.absent, asking: false, next: null, window: step.absent.window ?? EMPTY_WINDOW },
      },
    }),
  });
}

/** How many there are is counted when the list is come to, and not with every key of a filter. */
function countAbsent({ answer, listId, absent, filter: { where } }: PreviewStep): Task {
  const { id } = answer.run;
  const known = absent.window ? null : absent.total;
  return task({
    slot: 'absent.count',
    quiet: true,
    run: async ({ useCases }) => {
      const total = known ?? (await useCases.countAbsentNow(id));
      return { total, found: where ? await useCases.countAbsentNow(id, where) : total };
    },
    then: (step: PreviewStep, counted) =>
      step.listId === listId ? { step: { ...step, absent: { ...step.absent, ...counted } } } : {},
  });
}
