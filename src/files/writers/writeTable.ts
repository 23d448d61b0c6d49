/** Writes a table, in the format that its name asks for. */
import { extname } from 'node:path';
import type { OutputTable, OutputTarget } from '../../application/ports/outputFiles.js';
import type { WriteFile } from '../outsideFiles.js';
import { CsvWriter, PLAIN_CSV } from './csvWriter.js';
import { withoutFormula } from './formulaText.js';
import { WorkbookWriter } from './workbookWriter.js';
import { outputStop, writeSafely } from './writeSafely.js';

/** The format that the extension of a path asks for. Throws `UserError` for one that is not written. */
export function formatOfPath(path: string): 'xlsx' | 'csv' {
  const extension = extname(path).toLowerCase();
  if (extension === '.xlsx') return 'xlsx';
  if (extension === '.csv') return 'csv';
  throw outputStop('output.unknownExtension', path);
}

/** Writes a list to be looked at; see `OutputFiles.writeTable`. */
export async function writeTable(
  table: OutputTable,
  target: OutputTarget,
  writeFile: WriteFile = writeSafely,
): Promise<void> {
  const format = formatOfPath(target.path);
  const titles = table.columns.map(({ title }) => withoutFormula(title));
  await writeFile(target, async (stream) => {
    if (format === 'csv') {
      const csv = new CsvWriter(stream, PLAIN_CSV);
      await csv.write([titles]);
      for await (const rows of table.rows) await csv.write(rows.map((cells) => cells.map(withoutFormula)));
      return;
    }
    const workbook = await WorkbookWriter.open(
      stream,
      table.name,
      table.columns.map((column, index) => ({ ...column, title: titles[index] ?? '' })),
    );
    for await (const rows of table.rows) workbook.write(rows.map((cells) => cells.map(withoutFormula)));
    await workbook.close();
  });
}
