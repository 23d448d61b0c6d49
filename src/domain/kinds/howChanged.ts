/** How a text changed, in the few ways that a reviewer tells apart (docs/rules.md, *Kinds of change*). */
import { caseKey } from '../sourceRow.js';
import type { How } from './kind.js';

export function howChanged(from: string, to: string): How {
  if (from === '') return 'filled';
  if (to === '') return 'emptied';
  const isOther = differSurely(from, to);
  if (!isOther && caseKey(from) === caseKey(to)) return 'case';
  if (isSameMailbox(from, to)) return 'domain';
  return !isOther && lettersOf(from) === lettersOf(to) ? 'marks' : 'changed';
}

/**
 * Whether two texts differ in a letter or digit of ASCII before any other sign than those: the most common answer, found
 * without making texts. What follows changes no letter before it.
 */
function differSurely(from: string, to: string): boolean {
  for (let at = 0, other = 0; ; at++, other++) {
    let one = alphanumericAt(from, at);
    while (one === SKIPPED) one = alphanumericAt(from, ++at);
    let two = alphanumericAt(to, other);
    while (two === SKIPPED) two = alphanumericAt(to, ++other);
    if (one === BEYOND || two === BEYOND) return false;
    if (one !== two) return true;
    if (one === END) return false;
  }
}

/** Beyond what is told apart here: a sign that is not of ASCII. */
const BEYOND = -1;
const SKIPPED = -2;
const END = -3;

/** The code of a letter in lower case or a digit. */
function alphanumericAt(text: string, at: number): number {
  if (at >= text.length) return END;
  const code = text.charCodeAt(at);
  if (code >= 128) return BEYOND;
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return code;
  return code >= 65 && code <= 90 ? code + 32 : SKIPPED;
}

/** What stands behind the at sign, in small letters; the whole text where it has none. */
export function domainOf(address: string): string {
  return caseKey(address.slice(address.lastIndexOf('@') + 1));
}

function isSameMailbox(from: string, to: string): boolean {
  const at = from.lastIndexOf('@');
  const other = to.lastIndexOf('@');
  if (at <= 0 || other <= 0) return false;
  const mailbox = from.slice(0, at);
  const otherMailbox = to.slice(0, other);
  if (mailbox === otherMailbox) return true;
  return !differSurely(mailbox, otherMailbox) && caseKey(mailbox) === caseKey(otherMailbox);
}

function lettersOf(text: string): string {
  return caseKey(text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, ''));
}
