/** Readers of import files, loaded for the first file: most commands read none. */
import type { ImportFilesOptions, ImportFilesRoom } from '../files/importFiles.js';

export function lateImportFiles(options: ImportFilesOptions): ImportFilesRoom {
  let loading: Promise<ImportFilesRoom> | undefined;
  let loaded: ImportFilesRoom | undefined;
  const load = async (): Promise<ImportFilesRoom> => {
    const { createImportFiles } = await import('../files/importFiles.js');
    return (loaded = createImportFiles(options));
  };
  // Whoever maps or reads a file has inspected it before.
  const inspected = (): ImportFilesRoom => {
    if (!loaded) throw new Error('a file that was not inspected');
    return loaded;
  };
  return {
    inspect: async (...asked) => (await (loading ??= load())).inspect(...asked),
    map: (...asked) => inspected().map(...asked),
    read: (...asked) => inspected().read(...asked),
    close: async () => (await loading)?.close(),
  };
}
