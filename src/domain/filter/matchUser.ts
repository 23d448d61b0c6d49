/** Whether a filter finds a user: what a filter means, in memory. The store finds the same ones. */
import { EVERYONE, type Access } from '../directory.js';
import { isAccessField } from '../fields.js';
import { readYesNo } from '../readValue.js';
import { caseKey, upnKey } from '../sourceRow.js';
import { searchKey } from '../text/searchKey.js';
import { completeUserCode } from '../userCode.js';
import type { FilterTerm, UserFilter } from '../userFilter.js';

/** What is looked at of a user. */
export interface FilteredUser {
  readonly environment: string;
  readonly user: string;
  readonly description: string;
  readonly email: string;
  readonly upn: string;
  readonly person: string | null;
  /** Without Iedereen. */
  readonly groups: readonly string[];
  readonly blocked: boolean;
  readonly system: boolean;
  readonly leftover: boolean;
  /** The live environment of the mirror has it no more. */
  readonly gone?: boolean | undefined;
  readonly tokens: readonly { readonly application: string; readonly device: string }[];
  readonly siteLanguage: string;
  readonly access: Access;
  /** Fields that are not known: a term about one finds the user neither way. */
  readonly unknown?: readonly string[] | undefined;
}

/** `participant` is the number of the user's environment. */
export function matchesFilter({ terms }: UserFilter, user: FilteredUser, participant: string): boolean {
  const { unknown = [] } = user;
  return terms.every((term) => !unknown.includes(term.field ?? '') && holds(term, user, participant) !== term.negated);
}

/** Whether a term says something that is so of a user, before it is turned round. */
export function holds(term: FilterTerm, user: FilteredUser, participant: string): boolean {
  const { field } = term;
  if (field === null)
    return (
      matchesText(term, user.user) ||
      matchesText(term, user.upn, upnKey) ||
      [user.description, user.email].some((text) => matchesText(term, text, searchKey))
    );
  if (isAccessField(field)) return user.access[field] === readYesNo(term.value);
  switch (field) {
    case 'blocked':
    case 'system':
    case 'leftover':
      return user[field] === readYesNo(term.value);
    case 'gone':
      return (user.gone === true) === readYesNo(term.value);
    case 'env':
      return matchesText(term, user.environment);
    case 'user':
      return codesMeant(term, participant).some((value) => matchesText({ ...term, value }, user.user));
    case 'upn':
      return matchesText(term, user.upn, upnKey);
    case 'person':
      return matchesText(term, user.person ?? '');
    case 'group':
      if (term.operator === 'is' && (term.value === '' || isAnything(term.value)))
        return user.groups.length > 0 === (term.value !== '');
      return [...user.groups, EVERYONE].some((group) => matchesText(term, group));
    case 'token': {
      const tokens = user.tokens.flatMap(({ application, device }) => [application, device]);
      const any = anyToken(term);
      return any === undefined ? tokens.some((text) => matchesText(term, text)) : tokens.length > 0 === any;
    }
    case 'siteLanguage':
      return matchesText(term, user.siteLanguage);
    default:
      return matchesText(term, user[field], searchKey);
  }
}

/** A bare user code stands for itself, and for the one with the number of the environment. */
export function codesMeant({ operator, value }: FilterTerm, participant: string): readonly string[] {
  if (operator === 'contains' || value === '' || isAnything(value)) return [value];
  return [...new Set([value, completeUserCode(value, participant)])];
}

/** Whether a term about tokens asks for any at all: `token:yes`, `token:*`, `token:`; undefined for one that names some. */
export function anyToken({ operator, value }: FilterTerm): boolean | undefined {
  if (operator === 'contains') return undefined;
  if (value === '' || isAnything(value)) return value !== '';
  return readYesNo(value);
}

/** A value of nothing but stars: whatever is filled. */
export function isAnything(value: string): boolean {
  return /^\*+$/u.test(value);
}

/** What a term asks of whatever it is about. */
export type TermValue = Pick<FilterTerm, 'operator' | 'value'>;

/** Whether a text is, or holds, the value of a term, in any letter case. */
export function matchesText(term: TermValue, text: string, key: (text: string) => string = caseKey): boolean {
  return textTest(term, key)(text);
}

/** The same for many texts. */
export function textTest(
  { operator, value }: TermValue,
  key: (text: string) => string = caseKey,
): (text: string) => boolean {
  const wanted = key(value);
  if (operator === 'contains') return (text) => key(text).includes(wanted);
  if (isAnything(value)) return (text) => text !== '';
  const parts = wanted.split('*');
  return (text) => fits(parts, key(text));
}

/** Whether a text is these parts with anything in between. */
function fits(parts: readonly string[], text: string): boolean {
  if (parts.length === 1) return text === parts[0];
  const [first = '', ...others] = parts;
  const last = others.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
