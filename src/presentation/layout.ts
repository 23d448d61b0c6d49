/** Text laid out for people: wrapped and aligned within 80 columns. */
import stringWidth from 'string-width';
import { visibleText } from './visibleText.js';

const WIDTH = 80;
/** The widest first column before its text goes below it. */
const WIDEST_TERM = 30;

/** A text in lines of at most `WIDTH` columns, each after the first indented; a long word stays whole. */
export function wrapped(text: string, indent = 0, first = indent): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(first);
  let filled = false;
  for (const word of visibleText(text).split(' ')) {
    if (filled && stringWidth(line) + 1 + stringWidth(word) > WIDTH) {
      lines.push(line);
      line = ' '.repeat(indent);
      filled = false;
    }
    line += filled ? ` ${word}` : word;
    filled = true;
  }
  return [...lines, line];
}

/** Terms with what is said of them, in two columns. */
export function aligned(pairs: readonly (readonly [term: string, text: string])[]): string[] {
  const width = Math.min(WIDEST_TERM, Math.max(0, ...pairs.map(([term]) => stringWidth(term))));
  return pairs.flatMap(([term, text]) => {
    const lines = wrapped(text, width + 2);
    const [head = '', ...more] = lines;
    if (stringWidth(term) > width) return [term, ...lines];
    return [`${padded(term, width)}  ${head.trimStart()}`, ...more];
  });
}

export type Alignment = 'left' | 'right';

/** Rows in columns as wide as their widest text; the last column is cut where the line would be too long. */
export function table(rows: readonly (readonly string[])[], alignment: readonly Alignment[] = []): string[] {
  const shown = rows.map((row) => row.map(visibleText));
  const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((row) => stringWidth(row[column] ?? ''))));
  return shown.map((row) => {
    const cells = row.map((cell, column) => padded(cell, widths[column] ?? 0, alignment[column]));
    return cut(cells.join('  ').trimEnd(), WIDTH);
  });
}

function padded(text: string, width: number, alignment: Alignment = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return alignment === 'left' ? text + space : space + text;
}

/** A text that is at most so many columns wide. */
function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const letter of text) {
    used += stringWidth(letter);
    if (used > width - 1) break;
    kept += letter;
  }
  return `${kept}…`;
}
