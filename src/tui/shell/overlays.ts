/** Help, questions, lists to pick from and lines to type, which lie over a step. Pure. */
import { EDITS, type Action } from '../keymap/actions.js';
import type { Overlay, StepEvent, Wizard } from './wizard.js';
import { editField, insertText, type Edit } from './textField.js';
import { clampCursor } from '../table/window.js';
import { isCompleted } from '../steps/preview/mendValue.js';
import { QUIET_MS } from '../steps/confirm/update.js';

interface Outcome {
  readonly wizard: Wizard;
  /** What the step is told. */
  readonly event?: StepEvent;
  readonly quits?: true;
}

export function overlayTyped(wizard: Wizard, text: string): Wizard {
  const { overlay } = wizard;
  return overlay?.kind === 'prompt'
    ? { ...wizard, overlay: { ...overlay, field: insertText(overlay.field, text) } }
    : wizard;
}

export function overlayAction(wizard: Wizard, action: Action): Outcome {
  const { overlay } = wizard;
  if (!overlay) return { wizard };
  const closed = { ...wizard, overlay: null };
  if (action === 'goBack' || action === 'answerNo') return { wizard: closed };
  switch (overlay.kind) {
    case 'differences':
      return { wizard: action === 'goOn' ? closed : wizard };
    case 'help':
      return action === 'help'
        ? { wizard: closed }
        : { wizard: { ...wizard, overlay: { ...overlay, top: scrolled(overlay.top, action) } } };
    case 'question':
      return questioned(wizard, overlay, action);
    case 'pick': {
      const chosen = overlay.options[overlay.cursor];
      if (action === 'goOn' && chosen)
        return { wizard: closed, event: { kind: 'picked', purpose: overlay.purpose, id: chosen.id } };
      const by = action === 'moveUp' ? -1 : action === 'moveDown' ? 1 : 0;
      return {
        wizard: {
          ...wizard,
          overlay: { ...overlay, cursor: clampCursor(overlay.cursor + by, overlay.options.length) },
        },
      };
    }
    case 'prompt':
      if (action === 'goOn')
        return { wizard: closed, event: { kind: 'prompted', purpose: overlay.purpose, text: overlay.field.text } };
      if (action === 'complete' && overlay.purpose.kind === 'mend') {
        const { row, field } = overlay.purpose;
        return isCompleted(field)
          ? { wizard: closed, event: { kind: 'completing', row, field, text: overlay.field.text } }
          : { wizard };
      }
      if (!(EDITS as readonly string[]).includes(action)) return { wizard };
      return { wizard: { ...wizard, overlay: { ...overlay, field: editField(overlay.field, action as Edit) } } };
  }
}

function scrolled(top: number, action: Action): number {
  const by = { moveUp: -1, moveDown: 1, screenUp: -10, screenDown: 10 }[action as string] ?? 0;
  return Math.max(0, top + by);
}

/** A yes that comes before the question can have been read does nothing. */
function questioned(wizard: Wizard, overlay: Extract<Overlay, { kind: 'question' }>, action: Action): Outcome {
  const early = wizard.clock - (overlay.quietSince ?? 0) < QUIET_MS;
  const quits = overlay.purpose === 'quit';
  if (action === 'quit' && quits) return { wizard, quits: true };
  if (action !== 'answerYes') return { wizard };
  if (early) return { wizard: { ...wizard, overlay: { ...overlay, quietSince: wizard.clock } } };
  const closed = { ...wizard, overlay: null };
  return quits
    ? { wizard: closed, quits: true }
    : { wizard: closed, event: { kind: 'agreed', purpose: overlay.purpose } };
}
