/** A directory that was read is imported: all of it, or nothing with the reasons. */
import { attempt } from './attempt.js';
import type { Context } from './context.js';
import type { Recording } from './ports/auditLog.js';
import type { ReadDirectory } from './ports/directoryFaults.js';
import type { ImportedCounts } from './ports/directoryStore.js';
import type { DirectoryImportOptions } from './useCases.js';

/** Throws `UserError`: of kind wrongUse where something does not fit, guarded where it has to be a plan. */
export function importDirectory(
  context: Context,
  { directory, faults }: ReadDirectory,
  { dryRun = false }: DirectoryImportOptions = {},
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<ImportedCounts> {
  const work = (record?: Recording): Promise<ImportedCounts> =>
    context.directory.import(directory, {
      faults,
      dryRun,
      at: context.now(),
      ...(record && { record }),
      ...(signal && { signal }),
    });
  return dryRun ? work() : attempt(context, 'directory.import', {}, work);
}
