/** Where the last character of UTF-8 starts that may go on in the next chunk, or the end. */
export function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

/** What the bytes above ASCII of a text are, were it UTF-8. */
export interface Utf8Count {
  /** Characters of several bytes that nothing else than UTF-8 writes by chance. */
  wellFormed: number;
  /** Characters that are as well a capital with an accent and a mark behind it in Windows-1252 (`CAFÉ’S`). */
  doubtful: number;
  /** Bytes that are part of no character. */
  stray: number;
}

/** Counts the characters of bytes that end with a whole one, into `count`. */
export function countUtf8(bytes: Buffer, count: Utf8Count): void {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const isHalf = isHalfPair(bytes, at);
    const length = isHalf ? HALF_PAIR : lengthOf(bytes, at, lead);
    if (length === 0) count.stray++;
    else if (isHalf || (length === 2 && lead > 0xc3 && isTypographic(bytes[at + 1] ?? 0))) count.doubtful++;
    else count.wellFormed++;
    at += Math.max(0, length - 1);
  }
}

const HALF_PAIR = 3;

/** Half a surrogate pair in UTF-8's manner: no UTF-8, but written by programs that cut a text (or `í` and two marks). */
function isHalfPair(bytes: Buffer, at: number): boolean {
  if (bytes[at] !== 0xed) return false;
  const second = bytes[at + 1] ?? 0;
  return second >= 0xa0 && second <= 0xbf && ((bytes[at + 2] ?? 0) & 0xc0) === 0x80;
}

/** The bytes of the character that starts here (Unicode, table 3-7), 0 where none does. */
function lengthOf(bytes: Buffer, at: number, lead: number): number {
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second > 0x9f) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second > 0x8f) return 0;
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Quote marks, dashes, dots and signs that stand behind a word in Windows-1252. */
function isTypographic(byte: number): boolean {
  return (byte >= 0x91 && byte <= 0x97) || [0x80, 0x85, 0x99, 0xa0, 0xae, 0xb0, 0xb4, 0xbb].includes(byte);
}
