import type { OutputFiles } from '../../application/ports/outputFiles.js';
import type { FileTextKey } from '../../language/files.js';
import type { Text } from '../../language/text.js';
import { writeTemplate } from '../templates/writeTemplate.js';
import { writeRejected } from './writeRejected.js';
import { writeTable } from './writeTable.js';

/** Writes the files that Instroom makes; `texts` are those of `language/files.ts`. See `OutputFiles`. */
export function createOutputFiles(texts: Readonly<Record<FileTextKey, Text>>): OutputFiles {
  return {
    writeTable,
    writeRejected,
    writeTemplate: (template, target) => writeTemplate(template, target, texts),
  };
}
