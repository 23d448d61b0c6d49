/** Reads the rows of a sheet, in chunks. */
import type { Cell, SourceRow } from '../../../domain/sourceRow.js';
import { MAX_COLUMNS, MAX_RECORD_CHARACTERS, MAX_SHEET_ROW } from '../../limits.js';
import { unreadable } from '../../remarks.js';
import { cellPlace, cellReference } from './cellReference.js';
import { cellValue, type CellSurroundings } from './cellValue.js';
import { parseXml, placesOf, type XmlHandler } from './parseXml.js';
import type { Sheet, Workbook } from './readWorkbook.js';

/** The rows of a sheet that hold something, by the sheet's own numbers, in blocks as they come. Throws `UnreadableFile`. */
export async function* readSheet(workbook: Workbook, sheet: Sheet): AsyncGenerator<SourceRow[]> {
  const gatherer = new RowGatherer(workbook);
  for await (const _ of parseXml(workbook.archive.text(sheet.part), workbook.archive.file, gatherer)) {
    const rows = gatherer.take();
    if (rows.length > 0) yield rows;
  }
}

/** Readings of characters (`rPh`) and what extensions add have no place. */
const PLACES = placesOf({
  worksheet: { sheetData: { row: { c: { v: {}, f: {}, is: { t: {}, r: { t: {} } } } } } },
});

const WHOLE = /^\d+$/u;

/** Makes rows of the elements of a sheet. */
class RowGatherer implements XmlHandler {
  readonly places = PLACES;
  private rows: SourceRow[] = [];
  private cells: Cell[] = [];
  private row = 0;
  private column = -1;
  private type: string | undefined;
  private style: string | undefined;
  private value: string | undefined;
  private inline: string | undefined;
  private formula: string | undefined;
  private into: 'value' | 'inline' | 'formula' | undefined;

  /** What the cells of each style are read by. */
  private readonly styles: readonly CellSurroundings[];

  constructor(private readonly workbook: Workbook) {
    const { formats, from1904, sharedStrings = [] } = workbook;
    this.styles = formats.map((format) => ({ sharedStrings, from1904, format }));
  }

  take(): SourceRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        return this.openRow(attributes['r']);
      case 'c':
        return this.openCell(attributes);
      case 'v':
        // Two values: nothing tells which of them is seen.
        if (this.value !== undefined) throw this.brokenCell();
        this.value = '';
        this.into = 'value';
        return;
      case 'is':
        if (this.inline !== undefined) throw this.brokenCell();
        this.inline = '';
        return;
      case 't':
        this.into = 'inline';
        return;
      case 'f':
        this.formula = '';
        this.into = 'formula';
        return;
      default:
    }
  }

  text(text: string): void {
    if (this.into === undefined) return;
    const gathered = (this[this.into] ?? '') + text;
    this[this.into] = this.into === 'formula' ? gathered.slice(0, 1000) : gathered;
    if (gathered.length > MAX_RECORD_CHARACTERS && this.into !== 'formula') {
      throw unreadable('unreadable.cellTooLong', {
        file: this.workbook.archive.file,
        characters: MAX_RECORD_CHARACTERS,
      });
    }
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
      case 'f':
        this.into = undefined;
        return;
      case 'c':
        return this.closeCell();
      case 'row':
        if (this.cells.length > 0) this.rows.push({ row: this.row, cells: this.cells });
        return;
      default:
    }
  }

  private openRow(number: string | undefined): void {
    const row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isInteger(row) || row <= this.row || row > MAX_SHEET_ROW) {
      throw unreadable('unreadable.brokenWorkbook', { file: this.workbook.archive.file });
    }
    this.row = row;
    this.column = -1;
    this.cells = [];
  }

  private openCell({ r: reference, t, s }: Readonly<Record<string, string>>): void {
    const place = reference === undefined ? { row: this.row, column: this.column + 1 } : cellPlace(reference);
    // Of two cells at one place, or one of another row, only one would be read.
    if (!place || place.row !== this.row || place.column <= this.column) {
      throw unreadable('unreadable.brokenWorkbook', { file: this.workbook.archive.file });
    }
    this.column = place.column;
    this.type = t;
    this.style = s;
    this.value = undefined;
    this.inline = undefined;
    this.formula = undefined;
  }

  private closeCell(): void {
    const { type, style, value, inline, formula } = this;
    const surroundings = this.styles[style === undefined ? 0 : WHOLE.test(style) ? Number(style) : -1];
    if (!surroundings || (type === 's' && value !== undefined && !this.workbook.sharedStrings)) throw this.brokenCell();
    const cell = cellValue({ type, value, inline, formula }, surroundings);
    if (cell === '') return;
    if (this.column < 0 || this.column >= MAX_COLUMNS) {
      throw unreadable('unreadable.tooManyColumns', {
        file: this.workbook.archive.file,
        row: this.row,
        most: MAX_COLUMNS,
      });
    }
    // Cells before this one that the sheet leaves out are empty.
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = cell;
  }

  private brokenCell(): Error {
    const cell = cellReference(this.row, this.column);
    return unreadable('unreadable.brokenCell', { file: this.workbook.archive.file, cell });
  }
}
