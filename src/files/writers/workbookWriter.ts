/** Writes a workbook as a stream. */
import type { Writable } from 'node:stream';
import type { CellValue, Column, Row } from 'exceljs';
import type { Cell } from '../../domain/sourceRow.js';
import { cellContent } from './cellContent.js';
import { xmlText } from './xmlText.js';

/** Text format: a spreadsheet keeps what is typed as it is typed (`00123`, `1-2`). */
export const TEXT_FORMAT = '@';

/** Writes the rows of a workbook with one sheet to a stream, a row at a time. */
export class WorkbookWriter {
  private constructor(
    private readonly workbook: { commit(): Promise<void> },
    private readonly sheet: { addRow(cells: CellValue[]): Pick<Row, 'getCell' | 'commit'>; commit(): void },
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

  /** A cell is written as what it is, so that what is told of it is told again when it is read. */
  write(rows: readonly (readonly Cell[])[]): void {
    for (const cells of rows) {
      const contents = cells.map(cellContent);
      const row = this.sheet.addRow(contents.map(({ value }) => value));
      contents.forEach(({ format }, index) => {
        if (format !== undefined) row.getCell(index + 1).numFmt = format;
      });
      row.commit();
    }
  }

  async close(): Promise<void> {
    this.sheet.commit();
    await this.workbook.commit();
  }
}

/** A name that a sheet may have: 31 characters, none of `\ / ? * [ ] :`. */
export function sheetName(name: string): string {
  const allowed = name
    .replace(/[\\/?*[\]:\p{Cc}]/gu, ' ')
    .replace(/^'+|'+$/gu, '')
    .trim();
  return allowed.slice(0, 31) || 'Instroom';
}
