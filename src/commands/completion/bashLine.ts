/** A line as bash has it before it is run: its words, and how what is put at the cursor has to be quoted. */

export type OpenQuote = '' | '"' | "'";

export interface BashLine {
  /** Whole words, as the program would get them; a `$NAME` stays as it was typed. */
  readonly words: readonly string[];
  /** What stands of the last one, which can be empty. */
  readonly current: string;
  /** The quote in which the line ends. */
  readonly quote: OpenQuote;
  /** The last word is a file of bash itself: `> FILE`. */
  readonly redirects: boolean;
}

/** In double quotes a backslash stands for itself before anything else. */
const ESCAPABLE_IN_DOUBLE = new Set(['$', '`', '"', '\\', '\n']);

export function readBashLine(line: string): BashLine {
  const words: string[] = [];
  let current: string | undefined;
  let quote: OpenQuote = '';
  let redirects = false;
  const end = (): void => {
    if (current !== undefined && !redirects) words.push(current);
    if (current !== undefined) redirects = false;
    current = undefined;
  };
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    const next = line.charAt(at + 1);
    if (quote === "'") {
      if (sign === "'") quote = '';
      else current = `${current ?? ''}${sign}`;
    } else if (sign === '\\' && (quote === '' || ESCAPABLE_IN_DOUBLE.has(next))) {
      current = (current ?? '') + next;
      at++;
    } else if (quote === '"') {
      if (sign === '"') quote = '';
      else current = `${current ?? ''}${sign}`;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      current ??= '';
    } else if (sign === '<' || sign === '>') {
      // What stands right before it is the number of a stream.
      if (current !== undefined && /^(?:\d+|&)$/u.test(current)) current = undefined;
      end();
      redirects = true;
    } else if (/\s/u.test(sign)) end();
    else current = (current ?? '') + sign;
  }
  return { words, current: current ?? '', quote, redirects };
}

/** A text as it has to stand at the end of a line that ends in this quote: nothing of it is ever expanded or run. */
export function quotedForBash(text: string, quote: OpenQuote): string {
  if (quote === "'") return text.replaceAll("'", "'\\''");
  // History is expanded in double quotes too, where no backslash helps.
  if (quote === '"') return text.replace(/[\\"$`]/gu, '\\$&').replaceAll('!', `"'!'"`);
  return text.replace(/[^\p{L}\p{N}_.,:=/@%+-]/gu, '\\$&');
}
