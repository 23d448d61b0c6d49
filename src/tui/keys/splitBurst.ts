/** A burst of characters, taken apart. */
import type { Press } from '../shell/wizard.js';

/** Several characters that came at once, as the presses and texts that they are made of. */
export function splitBurst(burst: string): readonly Press[] {
  return (burst.match(/\p{Cc}|[^\p{Cc}]+/gu) ?? []).map((part) => {
    const code = part.charCodeAt(0);
    if (code > 0x1f && code !== 0x7f) return { key: '', text: part };
    const named = { 0x0d: 'enter', 0x09: 'tab', 0x7f: 'backspace' }[code];
    return { key: named ?? (code < 0x1b ? `ctrl+${String.fromCharCode(code + 0x60)}` : ''), text: '' };
  });
}
