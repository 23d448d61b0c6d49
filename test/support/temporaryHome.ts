/**
 * A run of tests has a temporary folder, a data directory and settings of its own: a program that a test starts without `--db` must
 * not touch the data of whoever runs the tests, and what a test leaves behind is told, and goes with the folder. What
 * Node compiles is kept beside it for as long: the program is started many hundreds of times.
 */
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function temporaryHome(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'instroom-'));
  const [home, temporary] = [join(folder, 'home'), join(folder, 't')];
  await mkdir(home);
  await mkdir(temporary);
  // Some tests start programs as somebody else.
  for (const path of [folder, temporary]) await chmod(path, 0o1777);
  process.env['XDG_DATA_HOME'] = home;
  process.env['XDG_CONFIG_HOME'] = home;
  process.env['XDG_CACHE_HOME'] = home;
  process.env['TMPDIR'] = temporary;
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  delete process.env['INSTROOM_DB'];
  return async () => {
    const left = await readdir(temporary);
    // Processes that are just ending may still write down there what they compiled.
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    if (left.length === 0) return;
    process.stderr.write(
      `\ntests left ${left.length} behind in the temporary folder: ${left.slice(0, 20).join(' ')}\n`,
    );
  };
}
