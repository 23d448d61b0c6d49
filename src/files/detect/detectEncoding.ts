import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { unreadable } from '../remarks.js';

/** The encoding of a text file and why it was taken. */
export interface DetectedEncoding {
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly reason: 'byteOrderMark' | 'zeroBytes' | 'plain' | 'valid' | 'otherwise';
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
 * Western text; as UTF-8 where all bytes of the file are valid UTF-8 (the first accent may be far
 * down); else as Windows-1252, in which every byte is a character. Throws `UnreadableFile` for a
 * file that is no text.
 */
export async function detectEncoding(path: string, file: string, head: Buffer): Promise<DetectedEncoding> {
  const mark = markOf(head);
  if (mark) return { encoding: mark.encoding, byteOrderMark: true, reason: 'byteOrderMark' };
  const utf16 = utf16ByZeros(head.subarray(0, 4096));
  if (utf16) return { encoding: utf16, byteOrderMark: false, reason: 'zeroBytes' };
  if (head.includes(0)) throw unreadable('unreadable.notATable', { file });
  const content = await judgeBytes(path);
  if (content === 'other') return { encoding: 'windows-1252', byteOrderMark: false, reason: 'otherwise' };
  return { encoding: 'utf-8', byteOrderMark: false, reason: content === 'ascii' ? 'plain' : 'valid' };
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

/** Whether all bytes of a file are ASCII, or valid UTF-8, or something else. */
async function judgeBytes(path: string): Promise<'ascii' | 'utf-8' | 'other'> {
  let ascii = true;
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>) {
    const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    const cut = wholeCharacters(bytes);
    const whole = bytes.subarray(0, cut);
    held = bytes.subarray(cut);
    if (!isUtf8(whole)) return 'other';
    ascii &&= isAscii(bytes);
  }
  if (!isUtf8(held)) return 'other';
  return ascii ? 'ascii' : 'utf-8';
}

/** Where the last character starts that may go on in the next chunk, or the end. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
  }
  return bytes.length;
}
