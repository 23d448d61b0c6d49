/** What is completed of a line that is typed: of several groups the last one. Pure. */
import type { TextEntry } from './state.js';

export function begunIn({ field, completed }: TextEntry): { readonly before: string; readonly text: string } {
  const from = completed === 'groups' ? field.text.lastIndexOf(',') + 1 : 0;
  const blanks = /^\s*/u.exec(field.text.slice(from))?.[0].length ?? 0;
  return { before: field.text.slice(0, from + blanks), text: field.text.slice(from + blanks).trim() };
}
