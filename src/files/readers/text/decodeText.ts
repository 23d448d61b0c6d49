/** Bytes become text, piece by piece, in one encoding. */
import { strictDecoder } from './strictDecoder.js';

/** The end of a text as CP/M and DOS wrote it (0x1A), with the zeros that fill its last block. */
const END_OF_TEXT = /(?:\u001a\0*)+$/u;
const RETURN = 0x0d;

/**
 * Text of a file in pieces, without its byte order mark and with `\n` for every line end: `\r\n`,
 * `\n`, and a lone `\r`, which spreadsheets take for one as well. An end-of-text mark at the very
 * end is left out. Throws `DamagedBytes` behind the text that stands before them.
 */
export async function* decodeText(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = await strictDecoder(encoding);
  let held = '';
  let started = false;
  const pieceOf = (decoded: string, last: boolean): string => {
    let text = held + decoded;
    held = '';
    if (!started && text.length > 0) {
      started = true;
      if (text.startsWith('\ufeff')) text = text.slice(1);
    }
    const waiting = waitingFrom(text);
    if (!last) held = text.slice(waiting);
    return withFeeds(last && text.charCodeAt(waiting) === RETURN ? text : text.slice(0, waiting));
  };
  for await (const chunk of bytes) {
    const { text, damaged } = decoder.write(chunk, false);
    const piece = pieceOf(text, damaged !== undefined);
    if (piece.length > 0) yield piece;
    if (damaged) throw damaged;
  }
  const { text, damaged } = decoder.write(Buffer.alloc(0), true);
  const piece = pieceOf(text, true);
  if (piece.length > 0) yield piece;
  if (damaged) throw damaged;
}

/** Where the part starts that may be the end of the text, or half a line end: what comes behind it tells. */
function waitingFrom(text: string): number {
  const end = text.charCodeAt(text.length - 1);
  if (end === RETURN) return text.length - 1;
  if (end === 0x1a || end === 0) return END_OF_TEXT.exec(text)?.index ?? text.length;
  return text.length;
}

function withFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}
