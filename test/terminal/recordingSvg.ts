/** Screens as one SVG that shows them in turn: it loads nothing, follows light and dark, and stands still where asked. */
import type { StyleRun } from './screenStyles.js';

export interface Frame {
  /** The lines of the screen. */
  readonly lines: readonly string[];
  /** How they are drawn, for each line. */
  readonly styles: readonly (readonly StyleRun[])[];
  readonly seconds: number;
  /** Whether it is the one that is shown where nothing moves. */
  readonly still: boolean;
}

const COLUMNS = 80;
const ROWS = 24;
const CELL = { width: 8.4, height: 18 };
const EDGE = 16;
const WIDTH = COLUMNS * CELL.width + 2 * EDGE;
const HEIGHT = ROWS * CELL.height + 2 * EDGE;

/** Names of the terminal's colours, by number. */
const COLOURS: Readonly<Record<string, string>> = { 1: 'red', 2: 'green', 3: 'yellow', 6: 'cyan' };

export function recordingSvg(frames: readonly Frame[], title: string): string {
  const total = frames.reduce((sum, { seconds }) => sum + seconds, 0);
  const starts = frames.map((_frame, at) => frames.slice(0, at).reduce((sum, { seconds }) => sum + seconds, 0));
  const shown = frames.map(({ seconds }, at) => keyframes(at, starts[at]! / total, (starts[at]! + seconds) / total));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<style>
${PALETTE}
.frame { opacity: 0; animation-duration: ${total}s; animation-timing-function: step-end; animation-iteration-count: infinite }
.still { opacity: 1 }
${shown.join('\n')}
@media (prefers-reduced-motion: reduce) { .frame { animation: none !important } }
</style>
<rect class="paper" x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="8"/>
${frames.map((frame, at) => group(frame, at)).join('\n')}
</svg>
`;
}

/** Plain rules and no variables: some that draw SVG know no more. */
function palette(
  colours: Readonly<Record<'paper' | 'ink' | 'dim' | 'edge' | 'red' | 'green' | 'yellow' | 'cyan', string>>,
): string {
  const { paper, ink, edge, ...named } = colours;
  const rules = Object.entries(named).map(([name, colour]) => `.${name} { fill: ${colour} }`);
  return [
    `.paper { fill: ${paper}; stroke: ${edge} }`,
    `text, rect.inverse { fill: ${ink} }`,
    ...rules,
    `text.inverse { fill: ${paper} }`,
    `rect.inverse.red { fill: ${named.red} }`,
  ].join('\n');
}

const LIGHT = palette({
  paper: '#fbfbf8',
  ink: '#24292f',
  dim: '#656d76',
  edge: '#d0d7de',
  red: '#b42318',
  green: '#1a7f37',
  yellow: '#8a5a00',
  cyan: '#0b6b7d',
});
const DARK = palette({
  paper: '#161b22',
  ink: '#d6dde4',
  dim: '#8b949e',
  edge: '#3d444d',
  red: '#ff7b72',
  green: '#56d364',
  yellow: '#e3b341',
  cyan: '#56d4dd',
});

const PALETTE = `text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace }
.bold { font-weight: bold }
.underline { text-decoration: underline }
${LIGHT}
@media (prefers-color-scheme: dark) {
${DARK}
}`;

function keyframes(at: number, from: number, to: number): string {
  const before = from > 0 ? '0% { opacity: 0 } ' : '';
  const after = to < 1 ? ` ${percent(to)} { opacity: 0 }` : '';
  return `.frame${at} { animation-name: frame${at} } @keyframes frame${at} { ${before}${percent(from)} { opacity: 1 }${after} 100% { opacity: ${to < 1 ? 0 : 1} } }`;
}

function percent(part: number): string {
  return `${Number((part * 100).toFixed(3))}%`;
}

function group({ lines, styles, still }: Frame, at: number): string {
  const drawn = lines.flatMap((line, row) => runsOf(line, styles[row] ?? []).map((run) => drawnRun(line, run, row)));
  return `<g class="frame frame${at}${still ? ' still' : ''}">\n${drawn.join('\n')}\n</g>`;
}

/** The styled runs of a line, and plain ones where there is text between them. */
function runsOf(line: string, styled: readonly StyleRun[]): StyleRun[] {
  const runs: StyleRun[] = [];
  let column = 0;
  for (const run of [...styled, { column: line.length, length: 0, style: [] }]) {
    const between = line.slice(column, run.column);
    // Words far apart are drawn apart: what a reader copies stays short, and columns stay columns in any font.
    for (const { index, 0: words } of between.matchAll(/\S+(?: \S+)*/gu))
      runs.push({ column: column + index, length: words.length, style: [] });
    if (run.length > 0) runs.push(run);
    column = run.column + run.length;
  }
  return runs;
}

function drawnRun(line: string, { column, length, style }: StyleRun, row: number): string {
  const text = line.slice(column, column + length);
  const classes = style.map((name) => COLOURS[name] ?? name);
  const named = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  const y = EDGE + row * CELL.height;
  const behind = classes.includes('inverse')
    ? `<rect${named} x="${left(column)}" y="${y}" width="${wide(length)}" height="${CELL.height}"/>`
    : '';
  const words = text.trim();
  if (words === '') return behind;
  const x = left(column + text.length - text.trimStart().length);
  // Each run is as wide as its cells, whatever the font.
  return `${behind}<text${named} x="${x}" y="${y + 13}" textLength="${wide(words.length)}" lengthAdjust="spacingAndGlyphs">${escaped(words)}</text>`;
}

function left(column: number): number {
  return Number((EDGE + column * CELL.width).toFixed(2));
}

function wide(columns: number): number {
  return Number((columns * CELL.width).toFixed(2));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
