/**
 * A line that is typed and not shown. What it holds is in no property: a state that is written somewhere holds nothing of
 * it.
 */
import { editField, EMPTY_FIELD, insertText, type Edit, type TextField } from './textField.js';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lengthOf = (text: string): number => [...GRAPHEMES.segment(text)].length;

export class TypedSecret {
  readonly #field: TextField;

  constructor(field: TextField = EMPTY_FIELD) {
    this.#field = field;
  }

  typed(text: string): TypedSecret {
    return new TypedSecret(insertText(this.#field, text));
  }

  edited(edit: Edit): TypedSecret {
    return new TypedSecret(editField(this.#field, edit));
  }

  /** The line with a mark for each character. */
  hidden(mark: string): TextField {
    const { text, caret } = this.#field;
    return { text: mark.repeat(lengthOf(text)), caret: mark.length * lengthOf(text.slice(0, caret)) };
  }

  /** What was typed: for the use case that takes it, and for nothing else. */
  reveal(): string {
    return this.#field.text;
  }
}

/** What is typed in a line, secret or not. */
export function insertedIn(field: TextField | TypedSecret, text: string): TextField | TypedSecret {
  return field instanceof TypedSecret ? field.typed(text) : insertText(field, text);
}

export function editedIn(field: TextField | TypedSecret, edit: Edit): TextField | TypedSecret {
  return field instanceof TypedSecret ? field.edited(edit) : editField(field, edit);
}

export function textIn(field: TextField | TypedSecret): string {
  return field instanceof TypedSecret ? field.reveal() : field.text;
}
