/** A text becomes a value of its field's type, or says why it cannot. */
import { isOneOf, SITE_LANGUAGES, type Field, type FieldKind } from './fields.js';
import { isMutationCode } from './mutationCodes.js';
import { codePoints } from './sourceRow.js';
import { mixesScripts } from './userCode.js';

export const PASSWORD_MIN_LENGTH = 12;

const YES = new Set(['j', 'ja', 'y', 'yes', 'true', 'waar', '1', 'x']);
const NO = new Set(['n', 'nee', 'no', 'false', 'onwaar', '0']);

/** Yes/no as files write it, in Dutch, English and spreadsheets' own words; undefined for anything else. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

export const isSiteLanguage = isOneOf(SITE_LANGUAGES);

const FITS: Readonly<Partial<Record<FieldKind, (text: string) => boolean>>> = {
  email: isEmailAddress,
  mutationCode: isMutationCode,
  siteLanguage: isSiteLanguage,
  yesNo: (text) => readYesNo(text) !== undefined,
};

/** Whether a filled text fits the kind of its field; lengths are judged by `isTooLong`. */
export function fitsKind({ kind }: Field, text: string): boolean {
  return FITS[kind]?.(text) ?? true;
}

export function isTooLong(field: Field, text: string): boolean {
  if (field.maxLength === undefined || text.length <= field.maxLength) return false;
  return codePoints(text) > field.maxLength;
}

/** Letters, digits and the marks that an address may have; letters that modify others are look-alikes of marks. */
function isLocalPart(text: string): boolean {
  // Made when an address is judged: every command would wait for so many letters.
  return /^[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{M}\p{Nd}!#$%&'*+\-/=?^_`{|}~.]+$/u.test(text);
}
const DOMAIN_LABEL =
  /^[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}]([\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{M}\p{Nd}-]*[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{M}\p{Nd}])?$/u;

/** As most addresses are: nothing in it needs a closer look. */
const PLAIN_ADDRESS =
  /^(?!')[\w'+-]+(?:\.[\w'+-]+)*@[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*(?:\.[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*)+$/u;

/** Whether a text is one e-mail address: a mailbox, an at sign, and a domain of two labels or more. */
export function isEmailAddress(text: string): boolean {
  if (text.length < 64 && PLAIN_ADDRESS.test(text)) return true;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  if (at < 1 || text.length > 254 || !isLocalPart(local)) return false;
  // Ligatures and wide letters are other letters under the same look; so are those of another script.
  if (text !== text.normalize('NFKC') || mixesScripts(local) || mixesScripts(text.slice(at + 1))) return false;
  // What a spreadsheet or a program put around it.
  if (/^['`]/u.test(local)) return false;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  return labels.length > 1 && labels.every((label) => label.length <= 63 && DOMAIN_LABEL.test(label));
}
