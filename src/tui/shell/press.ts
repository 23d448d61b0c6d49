/** What the keyboard does: to what lies over the step, to what is being worked on, or to the step. Pure. */
import type { Action } from '../keymap/actions.js';
import { bindingFor, isTyping, whyNot } from '../keymap/keymap.js';
import { splitBurst } from '../keymap/splitBurst.js';
import { listeningOf } from './listening.js';
import { fingerprint } from './choices.js';
import type { TextRef } from '../../language/text.js';
import { notice } from './messages.js';
import { textRef, type Update, type Wizard } from './wizard.js';
import { overlayAction, overlayTyped } from './overlays.js';
import { applied, toStep } from './dispatch.js';

/** A key does what the nearest place that knows it says, or types its character. */
export function pressed(wizard: Wizard, key: string, text: string, deliberate: boolean): Update {
  const listening = listeningOf(wizard);
  const binding = bindingFor(key, listening);
  if (!binding) return text === '' ? { wizard, effects: [] } : typed(wizard, text, false);
  if (binding.deliberate === true && !deliberate) return { wizard, effects: [] };
  if (binding.action === 'redraw') return { wizard, effects: [{ kind: 'redraw' }] };
  const why = whyNot(binding, listening.facts, wizard.language);
  if (why !== undefined)
    return { wizard: { ...wizard, notice: notice('plain', 'wizard.because', { why }) }, effects: [] };
  return acted({ ...wizard, notice: null }, binding.action);
}

/**
 * Characters that came at once. Where text is typed they are text, and the keys among them work, save those
 * that have to be meant; elsewhere only a key that was held down counts.
 */
export function burst(wizard: Wizard, text: string): Update {
  const typing = isTyping(listeningOf(wizard));
  const characters = [...text];
  if (!typing && characters.some((character) => character !== characters[0])) return { wizard, effects: [] };
  const presses = typing
    ? splitBurst(text)
    : characters.map((character) => ({ key: character === ' ' ? 'space' : character, text: '' }));
  return presses.reduce<Update>(
    (before, press) => {
      const after =
        press.text === '' ? pressed(before.wizard, press.key, '', false) : typed(before.wizard, press.text, false);
      return { wizard: after.wizard, effects: [...before.effects, ...after.effects] };
    },
    { wizard, effects: [] },
  );
}

export function typed(wizard: Wizard, text: string, pasted: boolean): Update {
  if (!isTyping(listeningOf(wizard))) return { wizard, effects: [] };
  if (wizard.overlay) return { wizard: overlayTyped(wizard, text), effects: [] };
  return toStep({ ...wizard, notice: null }, { kind: 'typed', text, at: wizard.clock, pasted });
}

function acted(wizard: Wizard, action: Action): Update {
  if (wizard.overlay) return overlayActed(wizard, action);
  if (wizard.busy) {
    if (action !== 'goBack' && action !== 'quit') return { wizard, effects: [] };
    return { wizard: { ...wizard, busy: { ...wizard.busy, cancelling: true } }, effects: [{ kind: 'cancel' }] };
  }
  if (action === 'help') return { wizard: { ...wizard, overlay: { kind: 'help', top: 0 } }, effects: [] };
  if (action === 'quit' && wizard.step.at !== 'progress') return quit(wizard);
  return toStep(wizard, { kind: 'action', action, at: wizard.clock });
}

/** Asks first where something is under way; what was planned stays stored either way. */
function quit(wizard: Wizard): Update {
  if (['type', 'result', 'history', 'drift'].includes(wizard.step.at)) return ended(wizard);
  return applied(wizard, { overlay: { kind: 'question', purpose: 'quit', ...quitQuestion(wizard) } });
}

/** Says of what is kept what it is: a plan, the plan that was there before, or nothing. */
function quitQuestion({ step, choices }: Wizard): TextRef {
  const { planned } = choices;
  if ('answer' in step) return textRef('wizard.ask.quit');
  if (!planned) return textRef('wizard.ask.quit.unplanned');
  const same = planned.fingerprint === fingerprint(choices);
  return same ? textRef('wizard.ask.quit') : textRef('wizard.ask.quit.changed', { run: planned.run });
}

function ended(wizard: Wizard): Update {
  const rejected = wizard.done.at(-1)?.summary.outcomes.rejected ?? 0;
  return { wizard: { ...wizard, overlay: null, end: { exitStatus: rejected > 0 ? 3 : 0 } }, effects: [] };
}

function overlayActed(wizard: Wizard, action: Action): Update {
  const { wizard: next, event, quits } = overlayAction(wizard, action);
  if (quits) return ended(next);
  return event ? toStep(next, event) : { wizard: next, effects: [] };
}
