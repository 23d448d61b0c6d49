/** What a script goes by: whether there is something to do, what waits, and what has expired or was pruned. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runLine, type Ended } from '../support/commandLine.js';
import { openEngine, type Engine } from '../support/engine.js';
import { directoryOf, readDirectory } from '../support/engineDirectory.js';

const BEA = { description: 'Bea Bakker', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' };

const DIRECTORY = directoryOf({
  environments: { T12345AA: {}, T12345AB: {}, A12345AA: {}, O12345AA: { approval: 'second-person' } },
  groups: { 'T12345AA HRM': '', 'O12345AA HRM': '' },
  users: {
    'T12345AA 12345.BBA': BEA,
    'T12345AB 12345.BBA': BEA,
    'T12345AA 12345.JBO': { description: 'Jan Bos', email: 'jan@voorbeeld.nl' },
    'T12345AA 12345.BLO': { description: 'Blok', blocked: true },
    'O12345AA 12345.BBA': { description: 'Bea Bakker' },
  },
});
const DAY = 24 * 60 * 60 * 1000;

let engine: Engine;
beforeEach(async () => {
  engine = await openEngine({ directory: DIRECTORY });
  onTestFinished(() => engine.close());
});

const run = (words: string, as?: string): Promise<Ended> =>
  runLine(engine, words.split(' '), as === undefined ? {} : { as });

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is what the tests look at
async function json(words: string): Promise<any> {
  return JSON.parse((await run(`${words} --json`)).stdout);
}

const HEADER = 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN';
const SAME = '12345.BBA;1;Bea Bakker;bea@voorbeeld.nl;bea@voorbeeld.nl';
const CHANGED = '12345.BBA;1;Bea de Bakker;bea@voorbeeld.nl;bea@voorbeeld.nl';
const REJECTED = '12345.NIE;6;;;';
const NEW = '12345.NEW;1;Nieuw;nieuw@voorbeeld.nl;nieuw@voorbeeld.nl';

async function file(...rows: readonly string[]): Promise<string> {
  const path = join(engine.folder, 'users.csv');
  await writeFile(path, [HEADER, ...rows, ''].join('\n'));
  return path;
}

const planning = async (rows: readonly string[], more = ''): Promise<string> =>
  `plan ${await file(...rows)} --env T12345AA --type user${more}`;

/** A plan is made, and eight days go by. */
async function expired(): Promise<void> {
  await run(await planning([CHANGED, SAME]));
  engine.clock.now = new Date(engine.clock.now.getTime() + 8 * DAY);
}

describe('--exit-on-changes', () => {
  it.each([
    ['something to do', [CHANGED, REJECTED], 7, 'planned'],
    ['rejected rows alone', [SAME, REJECTED], 3, 'planned'],
    ['nothing at all', [SAME], 0, 'discarded'],
  ])('tells a plan with %s apart', async (_what, rows, status, stored) => {
    const ended = await run(await planning(rows, ' --exit-on-changes --json'));
    expect(ended.status).toBe(status);
    expect(JSON.parse(ended.stdout)).toMatchObject({ run: 1, status: stored });
    expect(await json('show 1')).toMatchObject({ status: stored });
    const records = [];
    for await (const chunk of engine.useCases.audited({})) records.push(...chunk.map(({ what, exit }) => [what, exit]));
    expect(records).toEqual([['plan', status], ...(stored === 'discarded' ? [['discard', 0]] : [])]);
  });

  it('leaves no password behind of a plan that is discarded at once', async () => {
    const path = join(engine.folder, 'users.csv');
    await writeFile(path, `${HEADER};Wachtwoord\n12345.BLO;0;Blok;;;een lang wachtwoord\n`);
    const { stdout } = await run(`plan ${path} --env T12345AA --type user --exit-on-changes --json`);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'discarded', file: { rows: 1 } });
    expect(await engine.useCases.checkDatabase()).toEqual([]);
  });

  it('without it, a plan answers as ever', async () => {
    expect((await run(await planning([CHANGED]))).status).toBe(0);
    expect((await run(await planning([SAME]))).status).toBe(0);
    expect(await json('show 2')).toMatchObject({ status: 'planned' });
  });

  it('holds for a plan that is made again, which remembers of what', async () => {
    await run(await planning([CHANGED]));
    const again = await run('plan --again 1 --exit-on-changes --json');
    expect([again.status, JSON.parse(again.stdout)]).toMatchObject([7, { run: 2, again: 1, status: 'planned' }]);
    await run('apply 2');
    const nothing = await run('plan --again 2 --import-again --exit-on-changes --json');
    expect([nothing.status, JSON.parse(nothing.stdout)]).toMatchObject([0, { run: 3, again: 2, status: 'discarded' }]);
    expect((await json('show 2')).again).toBe(1);
  });

  it('tells whether linked users differ, and whether bringing them in line has anything to do', async () => {
    expect(await run('env drift --exit-on-changes')).toMatchObject({ status: 0 });
    expect(await run('env drift --align T12345AA --exit-on-changes --json')).toMatchObject({ status: 0, stderr: '' });
    expect((await run('env drift --align T12345AA')).status).toBe(2);
    await engine.store.directory.import(
      directoryOf({ environments: { T12345AA: {} }, users: { 'T12345AA 12345.BBA': { ...BEA, email: 'b@x.nl' } } }),
    );
    const drift = await run('env drift --exit-on-changes');
    expect(drift).toMatchObject({ status: 7 });
    expect(drift.stdout).toContain('12345.BBA');
    expect((await run('env drift')).status).toBe(0);
    expect((await run('env drift --type accept --exit-on-changes')).status).toBe(0);
    expect((await run('env drift --align T12345AA --exit-on-changes')).status).toBe(7);
  });
});

describe('a plan that has expired', () => {
  it('is told as such by whatever tells of it', async () => {
    await expired();
    expect(await json('show 1')).toMatchObject({ status: 'expired', approvalNeeded: false });
    expect((await run('show 1')).stdout).toMatch(/Plan 1 · expired[^]*plan --again 1/u);
    expect((await run('history')).stdout).toContain('expired');
    expect((await run('history --status expired')).stdout).toContain('users.csv');
    expect((await run('history --status planned')).stdout).not.toContain('users.csv');
  });

  it.each(['apply 1', 'exclude 1 --row 2', 'include 1 --row 2', `approve 1 --digest ${'0'.repeat(64)}`])(
    'is refused by %s with one sentence',
    async (words) => {
      await expired();
      const { status, stderr } = await run(words, 'piet');
      expect(status).toBe(5);
      expect(stderr.trim()).toMatch(/^Plan 1 has expired; nothing was written\. Make it anew with .*plan --again 1$/u);
    },
  );

  it('is not mended either', async () => {
    await expired();
    const mending = engine.useCases.mend(1, { rows: [2], values: [{ place: 'description', value: 'B' }] });
    await expect(mending).rejects.toMatchObject({ kind: 'stale', key: 'plan.expired' });
    await expect(engine.useCases.blockElsewhere(1)).rejects.toMatchObject({ kind: 'stale', key: 'plan.expired' });
  });

  it('is planned again, and discarded', async () => {
    await expired();
    expect(await json('plan --again 1')).toMatchObject({ run: 2, status: 'planned' });
    expect(await json('show 1')).toMatchObject({ status: 'discarded' });
    engine.clock.now = new Date(engine.clock.now.getTime() + 8 * DAY);
    expect(await json('discard 2')).toMatchObject({ status: 'discarded' });
  });

  it('waits on the first screen with those that have not', async () => {
    await expired();
    expect(await engine.useCases.waiting(10)).toMatchObject([{ run: { id: 1, status: 'expired' }, waits: 'expired' }]);
  });
});

it('a run that was pruned answers one thing to whatever asks for its rows or files', async () => {
  await run(await planning([CHANGED, REJECTED]));
  await run('apply 1');
  engine.clock.now = new Date(engine.clock.now.getTime() + 100 * DAY);
  await run('history prune --older-than 90d');
  const { useCases } = engine;
  for (const words of ['show 1 --rows', 'show 1 --outcome rejected', 'exclude 1 --row 2', 'include 1 --row 2'])
    expect([words, await run(words)]).toMatchObject([words, { status: 2, stdout: '' }]);
  for (const words of ['tokens 1', 'plan --again 1', 'undo 1']) {
    const { status, stderr } = await run(words);
    expect([words, status, stderr]).toEqual([words, 2, expect.stringContaining('The rows of run 1 were pruned')]);
  }
  await expect(useCases.secondPass(1)).rejects.toMatchObject({ key: 'run.pruned' });
  await expect(useCases.countRows(1, {})).rejects.toMatchObject({ key: 'run.pruned' });
  expect(await json('show 1')).toMatchObject({ status: 'applied', pruned: true });
  expect((await run('history')).status).toBe(0);
});

describe('a second pass that waits', () => {
  it('for approval, is told with 4 after the run that was applied', async () => {
    const path = await file('12345.NEW;1;Nieuw;nieuw@voorbeeld.nl;nieuw@voorbeeld.nl');
    await run(`plan ${path} --env O12345AA --type user`);
    await run(`approve 1 --digest ${(await json('show 1')).digest}`, 'piet');
    const { status, stdout, stderr } = await run('apply 1 --second-pass');
    expect(status).toBe(4);
    expect(stdout).toMatch(/^Run 1 · applied/u);
    expect(stderr).toMatch(/^Run 1 was applied; its second import, plan 2, waits\./u);
    expect(stderr).toMatch(/approve 2/u);
    expect(await json('show 1')).toMatchObject({ status: 'applied', secondPass: { run: 2, status: 'planned' } });
  });

  it('for a guard, is told with the flag that raises it, by an import and by an act as well', async () => {
    await engine.useCases.setEnvironment('T12345AA', { guards: { maxUpdates: 0 } });
    const path = await file(NEW);
    const importing = await run(`import ${path} --env T12345AA --type user --yes --second-pass`);
    expect(importing.status).toBe(4);
    expect(importing.stdout).toMatch(/^Run 1 · applied/u);
    expect(importing.stderr).toMatch(/plan 2, waits[^]*--max-updates/u);
    const act = 'user add TWO --env T12345AA description=Twee upn=twee@voorbeeld.nl --yes --second-pass';
    expect(await run(act)).toMatchObject({ status: 4, stderr: expect.stringContaining('plan 4, waits') as string });
    expect((await readDirectory(engine.store.directory)).users['T12345AA 12345.TWO']).toMatchObject({ upn: '' });
    const refused = await engine.useCases.apply({ run: 1 }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ key: 'run.notPlanned' });
  });

  it('names both runs to a script', async () => {
    await engine.useCases.setEnvironment('T12345AA', { guards: { maxUpdates: 0 } });
    await run(await planning([NEW]));
    const { status, stdout, stderr } = await run('apply 1 --second-pass --json');
    expect([status, stdout]).toEqual([4, '']);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'secondPass.waits', exit: 4, run: 2, applied: 1 } });
  });

  it('is applied with it where nothing stops it', async () => {
    await run(await planning([NEW]));
    expect(await json('apply 1 --second-pass')).toMatchObject({ run: 1, secondPass: { run: 2, status: 'applied' } });
  });
});

describe('history', () => {
  it('is asked for by status, moment and number, and tells guards and approval of each run', async () => {
    const start = engine.clock.now;
    for (const rows of [[CHANGED], [SAME, NEW], [REJECTED]]) {
      await run(await planning(rows));
      engine.clock.now = new Date(engine.clock.now.getTime() + DAY);
    }
    await run('apply 1');
    const path = await file(NEW);
    await run(`plan ${path} --env O12345AA --type user`);
    const asked = async (words: string): Promise<unknown> => {
      const { stdout } = await run(`history ${words} --json`);
      return (JSON.parse(stdout) as { runs: { run: number }[] }).runs.map((one) => one.run);
    };
    expect(await asked('--status applied')).toEqual([1]);
    expect(await asked('--status APPLIED,planned')).toEqual([4, 3, 2, 1]);
    expect(await asked('--limit 2')).toEqual([4, 3]);
    expect(await asked('--since 2d')).toEqual([4, 3, 2]);
    expect(await asked(`--since ${start.toISOString()}`)).toEqual([4, 3, 2, 1]);
    expect(await asked('--status planned --since 1d --env T12345AA')).toEqual([3]);
    const told = (await json('history')).runs as { run: number; approvalNeeded: boolean; guards: object[] }[];
    expect(told.map(({ approvalNeeded }) => approvalNeeded)).toEqual([true, false, false, false]);
    expect(told.map(({ guards }) => guards.length > 0)).toEqual([true, true, true, true]);
    for (const one of told) expect({ format: '1.0', ...one }).toEqual(await json(`show ${one.run}`));
  });

  it.each([
    ['history --status done', 2, 'planned, delivered, applied, discarded, expired'],
    ['history --limit 0', 2, '--limit'],
    ['history --since yesterday', 2, '--since'],
    ['history --user BBA --status applied', 2, '--status'],
  ])('%s is refused', async (words, status, named) => {
    expect(await run(words)).toMatchObject({ status, stderr: expect.stringContaining(named) as string });
  });
});

describe('include', () => {
  it('takes back what was left out, and is nothing other than that', async () => {
    await run(await planning([CHANGED, NEW]));
    const { digest } = await json('show 1');
    expect(await json('exclude 1 --row 2,3')).toMatchObject({ summary: { outcomes: { excluded: 2 } } });
    expect(await json('include 1 --row 3')).toMatchObject({ summary: { outcomes: { excluded: 1, create: 1 } } });
    expect(await json('include 1 --row 2')).toMatchObject({ digest, summary: { outcomes: { excluded: 0 } } });
  });

  it('counts as shaping the plan', async () => {
    const path = await file(NEW);
    await run(`plan ${path} --env O12345AA --type user`);
    await run('exclude 1 --row 2');
    await run('include 1 --row 2', 'piet');
    const { digest } = await json('show 1');
    expect(await run(`approve 1 --digest ${digest}`, 'piet')).toMatchObject({ status: 4 });
    expect(await run(`approve 1 --digest ${digest}`, 'an')).toMatchObject({ status: 0 });
  });

  it('of a row that is not there is refused; of one that is in already it is told, and an approval stands', async () => {
    const path = await file(NEW, CHANGED);
    await run(`plan ${path} --env O12345AA --type user`);
    await run(`approve 1 --digest ${(await json('show 1')).digest}`, 'piet');
    for (const words of ['include 1 --row 9', 'exclude 1 --row 2,9'])
      expect(await run(words)).toMatchObject({ status: 2, stderr: expect.stringContaining('no row 9') as string });
    const told = await run('include 1 --row 2');
    expect(told).toMatchObject({ status: 0, stderr: expect.stringContaining('row 2 was not left out') as string });
    expect(await json('show 1')).toMatchObject({ approvedBy: 'piet' });
    await run('exclude 1 --row 2');
    const again = await run('exclude 1 --row 2,3');
    expect(again.stderr).toContain('row 2 was left out already');
    expect(await json('show 1')).toMatchObject({ approvedBy: null, summary: { outcomes: { excluded: 2 } } });
  });
});

it('rows are found by several outcomes, and by a message in any letter case', async () => {
  await run(await planning([CHANGED, NEW, REJECTED, '12345.JBO;;Jan Bos;jan@voorbeeld.nl;']));
  const rows = async (words: string): Promise<unknown> =>
    (await run(`show 1 ${words} --json`)).stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { row: number }).row);
  expect(await rows('--outcome create,rejected')).toEqual([3, 4]);
  expect(await rows('--outcome Update')).toEqual([2]);
  expect(await rows('--message code_defaulted')).toEqual([5]);
  expect(await run('show 1 --outcome create,done')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('choose from create') as string,
  });
});

describe('plan with several --env', () => {
  const planned = async (rows: readonly string[], more: string): Promise<Ended> =>
    run(`plan ${await file(...rows)} --type user ${more}`);

  it('answers one object a line, and the plans are applied side by side', async () => {
    const { status, stdout, stderr } = await planned([CHANGED], '--env T12345AA --env t12345ab,O12345AA --json');
    expect(status).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(answers).toMatchObject([
      { run: 1, environment: 'T12345AA', set: [1, 2, 3] },
      { run: 2, environment: 'T12345AB', set: [1, 2, 3] },
      { run: 3, environment: 'O12345AA', set: [1, 2, 3], approvalNeeded: true },
    ]);
    expect(stderr).toContain('T12345AA (1), T12345AB (1)');
    for (const one of [2, 1]) expect(await json(`apply ${one}`)).toMatchObject({ status: 'applied', set: [1, 2, 3] });
    expect((await readDirectory(engine.store.directory)).users['T12345AB 12345.BBA']).toMatchObject({
      description: 'Bea de Bakker',
    });
    expect((await run('show 2')).stdout).toMatch(/Together with +1, 3 \(/u);
    expect((await run('history')).stdout).toContain('users.csv (with 1, 2)');
  });

  it('says nothing of the same users where there are none', async () => {
    const { stdout, stderr } = await planned([CHANGED], '--env T12345AA --env A12345AA');
    expect(stderr).not.toContain('the same users');
    expect(stdout).toMatch(/^Plan 1 · planned[^]*\n\nPlan 2 · planned/u);
  });

  it('ends with the highest status, and stores what has nothing to do as discarded', async () => {
    expect(await planned([SAME, REJECTED], '--env T12345AA --env T12345AB')).toMatchObject({ status: 3 });
    const both = await planned(
      [SAME, '12345.JBO;1;Jan B.;jan@voorbeeld.nl;'],
      '--env T12345AA --env T12345AB --exit-on-changes --json',
    );
    expect(both.status).toBe(7);
    const none = await planned([SAME], '--env T12345AA --env T12345AB --exit-on-changes --json');
    expect([none.status, none.stdout.match(/"status":"discarded"/gu)?.length]).toEqual([0, 2]);
  });

  it('stores all or none', async () => {
    await run(await planning([CHANGED]));
    await run('apply 1');
    const { status, stderr } = await planned([CHANGED], '--env A12345AA --env T12345AA');
    expect([status, stderr]).toEqual([6, expect.stringContaining('run 1') as string]);
    expect((await json('history')).runs).toHaveLength(1);
    expect(await engine.useCases.checkDatabase()).toEqual([]);
  });

  it.each([
    ['--env T12345AA --env t12345aa', 'names T12345AA twice'],
    ['--env T12345AA --env T99999XX', 'T99999XX'],
    ['--env T12345AA,', '--env'],
  ])('%s is refused', async (more, named) => {
    const { status, stderr } = await planned([CHANGED], more);
    expect([status, stderr]).toEqual([2, expect.stringContaining(named) as string]);
    expect((await json('history')).runs).toEqual([]);
  });
});
