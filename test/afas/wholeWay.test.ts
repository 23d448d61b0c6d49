/** The whole way with a stand-in: pulled, planned, delivered, imported there, pulled again, verified. */
import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { UseCases } from '../../src/application/useCases.js';
import type { KnUserMessage } from '../../src/domain/delivery/knUser.js';
import { delivered } from '../support/deliveries.js';
import { openEngine, rowsOf, type Engine } from '../support/engine.js';
import { directoryOf } from '../support/engineDirectory.js';
import { madeFiles, planRows } from '../support/engineRows.js';
import { posted } from '../support/afas/knUser.js';
import type { StandIn } from '../support/afas/standIn.js';
import { FIRST, SECOND, type Switches } from '../support/afas/switches.js';
import { CODE, connected } from './support.js';

interface Mirror {
  readonly engine: Engine;
  readonly useCases: UseCases;
  readonly standIn: StandIn;
}

/** An environment that is connected to a stand-in, and not pulled yet. */
async function mirror(switches?: Switches): Promise<Mirror> {
  const { live, connect, standIn } = await connected(undefined, switches);
  const { settings } = await connect();
  const directory = directoryOf({ environments: { [CODE]: {} } });
  const engine = await openEngine({ directory, files: madeFiles(), live });
  onTestFinished(() => engine.close());
  await engine.store.directory.setEnvironment(CODE, { connection: settings });
  return { engine, useCases: engine.useCases, standIn };
}

const aMinutePasses = ({ clock }: Engine): void => {
  clock.now = new Date(clock.now.getTime() + 60_000);
};

test('what is planned on a mirror comes back from the live environment as it was planned, a rename too', async () => {
  const { engine, useCases, standIn } = await mirror();
  const { counts } = await useCases.pullEnvironment(CODE);
  expect(counts.users).toEqual({ created: 5, changed: 0, gone: 0, same: 0 });
  const rows = [
    { user: 'BKR', mutationCode: '1', newUser: '', description: 'Bea B', email: 'bea@x.nl', upn: 'b@x.nl' },
    { user: 'CAS', mutationCode: '4', newUser: 'CSS', description: 'Cas', email: '', upn: '' },
    { user: 'DDE', mutationCode: '6', newUser: '', description: 'Dirk', email: '', upn: '' },
  ];
  const { run } = await planRows(useCases, { rows });
  const planned = await rowsOf(engine, run.id);
  expect(planned.map(({ outcome }) => outcome)).toEqual(['update', 'rename', 'unblock']);
  const file = await delivered(engine, { run: run.id });
  expect(file.refused).toEqual([]);
  standIn.importFile(CODE, 'user', await readFile(file.path, 'utf8'));
  const again = await useCases.pullEnvironment(CODE);
  expect(again.counts.users).toEqual({ created: 0, changed: 3, gone: 0, same: 2 });
  const verified = await useCases.verify(run.id);
  expect(verified.counts).toMatchObject({ notYet: 0, otherwise: 0 });
  expect(verified.run.status).toBe('applied');
  const history = await useCases.userHistory('CSS');
  expect(history.map(({ kind, field, from, to }) => [kind, field, from, to])).toContainEqual([
    'pull',
    'user',
    '12345.CAS',
    '12345.CSS',
  ]);
  expect(await useCases.checkDatabase()).toEqual([]);
});

test.each([FIRST, SECOND])(
  'a new user gets its UPN by a second import: its file at once, or its own run after the pull',
  async (switches) => {
    const { engine, useCases, standIn } = await mirror(switches);
    const pull = async (): Promise<void> => {
      aMinutePasses(engine);
      await useCases.pullEnvironment(CODE);
      aMinutePasses(engine);
    };
    await pull();
    const rows = ['EEN', 'TWEE'].map((user) => ({
      user,
      mutationCode: '1',
      description: user,
      email: `${user}@x.nl`,
      upn: `${user}@x.nl`,
    }));
    const plan = async (row: (typeof rows)[number] | undefined): Promise<number> =>
      (await planRows(useCases, { rows: row ? [row] : [] })).run.id;
    const readFileOf = (path: string): Promise<string> => readFile(path, 'utf8');

    const first = await plan(rows[0]);
    const file = await delivered(engine, { run: first });
    expect(file.told.map(({ code }) => code)).toEqual(['UPN_LATER']);
    const second = await delivered(engine, { run: first, as: 'second-pass' }, 'second.csv');
    standIn.importFile(CODE, 'user', await readFileOf(file.path));
    standIn.importFile(CODE, 'mutation', await readFileOf(second.path));
    await pull();
    const verified = await useCases.verify(first);
    expect([verified.run.status, verified.waiting]).toEqual(['applied', []]);

    const other = await plan(rows[1]);
    const otherFile = await delivered(engine, { run: other });
    expect((await useCases.verify(other)).readBefore).not.toBeNull();
    standIn.importFile(CODE, 'user', await readFileOf(otherFile.path));
    await pull();
    const { run: own } = await useCases.secondPass(other);
    const ownFile = await delivered(engine, { run: own.id });
    expect([ownFile.as, ownFile.rows, ownFile.refused]).toEqual(['second-pass', 1, []]);
    const waits = await useCases.verify(other);
    expect([waits.run.status, waits.waiting]).toEqual([
      'applied',
      [{ user: '12345.TWEE', upn: 'TWEE@x.nl', found: '' }],
    ]);
    standIn.importFile(CODE, 'mutation', await readFileOf(ownFile.path));
    await pull();
    const done = await useCases.verify(own.id);
    expect([done.run.status, done.counts.so]).toEqual(['applied', 1]);
    expect(await useCases.checkDatabase()).toEqual([]);
  },
);

test.each([FIRST, SECOND])(
  'as messages it comes back as well, with the UPNs of new users behind the others',
  async (switches) => {
    const { engine, useCases, standIn } = await mirror(switches);
    await useCases.pullEnvironment(CODE);
    const rows = [
      { user: 'EEN', mutationCode: '1', description: 'Een', email: 'een@x.nl', upn: 'een@x.nl' },
      { user: 'BKR', mutationCode: '1', description: 'Bea', email: 'bea@x.nl', upn: 'b@x.nl' },
    ];
    const { run } = await planRows(useCases, { rows });
    for (const as of [undefined, 'second-pass'] as const) {
      const file = await delivered(engine, { run: run.id, as, messages: true }, `${as ?? 'first'}.jsonl`);
      expect([file.as, file.isSecond, file.refused]).toEqual(['kn-user', as !== undefined, []]);
      for (const body of (await readFile(file.path, 'utf8')).trimEnd().split('\n')) {
        const { Element } = (JSON.parse(body) as KnUserMessage).KnUser;
        const method = standIn.directory.users[`${CODE} ${Element['@UsId']}`] ? 'PUT' : 'POST';
        posted(standIn.directory, { environment: CODE, method, body, switches, licences: 99 }, (left) => {
          standIn.directory = left;
        });
      }
    }
    aMinutePasses(engine);
    await useCases.pullEnvironment(CODE);
    const verified = await useCases.verify(run.id);
    expect([verified.run.status, verified.waiting]).toEqual(['applied', []]);
  },
);
