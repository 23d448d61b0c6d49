/** Reading the users that drift as far as they are looked at, and bringing them in line. */
import type { DriftingUser } from '../../../application/ports/directoryStore.js';
import type { EnvironmentType } from '../../../domain/directory.js';
import { AT_TOP, moved, placed, type Move } from '../../shell/list.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, Entered, PickOption, PickOverlay, Size, Task, Wizard } from '../../shell/wizard.js';
import { readPart, type DriftPart } from './readDrift.js';
import { driftHeights, type DriftStep } from './state.js';

/** Read anew, with the cursor where it was. */
export function enter(type: EnvironmentType | null, left: DriftStep | undefined): Entered<DriftStep> {
  const at = left?.type === type ? left : AT_TOP;
  const step: DriftStep = {
    at: 'drift',
    type,
    cursor: at.cursor,
    top: at.top,
    users: null,
    rest: null,
    reading: true,
  };
  return { step, effects: [read(step)] };
}

/** The next part, or the first one. */
function read({ type, users: before, rest }: DriftStep): Task {
  return task({
    slot: 'drift',
    run: ({ useCases }) => readPart(rest ?? useCases.drift(type ?? undefined)[Symbol.asyncIterator]()),
    then: (step: DriftStep, part: DriftPart, { size }) => {
      const users = [...(before ?? []), ...part.users];
      return onward(inSight({ ...step, users, rest: part.rest, reading: false }, size), size);
    },
    failed: (step: DriftStep) => ({ step: { ...step, rest: null, reading: false } }),
  });
}

export function inSight(step: DriftStep, size: Size): DriftStep {
  return { ...step, ...placed(step, step.users?.length ?? 0, driftHeights(size).list) };
}

/** Reads on where the end of what was read comes in sight: only what is looked at is held. */
export function onward(step: DriftStep, size: Size): Change<DriftStep> {
  if (step.users === null || step.rest === null || step.reading) return { step };
  if (step.cursor + 2 * driftHeights(size).list < step.users.length) return { step };
  return { step: { ...step, reading: true }, effects: [read(step)] };
}

export function move(step: DriftStep, to: Move, { size }: Wizard): Change<DriftStep> {
  return onward({ ...step, ...moved(step, to, step.users?.length ?? 0, driftHeights(size).list) }, size);
}

export function askEnvironment(step: DriftStep, wizard: Wizard): Change<DriftStep> {
  const user = step.users?.[step.cursor];
  return user ? { overlay: environmentPicker(user, wizard) } : {};
}

/** The environments that the user at the cursor is in; every user of that type follows the one that is chosen. */
function environmentPicker({ type, values }: DriftingUser, { environments }: Wizard): PickOverlay {
  const options = values.map(({ environment }): PickOption => {
    const known = environments?.find(({ code }) => code === environment);
    return { id: environment, label: environment, hint: known?.name ?? '' };
  });
  return {
    kind: 'pick',
    title: textRef(`wizard.drift.pick.${type}`),
    options,
    cursor: 0,
    picked: (_step, environment) => ({ effects: [align(environment)] }),
  };
}

function align(environment: string): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.align', { environment }),
    run: ({ useCases }, watch) => useCases.align(environment, watch),
    then: (_step, answer) => ({ go: { to: 'preview', answer, fresh: true } }),
  });
}
