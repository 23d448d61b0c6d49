/** What steps that are a list have in common: the cursor stays in sight, whatever is loaded, resized or pressed. */
import { moved, placed, type Cursor, type Move } from './list.js';
import type { Change, Size, StepEvent, StepState, Wizard } from './wizard.js';

interface ListStep<S> {
  /** The step with its cursor in sight, in a list or on a screen that may have changed. */
  readonly inSight: (step: S, size: Size) => S;
  readonly move: (step: S, move: Move, wizard: Wizard) => Change;
  readonly update: (step: S, event: StepEvent) => Change;
}

/** `room` says how long the list is, and how much of it the screen shows. */
export function listStep<S extends StepState & Cursor>(
  room: (step: S, size: Size) => readonly [total: number, height: number],
): ListStep<S> {
  const inSight = (step: S, size: Size): S => ({ ...step, ...placed(step, ...room(step, size)) });
  return {
    inSight,
    move: (step, move, { size }) => ({ step: { ...step, ...moved(step, move, ...room(step, size)) } }),
    update: (step, event) => (event.kind === 'resized' ? { step: inSight(step, event.size) } : {}),
  };
}
