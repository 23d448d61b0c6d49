/** What a row is called where it is told of: one about a user whom no row of the file names has no number. */
import { isAbsentRow } from '../domain/absent.js';
import { translate } from '../language/index.js';
import type { Language } from '../language/text.js';

/** `Row 12`, or that it stands in no file. */
export function rowName(language: Language, row: number): string {
  return isAbsentRow(row) ? translate(language, 'summary.absentRow') : translate(language, 'summary.row', { row });
}

/** Its number, where there is room for nothing else. */
export function rowNumber(row: number): string {
  return isAbsentRow(row) ? '-' : String(row);
}
