/** What a spreadsheet takes for a formula when it opens a text file. */
const FORMULA = /^[=+\-@\t\r]/u;
const ESCAPED = /^'+[=+\-@\t\r]/u;

/** Whether a spreadsheet would take a text of a CSV file for a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** A text that no spreadsheet takes for a formula: `=1+1` becomes `'=1+1`. */
export function withoutFormula(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/**
 * For rejected rows, which come back: as `withoutFormula`, and a text that has such an apostrophe of its own
 * gets one more, so that `unescaped` gives every text back as it was. Also in a workbook, where a text cell
 * becomes a formula as soon as somebody edits it.
 */
export function escaped(text: string): string {
  return FORMULA.test(text) || ESCAPED.test(text) ? `'${text}` : text;
}

/** The text that `escaped` was given. */
export function unescaped(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text;
}
