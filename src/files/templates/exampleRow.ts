/** The example row of a template. */
import type { SourceRow } from '../../domain/sourceRow.js';

/**
 * What marks the example row of a template, in the place of the user code. Longer than a user code
 * can be (20 positions), so nobody's user is ever taken for it.
 */
export const EXAMPLE_MARKS = {
  nl: 'VOORBEELD (deze rij wordt overgeslagen)',
  en: 'EXAMPLE (this row is skipped)',
} as const;

/** Also as it was written before. */
const MARKS: ReadonlySet<string> = new Set([
  ...Object.values(EXAMPLE_MARKS),
  'VOORBEELD (deze regel wordt overgeslagen)',
]);

/** Whether a row is the example row of a template, in whatever column its mark stands. */
export function isExampleRow(row: SourceRow): boolean {
  return row.cells.some((cell) => typeof cell === 'string' && cell.length > 20 && MARKS.has(cell.trim()));
}
