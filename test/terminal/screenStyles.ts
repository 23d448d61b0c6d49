/** How the cells of a screen are drawn, as text beside the screen: a line a row, each run as `column+length style`. */
import type { Cell } from './harness.js';

export interface StyleRun {
  readonly column: number;
  readonly length: number;
  /** `bold`, `dim`, `inverse`, `underline`, and the number of a colour. */
  readonly style: readonly string[];
}

type Styled = Pick<Cell, 'text' | 'foreground' | 'inverse' | 'bold' | 'dim' | 'underline'>;

export function stylesOf(cells: readonly (readonly Styled[])[]): string {
  return `${cells.map(lineOf).join('\n').trimEnd()}\n`;
}

function lineOf(row: readonly Styled[]): string {
  const runs: { column: number; length: number; style: string }[] = [];
  for (const [column, cell] of row.entries()) {
    const style = styleOf(cell);
    const last = runs.at(-1);
    const gap = last ? column - last.column - last.length : Infinity;
    // A blank between two words has no style of its own.
    if (last && last.style === style && (gap === 0 || (gap === 1 && row[column - 1]?.text === ' ')))
      last.length += gap + 1;
    else if (style !== '') runs.push({ column, length: 1, style });
  }
  return runs.map(({ column, length, style }) => `${column}+${length} ${style}`).join(', ');
}

function styleOf({ foreground, inverse, bold, dim, underline }: Styled): string {
  const flags = Object.entries({ bold, dim, inverse, underline }).flatMap(([name, is]) => (is ? [name] : []));
  return [...flags, ...(foreground === undefined ? [] : [String(foreground)])].join(' ');
}

/** What `stylesOf` wrote, a list of runs for each row. */
export function readStyles(text: string): readonly (readonly StyleRun[])[] {
  return text.split('\n').map((line) =>
    [...line.matchAll(/(\d+)\+(\d+) ([^,]*)/gu)].map(([, column, length, style = '']) => ({
      column: Number(column),
      length: Number(length),
      style: style.split(' '),
    })),
  );
}
