/** Reading as a test wants it: a file written to a fresh directory, and all that the room tells of it. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  FileOptions,
  ImportFiles,
  InspectedFile,
  ReadingTotals,
} from '../../src/application/ports/importFiles.js';
import type { ImportType } from '../../src/domain/fields.js';
import type { SourceRow } from '../../src/domain/sourceRow.js';
import { createImportFiles } from '../../src/files/importFiles.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

export interface WholeReading {
  readonly file: InspectedFile;
  readonly rows: readonly SourceRow[];
  readonly totals: ReadingTotals;
}

export const CORPUS = new URL('../../samples/corpus/', import.meta.url);

/** Names of the files of the corpus, without what is written down beside them. */
export const corpusFiles = readdirSync(CORPUS, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name)
  .filter((name) => !/^\.|\.json$|^README/u.test(name));

export const directory = temporaryFolder('files');

/** Writes content under a name of its own and answers its path. */
export function fileOf(content: string | Buffer, name = 'file.csv'): string {
  const path = join(mkdtempSync(join(directory, 'one-')), name);
  writeFileSync(path, content);
  return path;
}

/** A path where a test may write. */
export function newPath(name: string): string {
  return join(mkdtempSync(join(directory, 'out-')), name);
}

export async function readWhole(
  path: string,
  options: FileOptions = {},
  type: ImportType = 'user',
  room: ImportFiles = createImportFiles(),
): Promise<WholeReading> {
  const file = await room.inspect(path, options, type);
  const reading = room.read(file, 1000);
  const rows: SourceRow[] = [];
  for await (const chunk of reading.chunks) rows.push(...chunk);
  return { file, rows, totals: reading.totals };
}

/** Cells of the rows, without their numbers. */
export function cellsOf({ rows }: WholeReading): readonly (readonly unknown[])[] {
  return rows.map(({ cells }) => cells);
}
