/** Encodings by the names that people and programs give them. */
import { loadIconv } from '../../encodings.js';
import { unreadable } from '../../remarks.js';

/** Names that people use for the encodings that are detected, by their letters and digits. */
const SYNONYMS: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  ucs2: 'utf-16le',
  unicode: 'utf-16le',
  ansi: 'windows-1252',
  cp1252: 'windows-1252',
  win1252: 'windows-1252',
  windows1252: 'windows-1252',
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
};

/** What the library calls an encoding and is none of text. */
const NO_TEXT: ReadonlySet<string> = new Set(['base64', 'hex', 'binary']);

/** The one name of an encoding. Throws `UnreadableFile` for one that is not known. */
export async function encodingName(name: string): Promise<string> {
  const lower = name.trim().toLowerCase();
  const key = lower.replaceAll(/[^a-z0-9]/gu, '');
  const known = SYNONYMS[key];
  if (known !== undefined) return known;
  if (NO_TEXT.has(key) || !(await loadIconv()).encodingExists(lower)) {
    throw unreadable('unreadable.unknownEncoding', { encoding: name });
  }
  return lower;
}
