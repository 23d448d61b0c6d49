/** Columns as people name them: by their header, or by their number as `#3`. */
import { nameKey } from '../../domain/fieldNames.js';
import { normaliseText } from '../../domain/sourceRow.js';

/**
 * The columns (from 0) that a name means: `#3` the third; else those with exactly this header; else
 * those whose header differs in case, accents, punctuation or spaces alone. Without a header the
 * columns are called `#1`, `#2`..., so only numbers find one.
 */
export function columnsNamed(headers: readonly string[], name: string): readonly number[] {
  const number = /^#\s*(\d+)$/u.exec(name.trim())?.[1];
  if (number !== undefined) {
    const index = Number(number) - 1;
    return index >= 0 && index < headers.length ? [index] : [];
  }
  const text = normaliseText(name);
  const exact = indicesOf(headers, (header) => header === text);
  if (exact.length > 0) return exact;
  const key = nameKey(text);
  return key === '' ? [] : indicesOf(headers, (header) => nameKey(header) === key);
}

function indicesOf(headers: readonly string[], fits: (header: string) => boolean): readonly number[] {
  return headers.flatMap((header, index) => (fits(header) ? [index] : []));
}
