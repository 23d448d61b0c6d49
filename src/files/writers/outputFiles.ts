import type { OutputFiles } from '../../application/ports/outputFiles.js';
import type { FileTextKey } from '../../language/files.js';
import type { Text } from '../../language/text.js';
import type { WriteFile } from '../outsideFiles.js';
import { writeTemplate } from '../templates/writeTemplate.js';
import { writeDelivery } from './writeDelivery.js';
import { writeRejected } from './writeRejected.js';
import { writeReport } from './writeReport.js';
import { writeSafely } from './writeSafely.js';
import { writeTable } from './writeTable.js';
import { writtenPath } from './writtenPath.js';

/** Writes the files that Instroom makes; `texts` are those of `language/files.ts`. See `OutputFiles`. */
export function createOutputFiles(
  texts: Readonly<Record<FileTextKey, Text>>,
  writeFile: WriteFile = writeSafely,
): OutputFiles {
  return {
    writeTable: (table, target) => writeTable(table, target, writeFile).then(() => writtenPath(target)),
    writeReport: (report, target) => writeReport(report, target, writeFile).then(() => writtenPath(target)),
    writeRejected: (table, target) => writeRejected(table, target, writeFile).then(() => writtenPath(target)),
    writeDelivery: (content, target) => writeDelivery(content, target, writeFile).then(() => writtenPath(target)),
    writeTemplate: (template, target) =>
      writeTemplate(template, target, texts, writeFile).then(() => writtenPath(target)),
  };
}
