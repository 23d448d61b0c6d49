/**
 * UTF-8 that was read as something else: `ZoÃ«` for Zoë. A run of letters beyond ASCII is put back into the bytes
 * that it would be in a code page; where those are UTF-8 of characters that people use, it was misread.
 */
import { CODE_PAGES } from './codePages.js';

const RUN = /[^\p{ASCII}]{2,}/gu;
const ANY_RUN = /[^\p{ASCII}]{2}/u;

/** A word that was cut off behind the first byte of a letter: no language ends a word in lower case like this. */
const CUT_OFF = /(?<=\p{Ll})[ÃÂ](?![^\p{ASCII}]|\p{L})/u;

/** Letters and punctuation that people use, of those that take more than one byte. */
const LATIN =
  /[\u00a0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u018f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u01e6\u01e7\u0218-\u021b\u0259\u02bb\u02bc\u0300-\u0328\u1e00-\u1eff]/u;
const PUNCTUATION = /[\u200b-\u200f\u2010-\u2027\u202f-\u203a\u2044\u20ac\u2116\u2122\u2212\ufeff\ufffd]/u;
const OTHER_LETTER =
  /[\u0386-\u03ce\u0401-\u045f\u0490-\u04ff\u0531-\u0587\u05d0-\u05ea\u060c\u061b\u061f-\u063a\u0640-\u0652\u0660-\u0669\u067e-\u06d3\u06f0-\u06f9\u0900-\u0e7f\u10a0-\u10ff\u1f00-\u1fff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\ufe0f\uff00-\uffef\u{1f000}-\u{1faff}]/u;

/** What closes a word in honest text: `CAFÉ”`, `Å’s`, `« É »` with no-break spaces. */
const CLOSING = /^[’”»›…–—™®\u00a0]+$/u;

/** Characters that stand for the first byte of UTF-8 under a code page of DOS or the Mac, and in no name. */
const DRAWN = /[\u2500-\u259f√≈∆ƒ¬Γ]/u;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What a text would be if its misread parts were read rightly; undefined where nothing is misread. */
export function misreadText(text: string): string | undefined {
  if (CUT_OFF.test(text)) return text.replace(CUT_OFF, '\ufffd');
  if (!ANY_RUN.test(text)) return undefined;
  let any = false;
  const mended = text.replace(RUN, (run, at: number) => {
    const meant = misreadRun(run, text.slice(0, at), text.slice(at + run.length));
    any ||= meant !== undefined;
    return meant ?? run;
  });
  return any ? mended : undefined;
}

function misreadRun(run: string, before: string, behind: string): string | undefined {
  for (const { page, isOfSigns } of CODE_PAGES) {
    const meant = decoded(run, page);
    if (meant === undefined || !isUsed(meant)) continue;
    if (
      isOfSigns
        ? DRAWN.test(run) || PUNCTUATION.test(meant) || [...meant].length > 1
        : !isHonest(run, meant, before, behind)
    )
      return meant;
  }
  return undefined;
}

/** The run as UTF-8, all of it; undefined where it is none, or has a character that the page has not. */
function decoded(run: string, page: ReadonlyMap<string, number>): string | undefined {
  const bytes = new Uint8Array(run.length);
  for (let at = 0; at < run.length; at++) {
    const byte = page.get(run.charAt(at));
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** One letter of another script alone is no word: it is chance. */
function isUsed(meant: string): boolean {
  let others = 0;
  for (const letter of meant) {
    if (OTHER_LETTER.test(letter)) others++;
    else if (!LATIN.test(letter) && !PUNCTUATION.test(letter)) return false;
  }
  return others !== 1 || [...meant].length > 1 || (meant.codePointAt(0) ?? 0) > 0x7ff;
}

/**
 * A capital with what closes a word behind it, such as `CAFÉ”` or `Å’s`: in a word in lower case, or with letters
 * behind it, it is none.
 */
function isHonest(run: string, meant: string, before: string, behind: string): boolean {
  if ([...meant].length > 1 || PUNCTUATION.test(meant) || !CLOSING.test(run.slice(1))) return false;
  const isSpaced = run.endsWith('\u00a0');
  if (/^\p{L}/u.test(behind) && !isSpaced && !/^s(?!\p{L})/iu.test(behind)) return false;
  if (/^\p{Ll}/u.test(run)) return true;
  if (/\p{Ll}$/u.test(before)) return false;
  return isSpaced || /^[ÃÂ]/u.test(run) ? /\p{Lu}$/u.test(before) : true;
}
