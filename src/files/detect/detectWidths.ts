/** Where the columns of a fixed-width file begin. */
import { namesField } from '../mapping/fieldNames.js';

/**
 * The widths (in characters) of the columns of a text that is filled up with blanks, or undefined
 * when it has no such columns. A column starts where, after a position that is blank on every
 * line, some line goes on. Two neighbours are one column where only one of them has a header and
 * only the other has content (a number is set to the right below its name), and where their
 * headers together name a field.
 */
export function detectWidths(lines: readonly string[]): readonly number[] | undefined {
  const filled = lines.filter((line) => line.trim() !== '').map((line) => Array.from(line));
  if (filled.length < 2) return undefined;
  const length = filled.reduce((longest, line) => Math.max(longest, line.length), 0);
  const blank = Array.from({ length }, (_, at) => filled.every((line) => line[at] === undefined || line[at] === ' '));
  let starts = blank.flatMap((isBlank, at) => (!isBlank && (at === 0 || blank[at - 1] === true) ? [at] : []));
  if (starts.length < 2) return undefined;
  starts[0] = 0;
  starts = mergeSplitColumns(starts, filled);
  if (starts.length < 2) return undefined;
  return starts.map((start, index) => (starts[index + 1] ?? length) - start);
}

function mergeSplitColumns(starts: readonly number[], lines: readonly string[][]): number[] {
  const [header = [], ...below] = lines;
  const textIn = (line: readonly string[], from: number, to: number | undefined): string =>
    line.slice(from, to).join('').trim();
  const merged: number[] = [];
  for (const [index, start] of starts.entries()) {
    const previous = merged.at(-1);
    if (previous !== undefined) {
      const end = starts[index + 1];
      const headers = [textIn(header, previous, start), textIn(header, start, end)] as const;
      const contents = [
        below.some((line) => textIn(line, previous, start) !== ''),
        below.some((line) => textIn(line, start, end) !== ''),
      ] as const;
      const belowTheOther =
        (headers[0] !== '' && headers[1] === '' && !contents[0]) ||
        (headers[0] === '' && headers[1] !== '' && !contents[1]);
      const oneName = (!contents[0] || !contents[1]) && headers[1] !== '' && namesField(`${headers[0]} ${headers[1]}`);
      if (belowTheOther || oneName) continue;
    }
    merged.push(start);
  }
  return merged;
}
