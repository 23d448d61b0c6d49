/** The keys of the first screen. */
import { driftKey, QUIT_LETTER, text } from '../../keys/commonKeys.js';
import { discardKey } from '../../runs/discard.js';
import type { Binding, DisabledReason, KeyGroup } from '../../shell/wizard.js';
import { FIRST_PLACES, PLACES, type Place } from './placeKeys.js';
import { homeItems, runHere, type HomeStep } from './state.js';
import { loadPlans, move, open } from './update.js';

/** Goes where the screen leads now: a place that it does not show cannot be gone to. */
function placeKey({ keys, label }: Place): Binding<HomeStep> {
  const found = (step: HomeStep): Place | undefined =>
    homeItems(step).flatMap((item) => (item.kind === 'place' && item.place.keys === keys ? [item.place] : []))[0];
  return {
    keys,
    label,
    disabled: [notHere((step) => found(step) === undefined)],
    run: (step, wizard) => found(step)?.go(wizard) ?? {},
  };
}

function notHere(when: (step: HomeStep) => boolean): DisabledReason<HomeStep> {
  return {
    reason: text('Dat kan in deze database nu niet.', 'That cannot be done in this database now.'),
    when,
  };
}

const SHOWN_PLACES = [...PLACES, ...FIRST_PLACES].filter(
  ({ keys }, index, all) => all.findIndex((other) => other.keys === keys) === index,
);

export const HOME_KEYS: KeyGroup<HomeStep> = {
  title: 'The first screen',
  move,
  bindings: [
    { keys: ['enter'], label: text('openen', 'open'), footer: 10, deliberate: true, run: open },
    ...SHOWN_PLACES.map(placeKey),
    discardKey(runHere, loadPlans),
    driftKey(() => null),
    { ...QUIT_LETTER, footer: 94, stays: true },
  ],
};
