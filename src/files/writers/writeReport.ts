/** Writes a report: a table, or a document. */
import { once } from 'node:events';
import type { OutputFormat, OutputReport, OutputTarget } from '../../application/ports/outputFiles.js';
import type { WriteFile } from '../outsideFiles.js';
import { formatOf, type Endings } from './outputFormat.js';
import { TABLE_ENDINGS, writeTable } from './writeTable.js';

const REPORT_ENDINGS: Endings<OutputFormat> = { ...TABLE_ENDINGS, md: ['.md', '.markdown'], html: ['.html', '.htm'] };

/** In the format that the name says, or else the target; see `OutputFiles.writeReport`. */
export async function writeReport(report: OutputReport, target: OutputTarget, writeFile: WriteFile): Promise<void> {
  const format = formatOf(target, REPORT_ENDINGS);
  if (format === 'csv' || format === 'xlsx') return writeTable(report, { ...target, as: format }, writeFile);
  await writeFile({ ...target, as: format }, async (stream) => {
    for await (const part of report.document(format)) if (!stream.write(part)) await once(stream, 'drain');
  });
}
