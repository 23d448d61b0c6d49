/** What the keyboard does: a key runs what it is bound to, and characters are typed. Pure. */
import { boundKeys, isTyping } from '../keys/boundKeys.js';
import { SPACE } from '../keys/keyName.js';
import { splitBurst } from '../keys/splitBurst.js';
import { apply, toStep } from './apply.js';
import { notice } from './messages.js';
import { filtered } from './pick.js';
import { insertedIn } from './typedSecret.js';
import type { Update, Wizard } from './wizard.js';

/** A key does what it is bound to, or says why it does nothing; without a binding its character is typed. */
export function pressed(wizard: Wizard, key: string, text: string, deliberate: boolean): Update {
  const bound = key === '' ? undefined : boundKeys(wizard).find(({ keys }) => keys.includes(key));
  if (!bound) return text === '' ? { wizard, effects: [] } : typed(wizard, text, false);
  if (bound.binding.deliberate === true && !deliberate) return { wizard, effects: [] };
  const why = bound.disabledReason;
  if (why !== undefined) return apply(wizard, { notice: notice('plain', 'wizard.because', { why }) });
  return apply({ ...wizard, notice: null }, bound.run());
}

/**
 * Characters that came at once. Where text is typed they are text, and the keys among them work, save those
 * that have to be meant; elsewhere only a key that was held down counts.
 */
export function burst(wizard: Wizard, text: string): Update {
  const typing = isTyping(wizard);
  const characters = [...text];
  if (!typing && characters.some((character) => character !== characters[0])) return { wizard, effects: [] };
  const presses = typing
    ? splitBurst(text)
    : characters.map((character) => ({ key: character === ' ' ? SPACE : character, text: '' }));
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
  if (!isTyping(wizard)) return { wizard, effects: [] };
  const { overlay } = wizard;
  if (overlay?.kind === 'prompt')
    return apply(wizard, { overlay: { ...overlay, field: insertedIn(overlay.field, text) } });
  if (overlay?.kind === 'pick') return apply(wizard, { overlay: filtered(overlay, `${overlay.filter ?? ''}${text}`) });
  return toStep({ ...wizard, notice: null }, { kind: 'typed', text, pasted });
}
