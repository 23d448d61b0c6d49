/** Under `sudo`, files are those of the person behind it: what that person may not read or write, nobody may here. */
import { chmod, chown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personFiles } from '../../src/system/personFiles.js';
import { newDatabase, newFolder } from '../support/breakDatabase.js';
import { Faults } from '../support/breakFaults.js';
import { populationOf, TARGET } from '../support/breakPopulation.js';
import { answerOf, PROGRAM, runProgram, type Ran } from '../support/breakProgram.js';
import { makeLogins, NO_LOGINS, throughSudo, type Login } from '../support/logins.js';

const faults = new Faults('personFiles');
const SECRET = 'GEHEIM-VAN-ROOT';
const CSV = `Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\n12345.U1;1;${SECRET};u1@voorbeeld.nl;u1@voorbeeld.nl\n`;
let jan: Login;
let remove = (): void => undefined;

beforeAll(() => {
  if (NO_LOGINS !== undefined) return;
  const made = makeLogins('mies');
  [jan] = made.logins as [Login];
  remove = made.remove;
});
afterAll(() => remove());

interface Stage {
  /** Root's alone. */
  readonly kept: string;
  /** Jan's own. */
  readonly own: string;
  readonly run: (words: readonly string[]) => Promise<Ran>;
}

async function stage(): Promise<Stage> {
  const folder = await newFolder();
  await chmod(folder, 0o755);
  const [kept, own] = [join(folder, 'kept'), join(folder, 'own')];
  await mkdir(kept, { mode: 0o700 });
  await mkdir(own, { mode: 0o700 });
  await chown(own, jan.uid, jan.gid);
  const database = await newDatabase(join(kept, 'person.db'), populationOf(12));
  return { kept, own, run: (words) => runProgram([...words, '--db', database, '--json'], throughSudo(jan)) };
}

const planOf = (path: string): string[] => ['plan', path, '--env', TARGET, '--type', 'user'];

describe.skipIf(NO_LOGINS !== undefined)(`behind sudo (${NO_LOGINS ?? 'made here'})`, { timeout: 240_000 }, () => {
  test('what only root may read is not read', async () => {
    const { kept, own, run } = await stage();
    await writeFile(join(kept, 'root.csv'), CSV, { mode: 0o600 });
    await writeFile(join(own, 'root.csv'), CSV, { mode: 0o600 });
    await writeFile(join(own, 'root.json'), JSON.stringify({ [SECRET]: [] }), { mode: 0o600 });
    for (const words of [
      planOf(join(kept, 'root.csv')),
      planOf(join(own, 'root.csv')),
      ['import', ...planOf(join(own, 'root.csv')).slice(1), '--yes'],
      ['directory', 'import', join(own, 'root.json')],
      ['definition', 'import', join(own, 'root.json')],
    ])
      await faults.inject(words.slice(0, 2).join(' '), async () => {
        const ran = await run(words);
        expect([ran.status, ran.stdout], ran.stderr).toEqual([2, '']);
        expect(ran.stderr).not.toContain(SECRET);
        expect(ran.stderr).not.toMatch(/unforeseen|niet voorzien/u);
      });
    faults.expectNoneLost();
  });

  test('what the person may read is read, by a group of theirs as well', async () => {
    const { own, run } = await stage();
    const file = join(own, 'own.csv');
    await writeFile(file, CSV, { mode: 0o600 });
    await chown(file, jan.uid, jan.gid);
    const planned = await run(planOf(file));
    expect(planned.status, planned.stderr).toBe(0);
    expect(answerOf<{ file: object }>(planned).file).toMatchObject({ name: 'own.csv', rows: 1 });
    const group = `${jan.name}_g`;
    execFileSync('groupadd', ['--users', jan.name, group]);
    try {
      const shared = join(own, 'shared.csv');
      await writeFile(shared, CSV, { mode: 0o640 });
      const gid = Number(execFileSync('getent', ['group', group]).toString().split(':')[2]);
      await chown(shared, 0, gid);
      await chmod(shared, 0o640);
      const ran = await run(planOf(shared));
      expect(ran.status, ran.stderr).toBe(0);
    } finally {
      execFileSync('groupdel', [group]);
    }
    await rejectsFolder(run, own);
  });

  test('what is written is the person’s, where the person may write, and nowhere else', async () => {
    const { kept, own, run } = await stage();
    await writeFile(join(own, 'own.csv'), CSV);
    await chown(join(own, 'own.csv'), jan.uid, jan.gid);
    await run(planOf(join(own, 'own.csv')));
    await run(['apply', '1']);
    await run(['definition', 'save', 'eigen', '--type', 'user']);
    for (const [words, name] of [
      [['report', '1'], 'report.csv'],
      [['report', '1'], 'report.xlsx'],
      [['rejected', '1'], 'rejected.csv'],
      [['tokens', '1'], 'tokens.csv'],
      [['template', 'user'], 'template.xlsx'],
      [['directory', 'export'], 'directory.json'],
      [['definition', 'export', 'eigen'], 'eigen.yaml'],
    ] as const)
      await faults.inject(`${words.join(' ')} ${name}`, async () => {
        const refused = await run([...words, '-o', join(kept, name)]);
        expect(refused.status, refused.stderr).toBe(2);
        const before = await readdir(own);
        const ran = await run([...words, '-o', join(own, name)]);
        expect(ran.status, ran.stderr).toBe(0);
        const { uid, gid, mode } = await stat(join(own, name));
        expect([uid, gid, mode & 0o777]).toEqual([jan.uid, jan.gid, 0o600]);
        expect((await readdir(own)).length).toBe(before.length + 1);
        expect(await run([...words, '-o', join(own, name)])).toMatchObject({ status: 2 });
      });
    expect((await readdir(kept)).filter((name) => !name.startsWith('person.db'))).toEqual([]);
    faults.expectNoneLost();
  });

  test('a file that was not finished does not appear; folders that the person may not see are not seen', async () => {
    const { kept, own } = await stage();
    const files = personFiles(jan, { node: process.execPath, script: join(dirname(PROGRAM), 'person.js') });
    const half = files.write({ path: join(own, 'half.csv') }, async (stream) => {
      if (!stream.write('a;b\n')) await once(stream, 'drain');
      throw new Error('the plan is gone');
    });
    await expect(half).rejects.toThrow('the plan is gone');
    await expect.poll(() => readdir(own)).toEqual([]);
    const large = 'x'.repeat(300_000);
    await files.write({ path: join(own, 'whole.txt') }, async (stream) => {
      for (let at = 0; at < 5; at++) if (!stream.write(large)) await once(stream, 'drain');
    });
    expect((await readFile(join(own, 'whole.txt'))).length).toBe(1_500_000);
    await expect(files.list(kept)).rejects.toMatchObject({ code: 'EACCES' });
    expect(await files.list(own)).toEqual([{ name: 'whole.txt', folder: false, size: 1_500_000 }]);
  });
});

async function rejectsFolder(run: Stage['run'], folder: string): Promise<void> {
  expect(await run(planOf(folder))).toMatchObject({ status: 2 });
  expect(await run(planOf(join(folder, 'absent.csv')))).toMatchObject({ status: 2 });
}
