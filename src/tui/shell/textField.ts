/** A line of text that is being typed. */

export interface TextField {
  readonly text: string;
  /** Where the next character comes, in UTF-16 units; never within a character. */
  readonly caret: number;
}

export type Edit =
  'eraseBefore' | 'eraseAfter' | 'eraseWord' | 'eraseAll' | 'caretLeft' | 'caretRight' | 'caretStart' | 'caretEnd';

export const EMPTY_FIELD: TextField = { text: '', caret: 0 };

export function fieldWith(text: string): TextField {
  return { text, caret: text.length };
}

const CONTROLS = /\p{Cc}/gu;

/** Puts text in at the caret; controls, line ends among them, are left out. */
export function insertText(field: TextField, text: string): TextField {
  const clean = text.replace(CONTROLS, '');
  return {
    text: field.text.slice(0, field.caret) + clean + field.text.slice(field.caret),
    caret: field.caret + clean.length,
  };
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function editField(field: TextField, edit: Edit): TextField {
  const before = field.text.slice(0, field.caret);
  const after = field.text.slice(field.caret);
  switch (edit) {
    case 'eraseBefore':
      return join(withoutLast(before), after);
    case 'eraseAfter':
      return { text: before + withoutFirst(after), caret: field.caret };
    case 'eraseWord':
      return join(before.replace(/[^\s/\\.@-]*[\s/\\.@-]*$/u, ''), after);
    case 'eraseAll':
      return EMPTY_FIELD;
    case 'caretLeft':
      return { text: field.text, caret: withoutLast(before).length };
    case 'caretRight':
      return { text: field.text, caret: field.text.length - withoutFirst(after).length };
    case 'caretStart':
      return { text: field.text, caret: 0 };
    case 'caretEnd':
      return fieldWith(field.text);
  }
}

function join(before: string, after: string): TextField {
  return { text: before + after, caret: before.length };
}

function withoutLast(text: string): string {
  const last = [...GRAPHEMES.segment(text)].at(-1);
  return last ? text.slice(0, last.index) : text;
}

function withoutFirst(text: string): string {
  const [first] = GRAPHEMES.segment(text);
  return first ? text.slice(first.segment.length) : text;
}
