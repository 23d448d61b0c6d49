/** Whether a filter finds a row of a plan: what it means, in memory. The store finds the same ones. */
import { LAST_OF_FILE } from '../absent.js';
import { fieldNamed } from '../fieldNames.js';
import type { Message, MessageCode } from '../messages.js';
import { MESSAGE_CODES } from '../messages.js';
import { OUTCOMES, type Outcome } from '../outcomes.js';
import type { ChangedValue, PlannedRow } from '../plannedRow.js';
import { readYesNo } from '../readValue.js';
import type { RowField, RowTerm, RowTerms } from '../rowTerms.js';
import { caseKey } from '../sourceRow.js';
import type { FilterTerm } from '../userFilter.js';
import { OF_USERS } from './filterFields.js';
import { holds, isAnything, matchesText, textTest, type FilteredUser } from './matchUser.js';
import { LEVEL_NAMES, OUTCOME_NAMES } from './rowWords.js';

/** What is looked at of a row. */
export interface FilteredRow {
  readonly planned: PlannedRow;
  /** The environment of the plan. */
  readonly target: string;
  /** The number of its kind of change as twelve hexadecimal digits; empty where it is of none. */
  readonly kind: string;
  /** The texts of the row as a person sees them, as they are searched. */
  readonly text: string;
  /** The row's user as the plan leaves it. */
  readonly user: FilteredUser;
}

/** A value that a row changes in some environment. */
export interface RowChange {
  readonly environment: string;
  readonly field: string;
  readonly from: ChangedValue;
  readonly to: ChangedValue;
}

/** `participant` is the number of the plan's environment. */
export function matchesRow({ terms }: RowTerms, row: FilteredRow, participant: string): boolean {
  const { onOneChange, others } = sorted(terms);
  const { unknown = [] } = row.user;
  return (
    others.every((term) => !unknown.includes(term.field ?? '') && rowHolds(term, row, participant) !== term.negated) &&
    (onOneChange.length === 0 || changesSo(onOneChange, row))
  );
}

/**
 * The terms that hold on one and the same change (`field:upn to~@x` is a UPN that goes to @x), and the others, each of which
 * holds by itself. What is turned round says that no change is so.
 */
export function sorted(terms: readonly RowTerm[]): {
  readonly onOneChange: readonly RowTerm[];
  readonly others: readonly RowTerm[];
} {
  const ofChanges = terms.filter(({ field, negated }) => isOfChange(field) && !negated);
  const isOne = ({ field, negated }: RowTerm): boolean =>
    !negated && (isOfChange(field) || (field === 'env' && ofChanges.length > 0));
  return { onOneChange: terms.filter(isOne), others: terms.filter((term) => !isOne(term)) };
}

export function isOfChange(field: RowTerm['field']): field is 'field' | 'from' | 'to' {
  return field === 'field' || field === 'from' || field === 'to';
}

/** Groups change in the environment of the plan. */
export function changesOfRow(
  { changes, groups }: Pick<PlannedRow, 'changes' | 'groups'>,
  target: string,
): readonly RowChange[] {
  return [
    ...changes.flatMap(({ environment, fields }) =>
      fields.map(([field, from, to]): RowChange => ({ environment, field, from, to })),
    ),
    ...groups.added.map((to): RowChange => ({ environment: target, field: 'group', from: null, to })),
    ...groups.removed.map((from): RowChange => ({ environment: target, field: 'group', from, to: null })),
  ];
}

/** Whether a row changes something that is as all of these say. */
function changesSo(terms: readonly RowTerm[], { planned, target }: Pick<FilteredRow, 'planned' | 'target'>): boolean {
  return isAnySo(terms, changesOfRow(planned, target));
}

/** Whether one of these changes is as all of these say. */
export function isAnySo(terms: readonly RowTerm[], changes: readonly RowChange[]): boolean {
  if (changes.length === 0) return false;
  const isMeant = changeTest(terms);
  return changes.some(({ environment, field, from, to }) => isMeant(environment, field, from, to));
}

/** Tells of a value that changes whether it is meant. */
export type ChangeTest = (environment: string, field: string, from: ChangedValue, to: ChangedValue) => boolean;

/** Of many changes: what is asked of an environment and a field is worked out once for each. */
export function changeTest(terms: readonly RowTerm[]): ChangeTest {
  const ofPlace = terms.filter(({ field }) => field !== 'from' && field !== 'to');
  const places = new Map<string, Map<string, boolean>>();
  const isThere = (environment: string, field: string): boolean => {
    const known = places.get(environment) ?? new Map<string, boolean>();
    places.set(environment, known);
    let found = known.get(field);
    if (found === undefined) {
      found = ofPlace.every((term) =>
        term.field === 'field' ? matchesField(term, field) : matchesText(term, environment),
      );
      known.set(field, found);
    }
    return found;
  };
  const from = terms.filter(({ field }) => field === 'from').map(valueTest);
  const to = terms.filter(({ field }) => field === 'to').map(valueTest);
  return (environment, field, before, after) =>
    (ofPlace.length === 0 || isThere(environment, field)) &&
    from.every((isMeant) => isMeant(before)) &&
    to.every((isMeant) => isMeant(after));
}

/** By its id, or by a label in either language. */
export function matchesField(term: RowTerm, field: string): boolean {
  if (matchesText(term, field)) return true;
  return term.operator === 'is' && (OF_USERS.named(term.value) === field || fieldNamed(term.value) === field);
}

function valueTest(term: RowTerm): (value: ChangedValue) => boolean {
  const isMeant = textTest(term);
  const any = term.operator === 'is' && isAnything(term.value);
  const yesNo = term.operator === 'is' ? readYesNo(term.value) : undefined;
  return (value) => (typeof value === 'boolean' ? any || yesNo === value : isMeant(value ?? ''));
}

function rowHolds(term: RowTerm, row: FilteredRow, participant: string): boolean {
  if (!isOfUser(term)) return holdsOfRow(term, row);
  const { planned, user } = row;
  if (term.field === null) return row.text.includes(caseKey(term.value)) || holds(term, user, participant);
  if (term.field === 'user' && matchesText(term, planned.user)) return true;
  return holds(term, user, participant);
}

function holdsOfRow(term: RowTerm, { planned, target, kind }: Omit<FilteredRow, 'text' | 'user'>): boolean {
  switch (term.field) {
    case 'row':
      return rowsMeant(term).some(([first, last]) => first <= planned.row && planned.row <= last);
    case 'outcome':
      return outcomesMeant(term).includes(planned.outcome);
    case 'code':
      return matchesText(term, planned.code ?? '');
    case 'message':
      return isNone(term)
        ? planned.messages.length === 0
        : planned.messages.some(({ code }) => codesMeant(term).includes(code));
    case 'level':
      return isNone(term)
        ? planned.messages.length === 0
        : planned.messages.some(({ level }) => levelsMeant(term).includes(level));
    case 'kind':
      return isNone(term) ? kind === '' : kind.startsWith(caseKey(term.value));
    case 'env':
      return environmentsOf(planned, target).some((code) => matchesText(term, code));
    default:
      return changesSo([term], { planned, target });
  }
}

/** Whether a filter finds a row that changes nothing, as far as it is about the row; what it says of users is left open. */
export function findsIdleRow({ terms }: RowTerms, planned: PlannedRow, target: string): boolean {
  const { onOneChange, others } = sorted(terms);
  return (
    onOneChange.length === 0 &&
    others.every((term) => isOfUser(term) || holdsOfRow(term, { planned, target, kind: '' }) !== term.negated)
  );
}

/** A term about the row's user; which environments a row reaches is about the row. */
export function isOfUser(term: RowTerm): term is FilterTerm {
  return isUserTerm(term) && term.field !== 'env';
}

/** A term about what users have as well. */
export function isUserTerm(term: RowTerm): term is FilterTerm {
  return term.field === null || OF_USERS.fields.some(({ id }) => id === term.field);
}

/** Whether a term asks for nothing: `message:`. */
export function isNone({ operator, value }: RowTerm): boolean {
  return operator === 'is' && value === '';
}

/** The environments that a row reaches: that of the plan always. */
function environmentsOf({ changes }: PlannedRow, target: string): readonly string[] {
  return [target, ...changes.map(({ environment }) => environment)];
}

type Range = readonly [first: number, last: number];

/** A number that every database can compare rows with. */
const LAST_OF_ALL = 2 ** 31 - 1;

/** The rows that a term names: `5`, `5-9`, any of the file (`*`), or none of it (nothing), which is who is absent. */
export function rowsMeant({ operator, value }: RowTerm): readonly Range[] {
  if (operator === 'is' && value === '') return [[LAST_OF_FILE + 1, LAST_OF_ALL]];
  if (isAnything(value)) return [[0, LAST_OF_FILE]];
  return value.split(',').flatMap((part): Range[] => {
    const [, first, last = first] = /^\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/u.exec(part) ?? [];
    return first === undefined ? [] : [[Number(first), Number(last)]];
  });
}

/** Whether a filter is about rows of none of the file alone (`row:`): who is absent, whether or not a plan has a row of them. */
export function asksForAbsent({ terms }: RowTerms): boolean {
  return terms.some((term) => term.field === 'row' && !term.negated && isNone(term));
}

/** Outcomes by what they are called in JSON, or in a language. */
export function outcomesMeant(term: RowTerm): readonly Outcome[] {
  return OUTCOMES.filter((outcome) => [outcome, ...OUTCOME_NAMES[outcome]].some((name) => matchesText(term, name)));
}

export function codesMeant(term: RowTerm): readonly MessageCode[] {
  return MESSAGE_CODES.filter((code) => matchesText(term, code));
}

const LEVELS = ['error', 'warning', 'notice'] as const satisfies readonly Message['level'][];

export function levelsMeant(term: RowTerm): readonly Message['level'][] {
  return LEVELS.filter((level) => [level, ...LEVEL_NAMES[level]].some((name) => matchesText(term, name)));
}

/** What a value of each of these fields can be, to be offered; nothing where it can be anything. */
export function wordsOf(field: RowField, language: 'nl' | 'en'): readonly string[] {
  const at = language === 'nl' ? 0 : 1;
  if (field === 'outcome') return OUTCOMES.map((outcome) => OUTCOME_NAMES[outcome][at]);
  if (field === 'level') return LEVELS.map((level) => LEVEL_NAMES[level][at]);
  return field === 'message' ? MESSAGE_CODES : [];
}
