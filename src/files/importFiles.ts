/** The port of import files, put together from what this room has. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { ImportFiles } from '../application/ports/importFiles.js';
import { inspectFile } from './inspectFile.js';
import { mapColumns } from './mapping/mapColumns.js';
import { readRows } from './readRows.js';
import type { OutsideFiles } from './outsideFiles.js';
import { fileSystemError, openSource, type Source, type SourceOptions } from './source/openSource.js';

/** The files room, and the removal of what it copied. */
export interface ImportFilesRoom extends ImportFiles {
  /** Removes the private copies of standard input and pipes. */
  close(): Promise<void>;
}

export interface ImportFilesOptions {
  /** What `-` reads. */
  readonly stdin?: NodeJS.ReadableStream;
  /** Where private copies of standard input and pipes are made; the system's when absent. */
  readonly temporaryDirectory?: string;
  /** Opens files instead of this process; its own rights when absent. */
  readonly readAs?: OutsideFiles['read'];
}

/** Reads import files of every supported kind; see `ImportFiles`. */
export function createImportFiles(options: ImportFilesOptions = {}): ImportFilesRoom {
  const copies = new Set<string>();
  const sources: SourceOptions = { ...options, temporaryDirectory: options.temporaryDirectory ?? tmpdir(), copies };
  // A pipe gives its content once; with other options the same file is looked at again.
  const copied = new Map<string, Source>();
  return {
    async inspect(path, fileOptions) {
      const source = copied.get(path) ?? (await openSource(path, sources));
      if (source.isCopy) copied.set(path, source);
      try {
        return await inspectFile(source, fileOptions);
      } catch (error) {
        throw fileSystemError(error, source.name);
      }
    },
    map: mapColumns,
    read: readRows,
    async close() {
      copied.clear();
      for (const directory of copies) await rm(directory, { recursive: true, force: true });
      copies.clear();
    },
  };
}
