/** A filter (docs/rules.md, *Filter*) as a person gives it: read, or refused with the term that says nothing and the fields that there are. */
import { OF_USERS, type FilterVocabulary } from '../domain/filter/filterFields.js';
import { parseTerms, type FilterFault } from '../domain/filter/parseFilter.js';
import { OF_ROWS } from '../domain/filter/rowFilterFields.js';
import type { RowTerms } from '../domain/rowTerms.js';
import type { FilterTerm, UserFilter } from '../domain/userFilter.js';
import type { TextRef } from '../language/index.js';
import { UserError } from './userError.js';

/** Throws `UserError` for a text that is no filter over users, an empty one included. */
export function readFilter(text: string): UserFilter {
  return read(text, OF_USERS);
}

/** Throws `UserError` for a text that is no filter over rows, an empty one included. */
export function readRowFilter(text: string): RowTerms {
  return read(text, OF_ROWS);
}

function read<Field extends string>(
  text: string,
  vocabulary: FilterVocabulary<Field>,
): { readonly terms: readonly FilterTerm<Field>[] } {
  const found = parseTerms(text, vocabulary);
  if ('filter' in found) return found.filter;
  throw UserError.of('wrongUse', filterFaultText(found.fault, vocabulary));
}

/** What is told of a filter that says nothing. */
function filterFaultText({ reason, term }: FilterFault, { fields }: Pick<FilterVocabulary<string>, 'fields'>): TextRef {
  return { key: `filter.${reason}`, params: { term, known: fields.map(({ id }) => id).join(', ') } };
}
