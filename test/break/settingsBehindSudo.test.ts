/** Behind `sudo` nobody's own settings count but those of whom the program runs as: no hook of theirs runs as root. */
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDatabase, newFolder } from '../support/breakDatabase.js';
import { fileOf, populationOf, TARGET } from '../support/breakPopulation.js';
import { answerOf, runProgram, type ProgramOptions, type Ran } from '../support/breakProgram.js';
import { as, makeLogins, NO_LOGINS, type Login } from '../support/logins.js';

let jan: Login;
let remove = (): void => undefined;

beforeAll(() => {
  if (NO_LOGINS !== undefined) return;
  const made = makeLogins('settings');
  [jan] = made.logins as [Login];
  remove = made.remove;
});
afterAll(() => remove());

interface Stage {
  /** What Jan's hook makes. */
  readonly trace: string;
  readonly database: string;
  readonly home: string;
  readonly run: (words: readonly string[], through: ProgramOptions) => Promise<Ran>;
}

/** A database of root's, and Jan's own folder with settings that name a hook. */
async function stage(): Promise<Stage> {
  const folder = await newFolder();
  await chmod(folder, 0o755);
  const [kept, home] = [join(folder, 'kept'), join(folder, 'home')];
  const settings = join(home, '.config/instroom');
  for (const path of [kept, settings]) await mkdir(path, { recursive: true, mode: 0o755 });
  const trace = join(home, 'trace');
  await writeFile(join(home, 'hook'), `#!/bin/sh\nid -u > ${trace}\n`, { mode: 0o755 });
  await writeFile(join(settings, 'instroom.yaml'), `lang: nl\nhook: [${join(home, 'hook')}]\n`, { mode: 0o644 });
  await writeFile(join(home, 'in.csv'), fileOf(12), { mode: 0o644 });
  for (const path of ['.', 'hook', 'in.csv', '.config', '.config/instroom', '.config/instroom/instroom.yaml'])
    await chown(join(home, path), jan.uid, jan.gid);
  const database = await newDatabase(join(kept, 'settings.db'), populationOf(12));
  return { trace, database, home, run: (words, through) => runProgram([...words, '--db', database], through) };
}

describe.skipIf(NO_LOGINS !== undefined)(`behind sudo (${NO_LOGINS ?? 'made here'})`, { timeout: 240_000 }, () => {
  test('the settings of the person behind it do not count, whatever is said to be home', async () => {
    const { trace, home, run } = await stage();
    const surroundings = [`HOME=${home}`, `XDG_CONFIG_HOME=${join(home, '.config')}`];
    const sudo = as(jan, 'sudo', '-n', ...surroundings);
    const shown = answerOf<{ config: { name: string; value: unknown }[]; files: { path: string }[] }>(
      await run(['config', '--json'], sudo),
    );
    expect(shown.files[0]?.path).toBe(join(userInfo().homedir, '.config/instroom/instroom.yaml'));
    expect(shown.config.find(({ name }) => name === 'hook')?.value).toBeNull();
    const done = await run(
      ['import', join(home, 'in.csv'), '--env', TARGET, '--type', 'user', '--yes', '--json'],
      sudo,
    );
    expect(done.status, done.stderr).not.toBe(2);
    expect(existsSync(trace)).toBe(false);
  });

  test('root in somebody’s surroundings refuses their settings', async () => {
    const { home, trace, run } = await stage();
    const root = { through: ['env', '-u', 'SUDO_UID', `HOME=${home}`, `XDG_CONFIG_HOME=${join(home, '.config')}`] };
    const refused = await run(['env', 'list', '--lang', 'en'], root);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(/instroom\.yaml does not count, because .* belongs to somebody else \(user \d+\)/u);
    expect(existsSync(trace)).toBe(false);
  });

  test('of Jan without sudo they count, for his own database', async () => {
    const { home, trace } = await stage();
    const database = join(home, 'own.db');
    const alone = as(jan, 'env', `HOME=${home}`, `XDG_CONFIG_HOME=${join(home, '.config')}`);
    const made = await runProgram(['env', 'add', 'T12345AA', '--db', database], alone);
    expect(made.status, made.stderr).toBe(0);
    const asking = ['env', 'set', 'T12345AA', '--approval'];
    expect((await runProgram([...asking, 'second-person', '--db', database], alone)).status).toBe(0);
    const waits = await runProgram([...asking, 'none', '--db', database], alone);
    expect(waits.status, waits.stderr).toBe(4);
    expect(existsSync(trace)).toBe(true);
  });
});
