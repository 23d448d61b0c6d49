/** Text that a program escaped for another program and nobody put back: `O&#39;Neill`, `Zo%C3%AB`, `Noor O\'Neill`. */

/** HTML's names of U+00A0 to U+00FF, in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, at) => [name, String.fromCodePoint(0xa0 + at)] as const),
  ...([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['lsquo', '‘'],
    ['rsquo', '’'],
    ['sbquo', '‚'],
    ['ldquo', '“'],
    ['rdquo', '”'],
    ['bdquo', '„'],
    ['ndash', '–'],
    ['mdash', '—'],
    ['hellip', '…'],
    ['bull', '•'],
    ['euro', '€'],
    ['trade', '™'],
    ['scaron', 'š'],
    ['Scaron', 'Š'],
    ['zcaron', 'ž'],
    ['Zcaron', 'Ž'],
    ['oelig', 'œ'],
    ['OElig', 'Œ'],
    ['inodot', 'ı'],
  ] as const),
]);

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,6}[1-4]{0,2}));/gu;
const PERCENT = /(?:%[0-9A-Fa-f]{2})+/gu;
const BACKSLASH = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(['"\\/])|([nrt]))/gu;

/** `C:\Users`, `\\server\share`, `SCHOOL\noor`: here a backslash is itself. */
const PATH = /^(?:[A-Za-z]:\\|\\\\[\p{L}\p{N}])|^[\p{L}\p{N}._-]+\\[nrt]\p{Ll}[\p{L}\p{N}._-]*$/u;

/** What a text stands for once its escapes are put back; undefined where it has none. */
export function unescapedText(text: string): string | undefined {
  if (!/[&%\\]/u.test(text)) return undefined;
  let meant = text.replace(ENTITY, readEntity).replace(PERCENT, readPercent);
  if (!PATH.test(text)) meant = meant.replace(BACKSLASH, readBackslash);
  return meant === text ? undefined : meant;
}

function readEntity(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES.get(name) ?? entity;
  const number = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return number > 0x1f && number <= 0x10ffff && (number < 0xd800 || number > 0xdfff)
    ? String.fromCodePoint(number)
    : entity;
}

/** Nobody escapes a plain letter or digit: `10%50` is what it says. */
function readPercent(escapes: string): string {
  try {
    const meant = decodeURIComponent(escapes);
    return /^[a-zA-Z0-9]|\p{Cc}/u.test(meant) ? escapes : meant;
  } catch {
    return escapes;
  }
}

function readBackslash(escape: string, unicode?: string, byte?: string, mark?: string): string {
  if (mark !== undefined) return mark;
  const number = unicode ?? byte;
  return number === undefined ? ' ' : String.fromCodePoint(Number.parseInt(number, 16));
}

const QUOTED = /^(['"`“])((?:\1\1|(?!\1).)+)\1$/su;

/**
 * What stands in another quote mark than the file's: all of the text, with the marks inside it doubled.
 * Undefined for a text that does not.
 */
export function unquotedText(text: string): string | undefined {
  const [, mark, inner] = QUOTED.exec(text) ?? [];
  return mark === undefined ? undefined : inner?.replaceAll(mark + mark, mark);
}
