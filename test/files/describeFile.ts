/** What a file of the corpus gives, in the shape of the JSON that stands beside it. */
import { UnreadableFile } from '../../src/application/userError.js';
import type { FileOptions } from '../../src/application/ports/importFiles.js';
import type { ImportType } from '../../src/domain/fields.js';
import type { SourceRow } from '../../src/domain/sourceRow.js';
import { createImportFiles } from '../../src/files/importFiles.js';
import { readWhole } from './reading.js';

/** How a file of the corpus is to be read; absent for the standard way. */
export interface CorpusInput {
  readonly type?: ImportType;
  readonly options?: FileOptions;
}

/** Rows that are written down; of a longer file the last ones. */
const ROWS = 8;

export async function describeFile(path: string, input: CorpusInput): Promise<Record<string, unknown>> {
  const { type = 'user', options = {} } = input;
  try {
    const { file, rows, totals } = await readWhole(path, options, type);
    const mapped = createImportFiles().map(file, type, {});
    return {
      ...input,
      layout: file.layout,
      headers: file.headers,
      rows: totals.rows,
      blank: totals.blank,
      lastRows: rows.slice(-ROWS).map(rowOf),
      remarks: file.remarks.map(({ key, params }) => ({ [key]: params })),
      mapping: Object.fromEntries(
        Object.entries(mapped.mapping).map(([id, source]) => [
          id,
          source.kind === 'column' ? source.header : source.kind === 'composed' ? source.template : source.value,
        ]),
      ),
      unsettled: Object.fromEntries(
        mapped.unsettled.map(({ header, suggestion }) => [
          header,
          suggestion ? `${suggestion.field}, ${suggestion.confidence}` : null,
        ]),
      ),
      ignored: mapped.ignored,
      problems: mapped.problems.map(({ key, params }) => ({ [key]: params })),
    };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ...input, stopped: { [error.key]: error.params } };
    throw error;
  }
}

function rowOf({ row, cells, shape, repeatsHeader }: SourceRow): Record<string, unknown> {
  return {
    [row]: cells,
    ...(shape ? { shape: `${shape.found} of ${shape.expected}` } : {}),
    ...(repeatsHeader === undefined ? {} : { repeatsHeader }),
  };
}
