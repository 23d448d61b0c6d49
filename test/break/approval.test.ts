/** A plan that asks for a second person: what can be tried to be one's own, with real logins, is tried. */
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyDatabase, exportedDirectory, newDatabase, newFolder, query, runsOf } from '../support/breakDatabase.js';
import { Faults } from '../support/breakFaults.js';
import { populationOf, TARGET } from '../support/breakPopulation.js';
import { answerOf, runProgram, type ProgramOptions, type Ran } from '../support/breakProgram.js';
import * as people from '../support/logins.js';
import { as, inSessionOf, NO_LOGINS, throughSudo, type Login } from '../support/logins.js';

const faults = new Faults('approval');
let jan: Login, piet: Login, an: Login;
let remove = (): void => undefined;

beforeAll(() => {
  if (NO_LOGINS !== undefined) return;
  const made = people.makeLogins('jan', 'piet', 'an');
  [jan, piet, an] = made.logins as [Login, Login, Login];
  remove = made.remove;
});
afterAll(() => remove());

type Run = (words: readonly string[], options: ProgramOptions) => Promise<Ran>;
type Approve = (who: ProgramOptions, id?: number, ...more: readonly string[]) => Promise<Ran>;

interface Stage {
  readonly database: string;
  readonly file: string;
  readonly before: string;
  readonly run: Run;
  /** With the digest as it now is, whoever looked. */
  readonly approve: Approve;
}

/** A database of root's with a file of everybody's; one environment that the plan reaches asks for a second person. */
async function stage(): Promise<Stage> {
  const folder = await newFolder();
  await chmod(folder, 0o755);
  const { environments = [], ...rest } = populationOf(12);
  const asking = environments.map((environment, at) =>
    // Not the target itself: one that its changes reach asks as well.
    at === 2 ? { ...environment, approval: 'second-person' as const } : environment,
  );
  await mkdir(join(folder, 'kept'), { mode: 0o700 });
  const database = await newDatabase(join(folder, 'kept', 'approval.db'), { ...rest, environments: asking });
  const file = join(folder, 'import.csv');
  const rows = [1, 2].map((user) => `12345.U${user};1;Anders;u${user}@voorbeeld.nl;u${user}@voorbeeld.nl`);
  await writeFile(
    file,
    `${['Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN', ...rows, '12345.U3;;A;a@x.nl;a@x.nl'].join('\n')}\n`,
    {
      mode: 0o644,
    },
  );
  const run: Run = (words, options) => runProgram([...words, '--db', database, '--json'], options);
  const approve: Approve = async (who, id = 1, ...more) => {
    const planned = (await runsOf(database)).find((one) => one.id === id);
    return run(['approve', String(id), '--digest', planned?.digest ?? '', ...more], who);
  };
  return { database, file, before: await exportedDirectory(database), run, approve };
}

const planOf = (file: string): string[] => ['plan', file, '--env', TARGET, '--type', 'user', '--accept-empty-code'];

async function digestOf(run: Run, id: number): Promise<string> {
  return answerOf<{ digest: string }>(await run(['show', String(id)], throughSudo(an))).digest;
}

describe.skipIf(NO_LOGINS !== undefined)(
  `with logins of the system (${NO_LOGINS ?? 'made here'})`,
  { timeout: 240_000 },
  () => {
    test('who planned cannot approve, by no means', async () => {
      const { database, file, before, run, approve } = await stage();
      const planned = await run(planOf(file), throughSudo(jan));
      expect(planned.status, planned.stderr).toBe(0);
      expect(await runsOf(database)).toMatchObject([{ operator: jan.name, databaseLogin: null, sessionLogin: null }]);
      const sudo = (...set: readonly string[]): ProgramOptions => as(jan, 'sudo', '-n', 'env', ...set);
      const attempts: readonly (readonly [string, ProgramOptions])[] = [
        ['one’s own', throughSudo(jan)],
        ['variables before sudo', as(jan, 'env', `SUDO_USER=${piet.name}`, `USER=${piet.name}`, 'sudo', '-n')],
        ['a name behind sudo that is not of its number', sudo(`SUDO_USER=${piet.name}`)],
        ['a number behind sudo that is not of its name', sudo(`SUDO_UID=${piet.uid}`)],
        ['root behind sudo', sudo('SUDO_USER=root', 'SUDO_UID=0')],
        ['nobody behind sudo', as(jan, 'sudo', '-n', 'env', '-u', 'SUDO_USER', '-u', 'SUDO_UID')],
        ['root alone', as(jan, ...people.NEW_ROOT_SHELL)],
      ];
      for (const [name, options] of attempts) {
        await faults.inject(name, async () => {
          const ran = await approve(options);
          expect(ran.status, ran.stderr).toBe(4);
          expect(ran.stderr.trim().split('\n')).toHaveLength(1);
          expect(await runsOf(database)).toMatchObject([{ status: 'planned', approvedBy: null }]);
        });
      }
      for (const [name, words] of [
        ['apply unapproved', ['apply', '1']],
        ['--yes is no approval', ['apply', '1', '--yes']],
        ['import --yes', ['import', ...planOf(file).slice(1), '--yes']],
      ] as const) {
        await faults.inject(name, async () => {
          expect(await run(words, throughSudo(piet))).toMatchObject({ status: 4 });
          expect(await exportedDirectory(database)).toBe(before);
        });
      }
      for (const flag of ['--operator', '--user', '--as', '--approved-by'])
        await faults.inject(`a flag ${flag}`, async () => {
          expect(await approve(throughSudo(jan), 1, flag, piet.name)).toMatchObject({ status: 2 });
        });
      faults.expectNoneLost();
    });

    test.runIf(people.canUnshare)('a user namespace makes nobody somebody else', async () => {
      const { database, file, run } = await stage();
      // A file of Jan’s own: in a namespace of his, he has his own rights outside it.
      for (const path of [join(database, '..'), database]) await chown(path, jan.uid, jan.gid);
      expect(await run(planOf(file), as(jan))).toMatchObject({ status: 0 });
      const behind = ['env', `SUDO_USER=${piet.name}`, `SUDO_UID=${piet.uid}`, `SUDO_GID=${piet.gid}`];
      const userOfIt = ['unshare', '-U', `--map-user=${piet.uid}`, `--map-group=${piet.gid}`];
      const digest = answerOf<{ digest: string }>(await run(['show', '1'], as(jan))).digest;
      for (const [name, through] of [
        ['root of it', ['unshare', '-r']],
        ['root of it with a person behind sudo', ['unshare', '-r', ...behind]],
        ['a user of it', userOfIt],
        ['one within the other', [...userOfIt, '--keep-caps', 'unshare', '-U', '--map-user=0']],
      ] as const)
        await faults.inject(name, async () => {
          const ran = await run(['approve', '1', '--digest', digest], as(jan, ...through));
          // Who says to be behind `sudo` has the settings of root, which nobody can read from here.
          const told = name.endsWith('sudo') ? ([2, /instroom\.yaml/u] as const) : ([4, /user namespace/u] as const);
          expect([ran.status, ran.stderr]).toEqual([told[0], expect.stringMatching(told[1])]);
        });
      await faults.inject('who plans in one is who it is outside', async () => {
        expect(await run(planOf(file), as(jan, 'unshare', '-r'))).toMatchObject({ status: 0 });
        expect((await runsOf(database))[0]).toMatchObject({ operator: jan.name });
      });
      faults.expectNoneLost();
    });

    test.runIf(people.canKeepLoginUid)(
      'in the session of another, both are recorded, and nobody approves',
      async () => {
        const { database, file, run, approve } = await stage();
        await run(planOf(file), throughSudo(jan));
        const forged = [`SUDO_USER=${piet.name}`, `SUDO_UID=${piet.uid}`];
        for (const [name, options] of [
          ['the colleague’s login in one’s own session', as(jan, 'sudo', '-n', '-u', piet.name, 'sudo', '-n')],
          ['a forged sudo in one’s own session', as(jan, 'sudo', '-n', 'env', ...forged)],
          ['a new shell of root is who opened the session', as(jan, ...people.NEW_ROOT_SHELL)],
        ] as const)
          await faults.inject(name, async () => {
            const ran = await approve(inSessionOf(jan, options));
            expect([ran.status, ran.stderr]).toEqual([4, expect.stringContaining(jan.name)]);
          });
        await faults.inject('what Jan plans as Piet is not for Jan to approve', async () => {
          const asPiet = inSessionOf(jan, as(jan, 'sudo', '-n', '-u', piet.name, 'sudo', '-n'));
          expect(await run(planOf(file), asPiet)).toMatchObject({ status: 0 });
          expect((await runsOf(database))[0]).toMatchObject({ operator: piet.name, sessionLogin: jan.name });
          expect(await approve(throughSudo(jan), 2)).toMatchObject({ status: 4 });
        });
        const own = inSessionOf(piet, throughSudo(piet));
        expect(await approve(own)).toMatchObject({ status: 0 });
        faults.expectNoneLost();
      },
    );

    test('another one can, who did nothing to the plan; and what changes it takes the approval away', async () => {
      const { database, file, run, approve } = await stage();
      await run(planOf(file), throughSudo(jan));
      expect(await approve(throughSudo(piet))).toMatchObject({ status: 0 });
      expect(await runsOf(database)).toMatchObject([{ operator: jan.name, approvedBy: piet.name }]);
      const approved = await copyDatabase(database, `${database}.approved`);

      await faults.inject('a row is left out after the approval', async () => {
        expect(await run(['exclude', '1', '--row', '2'], throughSudo(jan))).toMatchObject({ status: 0 });
        expect(await run(['apply', '1'], throughSudo(jan))).toMatchObject({ status: 4 });
      });
      await faults.inject('who left a row out, or planned before that, approves it', async () => {
        await copyDatabase(approved, database);
        expect(await run(['exclude', '1', '--row', '2'], throughSudo(piet))).toMatchObject({ status: 0 });
        expect(await approve(throughSudo(piet))).toMatchObject({ status: 4 });
        expect(await approve(throughSudo(jan))).toMatchObject({ status: 4 });
        expect(await approve(throughSudo(an))).toMatchObject({ status: 0 });
      });
      await faults.inject('planned again by another, who shaped it before is no second person', async () => {
        await copyDatabase(approved, database);
        const again = answerOf<{ run: number }>(await run(['plan', '--again', '1'], throughSudo(piet))).run;
        expect(await run(['apply', String(again)], throughSudo(jan))).toMatchObject({ status: 4 });
        expect(await approve(throughSudo(jan), again)).toMatchObject({ status: 4 });
        expect(await run(['apply', '1'], throughSudo(jan))).toMatchObject({ status: 2 });
      });
      await faults.inject('changed between looking and approving', async () => {
        await copyDatabase(approved, database);
        const looked = await digestOf(run, 1);
        await run(['exclude', '1', '--row', '2'], throughSudo(jan));
        expect(await run(['approve', '1', '--digest', looked], throughSudo(an))).toMatchObject({ status: 4 });
        expect(await run(['approve', '1'], throughSudo(an))).toMatchObject({ status: 2 });
      });
      await faults.inject('no second person is asked for any more, once it was planned', async () => {
        await copyDatabase(approved, database);
        await run(['exclude', '1', '--row', '2'], throughSudo(jan));
        query(database, "update environments set approval = 'none'");
        expect(await run(['apply', '1'], throughSudo(jan))).toMatchObject({ status: 4 });
      });
      await copyDatabase(approved, database);
      expect(await run(['apply', '1'], throughSudo(jan))).toMatchObject({ status: 0 });
      faults.expectNoneLost();
    });

    test('limits are part of what is approved', async () => {
      const { database, file, run, approve } = await stage();
      await run(planOf(file).slice(0, -1), throughSudo(jan));
      await faults.inject('raised when it is applied', async () => {
        expect(await approve(throughSudo(piet))).toMatchObject({ status: 0 });
        expect(await run(['apply', '1'], throughSudo(jan))).toMatchObject({ status: 4 });
        expect(await run(['apply', '1', '--accept-empty-code'], throughSudo(jan))).toMatchObject({ status: 4 });
      });
      await faults.inject('raised by who approves', async () => {
        const looked = await digestOf(run, 1);
        expect(await approve(throughSudo(an), 1, '--accept-empty-code')).toMatchObject({ status: 0 });
        expect(await digestOf(run, 1)).not.toBe(looked);
        expect(await run(['apply', '1'], throughSudo(jan))).toMatchObject({ status: 0 });
        expect(await runsOf(database)).toMatchObject([{ approvedBy: an.name, raisedBy: [an.name] }]);
      });
      faults.expectNoneLost();
    });

    test('a user without a name is known by number', async () => {
      const { database, file, run } = await stage();
      for (const path of [join(database, '..'), database]) await chown(path, 54321, 54321);
      expect(await run(planOf(file), { uid: 54321, env: { SUDO_USER: piet.name, USER: piet.name } })).toMatchObject({
        status: 0,
      });
      expect((await runsOf(database))[0]).toMatchObject({ operator: 'uid 54321' });
    });
  },
);
