/** The table, for a terminal and for `docs/benchmarks.md`. */
import { readFile, writeFile } from 'node:fs/promises';
import stringWidth from 'string-width';
import type { Figure } from './figures.js';

const TITLES = ['measure', 'value', 'floor', 'ratio', 'target', ''];

function cellsOf({ measure, value, floor = '', ratio, target = '', met }: Figure): string[] {
  const verdict = met === undefined ? '' : met ? 'met' : 'missed';
  return [measure, value, floor, ratio === undefined ? '' : `${ratio.toFixed(1)} ×`, target, verdict];
}

export function asText(figures: readonly Figure[]): string {
  const rows = [TITLES, ...figures.map(cellsOf)].map((cells) => cells.map((cell) => cell.replaceAll('`', '')));
  const widths = TITLES.map((_, column) => Math.max(...rows.map((cells) => stringWidth(cells[column] ?? ''))));
  const pad = (cell: string, column: number): string => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
  return rows.map((cells) => cells.map(pad).join('  ').trimEnd()).join('\n');
}

function asMarkdown(figures: readonly Figure[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const bold = (cell: string): string => (cell === 'missed' ? '**missed**' : cell);
  return [
    line(TITLES),
    line(['---', '--:', '--:', '--:', '--:', '---']),
    ...figures.map((figure) => line(cellsOf(figure).map(bold))),
  ].join('\n');
}

/** What follows this is written by hand, and kept. */
const BY_HAND = '<!-- Above: written by `npm run bench -- --markdown`. Below: written by hand, and kept. -->';

export interface Report {
  readonly figures: readonly Figure[];
  readonly form: 'short' | 'full';
  readonly machine: string;
}

export async function writeReport(path: string, { figures, form, machine }: Report): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => '');
  const at = before.indexOf(BY_HAND);
  const byHand = at < 0 ? '\n' : before.slice(at + BY_HAND.length);
  const date = new Date().toISOString().slice(0, 10);
  await writeFile(
    path,
    `# What was measured

Every floor was measured in the same run, on the same machine, in turn with what it is a floor for. Medians where there
were several runs. The ${form} form, ${date}: ${machine}.

${asMarkdown(figures)}

${BY_HAND}${byHand}`,
  );
}
