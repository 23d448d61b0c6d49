/** How a text changed, in the few ways that a reviewer tells apart (docs/rules.md, *Kinds of change*). */
import { caseKey } from '../sourceRow.js';
import type { How } from './kind.js';

export function howChanged(from: string, to: string): How {
  if (from === '') return 'filled';
  if (to === '') return 'emptied';
  if (caseKey(from) === caseKey(to)) return 'case';
  if (isSameMailbox(from, to)) return 'domain';
  return lettersOf(from) === lettersOf(to) ? 'marks' : 'changed';
}

/** What stands behind the at sign, in small letters; the whole text where it has none. */
export function domainOf(address: string): string {
  return caseKey(address.slice(address.lastIndexOf('@') + 1));
}

function isSameMailbox(from: string, to: string): boolean {
  const at = from.lastIndexOf('@');
  return (
    at > 0 &&
    to.lastIndexOf('@') > 0 &&
    caseKey(from.slice(0, at + 1)) === caseKey(to.slice(0, to.lastIndexOf('@') + 1))
  );
}

function lettersOf(text: string): string {
  return caseKey(text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, ''));
}
