/** A filter (docs/rules.md, *Filter*) as a person gives it: read, or refused with the term that says nothing and the fields that there are. */
import { FILTER_FIELDS } from '../domain/filter/filterFields.js';
import { parseFilter, type FilterFault } from '../domain/filter/parseFilter.js';
import type { UserFilter } from '../domain/userFilter.js';
import type { TextRef } from '../language/index.js';
import { UserError } from './userError.js';

/** Throws `UserError` for a text that is no filter, an empty one included. */
export function readFilter(text: string): UserFilter {
  const read = parseFilter(text);
  if ('filter' in read) return read.filter;
  throw UserError.of('wrongUse', filterFaultText(read.fault));
}

/** What is told of a filter that says nothing. */
function filterFaultText({ reason, term }: FilterFault): TextRef {
  return { key: `filter.${reason}`, params: { term, known: FILTER_FIELDS.map(({ id }) => id).join(', ') } };
}
