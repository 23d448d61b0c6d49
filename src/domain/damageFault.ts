/** That a text is damaged, as it is told: by a character that is no text, or as one encoding read for another. */
import type { FieldId } from './fields.js';
import { message, type Message } from './messages.js';
import { damageIn, numberOf } from './text/characters.js';
import { misreadText } from './text/misread.js';

/** Undefined for a text without damage. What a person typed here was not read from a file: it is not misread. */
export function damageFault(field: FieldId, text: string, isTyped: boolean): Message | undefined {
  const damage = damageIn(text);
  if (damage !== undefined) return message('TEXT_DAMAGED', field, { value: text, character: numberOf(damage) });
  const meant = isTyped ? undefined : misreadText(text);
  return meant === undefined ? undefined : message('TEXT_DAMAGED', field, { value: text, meant });
}
