/** Entering the mapping, and moving through its fields. */
import { fieldsFor } from '../../../domain/fields.js';
import type { Choices } from '../../shell/choices.js';
import { listStep } from '../../shell/listStep.js';
import type { Change, Entered } from '../../shell/wizard.js';
import { mapListHeight } from './heights.js';
import { mapAgain } from './mapping.js';
import { mapStep, type MapStep } from './state.js';

const list = listStep<MapStep>((step, size) => [fieldsFor(step.type).length, mapListHeight(size)]);
export const { move, update } = list;

/** What is said of the mapping, whole: as far down as it goes; null goes back to the fields. */
export function read(step: MapStep, by: number | null = 0): Change<MapStep> {
  return { step: { ...step, reading: by === null ? null : Math.max(0, (step.reading ?? 0) + by) } };
}

export function enter(choices: Choices, left: MapStep | undefined): Entered<MapStep> {
  const cursor = left?.type === choices.type ? { cursor: left.cursor, top: left.top } : {};
  const step = { ...mapStep(choices), ...cursor };
  return { step, effects: [mapAgain(step, choices)] };
}
