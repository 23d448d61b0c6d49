/** Whether a text of a directory can be kept as it is. */
import { normaliseText } from '../../domain/sourceRow.js';

/** `code` for what is compared (codes, addresses, UPNs), `text` for what is only read. */
export type TextUse = 'code' | 'text';

/** Half a character, one that stands for bytes that were lost, NUL, and the controls that no keyboard has. */
const DAMAGED = /[\p{Surrogate}\ufffd\0\u0080-\u009f]/u;
const CONTROL = /\p{Cc}/u;
const HIDDEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
const PLAIN = /^[\x20-\x7e]*$/u;

/** What no person typed, or nobody sees; undefined for a text that is as it looks. */
export function faultOfText(text: string, use: TextUse): 'directory.fault.damaged' | 'directory.fault.hidden' | undefined {
  if (PLAIN.test(text)) return undefined;
  if (DAMAGED.test(text)) return 'directory.fault.damaged';
  return (use === 'code' ? HIDDEN : CONTROL).test(normaliseText(text)) ? 'directory.fault.hidden' : undefined;
}
