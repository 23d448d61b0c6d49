/** What a terminal sends for a key; the names are what a person would call it. */

const NAMED: Readonly<Record<string, string>> = {
  enter: '\r',
  escape: '\x1b',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  space: ' ',
  backspace: '\x7f',
  delete: '\x1b[3~',
  insert: '\x1b[2~',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  f1: '\x1bOP',
  f2: '\x1bOQ',
  f3: '\x1bOR',
  f4: '\x1bOS',
  f5: '\x1b[15~',
  f6: '\x1b[17~',
  f7: '\x1b[18~',
  f8: '\x1b[19~',
  f9: '\x1b[20~',
  f10: '\x1b[21~',
};

/** The bytes of a key's name (`enter`, `ctrl+c`, `alt+b`), or the text itself where it names no key. */
export function keyBytes(key: string): string {
  const named = NAMED[key];
  if (named !== undefined) return named;
  const control = /^ctrl\+([a-z\\\]^_@[])$/u.exec(key)?.[1];
  if (control !== undefined) return String.fromCharCode(control.toUpperCase().charCodeAt(0) & 0x1f);
  const alt = /^alt\+(.+)$/u.exec(key)?.[1];
  if (alt !== undefined) return `\x1b${keyBytes(alt)}`;
  return key;
}

/** Text between the marks of bracketed paste, as a terminal sends it to a program that asked for them. */
export function pasteBytes(text: string): string {
  return `\x1b[200~${text}\x1b[201~`;
}
