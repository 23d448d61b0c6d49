/** The directory as it is exported: all of it, or some environments with what is in them. */
import { environmentNamed } from './environments.js';
import type { DirectoryPart, DirectoryStore } from './ports/directoryStore.js';

/** Throws `UserError` for a code that no environment has. */
export async function* exportedDirectory(
  directory: DirectoryStore,
  codes?: readonly string[],
): AsyncGenerator<DirectoryPart> {
  const ids: number[] = [];
  for (const code of codes ?? []) ids.push((await environmentNamed(directory, code)).id);
  yield* directory.export(codes && ids);
}
