/** `--where FILTER` over the rows of a plan. */
import { readRowFilter } from '../../application/readFilter.js';
import type { RowTerms } from '../../domain/rowTerms.js';
import { ROWS_WHERE } from './flags.js';
import type { ParsedArgs } from './parsedArgs.js';

/** Undefined where it is not given; throws `UserError` for what is no filter. */
export function readWhere(args: ParsedArgs): RowTerms | undefined {
  const text = args.text(ROWS_WHERE);
  return text === undefined ? undefined : readRowFilter(text);
}
