/** Reads a filter as it is typed (docs/rules.md, *Filter*). */
import { isAccessField } from '../fields.js';
import { readYesNo } from '../readValue.js';
import { storable } from '../text/characters.js';
import type { FilterField, FilterTerm, UserFilter } from '../userFilter.js';
import { filterFieldNamed } from './filterFields.js';
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
  | 'quote';

export interface FilterFault {
  readonly reason: FilterFaultReason;
  /** The term as it is written. */
  readonly term: string;
}

export type ReadFilter = { readonly filter: UserFilter } | { readonly fault: FilterFault };

export function parseFilter(text: string): ReadFilter {
  const terms: FilterTerm[] = [];
  for (const written of scanTerms(text)) {
    const term = readTerm(written);
    if (typeof term === 'string') return { fault: { reason: term, term: text.slice(written.from, written.to) } };
    terms.push(term);
  }
  return terms.length > 0 ? { filter: { terms } } : { fault: { reason: 'empty', term: text.trim() } };
}

/** Whether a field is yes or no of every user. */
export function isYesNo(field: FilterField): boolean {
  return isAccessField(field) || field === 'blocked' || field === 'system' || field === 'leftover';
}

function readTerm({ negated, name, operator, value, misquoted }: WrittenTerm): FilterTerm | FilterFaultReason {
  const field = name === null ? null : filterFieldNamed(name);
  if (field === undefined) return 'unknownField';
  if (misquoted) return 'quote';
  const contains = operator !== ':';
  if (contains && value === '') return 'nothing';
  if (field !== null && isYesNo(field) && (contains || readYesNo(value) === undefined)) return 'notYesNo';
  return { field, operator: contains ? 'contains' : 'is', value: storable(value).normalize('NFC'), negated };
}
