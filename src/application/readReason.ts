/** Why something is done (docs/rules.md, *Why*): what can be said of that. */
import { codePoints, normaliseText } from '../domain/sourceRow.js';
import { storable } from '../domain/text/characters.js';

/** Enough to say why, in characters. */
export const REASON_MAX = 500;

/** A reason as it is kept: one line; undefined where it says nothing, or too much. */
export function readReasonText(text: string): string | undefined {
  const reason = normaliseText(storable(text).replace(/\s+/gu, ' '));
  return reason === '' || codePoints(reason) > REASON_MAX ? undefined : reason;
}
