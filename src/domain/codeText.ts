/**
 * What a code is: of a user, a person, a group. It has a letter or digit of its own, behind the participant
 * number, and nothing in it that belongs to the writing of files: delimiters, quotes, brackets.
 */
import type { CodeKind, FieldKind } from './fields.js';
import { isEmptyCode } from './text/emptyWords.js';
import { completeUserCode } from './userCode.js';

/** Quote marks, and marks that stand for an apostrophe: inside a code the latter are letters like others. */
const QUOTES = '"“”„‟«»‹›″〃＂❝❞〝〞';
const APOSTROPHES = "'’‘‚‛ʼʻʹ′´`＇";

const FOREIGN = new RegExp(`[;,|<>\\t${QUOTES}]`, 'u');
const WRAPPING = new RegExp(`^[=\\s${QUOTES}${APOSTROPHES}]+|[\\s${QUOTES}${APOSTROPHES}]+$`, 'gu');
const AROUND: ReadonlySet<string> = new Set(Array.from(QUOTES + APOSTROPHES));
const LEADING_APOSTROPHE = new RegExp(`^[${APOSTROPHES}]`, 'u');
/** `'s-Hertogenbosch` may be a group; with a mark at its end as well it is in quotes. */
const BETWEEN_APOSTROPHES = new RegExp(`^[${APOSTROPHES}].+[${APOSTROPHES}]$`, 'u');

/** As most codes are: no number, nothing around it, a letter of its own. */
const SIMPLE = /^(?:\d+\.)?[A-Za-z][\w.-]*$/u;

const COMPLETE = /^\d+\.\P{P}/u;

export function isCodeKind(kind: FieldKind): kind is CodeKind {
  return kind === 'userCode' || kind === 'personCode' || kind === 'groupCode';
}

/** What is wrong with a text as a code, whatever the directory has. */
export type CodeFault = 'numeric' | 'foreign' | 'empty' | 'word' | 'wrapped';

/** A code without quotes, apostrophes and equals signs around it; undefined where it has none. */
export function unwrapped(text: string): string | undefined {
  const first = text.charAt(0);
  if (first !== '=' && !AROUND.has(first) && !AROUND.has(text.charAt(text.length - 1))) return undefined;
  return text.replace(WRAPPING, '');
}

/** As spreadsheets and programs write numbers: with a fraction, an exponent, thousands, a sign. */
const FRACTION = /^[-+]?\d+(?:[.,]0+|,\d+)$/u;
const EXPONENT = /^[-+]?\d+(?:[.,]\d+)?e[-+]\d+$|^[-+]?\d[.,]\d+e\d+$/iu;
const SIGNED = /^[-+−]\d+$/u;
const THOUSANDS = /^\d{1,3}(?:\.\d{3})+$/u;

/** Whether a text is a number that a program made of a code. */
export function isNumberText(text: string, participant: string): boolean {
  const first = text.charCodeAt(0);
  if (first > 0x39 && first !== 0x2212) return false;
  if (EXPONENT.test(text))
    return !(participant.length === 1 && text.startsWith(`${participant}.`) && !/[-+]/u.test(text));
  if (FRACTION.test(text) || SIGNED.test(text)) return true;
  return (
    THOUSANDS.test(text) &&
    participant !== '' &&
    !text.startsWith(`${participant}.`) &&
    text.replaceAll('.', '').startsWith(participant)
  );
}

/** Whether digits in a cell of a number may be a code that the spreadsheet took its dot or zeros from. */
export function isDoubtfulNumber(text: string, participant: string): boolean {
  return !/^\d{1,15}$/u.test(text) || (participant !== '' && text.startsWith(participant));
}

/** Judges a filled code by itself. Whether a wrapped one is somebody's without its wrapping, the caller looks up. */
export function codeFault(kind: CodeKind, text: string, participant: string): CodeFault | undefined {
  if (SIMPLE.test(text)) return isEmptyCode(text) ? 'word' : undefined;
  if (isNumberText(text, participant) || (text === participant && kind === 'userCode')) return 'numeric';
  if (isEmptyCode(text)) return 'word';
  const inner = unwrapped(text);
  const isWrapped = (kind === 'groupCode' ? BETWEEN_APOSTROPHES : LEADING_APOSTROPHE).test(text);
  if (inner !== undefined && (COMPLETE.test(inner) || isWrapped)) return 'wrapped';
  if (FOREIGN.test(text)) return 'foreign';
  return hasOwnPart(kind, text, participant) ? undefined : 'empty';
}

/** A letter or digit of its own: behind the participant number, for a user. */
function hasOwnPart(kind: CodeKind, text: string, participant: string): boolean {
  if (kind !== 'userCode') return /[\p{L}\p{N}]/u.test(text);
  const own = completeUserCode(text, participant).replace(/^\d+\./u, '');
  return /[\p{L}\p{N}]/u.test(own) && own.replace(/\.+$/u, '') !== participant;
}
