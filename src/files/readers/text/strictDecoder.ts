/** A decoder that refuses bytes that its encoding does not have. */
import { isUnicode, loadIconv, type UnicodeEncoding } from '../../encodings.js';
import { wholeCharacters } from './utf8Bytes.js';

/** Bytes that the encoding does not have. Who reads records adds the row that they stand on. */
export class DamagedBytes extends Error {
  /** `bytes`: the first ones that do not fit, hexadecimal. */
  constructor(readonly bytes: string) {
    super(`bytes ${bytes} are not in the encoding`);
  }
}

/** Turns bytes into text, a piece at a time. Behind damaged bytes there is no more to be had: `text` is what stands before them. */
export interface Decoder {
  write(bytes: Buffer, last: boolean): { readonly text: string; readonly damaged?: DamagedBytes };
}

type DecoderStream = ReturnType<Awaited<ReturnType<typeof loadIconv>>['getDecoder']>;

const REPLACEMENT = '\ufffd';

/** A decoder that replaces nothing: Node's own for Unicode, iconv-lite's for the single-byte encodings. */
export async function strictDecoder(encoding: string): Promise<Decoder> {
  return isUnicode(encoding) ? unicodeDecoder(encoding) : tableDecoder((await loadIconv()).getDecoder(encoding));
}

function unicodeDecoder(encoding: UnicodeEncoding): Decoder {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let held: Buffer = Buffer.alloc(0);
  return {
    write(chunk, last) {
      const joined = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
      const cut = last ? joined.length : encoding === 'utf-8' ? wholeCharacters(joined) : wholeUnits(joined, encoding);
      const whole = joined.subarray(0, cut);
      held = joined.subarray(cut);
      try {
        return { text: strict.decode(whole) };
      } catch {
        return soundPart(whole, encoding);
      }
    },
  };
}

/** Where the last character of UTF-16 starts that may go on in the next chunk, or the end. */
function wholeUnits(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): number {
  const even = bytes.length - (bytes.length % 2);
  if (even < 2) return even;
  const unit = encoding === 'utf-16le' ? bytes.readUInt16LE(even - 2) : bytes.readUInt16BE(even - 2);
  return unit >= 0xd800 && unit < 0xdc00 ? even - 2 : even;
}

/** The text before the first damaged byte, and that damage; a U+FFFD that the file itself holds is none. */
function soundPart(bytes: Buffer, encoding: UnicodeEncoding): ReturnType<Decoder['write']> {
  const lossy = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const own = encoding === 'utf-8' ? 'efbfbd' : encoding === 'utf-16le' ? 'fdff' : 'fffd';
  let offset = 0;
  let from = 0;
  for (let at = lossy.indexOf(REPLACEMENT); at >= 0; at = lossy.indexOf(REPLACEMENT, at + 1)) {
    const between = lossy.slice(from, at);
    offset += encoding === 'utf-8' ? Buffer.byteLength(between) : between.length * 2;
    const found = bytes.subarray(offset, offset + own.length / 2).toString('hex');
    if (found !== own) return { text: lossy.slice(0, at), damaged: new DamagedBytes(found.slice(0, 4)) };
    offset += own.length / 2;
    from = at + 1;
  }
  return { text: '', damaged: new DamagedBytes(bytes.subarray(0, 2).toString('hex')) };
}

/** The library writes U+FFFD for what its tables lack, and none of these encodings has that character. */
function tableDecoder(decoder: DecoderStream): Decoder {
  return {
    write(bytes, last) {
      const text = decoder.write(bytes) + (last ? (decoder.end() ?? '') : '');
      const at = text.indexOf(REPLACEMENT);
      if (at < 0) return { text };
      const isSingleByte = text.length === bytes.length;
      const bad = isSingleByte ? bytes.subarray(at, at + 1).toString('hex') : '';
      return { text: text.slice(0, at), damaged: new DamagedBytes(bad) };
    },
  };
}
