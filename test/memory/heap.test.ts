/** Memory does not grow with the file: the program works under a heap that all rows together do not fit in. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/openStore.js';
import { directoryParts, TARGET } from '../bench/data/directory.js';
import { writeCsv } from '../bench/data/importRows.js';

const ROWS = 100_000;
const HEAP = 128;
const PROGRAM = fileURLToPath(new URL('../../dist/instroom.js', import.meta.url));

it(`plans, shows and applies ${ROWS} rows under a heap of ${HEAP} MB`, { timeout: 10 * 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'instroom-memory-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const database = join(folder, 'memory.db');
  const file = join(folder, 'users.csv');
  const store = await openStore(database);
  for (const part of directoryParts({ environments: 2, users: ROWS / 2, persons: ROWS })) {
    await store.directory.import(part);
  }
  await store.close();
  await writeCsv(file, { rows: ROWS, users: ROWS / 2 });

  const instroom = (...words: string[]): Promise<{ stdout: string }> =>
    promisify(execFile)(
      process.execPath,
      [`--max-old-space-size=${HEAP}`, PROGRAM, ...words, '--db', database, '--json', '--yes'],
      { maxBuffer: 2 ** 30 },
    );
  await instroom('plan', file, '--env', TARGET, '--type', 'user');
  const shown = await instroom('show', '1', '--rows');
  expect(shown.stdout.trimEnd().split('\n')).toHaveLength(ROWS);
  const applied = JSON.parse((await instroom('apply', '1', '--max-creates', '1000000')).stdout) as { status: string };
  expect(applied).toMatchObject({ status: 'applied' });
});
