/** Characters of a line of what Excel saves as formatted text (.prn); what does not fit goes below all rows. */
export const LONGEST_PRINTED_LINE = 240;

/**
 * Whether lines of fixed width were cut there: the longest has exactly so many characters. Elsewhere
 * than in a `.prn` half of the lines have to reach it, which is when the other half are their ends.
 */
export function isCutByExcel(lines: readonly string[], isPrinted: boolean): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  const lengths = filled.map((line) => Array.from(line).length);
  if (lengths.some((length) => length > LONGEST_PRINTED_LINE)) return false;
  const reaching = lengths.filter((length) => length === LONGEST_PRINTED_LINE).length;
  return isPrinted ? reaching > 0 : reaching * 2 >= filled.length;
}
