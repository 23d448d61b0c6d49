import iconv from 'iconv-lite';
import { unreadable } from '../../remarks.js';

/** Turns bytes into text, a piece at a time; throws where the bytes are not in the encoding. */
interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

/** Names that people use for the encodings that are detected. */
const SYNONYMS: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  unicode: 'utf-16le',
  ansi: 'windows-1252',
  cp1252: 'windows-1252',
  win1252: 'windows-1252',
  windows1252: 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
};

/** The one name of an encoding. Throws `UnreadableFile` for one that is not known. */
export function encodingName(name: string): string {
  const lower = name.trim().toLowerCase();
  const known = SYNONYMS[lower] ?? lower;
  if (!iconv.encodingExists(known)) throw unreadable('unreadable.unknownEncoding', { encoding: name });
  return known;
}

/**
 * Text of a file in pieces, without its byte order mark and with `\n` for every line end, so that
 * files in which several kinds are mixed (joined by hand) are read whole. A lone `\r` is a line end
 * only in a file that has no other. Throws `UnreadableFile` where the bytes are not in the encoding.
 */
export async function* decodeText(
  bytes: AsyncIterable<Buffer>,
  file: { readonly name: string; readonly encoding: string; readonly lineEnd: string },
): AsyncGenerator<string> {
  const decoder = decoderOf(file.name, file.encoding);
  let held = '';
  let started = false;
  const pieceOf = (decoded: string, last: boolean): string => {
    let text = held + decoded;
    held = '';
    if (!started && text.length > 0) {
      started = true;
      if (text.startsWith('\ufeff')) text = text.slice(1);
    }
    if (!text.includes('\r')) return text;
    if (file.lineEnd === '\r') return text.replaceAll('\r', '\n');
    if (!last && text.endsWith('\r')) {
      held = '\r';
      text = text.slice(0, -1);
    }
    return text.replaceAll('\r\n', '\n');
  };
  for await (const chunk of bytes) {
    const piece = pieceOf(decoder.write(chunk), false);
    if (piece.length > 0) yield piece;
  }
  const piece = pieceOf(decoder.end(), true);
  if (piece.length > 0) yield piece;
}

/** Node's own decoders tell of bytes that do not fit; iconv-lite knows the single-byte encodings. */
function decoderOf(file: string, encoding: string): Decoder {
  if (!['utf-8', 'utf-16le', 'utf-16be'].includes(encoding)) {
    const decoder = iconv.getDecoder(encoding);
    return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' };
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const strictly = (decode: () => string): string => {
    try {
      return decode();
    } catch {
      throw unreadable('unreadable.notInEncoding', { file, encoding });
    }
  };
  return {
    write: (bytes) => strictly(() => decoder.decode(bytes, { stream: true })),
    end: () => strictly(() => decoder.decode()),
  };
}
