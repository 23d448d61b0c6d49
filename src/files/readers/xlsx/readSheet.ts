import type { Cell, SourceRow } from '../../../domain/sourceRow.js';
import { MAX_COLUMNS, MAX_RECORD_CHARACTERS, MAX_SHEET_ROW } from '../../limits.js';
import { unreadable } from '../../remarks.js';
import { cellValue } from './cellValue.js';
import { parseXml } from './parseXml.js';
import type { XmlHandler } from './parseXml.js';
import type { Sheet, Workbook } from './readWorkbook.js';

/** The rows of a sheet that hold something, by the sheet's own numbers, in blocks as they come. Throws `UnreadableFile`. */
export async function* readSheet(workbook: Workbook, sheet: Sheet): AsyncGenerator<SourceRow[]> {
  const gatherer = new RowGatherer(workbook);
  for await (const _ of parseXml(workbook.archive.text(sheet.part), workbook.archive.file, gatherer)) {
    const rows = gatherer.take();
    if (rows.length > 0) yield rows;
  }
}

/** Makes rows of the elements of a sheet. */
class RowGatherer implements XmlHandler {
  private rows: SourceRow[] = [];
  private cells: Cell[] = [];
  private row = 0;
  private column = -1;
  private type: string | undefined;
  private style = 0;
  private value: string | undefined;
  private formula: string | undefined;
  private into: 'value' | 'formula' | undefined;
  private inReading = false;

  constructor(private readonly workbook: Workbook) {}

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
        this.column = attributes['r'] === undefined ? this.column + 1 : columnOf(attributes['r']);
        this.type = attributes['t'];
        this.style = Number(attributes['s'] ?? 0);
        this.value = undefined;
        this.formula = undefined;
        return;
      case 'v':
        this.value = '';
        this.into = 'value';
        return;
      case 'is':
        this.value = '';
        return;
      case 'rPh':
        this.inReading = true;
        return;
      case 't':
        if (this.value !== undefined && !this.inReading) this.into = 'value';
        return;
      case 'f':
        this.formula = '';
        this.into = 'formula';
        return;
      default:
    }
  }

  text(text: string): void {
    if (this.into === 'formula') this.formula = ((this.formula ?? '') + text).slice(0, 1000);
    if (this.into !== 'value') return;
    this.value = (this.value ?? '') + text;
    if (this.value.length > MAX_RECORD_CHARACTERS) {
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
      case 'rPh':
        this.inReading = false;
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

  private closeCell(): void {
    const cell = cellValue(
      { type: this.type, style: this.style, value: this.value, formula: this.formula },
      this.workbook,
    );
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
}

/** The column (from 0) of a reference such as `B12`. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length && index < 4; index++) {
    const letter = reference.charCodeAt(index) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column - 1;
}
