/** A plan that asks for a second person: who somebody is comes from the operating system, whatever is said. */
import { chmod, chown, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyDatabase, exportedDirectory, newDatabase, newFolder, runsOf } from '../support/breakDatabase.js';
import { Faults } from '../support/breakFaults.js';
import { populationOf, TARGET } from '../support/breakPopulation.js';
import { answerOf, PROGRAM, runProgram, type ProgramOptions, type Ran } from '../support/breakProgram.js';

const faults = new Faults('approval');
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

async function isOpenToAll(path: string): Promise<boolean> {
  for (let at = path; at !== dirname(at); at = dirname(at)) if (((await stat(at)).mode & 0o001) === 0) return false;
  return true;
}
const canBeNobody = isRoot && (await isOpenToAll(PROGRAM)) && (await isOpenToAll(process.execPath));

async function stage(): Promise<{ database: string; file: string; before: string; run: typeof run }> {
  const folder = await newFolder();
  const { environments = [], ...rest } = populationOf(12);
  const asking = environments.map((environment, at) =>
    // Not the target itself: one that its changes reach asks as well.
    at === 2 ? { ...environment, approval: 'second-person' as const } : environment,
  );
  const database = await newDatabase(join(folder, 'approval.db'), { ...rest, environments: asking });
  const file = join(folder, 'import.csv');
  const rows = [1, 2].map((user) => `12345.U${user};1;Anders;u${user}@voorbeeld.nl;u${user}@voorbeeld.nl`);
  await writeFile(file, `${['Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN', ...rows].join('\n')}\n`);
  const run = (words: readonly string[], options?: ProgramOptions): Promise<Ran> =>
    runProgram([...words, '--db', database, '--json'], options);
  return { database, file, before: await exportedDirectory(database), run };
}

const as = (login: string): ProgramOptions => ({ env: { SUDO_USER: login } });
const planOf = (file: string): string[] => ['plan', file, '--env', TARGET, '--type', 'user'];

describe.runIf(isRoot)('as root, the login behind sudo', { timeout: 120_000 }, () => {
  test('who planned cannot approve, by no means', async () => {
    const { database, file, before, run } = await stage();
    expect(await run(planOf(file), as('jan'))).toMatchObject({ status: 0 });
    const attempts: readonly (readonly [string, readonly string[], ProgramOptions])[] = [
      ['apply unapproved', ['apply', '1'], as('jan')],
      ['apply unapproved, by another', ['apply', '1'], as('piet')],
      ['approve one’s own', ['approve', '1'], as('jan')],
      [
        'approve as USER',
        ['approve', '1'],
        { env: { SUDO_USER: 'jan', USER: 'piet', LOGNAME: 'piet', USERNAME: 'piet' } },
      ],
      ['approve as HOME', ['approve', '1'], { env: { SUDO_USER: 'jan', HOME: '/home/piet', SUDO_UID: '1001' } }],
      ['import --yes', ['import', file, '--env', TARGET, '--type', 'user', '--yes'], as('jan')],
      ['--yes is no approval', ['apply', '1', '--yes'], as('jan')],
    ];
    for (const [name, words, options] of attempts) {
      await faults.inject(name, async () => {
        const ran = await run(words, options);
        expect(ran.status, ran.stderr).toBe(4);
        expect(await exportedDirectory(database)).toBe(before);
        for (const one of await runsOf(database)) expect(one).toMatchObject({ status: 'planned', approvedBy: null });
      });
    }
    for (const flag of ['--operator', '--user', '--as', '--approved-by'])
      await faults.inject(`a flag ${flag}`, async () => {
        expect(await run(['approve', '1', flag, 'piet'], as('jan'))).toMatchObject({ status: 2 });
      });
    faults.expectNoneLost();
  });

  test('another one can; and what changes the plan takes the approval away', async () => {
    const { database, file, run } = await stage();
    await run(planOf(file), as('jan'));
    expect(await run(['approve', '1'], as('piet'))).toMatchObject({ status: 0 });
    expect(await runsOf(database)).toMatchObject([{ operator: 'jan', approvedBy: 'piet' }]);
    const approved = await copyDatabase(database, `${database}.approved`);

    await faults.inject('a row is left out after the approval', async () => {
      expect(await run(['exclude', '1', '--row', '2'], as('jan'))).toMatchObject({ status: 0 });
      expect(await run(['apply', '1'], as('jan'))).toMatchObject({ status: 4 });
    });
    await faults.inject('who changed the plan approves it', async () => {
      // Piet leaves a row out: the plan is his now, and Jan is the second person.
      await copyDatabase(approved, database);
      expect(await run(['exclude', '1', '--row', '2'], as('piet'))).toMatchObject({ status: 0 });
      expect(await run(['approve', '1'], as('piet'))).toMatchObject({ status: 4 });
      expect(await run(['approve', '1'], as('jan'))).toMatchObject({ status: 0 });
    });
    await faults.inject('planned again after the approval', async () => {
      await copyDatabase(approved, database);
      const again = await run(['plan', '--again', '1'], as('jan'));
      expect(again.status).toBe(0);
      expect(await run(['apply', String(answerOf<{ run: number }>(again).run)], as('jan'))).toMatchObject({
        status: 4,
      });
      expect(await run(['apply', '1'], as('jan'))).toMatchObject({ status: 2 });
    });
    await copyDatabase(approved, database);
    expect(await run(['apply', '1'], as('jan'))).toMatchObject({ status: 0 });
    faults.expectNoneLost();
  });
});

describe.runIf(canBeNobody)('another user of the system', { timeout: 120_000 }, () => {
  test('is the login of the process, whatever the environment says', async () => {
    const { database, file, run } = await stage();
    const folder = dirname(database);
    await chmod(folder, 0o755);
    await chown(folder, NOBODY, NOBODY);
    await chown(database, NOBODY, NOBODY);
    await chmod(file, 0o644);
    const pretending = { uid: NOBODY, env: { SUDO_USER: 'piet', USER: 'piet', LOGNAME: 'piet', HOME: '/root' } };
    expect(await run(planOf(file), pretending)).toMatchObject({ status: 0 });
    await faults.inject('SUDO_USER of somebody who is not root', async () => {
      expect(await runsOf(database)).toMatchObject([{ operator: 'nobody' }]);
      expect(await run(['approve', '1'], { uid: NOBODY, env: { SUDO_USER: 'jan' } })).toMatchObject({ status: 4 });
    });
    await faults.inject('a user without a name', async () => {
      await chown(database, 54321, 54321);
      await chown(folder, 54321, 54321);
      expect(await run(planOf(file), { uid: 54321 })).toMatchObject({ status: 0 });
      expect((await runsOf(database))[0]).toMatchObject({ operator: 'uid 54321' });
    });
    expect(await run(['approve', '1'], as('jan'))).toMatchObject({ status: 0 });
    faults.expectNoneLost();
  });
});
