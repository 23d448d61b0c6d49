/** Reads a filter as it is typed (docs/rules.md, *Filter*). */
import { readYesNo } from '../readValue.js';
import { storable } from '../text/characters.js';
import type { FilterTerm, UserFilter } from '../userFilter.js';
import { OF_USERS, type FilterVocabulary } from './filterFields.js';
import { scanTerms, type WrittenTerm } from './scanTerms.js';

/** Why a filter says nothing that can be looked for. */
export type FilterFaultReason =
  /** No term at all. */
  | 'empty'
  /** A minus, or `field~`, with nothing behind it. */
  | 'nothing'
  | 'unknownField'
  /** The field is yes or no, which stands behind a colon. */
  | 'notYesNo'
  /** The field has few values, and this is none of them. */
  | 'unknownValue'
  | 'quote';

export interface FilterFault {
  readonly reason: FilterFaultReason;
  /** The term as it is written. */
  readonly term: string;
}

export type ReadFilter<Filter = UserFilter> = { readonly filter: Filter } | { readonly fault: FilterFault };

/** A filter over users. */
export function parseFilter(text: string): ReadFilter {
  return parseTerms(text, OF_USERS);
}

/** A filter over what the vocabulary is of. */
export function parseTerms<Field extends string>(
  text: string,
  vocabulary: FilterVocabulary<Field>,
): ReadFilter<{ readonly terms: readonly FilterTerm<Field>[] }> {
  const terms: FilterTerm<Field>[] = [];
  for (const written of scanTerms(text, vocabulary)) {
    const term = readTerm(written, vocabulary);
    if (typeof term === 'string') return { fault: { reason: term, term: text.slice(written.from, written.to) } };
    terms.push(term);
  }
  return terms.length > 0 ? { filter: { terms } } : { fault: { reason: 'empty', term: text.trim() } };
}

function readTerm<Field extends string>(
  { negated, name, operator, value, misquoted }: WrittenTerm,
  { named, isYesNo, canBe }: FilterVocabulary<Field>,
): FilterTerm<Field> | FilterFaultReason {
  const field = name === null ? null : named(name);
  if (field === undefined) return 'unknownField';
  if (misquoted) return 'quote';
  const contains = operator !== ':';
  if (contains && value === '') return 'nothing';
  if (field !== null && isYesNo(field) && (contains || readYesNo(value) === undefined)) return 'notYesNo';
  const term = {
    field,
    operator: contains ? 'contains' : 'is',
    value: storable(value).normalize('NFC'),
    negated,
  } as const;
  return canBe && !canBe(term) ? 'unknownValue' : term;
}
