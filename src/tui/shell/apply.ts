/** Carries out what an event comes to; a step that is gone to is entered. Pure. */
import type { Destination } from './destination.js';
import { wayBack, wayTo } from './navigation.js';
import { definitionOf, type Change, type StepEvent, type Update, type Wizard } from './wizard.js';

export function toStep(wizard: Wizard, event: StepEvent): Update {
  return apply(wizard, definitionOf(wizard, wizard.step.at).update?.(wizard.step, event, wizard) ?? {});
}

export function apply(wizard: Wizard, { go, effects = [], ...parts }: Change): Update {
  const asked = effects.map((effect) => (typeof effect === 'string' ? effect : { ...effect, by: wizard.step.at }));
  const busy = effects.flatMap((effect) => (typeof effect === 'string' ? [] : (effect.busy ?? []))).at(-1);
  const next: Wizard = {
    ...wizard,
    ...parts,
    ...(parts.overlay?.kind === 'question' && { overlay: { ...parts.overlay, quietSince: wizard.clock } }),
    ...(busy && { busy: { ...busy, progress: null, cancelling: false } }),
  };
  if (go === undefined) return { wizard: next, effects: asked };
  const entered = enter(next, go === 'back' ? wayBack(next) : wayTo(next, go));
  return { wizard: entered.wizard, effects: [...asked, ...entered.effects] };
}

/** The step at the end of a way, made of what it is told and of how it was left. */
function enter(wizard: Wizard, way: readonly Destination[]): Update {
  const left = { ...wizard.left, [wizard.step.at]: wizard.step };
  const destination = way.at(-1) ?? { to: 'home' };
  const change = definitionOf(wizard, destination.to).enter(destination, wizard, left[destination.to]);
  return apply({ ...wizard, left, way, step: change.step }, change);
}
