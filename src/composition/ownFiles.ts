/** Whose files they are: the database in the user's own folder, and who reads and writes what paths mean. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import type { Access } from '../application/ports/databaseAccess.js';
import type { OutputFiles } from '../application/ports/outputFiles.js';
import type { WriteFile } from '../files/outsideFiles.js';
import type { AtWork } from '../system/atWork.js';
import type { Host } from './host.js';

/** Writes files as whoever is meant by their paths. */
export async function fileWriter(host: Host): Promise<WriteFile> {
  return (await atWork(host)).files?.write ?? (await import('../files/writers/writeSafely.js')).writeSafely;
}

export async function outputFiles(writeFile: WriteFile): Promise<OutputFiles> {
  const [{ createOutputFiles }, { fileTexts }] = await Promise.all([
    import('../files/writers/outputFiles.js'),
    import('../language/files.js'),
  ]);
  return createOutputFiles(fileTexts, writeFile);
}

/** Its folder is Instroom's own, and is made with the database. */
export async function ownDatabase(access: Access): Promise<string> {
  const folder = envPaths('instroom', { suffix: '' }).data;
  if (access === 'make') await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, 'instroom.db');
}

let judged: Promise<AtWork> | undefined;

export function atWork(host: Host): Promise<AtWork> {
  return (judged ??= (async () => {
    const { whoIsAtWork } = await import('../system/atWork.js');
    const { platform, execPath, env } = host.process;
    const script = fileURLToPath(new URL('dist/person.js', host.root));
    return whoIsAtWork({ uid: host.process.getuid?.() ?? -1, platform, execPath, env }, script);
  })());
}
