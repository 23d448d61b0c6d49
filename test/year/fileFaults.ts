/** What becomes of a file on its way from HR: each fault with the exit statuses that docs/nightly.md promises for it. */
import iconv from 'iconv-lite';
import type { Random } from '../support/breakRandom.js';

export interface FileFault {
  readonly name: string;
  /** The file as it arrives. */
  readonly damage: (file: string, random: Random) => string | Buffer;
  /** 0 and 3: what is done is right, rows aside that are rejected; any other: nothing is done. */
  readonly exits: readonly number[];
}

const STOPPED = [4] as const;
/** A file that ends within a letter is no text. */
const CUT = [2, 4] as const;
const REFUSED = [2] as const;

export const FILE_FAULTS: readonly FileFault[] = [
  { name: 'cut in half', exits: CUT, damage: (file) => cut(file, 0.5) },
  { name: 'cut somewhere', exits: CUT, damage: (file, random) => cut(file, 0.1 + random.next() * 0.89) },
  {
    name: 'the last bytes are missing',
    exits: CUT,
    damage: (file, random) => cutBytes(file, 3 + random.below(150)),
  },
  { name: 'empty', exits: REFUSED, damage: () => '' },
  { name: 'nothing but the header', exits: REFUSED, damage: (file) => `${linesOf(file)[0]}\r\n` },
  { name: 'Windows-1252', exits: REFUSED, damage: (file) => iconv.encode(file, 'windows-1252') },
  { name: 'UTF-16', exits: REFUSED, damage: (file) => Buffer.from(file, 'utf16le') },
  { name: 'encoded twice', exits: [3, 4], damage: (file) => Buffer.from(file, 'utf8').toString('latin1') },
  { name: 'another separator', exits: REFUSED, damage: (file) => file.replaceAll(';', ',') },
  { name: 'no header', exits: REFUSED, damage: (file) => linesOf(file).slice(1).join('\r\n') },
  { name: 'a column forgotten', exits: REFUSED, damage: (file, random) => without(file, random.below(7)) },
  { name: 'columns shifted', exits: STOPPED, damage: (file) => shifted(file) },
  { name: 'two columns changed places', exits: STOPPED, damage: (file) => swapped(file, 3, 4) },
  { name: 'a cell too many in a few rows', exits: [3, 4], damage: (file, random) => split(file, random) },
  { name: 'rows doubled', exits: [0, 3, 6], damage: (file) => doubled(file) },
  { name: 'zeros lost', exits: [3, 4], damage: (file) => file.replaceAll(/^0+/gmu, '') },
  { name: 'errors of a spreadsheet', exits: [3, 4], damage: (file, random) => withErrors(file, random) },
  { name: 'the end is zeros', exits: [2, 4], damage: (file) => zeroed(file) },
];

const linesOf = (file: string): string[] => file.split('\r\n');

function cut(file: string, share: number): Buffer {
  const bytes = Buffer.from(file, 'utf8');
  return bytes.subarray(0, Math.min(bytes.length - 3, Math.floor(bytes.length * share)));
}

function cutBytes(file: string, count: number): Buffer {
  const bytes = Buffer.from(file, 'utf8');
  return bytes.subarray(0, bytes.length - count);
}

/** Every row, the header aside, with other cells. */
function changed(file: string, change: (cells: string[], row: number) => string[]): string {
  return linesOf(file)
    .map((line, at) => (at === 0 || line === '' ? line : change(line.split(';'), at).join(';')))
    .join('\r\n');
}

const without = (file: string, column: number): string =>
  linesOf(file)
    .map((line) => (line === '' ? line : line.split(';').toSpliced(column, 1).join(';')))
    .join('\r\n');

const shifted = (file: string): string => changed(file, ([first = '', ...others]) => [...others, first]);

function swapped(file: string, one: number, other: number): string {
  return changed(file, (cells) => cells.with(one, cells[other] ?? '').with(other, cells[one] ?? ''));
}

function split(file: string, random: Random): string {
  return changed(file, (cells) => (random.chance(0.08) ? cells.with(2, `${cells[2]}; tijdelijk`) : cells));
}

function doubled(file: string): string {
  const [header = '', ...rows] = linesOf(file);
  return [header, ...rows.flatMap((row) => (row === '' ? [] : [row, row])), ''].join('\r\n');
}

function withErrors(file: string, random: Random): string {
  return changed(file, (cells) => (random.chance(0.1) ? cells.with(random.below(7), '#N/A') : cells));
}

function zeroed(file: string): Buffer {
  const bytes = Buffer.from(file, 'utf8');
  return bytes.fill(0, Math.floor(bytes.length * 0.7));
}
