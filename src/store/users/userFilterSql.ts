/** A filter as a condition on `users u`: it finds the users that `domain/filter/matchUser.ts` finds. */
import { accessToFlags, EVERYONE, type Environment } from '../../domain/directory.js';
import { isAccessField } from '../../domain/fields.js';
import { anyToken, codesMeant, isAnything, matchesText, type TermValue } from '../../domain/filter/matchUser.js';
import { readYesNo } from '../../domain/readValue.js';
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { searchKey } from '../../domain/text/searchKey.js';
import { unknownBits } from '../../domain/unknown.js';
import type { FilterTerm } from '../../domain/userFilter.js';
import type { Dialect } from '../dialect.js';
import { likeText, type Binding } from '../rows.js';
import { FREE_TEXTS, type FoundBeyondAscii, type FreeText } from './beyondAscii.js';

export interface Condition {
  readonly sql: string;
  readonly bindings: readonly Binding[];
}

export const condition = (sql: string, ...bindings: readonly Binding[]): Condition => ({ sql, bindings });

/** What the directory has, of which there is little. */
export interface FilterFacts {
  readonly environments: readonly Environment[];
  /** Each application and device that somebody has a token of; read where a term asks for one. */
  readonly tokens: readonly string[];
  /** Who is found by letters that a database does not fold. */
  readonly found: FoundBeyondAscii;
  readonly dialect: Dialect;
}

export const ALL = condition('true');
export const NONE = condition('false');

/** What holds where all of these do. */
export function allOf(conditions: readonly Condition[]): Condition {
  return joined(conditions, 'and') ?? ALL;
}

export function anyOf(conditions: readonly Condition[]): Condition {
  return joined(conditions, 'or') ?? NONE;
}

/** What holds where this does not; it has to be in parentheses, or one word. */
export function not({ sql, bindings }: Condition): Condition {
  return condition(`(not ${sql})`, ...bindings);
}

function joined(conditions: readonly Condition[], word: 'and' | 'or'): Condition | undefined {
  if (conditions.length === 0) return undefined;
  return condition(
    `(${conditions.map(({ sql }) => sql).join(` ${word} `)})`,
    ...conditions.flatMap(({ bindings }) => bindings),
  );
}

/** Never null, so that it can be turned round; a term about what is not known of a user finds it neither way. */
export function conditionOf(term: FilterTerm, facts: FilterFacts): Condition {
  const { sql, bindings } = held(term, facts);
  const bits = term.field === null ? 0 : unknownBits([term.field]);
  const known = bits === 0 ? '' : `u.unknown & ${bits} = 0 and `;
  return condition(`(${known}${term.negated ? 'not ' : ''}${sql})`, ...bindings);
}

const OF_BARE_WORDS = unknownBits(['description', 'email', 'upn']);

/** The same, and so of users of whom what the term is about is not known (`domain/filter/mayFind.ts`). */
export function mayHold(term: FilterTerm, facts: FilterFacts): Condition {
  const { sql, bindings } = held(term, facts);
  // A word that what is known lacks may be in the rest.
  const bits = term.field === null ? (term.negated ? 0 : OF_BARE_WORDS) : unknownBits([term.field]);
  const unknown = bits === 0 ? '' : `u.unknown & ${bits} <> 0 or `;
  return condition(`(${unknown}${term.negated ? 'not ' : ''}${sql})`, ...bindings);
}

function held(term: FilterTerm, facts: FilterFacts): Condition {
  const { field, operator, value } = term;
  const { environments } = facts;
  if (field !== null && isAccessField(field))
    return condition(`(u.access & ${accessToFlags({ [field]: true })} > 0) = ${yesNo(value)}`);
  switch (field) {
    case null:
      return anyOf([
        textIs('u.code_key', term),
        textIs(UPN, term, upnKey),
        ...FREE_TEXTS.map((column) => freeTextIs(column, term, facts)),
      ]);
    case 'blocked':
    case 'system':
      return condition(`(u.${field} = 1) = ${yesNo(value)}`);
    case 'leftover':
      return inEnvironments(environments.filter(({ deleted }) => deleted === readYesNo(value)));
    case 'gone':
      return condition(`((exists (select 1 from gone_users x where x.id = u.id)) = ${yesNo(value)})`);
    case 'env':
      return inEnvironments(environments.filter(({ code }) => matchesText(term, code)));
    case 'user':
      return userIs(term, environments);
    case 'description':
    case 'email':
      return freeTextIs(field, term, facts);
    case 'upn':
      return textIs(UPN, term, upnKey);
    case 'siteLanguage':
      return textIs('u.site_language', term);
    case 'person':
      if (operator === 'is' && value === '') return condition('(u.person_id is null)');
      return nested(
        'u.person_id is not null and u.person_id in (select p.id from persons p where',
        textIs('p.code_key', term),
      );
    case 'group':
      return groupIs(term);
    case 'token':
      return tokenIs(term, facts);
  }
}

const UPN = "coalesce(u.upn_key, '')";

const yesNo = (value: string): string => String(readYesNo(value) === true);

/** `before` opens a parenthesis. */
function nested(before: string, { sql, bindings }: Condition): Condition {
  return condition(`(${before} ${sql}))`, ...bindings);
}

function inEnvironments(environments: readonly Environment[]): Condition {
  if (environments.length === 0) return NONE;
  return condition(`(u.environment_id in (${environments.map(({ id }) => id).join(', ')}))`);
}

/** In the letters of ASCII, or among those who were found by others. */
function freeTextIs(column: FreeText, term: FilterTerm, { found, dialect }: FilterFacts): Condition {
  const inAscii = textIs(`lower(u.${column})`, term, searchKey);
  const ids = found[column] ?? [];
  return ids.length === 0 ? inAscii : anyOf([inAscii, condition(`u.id in ${dialect.numbers}`, JSON.stringify(ids))]);
}

/** A column that holds texts in one letter case. */
export function textIs(
  column: string,
  { operator, value }: TermValue,
  keyOf: (text: string) => string = caseKey,
): Condition {
  const key = keyOf(value);
  if (operator === 'contains') return condition(`(${column} like ? escape '\\')`, `%${likeText(key)}%`);
  if (value === '' || isAnything(value)) return condition(`(${column} ${value === '' ? '=' : '<>'} '')`);
  if (!key.includes('*')) return condition(`(${column} = ?)`, key);
  return condition(`(${column} like ? escape '\\')`, likeText(key).replaceAll('*', '%'));
}

/** Each environment completes a code with its own number; most share one. */
function userIs(term: FilterTerm, environments: readonly Environment[]): Condition {
  const meant = new Map<string, Environment[]>();
  for (const environment of environments) {
    for (const value of codesMeant(term, environment.participant)) {
      const those = meant.get(value);
      if (those) those.push(environment);
      else meant.set(value, [environment]);
    }
  }
  return anyOf(
    [...meant].map(([value, those]) => {
      const code = textIs('u.code_key', { ...term, value });
      return those.length === environments.length ? code : allOf([code, inEnvironments(those)]);
    }),
  );
}

function groupIs(term: FilterTerm): Condition {
  const some = 'exists (select 1 from memberships m where m.user_id = u.id)';
  if (term.operator === 'is' && term.value === '') return condition(`(not ${some})`);
  if (term.operator === 'is' && isAnything(term.value)) return condition(`(${some})`);
  if (matchesText(term, EVERYONE)) return ALL;
  return nested(
    'u.id in (select m.user_id from memberships m join user_groups g on g.id = m.group_id where',
    textIs('g.code_key', term),
  );
}

/** A database would fold the letters of ASCII alone: which applications and devices are meant is found here. */
function tokenIs(term: FilterTerm, { tokens, dialect }: FilterFacts): Condition {
  const any = anyToken(term);
  if (any !== undefined)
    return condition(`((exists (select 1 from tokens t where t.user_id = u.id)) = ${String(any)})`);
  const meant = JSON.stringify(tokens.filter((text) => matchesText(term, text)));
  return condition(
    `(u.id in (select t.user_id from tokens t where t.application in ${dialect.texts} or t.device in ${dialect.texts}))`,
    meant,
    meant,
  );
}
