import type { Writable } from 'node:stream';
import type { CellValue, Column } from 'exceljs';
import { cellText } from '../../domain/sourceRow.js';
import type { Cell } from '../../domain/sourceRow.js';

/** Text format: a spreadsheet keeps what is typed as it is typed (`00123`, `1-2`). */
export const TEXT_FORMAT = '@';

/** Errors that a spreadsheet knows; any other would make it call the workbook damaged. */
const ERRORS: ReadonlySet<string> = new Set(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']);

/** Writes the rows of a workbook with one sheet to a stream, a row at a time. */
export class WorkbookWriter {
  private constructor(
    private readonly workbook: { commit(): Promise<void> },
    private readonly sheet: { addRow(cells: CellValue[]): { commit(): void }; commit(): void },
  ) {}

  static async open(
    stream: Writable,
    name: string,
    columns: readonly { readonly title: string; readonly width?: number }[],
  ): Promise<WorkbookWriter> {
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
    const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ width = 20 }): Partial<Column> => ({ width, style: { numFmt: TEXT_FORMAT } }));
    const header = sheet.addRow(columns.map(({ title }) => xmlText(title)));
    header.font = { bold: true };
    header.commit();
    return new WorkbookWriter(workbook, sheet);
  }

  /** Texts stay texts; a decimal number and an error stay what they are, so that they are told of again. */
  write(rows: readonly (readonly Cell[])[]): void {
    for (const cells of rows) this.sheet.addRow(cells.map(cellContent)).commit();
  }

  async close(): Promise<void> {
    this.sheet.commit();
    await this.workbook.commit();
  }
}

function cellContent(cell: Cell): CellValue {
  if (typeof cell === 'string') return cell === '' ? null : xmlText(cell);
  if (cell.kind === 'decimal' && Number.isFinite(Number(cell.text))) return Number(cell.text);
  if (cell.kind === 'error') return { error: (ERRORS.has(cell.text) ? cell.text : '#VALUE!') as '#VALUE!' };
  return cellText(cell) || null;
}

/** Characters that XML has no place for, as a workbook writes them: `_x001B_` (ECMA-376 part 1, 22.9.2.19). */
export function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

/** A name that a sheet may have: 31 characters, none of `\ / ? * [ ] :`. */
export function sheetName(name: string): string {
  const allowed = name
    .replace(/[\\/?*[\]:\p{Cc}]/gu, ' ')
    .replace(/^'+|'+$/gu, '')
    .trim();
  return allowed.slice(0, 31) || 'Instroom';
}
