/** The way through the wizard, as a stack of destinations: going on puts one on it, Escape takes one off. Pure. */
import type { RunAnswer } from '../../application/useCases.js';
import type { Destination } from './destination.js';
import { definitionOf, type StepState, type Wizard } from './wizard.js';

/** The way after going on. A step with a fixed place has its fixed way; a place that was passed is gone back to. */
export function wayTo({ steps, step, way }: Wizard, destination: Destination): readonly Destination[] {
  const { from } = definitionOf({ steps }, destination.to);
  if (from) return [...from.map((to): Destination => ({ to })), destination];
  const passed = way.findIndex((before) => isSamePlace(before, destination));
  if (passed >= 0) return [...way.slice(0, passed), destination];
  const before = way.map((place) => asKnownBy(step, place));
  // Another plan takes the place of the one that was looked at.
  return [...(way.at(-1)?.to === destination.to ? before.slice(0, -1) : before), destination];
}

/** The way after Escape. */
export function wayBack({ step, way }: Wizard): readonly Destination[] {
  const before = way.slice(0, -1).map((place) => asKnownBy(step, place));
  return before.length === 0 ? [{ to: 'home' }] : before;
}

function isSamePlace(a: Destination, b: Destination): boolean {
  return a.to === b.to && answerOf(a)?.run.id === answerOf(b)?.run.id && userOf(a) === userOf(b);
}

function userOf(place: Destination): string | undefined {
  return 'user' in place ? place.user : undefined;
}

/** What became of a run meanwhile is known where it is gone back to. */
function asKnownBy({ answer }: StepState, place: Destination): Destination {
  return answer && 'answer' in place && place.answer.run.id === answer.run.id ? { ...place, answer } : place;
}

function answerOf(place: Destination): RunAnswer | undefined {
  return 'answer' in place ? place.answer : undefined;
}
