/** A text becomes a value of its field's type, or says why it cannot. */
import { SITE_LANGUAGES, type Field } from './fields.js';
import { codePoints } from './sourceRow.js';

export const PASSWORD_MIN_LENGTH = 12;

const YES = new Set(['j', 'ja', 'y', 'yes', 'true', 'waar', '1', 'x']);
const NO = new Set(['n', 'nee', 'no', 'false', 'onwaar', '0']);

/** Yes/no as files write it, in Dutch, English and spreadsheets' own words; undefined for anything else. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

function isSiteLanguage(text: string): boolean {
  return (SITE_LANGUAGES as readonly string[]).includes(text);
}

/** Whether a filled text fits the type of its field; lengths are judged by `isTooLong`. */
export function fitsKind(field: Field, text: string): boolean {
  if (field.kind === 'yesNo') return readYesNo(text) !== undefined;
  if (field.kind === 'siteLanguage') return isSiteLanguage(text);
  return true;
}

export function isTooLong(field: Field, text: string): boolean {
  if (field.maxLength === undefined || text.length <= field.maxLength) return false;
  return codePoints(text) > field.maxLength;
}

const LOCAL_PART = /^[^\s@<>()[\],;:\\"\p{Cc}]+$/u;
const DOMAIN_LABEL = /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/** Whether a text is one e-mail address: a mailbox, an at sign, and a domain of two labels or more. */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  if (at < 1 || text.length > 254 || !LOCAL_PART.test(local)) return false;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  return labels.length > 1 && labels.every((label) => label.length <= 63 && DOMAIN_LABEL.test(label));
}
