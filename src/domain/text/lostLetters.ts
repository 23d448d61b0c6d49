/** Letters that an encoding did not have, and a question mark in their place: `Fatima Y?lmaz`. */

/** Whether a text is an older one in which question marks took the place of letters beyond ASCII. */
export function lostLettersOf(text: string, older: string): boolean {
  if (!text.includes('?') || text === older) return false;
  const pattern = text
    .normalize('NFC')
    .replace(/[$()*+.[\\\]^{|}]/gu, '\\$&')
    .replace(/\?+/gu, ({ length }) => `(?:\\?{${length}}|[^\\p{ASCII}]{1,${length}})`);
  return new RegExp(`^${pattern}$`, 'u').test(older.normalize('NFC'));
}
