/** Text in the language of manual pages, as man(7) describes it. */

/** Signs that a reader of manual pages would take for something else, or show as another one. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

/** A text that is shown as it is, on one line: no sign of it says anything of its own. */
export function plain(text: string): string {
  const shown = text
    .replace(/\s+/gu, ' ')
    .replace(/[\\'`^~-]/gu, (sign) => SIGNS[sign] ?? sign)
    .replace(
      /[^\x20-\x7e]/gu,
      (sign) => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
  return shown.startsWith('.') ? `\\&${shown}` : shown;
}

const LONGEST_LINE = 78;

/** A line of text in lines of a source that can be read; what asks for something, and a term, stays on one. */
export function wrapped(line: string, before = ''): readonly string[] {
  if (line.startsWith('.') || before === '.TP') return [line];
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LONGEST_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.startsWith('.') ? `\\&${word}` : word);
  }
  return lines;
}

/** To be typed as it stands. */
export function bold(text: string): string {
  return `\\fB${plain(text)}\\fR`;
}

/** To be replaced by something. */
export function italic(text: string): string {
  return `\\fI${plain(text)}\\fR`;
}

export function section(title: string, ...lines: readonly string[]): readonly string[] {
  return [`.SH ${plain(title)}`, ...lines];
}

/** A term, and what it is, further to the right; both are roff already. */
export function item(term: string, ...lines: readonly string[]): readonly string[] {
  return ['.TP', term, ...lines.flatMap((line, at) => (at === 0 ? [line] : ['.br', line]))];
}
