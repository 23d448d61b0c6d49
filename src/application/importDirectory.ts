/** A directory that was read is imported: all of it, or nothing with the reasons. */
import type { Context } from './context.js';
import type { ReadDirectory } from './ports/directoryFaults.js';
import type { ImportedCounts } from './ports/directoryStore.js';

export interface DirectoryImportOptions {
  /** Counts what would be done, and writes nothing. */
  readonly dryRun?: boolean;
}

/** Throws `Stop`: of kind wrongUse where something does not fit, guarded where it has to be a plan. */
export function importDirectory(
  { directory: store }: Pick<Context, 'directory'>,
  { directory, faults }: ReadDirectory,
  { dryRun = false }: DirectoryImportOptions = {},
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<ImportedCounts> {
  return store.import(directory, { faults, dryRun, ...(signal && { signal }) });
}
