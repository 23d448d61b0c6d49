/**
 * A row as a file gives it: cells, before anything is known of fields. Readers make these, the
 * planner turns them into values, and a stored plan keeps them so that it can be planned again.
 */
import { isPrintableAscii, isStorable, storable, trimUnseen, withoutUnseen } from './text/characters.js';

/**
 * A cell is its text, except where the text alone would mislead. It keeps its kind until the field that
 * it is for decides whether it can be what it says:
 * - `number`: a whole number of at most 15 digits that a spreadsheet shows as its digits, with zeros in
 *   front or without; the text is what is seen;
 * - `decimal`: a number that is seen as its digits but may have been typed otherwise: with a fraction
 *   (12345.1 may have been 12345.10), or too long to be kept or shown whole;
 * - `formatted`: a number that its format shows as something else than its digits; the text is its digits;
 * - `date`: a date, a time, or both;
 * - `boolean`: `true` or `false`;
 * - `error`: a spreadsheet error such as #N/A, or a cell that cannot be read as its type says;
 * - `typed`: what a person typed over the cell after it was read, so no sign of damage, with what was read;
 * - `secret`: a password that was taken out of the row when it was read; only its length was judged.
 */
export type Cell = string | TypedCell | SecretCell;

export interface TypedCell {
  readonly kind: 'number' | 'decimal' | 'formatted' | 'date' | 'boolean' | 'error' | 'typed';
  readonly text: string;
  /** Of a `typed` cell: the cell as the file has it, however often it was typed over. */
  readonly was?: Exclude<Cell, SecretCell>;
}

export interface SecretCell {
  readonly kind: 'secret';
  /** Not to be used: under the shortest length that is allowed, or at fault. */
  readonly weak: boolean;
  /** A person typed it over what was read. */
  readonly typed?: true;
  /** Its cell was no text, or the text is not what a person typed, or holds what nobody sees. */
  readonly fault?: SecretFault;
}

export type SecretFault = 'kind' | 'damaged' | 'hidden';

export interface SourceRow {
  /** What a person sees in a spreadsheet: the sheet's row, or the record's number in a text file (from 1). */
  readonly row: number;
  readonly cells: readonly Cell[];
  /** Set by a reader when the number of cells does not fit the header. */
  readonly shape?: { readonly expected: number; readonly found: number };
  /** Set by a reader for a row that is the header once more: the number of the header's row. */
  readonly repeatsHeader?: number;
}

/** The text of a cell as a person reads it; empty for one that is absent, `''` for a secret. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return cell.kind === 'secret' ? '' : cell.text;
}

/** A row of which every cell can be stored, in every database. */
export function storableRow(row: SourceRow): SourceRow {
  if (row.cells.every((cell) => isStorable(cellText(cell)))) return row;
  return { ...row, cells: row.cells.map(storableCell) };
}

function storableCell(cell: Cell): Cell {
  if (typeof cell === 'string') return storable(cell);
  return cell.kind === 'secret' ? cell : { ...cell, text: storable(cell.text) };
}

/** Text as it is compared and stored: without what nobody sees at its ends, and NFC. */
export function normaliseText(text: string): string {
  if (isPlain(text)) return text;
  return trimUnseen(text).normalize('NFC');
}

/** Printable ASCII without spaces at its ends, as most cells are: nothing to normalise. */
function isPlain(text: string): boolean {
  return isPrintableAscii(text) && text.charCodeAt(0) !== 0x20 && text.charCodeAt(text.length - 1) !== 0x20;
}

/** What codes, UPNs and e-mail addresses are compared by: without regard to case. */
export function caseKey(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text.toLowerCase().normalize('NFC');
}

/** What a UPN is compared by: without regard to case, or to what nobody sees. */
export function upnKey(upn: string): string {
  return isPlain(upn) ? upn.toLowerCase() : caseKey(withoutUnseen(upn));
}

/** Length in code points, as fields are bounded. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
