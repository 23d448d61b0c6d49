/** A program that a test starts without `--db` must not touch the data of whoever runs the tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function temporaryHome(): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'instroom-home-'));
  process.env['XDG_DATA_HOME'] = home;
  delete process.env['INSTROOM_DB'];
  return () => rm(home, { recursive: true, force: true });
}
