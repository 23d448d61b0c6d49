/**
 * Encodings that Node itself does not know all of. iconv-lite is large, and loaded for a file that needs it: nearly every
 * import is in Unicode.
 */
import type { iconv as Iconv } from './iconvLite.js';

/** What Node decodes, and refuses damage in, by itself. */
const UNICODE = ['utf-8', 'utf-16le', 'utf-16be'] as const;

export type UnicodeEncoding = (typeof UNICODE)[number];

export function isUnicode(encoding: string): encoding is UnicodeEncoding {
  return UNICODE.some((one) => one === encoding);
}

export async function loadIconv(): Promise<typeof Iconv> {
  return (await import('./iconvLite.js')).iconv;
}
