/** Which encoding a text file has, and whether that is certain. */
import { isAscii, isUtf8 } from 'node:buffer';
import { countUtf8, wholeCharacters, type Utf8Count } from '../readers/text/utf8Bytes.js';
import { unreadable } from '../remarks.js';
import { readPieces, type Source } from '../source/openSource.js';
import { holdsUtf7 } from './utf7.js';

/** The encoding of a text file and why it was taken; `damaged` is UTF-8 with bytes that do not belong. */
export interface DetectedEncoding {
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly reason: 'byteOrderMark' | 'zeroBytes' | 'plain' | 'valid' | 'damaged' | 'otherwise';
}

const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** The byte order mark that a file starts with. */
export function markOf(head: Buffer): (typeof MARKS)[number] | undefined {
  return MARKS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
}

/**
 * Tells the encoding of a text file: by its byte order mark; by the zero bytes that UTF-16 has in
 * Western text; as UTF-8 where the bytes of the file are valid UTF-8 (the first accent may be far
 * down), and also where only some are, for nothing else writes such characters; else as Windows-1252,
 * which is a guess. Throws `UnreadableFile` for a file that is no text, or in UTF-7 or UTF-32.
 */
export async function detectEncoding(source: Source, head: Buffer): Promise<DetectedEncoding> {
  const file = source.name;
  const utf32 = utf32Of(head);
  if (utf32) throw unreadable('unreadable.utf32', { file, encoding: utf32 });
  const mark = markOf(head);
  if (mark) return { encoding: mark.encoding, byteOrderMark: true, reason: 'byteOrderMark' };
  const start = withoutEndOfText(head);
  const utf16 = utf16ByZeros(start.subarray(0, 4096));
  if (utf16) return { encoding: utf16, byteOrderMark: false, reason: 'zeroBytes' };
  if (start.includes(0)) throw unreadable('unreadable.notATable', { file });
  const content = await judgeBytes(source);
  if (content === 'utf-7') throw unreadable('unreadable.utf7', { file });
  if (content === 'other') return { encoding: 'windows-1252', byteOrderMark: false, reason: 'otherwise' };
  return { encoding: 'utf-8', byteOrderMark: false, reason: REASONS[content] };
}

const REASONS = { ascii: 'plain', 'utf-8': 'valid', damaged: 'damaged' } as const;

/**
 * Refuses another encoding than the one that the bytes themselves tell, though it was asked for: UTF-8
 * that is read as one byte a character gives `ZoÃ«`. Throws `UnreadableFile`.
 */
export async function refuseOtherThanTold(source: Source, head: Buffer, encoding: string): Promise<void> {
  if (encoding.startsWith('utf')) return;
  const mark = markOf(head);
  const told = mark?.encoding ?? (await toldByBytes(source));
  if (told) throw unreadable('unreadable.otherThanTold', { file: source.name, encoding, told });
}

async function toldByBytes(source: Source): Promise<string | undefined> {
  const content = await judgeBytes(source);
  return content === 'utf-8' || content === 'damaged' ? 'utf-8' : undefined;
}

/** The first bytes without the mark that ends a text (0x1A) and the zeros behind it. */
function withoutEndOfText(head: Buffer): Buffer {
  let end = head.length;
  while (end > 0 && head[end - 1] === 0) end--;
  return head[end - 1] === 0x1a ? head.subarray(0, end - 1) : head;
}

function utf32Of(head: Buffer): 'utf-32le' | 'utf-32be' | undefined {
  const start = head.subarray(0, Math.min(head.length - (head.length % 4), 4096));
  if (start.length < 8) return undefined;
  const zeros = [0, 0, 0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1;
  const most = (start.length / 4) * 0.9;
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  if (third > most && fourth > most && first < most) return 'utf-32le';
  if (first > most && second > most && fourth < most) return 'utf-32be';
  return undefined;
}

/** Which UTF-16 bytes are by the zeros that it has in Western text; undefined where they are none. */
export function utf16ByZeros(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.floor(head.length / 2);
  if (pairs === 0) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index + 1 < head.length; index += 2) {
    if (head[index] === 0) even++;
    if (head[index + 1] === 0) odd++;
  }
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

/** What all bytes of a file are: ASCII, ASCII that hides UTF-7, UTF-8, UTF-8 with damage, or something else. */
async function judgeBytes(source: Source): Promise<'ascii' | 'utf-7' | 'utf-8' | 'damaged' | 'other'> {
  const count: Utf8Count = { wellFormed: 0, doubtful: 0, stray: 0 };
  let ascii = true;
  let valid = true;
  let utf7 = false;
  let held: Buffer = Buffer.alloc(0);
  const judge = (bytes: Buffer): void => {
    if (isAscii(bytes)) {
      utf7 ||= holdsUtf7(bytes);
      return;
    }
    ascii = false;
    valid &&= isUtf8(bytes);
    // Bytes are counted from the first damage on, and before it where that alone does not tell.
    if (!valid || count.wellFormed === 0) countUtf8(bytes, count);
  };
  for await (const chunk of readPieces(source, 1_048_576) as AsyncIterable<Buffer>) {
    const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    const cut = wholeCharacters(bytes);
    judge(bytes.subarray(0, cut));
    held = bytes.subarray(cut);
  }
  judge(held);
  if (ascii) return utf7 ? 'utf-7' : 'ascii';
  if (valid) return 'utf-8';
  return count.wellFormed > 0 || count.doubtful > count.stray ? 'damaged' : 'other';
}
