/** Whom an environment protects loses nothing by a plan, whichever way it is made. */
import { describe, expect, test } from 'vitest';
import { readFilter, readRowFilter } from '../../src/application/readFilter.js';
import type { RunAnswer } from '../../src/application/useCases.js';
import type { ActRequest } from '../../src/application/userUseCases.js';
import { isAbsentRow } from '../../src/domain/absent.js';
import type { Message } from '../../src/domain/messages.js';
import { stateWords } from '../../src/presentation/userSheet.js';
import { readDirectory, type DirectoryPatch } from '../support/engineDirectory.js';
import { rowsOf, stopOf, stoppedFor, type Engine } from '../support/engine.js';
import { ABSENT_RAISED, madeFiles, planRows, type MadeImport, type RowTexts } from '../support/engineRows.js';
import { freshEngine } from '../support/engineTest.js';

const PASSWORD = 'Zomer-in-Utrecht-27!';

/** Dora is protected by each of the filters that are tried; Gijs by none of them. */
const DORA = {
  description: 'Dora Directie',
  email: 'dora@voorbeeld.nl',
  upn: 'dora@voorbeeld.nl',
  person: '100001',
  groups: ['HRM'],
  access: ['profit', 'inSite', 'portalAdmin'],
  tokens: ['Pocket / telefoon van Dora'],
} as const;
const COMPANY: DirectoryPatch = {
  users: {
    'T12345AA 12345.DORA': DORA,
    'T12345AA 12345.GIJS': { description: 'Gijs', email: 'gijs@voorbeeld.nl', groups: ['INKOOP'] },
    // Linked to Dora of T12345AA, and in a group that is there alone.
    'T12345AB 12345.DORA': { ...DORA, person: null, groups: ['VERKOOP'], access: ['profit'], tokens: [] },
    'T12345AB 12345.GIJS': { description: 'Gijs', email: 'gijs@voorbeeld.nl' },
  },
};

async function company(protect: string, patch: DirectoryPatch = {}, environment = 'T12345AA'): Promise<Engine> {
  const engine = await freshEngine(
    { ...COMPANY, ...patch, users: { ...COMPANY.users, ...patch.users } },
    // A row a chunk: what earlier rows did is read back.
    { files: madeFiles(1) },
  );
  await engine.useCases.setEnvironment('T12345AA', { guards: { minAdmins: 0 } });
  await engine.useCases.setEnvironment(environment, { protect });
  return engine;
}

/** What is told of each row: that it is refused for a protected user, and where; or else what it does. */
async function told(engine: Engine, { run }: Pick<RunAnswer, 'run'>): Promise<readonly string[]> {
  const rows = await rowsOf(engine, run.id);
  return rows.map(({ outcome, messages }) => protectedIn(messages) ?? outcome);
}

function protectedIn(messages: readonly Message[]): string | undefined {
  const found = messages.find(({ code }) => code === 'PROTECTED');
  return found && `${found.level} ${found.params['environments']}`;
}

const KEPT = { email: 'keep', upn: 'keep', description: 'keep' } as const;

const imported = (engine: Engine, rows: readonly RowTexts[], given: Partial<MadeImport> = {}): Promise<RunAnswer> =>
  planRows(engine.useCases, {
    rows: rows.map((row) => ({ user: 'DORA', ...row })),
    settings: { emptyRules: KEPT },
    importAgain: true,
    raised: ABSENT_RAISED,
    ...given,
  });

const acted = async (engine: Engine, act: Omit<ActRequest, 'environment' | 'users'>): Promise<readonly string[]> =>
  told(engine, await engine.useCases.act({ environment: 'T12345AA', users: ['DORA'], ...act }));

const applied = (engine: Engine, { run }: Pick<RunAnswer, 'run'>): Promise<RunAnswer> =>
  engine.useCases.apply({ run: run.id, guards: ABSENT_RAISED });

/** Whom a plan blocks that names nobody but Dora. */
async function absentOf(engine: Engine, where: string): Promise<readonly string[]> {
  const settings = { emptyRules: KEPT, absent: { action: 'block', where } } as const;
  const { run } = await imported(engine, [{ mutationCode: '6' }], { settings });
  return (await rowsOf(engine, run.id)).filter(({ row }) => isAbsentRow(row)).map(({ user }) => user);
}

const BLOCK = { mutationCode: '0' } as const;
const HERE = 'error T12345AA';
const THERE = 'error T12345AB';

test('no row of a file takes anything away, and what takes nothing goes through', async () => {
  const engine = await company('group:HRM');
  const rows: readonly (readonly [string, RowTexts])[] = [
    [HERE, BLOCK],
    [HERE, { mutationCode: '' }],
    [HERE, { mutationCode: '2' }],
    [HERE, { mutationCode: '4', newUser: 'DORAN' }],
    [HERE, { mutationCode: '4', newUser: '12345.Dora' }],
    [HERE, { mutationCode: '5', password: PASSWORD }],
    [HERE, { mutationCode: '1', profit: 'N' }],
    [HERE, { mutationCode: '3', group: 'NIEUW', password: PASSWORD }],
    ['unchanged', { mutationCode: '6' }],
    ['update', { mutationCode: '1', group: 'INKOOP' }],
    ['update', { mutationCode: '3', group: 'NIEUW', outSite: 'J' }],
    ['update', { mutationCode: '1', description: 'Anders', email: 'anders@voorbeeld.nl', upn: 'anders@voorbeeld.nl' }],
    ['update', { mutationCode: '1', person: '100002' }],
    // As she is after those rows, she could lose more; not as she was before them.
    [HERE, { mutationCode: '1', outSite: 'N' }],
  ];
  expect(
    await told(
      engine,
      await imported(
        engine,
        rows.map(([, row]) => row),
      ),
    ),
  ).toEqual(rows.map(([outcome]) => outcome));
  const access = await imported(engine, [{ profit: 'N' }], { type: 'mutation' });
  expect(await told(engine, access)).toEqual([HERE]);
});

test('no act by hand does, for one user or for all whom a filter finds', async () => {
  const engine = await company('group:HRM');
  expect(await acted(engine, { act: 'block' })).toEqual([HERE]);
  expect(await acted(engine, { act: 'block', keepGroups: true, system: true })).toEqual([HERE]);
  expect(await acted(engine, { act: 'rename', values: { newUser: 'DORAN' } })).toEqual([HERE]);
  expect(await acted(engine, { act: 'password', password: PASSWORD })).toEqual([HERE]);
  expect(await acted(engine, { act: 'leave', groups: ['HRM'] })).toEqual([HERE]);
  expect(await acted(engine, { act: 'set', values: { portalAdmin: 'N' } })).toEqual([HERE]);
  expect(await acted(engine, { act: 'accept', values: { accept: 'J' } })).toEqual(['update']);
  expect(await acted(engine, { act: 'merge', into: 'GIJS' })).toEqual([HERE]);
  expect(await acted(engine, { act: 'delete' })).toEqual([HERE]);
  expect(await acted(engine, { act: 'unblock' })).toEqual(['unchanged']);
  const where = { act: 'block', users: readFilter('user:DORA'), environment: 'T12345AA' } as const;
  expect(await told(engine, await engine.useCases.act(where))).toEqual([HERE]);
  // She gets the groups of the other.
  const merged = { act: 'merge', users: ['GIJS'], into: 'DORA', environment: 'T12345AA' } as const;
  expect(await told(engine, await engine.useCases.act(merged))).toEqual(['delete']);
});

test('whatever a filter asks for decides, as users are before the plan', async () => {
  const engine = await company('group:HRM');
  const finds = async (environment: string, protect: string): Promise<boolean> => {
    await engine.useCases.setEnvironment(environment, { protect });
    const rows = [
      // Nothing that the filters look for is left when she is blocked.
      {
        mutationCode: '1',
        description: 'Zomaar',
        email: 'zomaar@voorbeeld.nl',
        upn: '',
        person: '',
        siteLanguage: '2057',
      },
      { mutationCode: '4', newUser: 'DORAN' },
    ];
    const { run } = await imported(engine, rows, { settings: { emptyRules: { upn: 'clear', person: 'clear' } } });
    return (await told(engine, { run }))[1] === `error ${environment}`;
  };
  const here = [
    'omschrijving~directie',
    'e-mail:dora@*',
    'upn:dora@voorbeeld.nl',
    'person:100001',
    'siteLanguage:1043',
  ];
  const groups = ['group:HRM', '-group:INKOOP', 'group:Iedereen', 'portalAdmin:ja', 'token~dora', 'token:ja'];
  for (const filter of [...here, ...groups, 'directie', '-gijs', 'user:DORA', 'blocked:no system:no', 'env:T12345AA'])
    expect([filter, await finds('T12345AA', filter)]).toEqual([filter, true]);
  for (const filter of ['group:INKOOP', 'gijs', 'blocked:ja', '-user:DORA', 'group:HRM token:no', 'leftover:ja'])
    expect([filter, await finds('T12345AA', filter)]).toEqual([filter, false]);
  await engine.useCases.setEnvironment('T12345AA', { protect: null });
  for (const filter of ['group:VERKOOP', 'token:no', 'directie', '-portalAdmin:ja'])
    expect([filter, await finds('T12345AB', filter)]).toEqual([filter, true]);
  for (const filter of ['group:HRM', 'token:ja'])
    expect([filter, await finds('T12345AB', filter)]).toEqual([filter, false]);
});

test('what follows to a linked user is refused where that one is protected, and what does not follow goes through', async () => {
  const engine = await company('group:VERKOOP', {}, 'T12345AB');
  const rows = [{ mutationCode: '4', newUser: 'DORAN' }, { mutationCode: '5', password: PASSWORD }, BLOCK];
  expect(await told(engine, await imported(engine, rows))).toEqual([THERE, THERE, 'block']);
  expect(await acted(engine, { act: 'merge', into: 'GIJS' })).toEqual([THERE]);
  await engine.useCases.setEnvironment('T12345AA', { protect: 'user:DORA' });
  expect(await told(engine, await imported(engine, rows))).toEqual([`${HERE}, T12345AB`, `${HERE}, T12345AB`, HERE]);
});

test('one user is told to be protected where that is so', async () => {
  const { useCases } = await company('group:VERKOOP', {}, 'T12345AB');
  const [dora] = await useCases.userAccounts('DORA');
  const told = dora?.users.map((user) => [user.environment, stateWords(user, 'en')]);
  expect(told).toEqual([
    ['T12345AA', ['active']],
    ['T12345AB', ['active', 'protected']],
  ]);
});

test('what is not known of a user may be what the filter asks for, and that is said', async () => {
  const unknown = { environment: 'T12345AA', user: '12345.GIJS', unknown: ['description', 'portalAdmin'] };
  const engine = await company('omschrijving~directie group:INKOOP');
  await engine.store.directory.import({ users: [unknown as never] });
  const block = { ...BLOCK, user: 'GIJS' };
  const { run } = await imported(engine, [block]);
  expect((await rowsOf(engine, run.id))[0]?.messages[0]).toMatchObject({
    code: 'PROTECTED',
    params: { user: '12345.GIJS', filter: 'omschrijving~directie group:INKOOP', unknown: 'description' },
  });
  for (const [protect, outcome] of [
    ['omschrijving~directie group:HRM', 'block'],
    ['-omschrijving:directie', HERE],
    ['portalAdmin:no', HERE],
    ['directie', HERE],
    ['-gijs', 'block'],
    ['-directie', HERE],
  ] as const) {
    await engine.useCases.setEnvironment('T12345AA', { protect });
    expect([protect, ...(await told(engine, await imported(engine, [block])))]).toEqual([protect, outcome]);
    expect([protect, await absentOf(engine, 'user:GIJS')]).toEqual([protect, outcome === HERE ? [] : ['12345.GIJS']]);
  }
  // What may be taken is taken.
  await engine.useCases.setEnvironment('T12345AA', { protect: 'user:GIJS' });
  expect(await told(engine, await imported(engine, [{ user: 'GIJS', mutationCode: '1', portalAdmin: 'N' }]))).toEqual([
    HERE,
  ]);
});

test('bringing environments in line renames nobody who is protected, and writes the rest', async () => {
  const engine = await company(
    'user:DORA',
    {
      users: {
        'T12345AA 12345.DORA': { ...DORA, user: '12345.Dora' },
        'T12345AB 12345.GIJS': { description: 'Gijs G.' },
      },
    },
    'T12345AB',
  );
  const outcomes = Object.fromEntries(
    (await rowsOf(engine, (await engine.useCases.align('T12345AA')).run.id)).map(({ user, outcome, messages }) => [
      user,
      protectedIn(messages) ?? outcome,
    ]),
  );
  expect(outcomes).toMatchObject({ '12345.Dora': THERE, '12345.GIJS': 'update' });
});

test('an undo takes back nothing from whom is protected by now', async () => {
  const engine = await company('user:ANDERS');
  const given = await imported(engine, [
    { mutationCode: '1', group: 'INKOOP' },
    { user: 'GIJS', mutationCode: '1', group: 'HRM' },
    { user: 'NIEUW', mutationCode: '1', description: 'Nieuw' },
  ]);
  await applied(engine, given);
  await engine.useCases.setEnvironment('T12345AA', { protect: '-user:GIJS' });
  const undone = Object.fromEntries(
    (await rowsOf(engine, (await engine.useCases.undo(given.run.id)).run.id)).map(({ user, outcome, messages }) => [
      user,
      protectedIn(messages) ?? outcome,
    ]),
  );
  expect(undone).toEqual({ '12345.DORA': HERE, '12345.GIJS': 'update', '12345.NIEUW': HERE });
});

test('the second pass, and a user whom the plan makes, are not held up', async () => {
  const engine = await company('description:Nieuw');
  const given = await imported(engine, [
    { user: 'NIEUW', mutationCode: '1', description: 'Nieuw', upn: 'nieuw@voorbeeld.nl' },
    { user: 'NIEUW', mutationCode: '4', newUser: 'NIEUWER' },
  ]);
  expect(await told(engine, given)).toEqual(['create', 'rename']);
  await applied(engine, given);
  expect(await told(engine, await engine.useCases.secondPass(given.run.id))).toEqual(['update']);
});

test('who is protected is not absent', async () => {
  const engine = await company('group:HRM');
  const absent = async (where: string): Promise<unknown> => {
    const { run } = await imported(engine, [{ user: 'GIJS', mutationCode: '1' }]);
    const listed: string[] = [];
    for await (const users of engine.useCases.absentNow(run.id, readRowFilter(where)))
      listed.push(...users.map(({ user }) => user));
    return [run.summary.absent?.users, listed, await absentOf(engine, where)];
  };
  const [count] = (await absent('user:DORA')) as [number];
  expect(await absent('user:DORA')).toEqual([count, [], []]);
  await engine.useCases.setEnvironment('T12345AA', { protect: 'user:DORA' });
  // Of the group are Bea and Jan as well.
  expect(await absent('group:HRM')).toEqual([count + 2, ['12345.BBA', '12345.JBO'], ['12345.BBA', '12345.JBO']]);
});

test('a directory that would take something from such a user is refused as a whole', async () => {
  const engine = await company('group:HRM user:12345.DORA');
  const { store } = engine;
  const before = await readDirectory(store.directory);
  const dora = { environment: 'T12345AA', user: '12345.DORA' };
  for (const taken of [{ blocked: true }, { access: { profit: false } }, { groups: [] }]) {
    const stop = await stopOf(store.directory.import({ users: [{ ...dora, ...taken }] }));
    expect([stop.kind, stop.key, stop.params]).toEqual([
      'guarded',
      'directory.protected',
      { environment: 'T12345AA', environments: 'T12345AA', count: 1 },
    ]);
    expect(stop.details.map(({ params }) => params?.['user'])).toEqual(['12345.DORA']);
  }
  // By another number the filter would mean somebody else.
  const other = await stopOf(store.directory.import({ environments: [{ code: 'T12345AA', participant: '99' }] }));
  expect(other.details.map(({ key }) => key)).toEqual(['directory.fault.participantProtects']);
  expect(await readDirectory(store.directory)).toEqual(before);
  const given = { ...dora, description: 'Dora', access: { outSite: true }, groups: ['HRM', 'INKOOP'], tokens: [] };
  expect((await store.directory.import({ users: [given] })).users.changed).toBe(1);
});

test('a plan that is worked out anew, in part as well, is judged by whom is protected by then', async () => {
  const engine = await freshEngine(COMPANY, { files: madeFiles(1), inPart: { from: 0, share: 1 } });
  const { run } = await imported(engine, [BLOCK, { ...BLOCK, user: 'GIJS' }]);
  await engine.useCases.setEnvironment('T12345AA', { protect: 'user:DORA' });
  expect(await told(engine, await engine.useCases.exclude(run.id, { out: [3] }))).toEqual([HERE, 'excluded']);
  await engine.useCases.setEnvironment('T12345AA', { protect: 'user:GIJS' });
  expect(await told(engine, await engine.useCases.planAgain(run.id, {}))).toEqual(['block', 'excluded']);
});

describe('a plan that was made before', () => {
  test.each(['T12345AA', 'T12345AB'])('%s protected anybody is stale', async (environment) => {
    const engine = await company('user:ANDERS', {}, 'O12345AA');
    const plan = await imported(engine, [{ mutationCode: '4', newUser: 'DORAN' }]);
    await engine.useCases.setEnvironment(environment, { protect: 'user:GIJS' });
    expect(await stoppedFor(applied(engine, plan))).toEqual(['stale', [expect.stringContaining('stale.environment')]]);
  });

  test('the filter found her is stale, though what follows to linked users was all that changed', async () => {
    const engine = await company('description:Beschermd');
    const plan = await imported(engine, [BLOCK]);
    const harmless = await imported(engine, [{ mutationCode: '1', group: 'INKOOP' }]);
    await applied(engine, await imported(engine, [{ mutationCode: '1', description: 'Beschermd' }]));
    expect(await stoppedFor(applied(engine, plan))).toEqual(['stale', ['stale.userChanged', 'stale.userChanged']]);
    await applied(engine, harmless);
  });
});
