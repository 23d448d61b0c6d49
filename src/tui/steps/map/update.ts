/** Entering the mapping, and moving through its fields. */
import { fieldsFor } from '../../../domain/fields.js';
import type { Choices } from '../../shell/choices.js';
import { moved, placed, type Move } from '../../shell/list.js';
import type { Change, Entered, Size, Wizard } from '../../shell/wizard.js';
import { mapListHeight } from './heights.js';
import { mapAgain } from './mapping.js';
import { mapStep, type MapStep } from './state.js';

export function enter(choices: Choices, left: MapStep | undefined): Entered<MapStep> {
  const cursor = left?.type === choices.type ? { cursor: left.cursor, top: left.top } : {};
  const step = { ...mapStep(choices), ...cursor };
  return { step, effects: [mapAgain(step, choices)] };
}

export function inSight(step: MapStep, size: Size): MapStep {
  return { ...step, ...placed(step, fieldsFor(step.type).length, mapListHeight(size)) };
}

export function move(step: MapStep, to: Move, { size }: Wizard): Change<MapStep> {
  return { step: { ...step, ...moved(step, to, fieldsFor(step.type).length, mapListHeight(size)) } };
}
