/** Whatever the program makes, its owner alone can read, also where the system would let everybody. */
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { newFolder } from '../support/breakDatabase.js';
import { Faults } from '../support/breakFaults.js';
import { ALL_RAISED, fileOf, populationOf, TARGET } from '../support/breakPopulation.js';
import { ended, runProgram, startProgram } from '../support/breakProgram.js';
import { until } from '../support/waiting.js';

const faults = new Faults('permissions');

/** Everything under a folder with what may be done with it, such as `600 instroom.db`. */
async function modesIn(folder: string, inside = ''): Promise<string[]> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch(() => []);
  const modes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(inside, entry.name);
      const found = await stat(join(folder, path)).catch(() => undefined);
      if (!found) return [];
      const own = `${(found.mode & 0o777).toString(8)} ${entry.isDirectory() ? 'folder ' : ''}${path}`;
      return [own, ...(entry.isDirectory() ? await modesIn(folder, path) : [])];
    }),
  );
  return modes.flat();
}

const isOpen = (line: string): boolean => !/^600 (?!folder )|^700 folder /u.test(line);

/** Starts the program where every new file is everybody's. */
const OPEN_TO_ALL = ['bash', '-c', 'umask 000; exec "$@"', 'open'];

describe('under umask 000', { timeout: 120_000 }, () => {
  test('a database in the usual place, what SQLite keeps beside it, and every file that is written', async () => {
    const home = await newFolder();
    const work = await newFolder();
    await chmod(work, 0o777);
    const env = { XDG_DATA_HOME: join(home, 'data'), HOME: home };
    const run = (words: readonly string[]): ReturnType<typeof runProgram> =>
      runProgram(words, { env, cwd: work, through: OPEN_TO_ALL });
    const given = join(home, 'given');
    await mkdir(given, { mode: 0o700 });
    const directory = join(given, 'directory.json');
    await writeFile(directory, JSON.stringify(populationOf(12)), { mode: 0o600 });
    const file = join(given, 'import.csv');
    await writeFile(file, `${fileOf(12)}12345.WEG;6;;Weg;w@voorbeeld.nl;;;\n`, { mode: 0o600 });

    expect(await run(['directory', 'import', directory])).toMatchObject({ status: 0 });
    expect(await run(['plan', file, '--env', TARGET, '--type', 'user'])).toMatchObject({ status: 3 });
    const database = join(home, 'data', 'instroom', 'instroom.db');
    const reader = new DatabaseSync(database, { readOnly: true });
    reader.exec('begin; select * from users');
    expect(await run(['apply', '1', ...ALL_RAISED])).toMatchObject({ status: 3 });
    for (const words of [
      ['report', '1', '-o', 'report.xlsx'],
      ['report', '1', '-o', 'report.csv'],
      ['rejected', '1', '-o', 'rejected.csv'],
      ['tokens', '1', '-o', 'tokens.xlsx'],
      ['template', 'user', '-o', 'template.xlsx'],
      ['template', 'mutation', '-o', 'template.csv', '--env', TARGET, '--with-users'],
      ['directory', 'export', '-o', 'directory.json'],
      ['definition', 'save', 'eigen', '--type', 'user'],
      ['definition', 'export', 'eigen', '-o', 'eigen.yaml'],
    ])
      await faults.inject(words.join(' '), async () => {
        const ran = await run(words);
        expect([0, 3], ran.stderr).toContain(ran.status);
        expect((await modesIn(work)).filter(isOpen)).toEqual([]);
      });
    await faults.inject('the database with its WAL', async () => {
      const modes = await modesIn(home);
      expect(modes.filter(isOpen)).toEqual([]);
      expect(modes.map((line) => line.split('/').at(-1))).toEqual(
        expect.arrayContaining(['instroom.db', 'instroom.db-wal', 'instroom.db-shm']),
      );
    });
    reader.close();
    expect((await modesIn(work)).length).toBe(8);
    faults.expectNoneLost();
  });

  test('a database that others could read is closed to them', async () => {
    const folder = await newFolder();
    const database = join(folder, 'open.db');
    await runProgram(['env', 'add', TARGET, '--db', database]);
    await chmod(database, 0o666);
    await faults.inject('a database that everybody may read', async () => {
      await runProgram(['env', 'list', '--db', database], { through: OPEN_TO_ALL });
      expect((await modesIn(folder)).filter(isOpen)).toEqual([]);
    });
    faults.expectNoneLost();
  });

  test('the copy of standard input, which is gone when the program is', async () => {
    const folder = await newFolder();
    const temporary = join(folder, 'tmp');
    await mkdir(temporary, { mode: 0o700 });
    const database = join(folder, 'piped.db');
    await runProgram(['env', 'add', TARGET, '--db', database]);
    for (const end of ['done', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      await faults.inject(`standard input: ${end}`, async () => {
        const words = ['plan', '-', '--env', TARGET, '--type', 'user', '--db', database];
        const child = startProgram(words, { env: { TMPDIR: temporary }, through: OPEN_TO_ALL });
        const seen = new Set<string>();
        const theme = setInterval(
          () => void modesIn(temporary).then((modes) => modes.forEach((mode) => seen.add(mode))),
          3,
        );
        const ending = ended(child);
        child.stdin?.on('error', () => undefined);
        child.stdin?.write(fileOf(4000));
        // With the rest still to come, the copy is there to be seen.
        await untilSome(seen);
        if (end !== 'done') child.kill(end);
        child.stdin?.end();
        await ending;
        clearInterval(theme);
        expect([...seen].filter(isOpen)).toEqual([]);
        expect(seen.size).toBeGreaterThan(1);
        expect(await readdir(temporary)).toEqual([]);
      });
    }
    faults.expectNoneLost();
  });
});

async function untilSome(seen: ReadonlySet<string>): Promise<void> {
  await until('two copies were seen', () => seen.size >= 2);
}
