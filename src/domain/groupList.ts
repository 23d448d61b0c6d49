/** Several groups in one cell: `INKOOP, HRM` is no new group. */
import { caseKey, normaliseText } from './sourceRow.js';

const LOOSE = /[,;|\r\n]/u;
const STRICT = /\//u;
const ANY = /[,;|\r\n/]/u;

function partsOf(text: string, cut: RegExp): string[] {
  return text.split(cut).map(normaliseText).filter(Boolean);
}

/** The groups that a text may be a list of, by what they are found by; none for most texts. */
export function listedGroupKeys(text: string): readonly string[] {
  if (!ANY.test(text)) return [];
  return [...partsOf(text, LOOSE), ...partsOf(text, STRICT)].map(caseKey);
}

/**
 * Whether a text is a list: cut at a comma, semicolon, bar or line end, it holds a group that exists; cut at a
 * slash, which stands in names too, nothing but groups that exist.
 */
export function isGroupList(text: string, exists: (group: string) => boolean): boolean {
  if (LOOSE.test(text) && partsOf(text, LOOSE).some(exists)) return true;
  const strict = STRICT.test(text) ? partsOf(text, STRICT) : [];
  return strict.length > 0 && strict.every(exists);
}
