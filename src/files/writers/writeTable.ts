/** Writes a table, in the format that its name asks for. */
import type { OutputTable, OutputTarget, TableFormat } from '../../application/ports/outputFiles.js';
import type { WriteFile } from '../outsideFiles.js';
import { CsvWriter, PLAIN_CSV } from './csvWriter.js';
import { withoutFormula } from './formulaText.js';
import { formatOf, type Endings } from './outputFormat.js';
import { WorkbookWriter } from './workbookWriter.js';
import { writeSafely } from './writeSafely.js';

/** What a table is written as. */
export const TABLE_ENDINGS: Endings<TableFormat> = { csv: ['.csv'], xlsx: ['.xlsx'] };

/** Writes a list to be looked at; see `OutputFiles.writeTable`. */
export async function writeTable(
  table: OutputTable,
  target: OutputTarget,
  writeFile: WriteFile = writeSafely,
): Promise<void> {
  const format = formatOf(target, TABLE_ENDINGS);
  const titles = table.columns.map(({ title }) => withoutFormula(title));
  await writeFile({ ...target, as: format }, async (stream) => {
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
