import exceljs from 'exceljs';
import { COLUMNS, importRows, writeCsv, type ImportSize } from '../data/importRows.js';

interface FileToMake {
  readonly path: string;
  readonly size: ImportSize;
}

export async function makeCsv({ path, size }: FileToMake): Promise<void> {
  await writeCsv(path, size);
}

/** With shared strings, as Excel writes them. */
export async function makeWorkbook({ path, size }: FileToMake): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('Gebruikers');
  sheet.addRow(COLUMNS).commit();
  for (const row of importRows(size)) sheet.addRow(row).commit();
  sheet.commit();
  await workbook.commit();
}

/** The reader of exceljs that streams, its rows only counted. In milliseconds. */
export async function readWithExceljs({ file, rows }: { file: string; rows: number }): Promise<number> {
  const started = performance.now();
  let count = -1;
  const reader = new exceljs.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', worksheets: 'emit' });
  for await (const sheet of reader) {
    for await (const row of sheet) {
      if (Array.isArray(row.values)) count++;
    }
  }
  if (count !== rows) throw new Error(`${count} rows were read`);
  return performance.now() - started;
}
