/** Completes a filter that is typed: the first of what can stand at the caret, or the one behind it where that stands there. */
import type { FilterCompletion } from '../../domain/filter/completeFilter.js';
import type { TextField } from './textField.js';

/** Null where nothing can stand there. */
export function completedField({ text }: TextField, { from, to, texts }: FilterCompletion): TextField | null {
  const held = texts.indexOf(text.slice(from, to));
  const chosen = texts[(held + 1) % texts.length];
  if (chosen === undefined) return null;
  const before = text.slice(0, from) + chosen;
  return { text: before + text.slice(to), caret: before.length };
}
