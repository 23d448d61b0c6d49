/** A mirror is brought in line with a live environment: the same on both databases (docs/rules.md, *Mirrors*). */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserJson } from '../../src/application/directoryJson.js';
import type { AuditRecord } from '../../src/application/ports/auditLog.js';
import { nullWhereUnknown } from '../../src/application/unknownJson.js';
import { readFilter } from '../../src/application/readFilter.js';
import { UserError } from '../../src/application/userError.js';
import type { ConnectionSettings } from '../../src/domain/connection.js';
import { NO_FILTER } from '../../src/domain/userFilter.js';
import { unknownTexts } from '../../src/presentation/runParts.js';
import { readDirectoryFile } from '../../src/files/directoryFile.js';
import { readFile } from 'node:fs/promises';
import { delivered } from '../support/deliveries.js';
import { CONNECTION } from '../support/connection.js';
import { openEngine, rowsOf, stopOf, type Engine } from '../support/engine.js';
import { directoryOf } from '../support/engineDirectory.js';
import { madeFiles, planRows } from '../support/engineRows.js';
import { LiveMemory } from '../support/liveMemory.js';
import { PostgresServer } from '../support/postgres.js';

const CODE = 'T12345AA';
const NONE = { created: 0, changed: 0, gone: 0, same: 0 };

let server: PostgresServer | undefined;
beforeAll(async () => {
  server = await PostgresServer.start();
}, 60_000);
afterAll(() => server?.remove());

describe.each([
  ['SQLite', () => Promise.resolve(':memory:')],
  ['PostgreSQL', async () => (await server?.createEmpty()) ?? ''],
] as const)('on %s', (_name, place) => {
  let engine: Engine;
  let live: LiveMemory;

  beforeEach(async () => {
    live = new LiveMemory({
      '12345.BKR': { description: 'Bea', email: 'b@x.nl', upn: 'b@x.nl', person: '100001', groups: ['INKOOP', 'HRM'] },
      '12345.CAS': { description: 'Cas', groups: ['HRM', 'Iedereen'] },
      AFASUSER: { description: 'AFAS', blocked: true },
    });
    live.persons = { '100001': 'Bea Bakker', '100002': 'Cas' };
    engine = await openEngine({
      path: await place(),
      directory: directoryOf({ environments: { [CODE]: {} } }),
      files: madeFiles(),
      live,
    });
    await connect(CONNECTION);
  });
  afterEach(() => engine.close());

  async function connect(connection: ConnectionSettings | null): Promise<void> {
    await engine.store.directory.setEnvironment(CODE, { connection });
  }

  async function users(): Promise<readonly UserJson[]> {
    const found: UserJson[] = [];
    for await (const part of engine.useCases.exportDirectory()) if (part.list === 'users') found.push(...part.items);
    return found.sort((one, other) => (one.user < other.user ? -1 : 1));
  }

  async function audited(): Promise<readonly AuditRecord[]> {
    const found: AuditRecord[] = [];
    for await (const records of engine.useCases.audited({})) found.push(...records);
    return found.filter(({ what }) => what === 'env.pull');
  }

  const pull = (request = {}): ReturnType<Engine['useCases']['pullEnvironment']> =>
    engine.useCases.pullEnvironment(CODE, request);

  const historyOf = async (user: string): Promise<readonly (readonly unknown[])[]> =>
    (await engine.useCases.userHistory(user)).map(({ kind, field, from, to }) => [kind, field, from, to]);

  test('an empty mirror becomes what the live environment has, and a second pull finds it the same', async () => {
    const { counts, run } = await pull();
    expect(counts).toEqual({
      users: { ...NONE, created: 3 },
      groups: { ...NONE, created: 2 },
      memberships: { ...NONE, created: 3 },
      persons: { ...NONE, created: 2 },
    });
    expect(run).toBe(1);
    const [bea, cas, afas] = await users();
    expect(bea).toMatchObject({ user: '12345.BKR', description: 'Bea', person: '100001', groups: ['HRM', 'INKOOP'] });
    expect(cas).toMatchObject({ user: '12345.CAS', person: null, groups: ['HRM'] });
    expect(afas).toMatchObject({ user: 'AFASUSER', blocked: true });
    const again = await pull();
    expect(again.run).toBeNull();
    expect(again.counts).toEqual({
      users: { ...NONE, same: 3 },
      groups: { ...NONE, same: 2 },
      memberships: { ...NONE, same: 3 },
      persons: { ...NONE, same: 2 },
    });
    expect(await engine.useCases.checkDatabase()).toEqual([]);
  });

  test('what changed, came and went is told, written, and in the history of each user', async () => {
    await pull();
    live.users = {
      '12345.BKR': { description: 'Bea', email: 'bea@x.nl', upn: 'b@x.nl', person: '100009', groups: ['HRM'] },
      '12345.DIK': { description: 'Dik' },
      AFASUSER: { description: 'AFAS', blocked: true },
    };
    const { counts } = await pull({ acceptShrunk: true });
    expect(counts.users).toEqual({ created: 1, changed: 1, gone: 1, same: 1 });
    expect(counts.memberships).toEqual({ created: 0, changed: 0, gone: 2, same: 1 });
    expect((await users()).map(({ user }) => user)).toEqual(['12345.BKR', '12345.DIK', 'AFASUSER']);
    expect((await historyOf('12345.BKR')).slice(0, 3)).toEqual([
      ['pull', 'email', 'b@x.nl', 'bea@x.nl'],
      ['pull', 'person', '100001', '100009'],
      ['pull', 'group', 'INKOOP', null],
    ]);
    expect((await historyOf('12345.CAS'))[0]).toEqual(['pull', 'user', '12345.CAS', null]);
    expect(await engine.useCases.checkDatabase()).toEqual([]);
  });

  test('a user that is gone holds no code and no UPN, and comes back as the same one', async () => {
    await pull();
    const bea = live.users['12345.BKR'] ?? {};
    delete live.users['12345.BKR'];
    live.users['12345.EVA'] = { description: 'Eva', upn: 'b@x.nl' };
    await pull({ acceptShrunk: true });
    expect(await gone()).toEqual(['12345.BKR']);
    live.users['12345.BKR'] = { ...bea, upn: '' };
    const { counts } = await pull();
    expect(counts.users).toEqual({ ...NONE, created: 1, same: 3 });
    expect(await gone()).toEqual([]);
    const history = await historyOf('12345.BKR');
    expect(history.filter(([, field]) => field === 'user')).toEqual([
      ['pull', 'user', null, '12345.BKR'],
      ['pull', 'user', '12345.BKR', null],
      ['pull', 'user', null, '12345.BKR'],
    ]);
    expect(await engine.useCases.checkDatabase()).toEqual([]);
  });

  test('who is emptied without being known may lose a value: guards count it, and the row says so', async () => {
    live.users['12345.BKR'] = { description: 'Bea', email: null, upn: null };
    await pull();
    const { run } = await planRows(engine.useCases, {
      environment: CODE,
      type: 'mutation',
      rows: [{ user: 'BKR', description: 'Bea B.' }],
    });
    const [row] = await rowsOf(engine, run.id);
    expect(row?.messages.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'FIELD_CLEARED email',
      'FIELD_CLEARED upn',
    ]);
    const { guards } = await engine.useCases.answer(run.id);
    expect(guards.filter(({ tripped }) => tripped).map(({ guard }) => guard)).toContain('unmapped-identity');
  });

  test('a first pull that would make users gone who were entered here is refused, with how many, unless that is meant', async () => {
    await engine.store.directory.import(
      directoryOf({
        users: { [`${CODE} 12345.HAND`]: {}, [`${CODE} 12345.OUD`]: { blocked: true }, [`${CODE} 12345.CAS`]: {} },
      }),
    );
    for (const dryRun of [true, false]) {
      const { kind, key, params } = await stopOf(pull({ dryRun }));
      expect([kind, key, params]).toEqual([
        'guarded',
        'pull.firstGone',
        { environment: CODE, gone: 2, active: 1, there: 2 },
      ]);
    }
    expect((await users()).map(({ user }) => user)).toEqual(['12345.CAS', '12345.HAND', '12345.OUD']);
    expect((await pull({ acceptShrunk: true })).counts.users.gone).toBe(2);
    expect(await gone()).toEqual(['12345.HAND', '12345.OUD']);
  });

  test('a dry run counts the same, writes nothing and is not recorded', async () => {
    const { counts, run } = await pull({ dryRun: true });
    expect([counts.users.created, run]).toEqual([3, null]);
    expect(await users()).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  test('less than half of what the pull before had is refused, by kind, until it is accepted', async () => {
    await pull();
    live.users = { '12345.BKR': { description: 'Bea', groups: ['HRM'] } };
    live.persons = { '100001': 'Bea Bakker' };
    const stopped = await stopOf(pull());
    expect([stopped.kind, stopped.key]).toEqual(['guarded', 'pull.shrunk']);
    expect(stopped.details.map(({ key }) => key)).toEqual(['pull.shrunk.users', 'pull.shrunk.memberships']);
    expect((await users()).length).toBe(3);
    expect((await pull({ acceptShrunk: true })).counts.users.gone).toBe(2);
    const outcomes = (await audited()).map(({ outcome, exit }) => [outcome, exit]);
    expect(outcomes).toEqual([
      ['done', 0],
      ['refused', 4],
      ['done', 0],
    ]);
  });

  test('a group that nobody is in is kept where only those with members are told, and goes where all are', async () => {
    await pull();
    live.users['12345.BKR'] = { ...live.users['12345.BKR'], groups: ['HRM'] };
    expect((await pull()).counts.groups).toEqual({ ...NONE, same: 1 });
    expect((await engine.useCases.groupsOf(1)).map(({ code }) => code)).toEqual(['HRM', 'Iedereen', 'INKOOP']);
    live.groups = { HRM: 'Personeel' };
    expect((await pull()).counts.groups).toEqual({ ...NONE, changed: 1, gone: 1 });
    expect((await engine.useCases.groupsOf(1)).map(({ code }) => code)).toEqual(['HRM', 'Iedereen']);
  });

  test('a reading that breaks off leaves the mirror as it was', async () => {
    await pull();
    live.users['12345.DIK'] = {};
    const read = live.read.bind(live);
    live.read = async () => ({
      ...(await read()),
      memberships: (async function* () {
        yield await Promise.resolve([{ user: '12345.BKR', group: 'HRM' }]);
        throw new UserError('failure', 'plan.interrupted');
      })(),
    });
    await expect(pull()).rejects.toThrow('plan.interrupted');
    expect((await users()).length).toBe(3);
    expect((await audited()).at(-1)).toMatchObject({ outcome: 'failed', environment: CODE });
  });

  test('a directory that is exported says nothing of what its environments are connected to, and is imported as the same', async () => {
    await pull();
    const exported: Record<string, unknown> = {};
    for await (const { list, items } of engine.useCases.exportDirectory())
      exported[list] = [...((exported[list] as unknown[] | undefined) ?? []), ...items];
    const text = JSON.stringify(exported);
    expect(text).not.toMatch(/AFAS_GEHEIM|afas\.online/u);
    const { environments } = JSON.parse(text) as { environments: unknown };
    const read = readDirectoryFile('uit.json', JSON.stringify({ environments }));
    expect((await engine.useCases.importDirectory(read)).environments).toEqual({ created: 0, changed: 0, same: 1 });
  });

  test('an environment that is connected to nothing is not pulled, and a user that is told twice is refused', async () => {
    await connect(null);
    expect((await stopOf(pull())).key).toBe('pull.notConnected');
    await connect(CONNECTION);
    live.users['12345.bkr'] = { description: 'Bea?' };
    expect((await stopOf(pull())).key).toBe('pull.doubled');
  });

  const gone = async (): Promise<readonly unknown[]> =>
    (await listed()).flatMap(([user, isGone]) => (isGone === true ? [user] : []));

  async function listed(): Promise<readonly (readonly unknown[])[]> {
    const found: (readonly unknown[])[] = [];
    for await (const some of engine.useCases.users({ filter: NO_FILTER }))
      found.push(...some.map(({ user, gone }) => [user, gone === true]));
    return found;
  }

  test('who is gone is told as gone, in the list and by its code', async () => {
    await pull();
    delete live.users['12345.BKR'];
    live.users['12345.ANN'] = {};
    await pull({ acceptShrunk: true });
    expect(await listed()).toEqual([
      ['12345.ANN', false],
      ['12345.BKR', true],
      ['12345.CAS', false],
      ['AFASUSER', false],
    ]);
    const isGone = readFilter('gone:yes');
    for (const order of ['user', 'description', 'email'] as const) {
      const { accounts } = await engine.useCases.userPage({ filter: isGone }, order, { from: 'first' }, 10);
      expect(accounts.map(({ code }) => code)).toEqual(['12345.BKR']);
    }
    expect(await engine.useCases.countUsers({ filter: isGone })).toBe(1);
    expect(await engine.useCases.countUsers({ filter: NO_FILTER, environment: CODE })).toBe(4);
    const [bea] = await engine.useCases.userAccounts('BKR');
    expect(bea?.users[0]).toMatchObject({ user: '12345.BKR', description: 'Bea', gone: true, groups: [] });
    const [afas] = await engine.useCases.userAccounts('AFASUSER');
    expect(afas?.users[0]).toMatchObject({
      unknown: ['profit', 'commandLine', 'accept', 'portalAdmin', 'system', 'siteLanguage'],
    });
  });

  test('a row on a user that is gone is rejected, and nobody else has its code or UPN', async () => {
    await pull();
    delete live.users['12345.BKR'];
    await pull({ acceptShrunk: true });
    const rows = [
      { user: 'BKR', mutationCode: '1', description: 'Bea', email: '', upn: '' },
      { user: 'CAS', mutationCode: '1', description: 'Cas', email: 'c@x.nl', upn: 'b@x.nl' },
    ];
    const { run } = await planRows(engine.useCases, { rows });
    const planned = await rowsOf(engine, run.id);
    expect(planned.map(({ outcome, messages }) => [outcome, messages.map(({ code }) => code)])).toEqual([
      ['rejected', ['USER_GONE']],
      ['update', []],
    ]);
  });

  test('a plan changes what is not known from null, and says what it relies on and what it may empty', async () => {
    live.users['12345.CAS'] = { description: 'Cas', email: null, blocked: null };
    await pull();
    const rows = [
      {
        user: 'CAS',
        mutationCode: '1',
        description: 'Cas',
        email: '',
        upn: '',
        group: 'NIEUW',
        siteLanguage: '1043',
        profit: 'N',
        outSite: 'N',
      },
    ];
    const { run } = await planRows(engine.useCases, { rows });
    const [row] = await rowsOf(engine, run.id);
    expect(row?.messages.map(({ code, field }) => [code, field])).toEqual([['FIELD_CLEARED', 'email']]);
    expect(row?.changes[0]?.fields).toEqual([
      ['email', null, '', 'from'],
      ['profit', null, false, 'from'],
      ['siteLanguage', null, '1043', 'from'],
    ]);
    expect(row?.groups).toEqual({ added: ['NIEUW'], removed: [], created: [] });
    expect(run.summary.cleared).toEqual({ description: 0, email: 1, upn: 0 });
    expect(run.summary.unknown).toEqual({
      fields: { email: 1, profit: 1, siteLanguage: 1 },
      groups: ['NIEUW'],
      system: 1,
    });
    await engine.useCases.apply({ run: run.id, mirrorOnly: true });
    const cas = (await users()).find(({ user }) => user === '12345.CAS');
    expect(cas).toMatchObject({ email: '', groups: ['NIEUW'], siteLanguage: '1043' });
    expect(cas?.unknown).toEqual(['commandLine', 'accept', 'portalAdmin', 'blocked', 'system']);
    expect(await engine.useCases.checkDatabase()).toEqual([]);
    const { run: undo } = await engine.useCases.undo(run.id);
    const [undone] = await rowsOf(engine, undo.id);
    expect(undone?.messages.map(({ code, field }) => [code, field])).toEqual([
      ['UNDO_INCOMPLETE', 'email'],
      ['UNDO_INCOMPLETE', 'profit'],
      ['UNDO_INCOMPLETE', 'siteLanguage'],
      ['UNDO_GROUP', 'group'],
    ]);
  });

  test('a block is a block where it is not known whether the user was blocked', async () => {
    live.users['12345.CAS'] = { description: 'Cas', blocked: null };
    await pull();
    const rows = [{ user: 'CAS', mutationCode: '2', description: 'Cas', email: '', upn: '' }];
    const { run } = await planRows(engine.useCases, { rows });
    const [row] = await rowsOf(engine, run.id);
    expect([row?.outcome, row?.changes[0]?.fields]).toEqual(['block', [['blocked', null, true, 'from']]]);
    // Nor is it known whether that takes an administrator away: no guard counts it, and the plan says so.
    const { guards } = await engine.useCases.answer(run.id);
    expect(guards.filter(({ guard }) => guard === 'administrators')).toEqual([]);
    expect(run.summary.unknown?.administrators).toBe(1);
    expect(unknownTexts('en', run.summary).join()).toContain('administer the portal is not known (1 row)');
  });

  test('a plan of before a pull is stale where the pull changed its users, and goes on where it did not', async () => {
    await pull();
    const rows = [{ user: 'CAS', mutationCode: '1', description: 'Cas 2', email: '', upn: '', siteLanguage: '1036' }];
    const first = await planRows(engine.useCases, { rows });
    live.users['12345.BKR'] = { ...live.users['12345.BKR'], description: 'Bea 2' };
    await pull();
    live.users['12345.CAS'] = { description: 'Cas', person: '100002', groups: ['HRM'] };
    await engine.useCases.apply({ run: first.run.id, mirrorOnly: true });
    const second = await planRows(engine.useCases, { rows: [{ ...rows[0], user: 'BKR', upn: 'b@x.nl' }] });
    live.users['12345.BKR'] = { ...live.users['12345.BKR'], description: 'Bea 3' };
    await pull();
    expect((await stopOf(engine.useCases.apply({ run: second.run.id, mirrorOnly: true }))).key).toBe('apply.stale');
  });

  test('what is connected is not written here, unless the mirror alone is meant', async () => {
    await connect(null);
    await engine.store.directory.import(directoryOf({ users: { [`${CODE} 12345.CAS`]: { description: 'Cas' } } }));
    const rows = [{ user: 'CAS', mutationCode: '1', description: 'Cas 2', email: '', upn: '' }];
    const { run } = await planRows(engine.useCases, { rows });
    await connect(CONNECTION);
    const stopped = await stopOf(engine.useCases.apply({ run: run.id }));
    expect([stopped.kind, stopped.key]).toEqual(['guarded', 'apply.connected']);
    expect((await users())[0]?.description).toBe('Cas');
    await engine.useCases.apply({ run: run.id, mirrorOnly: true });
    expect((await users())[0]?.description).toBe('Cas 2');
  });

  test('the undo of a run that made a user in a mirror blocks it: nobody leaves the live environment', async () => {
    await pull();
    const { run } = await planRows(engine.useCases, {
      rows: [{ user: 'NEW', mutationCode: '1', description: 'Nieuw', email: '', upn: '' }],
    });
    await engine.useCases.apply({ run: run.id, mirrorOnly: true });
    const { run: undo } = await engine.useCases.undo(run.id);
    const [row] = await rowsOf(engine, undo.id);
    expect(row?.messages.map(({ code, params }) => [code, params['live']])).toEqual([['USER_IN_USE', 1]]);
    expect(row?.changes[0]?.fields).toEqual([['blocked', false, true]]);
  });

  test('a person whom nothing tells of is no error of the row but told of the plan, goes in the file, and is not applied here', async () => {
    live.persons = undefined;
    await pull();
    const rows = [
      { user: 'NEW', mutationCode: '1', description: 'Nieuw', email: '', upn: '', person: 'P9' },
      { user: 'CAS', mutationCode: '1', description: 'Cas', email: '', upn: '', person: 'P8' },
    ];
    const { run } = await planRows(engine.useCases, { rows });
    const planned = await rowsOf(engine, run.id);
    expect(planned.map(({ outcome, messages }) => [outcome, messages.map(({ code }) => code)])).toEqual([
      ['create', []],
      ['update', []],
    ]);
    expect(planned[1]?.changes[0]?.fields).toEqual([['person', null, 'P8']]);
    expect(run.summary.unknown?.persons).toEqual(['P9', 'P8']);
    const stopped = await stopOf(engine.useCases.apply({ run: run.id, mirrorOnly: true }));
    expect([stopped.kind, stopped.key]).toEqual(['guarded', 'apply.personsUnknown']);
    const file = await delivered(engine, { run: run.id });
    expect([file.rows, file.refused]).toEqual([2, []]);
    expect(await readFile(file.path, 'utf8')).toMatch(/12345\.CAS;1;;Cas;;;P8;/u);
    live.users = { ...live.users, '12345.NEW': { description: 'Nieuw', person: 'P9' } };
    live.users['12345.CAS'] = { ...live.users['12345.CAS'], person: 'P8' };
    await pull();
    const { counts, changes } = await engine.useCases.verify(run.id);
    expect(changes.filter(({ field }) => field === 'person').map(({ state }) => state)).toEqual(['so', 'so']);
    expect(counts.otherwise).toBe(0);
    expect(await engine.useCases.checkDatabase()).toEqual([]);
  });

  test('a directory that is exported says what is not known, and is the same one when it is imported', async () => {
    live.users['12345.CAS'] = { description: 'Cas', email: null, person: null };
    await pull();
    const exported = (await users()).map((user) => nullWhereUnknown(user));
    expect(exported[1]).toMatchObject({
      email: null,
      person: null,
      siteLanguage: null,
      access: { profit: null, inSite: true },
    });
    const text = JSON.stringify({ users: exported });
    const read = readDirectoryFile('uit.json', text);
    const { users: counted } = await engine.useCases.importDirectory(read);
    expect(counted).toEqual({ created: 0, changed: 0, same: 3 });
    const named = readDirectoryFile(
      'in.json',
      JSON.stringify({ users: [{ environment: CODE, user: '12345.CAS', email: '' }] }),
    );
    expect((await engine.useCases.importDirectory(named)).users.changed).toBe(1);
    expect((await users())[1]?.unknown).not.toContain('email');
  });

  test('a term about what is not known finds a user neither way, and a template leaves it to be filled in', async () => {
    live.users['12345.CAS'] = { description: 'Cas', blocked: null };
    await pull();
    const found = async (where: string): Promise<readonly string[]> => {
      const codes: string[] = [];
      for await (const some of engine.useCases.users({ filter: readFilter(where) }))
        codes.push(...some.map(({ user }) => user));
      return codes;
    };
    expect(await found('blocked:no')).toEqual(['12345.BKR']);
    expect(await found('-blocked:no')).toEqual(['AFASUSER']);
    expect([await found('profit:no'), await found('-profit:no'), await found('siteLanguage:')]).toEqual([[], [], []]);
    expect(await found('inSite:yes')).toEqual(['12345.BKR', '12345.CAS', 'AFASUSER']);
    // Whom it may find is protected by it; of tokens a mirror is told nothing.
    const kept = async (protect: string): Promise<readonly unknown[]> => {
      await engine.useCases.setEnvironment(CODE, { protect });
      const rows = ['12345.BKR', '12345.CAS'].map((user) => ({ user, mutationCode: '0' }));
      const { run } = await planRows(engine.useCases, { rows, environment: CODE });
      const told = (await rowsOf(engine, run.id)).map(
        ({ messages }) => messages.find(({ code }) => code === 'PROTECTED')?.params['unknown'],
      );
      return [...told, await engine.useCases.protectedUsers(CODE)];
    };
    expect(await kept('blocked:yes')).toEqual([undefined, 'blocked', { users: 2, uncertain: 1 }]);
    expect(await kept('token:yes group:INKOOP')).toEqual(['token', undefined, { users: 1, uncertain: 1 }]);
    const { rows } = await engine.useCases.templateContent({
      environment: CODE,
      type: 'mutation',
      language: 'nl',
      withUsers: true,
    });
    const written: unknown[] = [];
    for await (const some of rows ?? []) written.push(...some);
    expect(written[0]).toMatchObject({ user: '12345.BKR', profit: '', inSite: 'J', outSite: 'N', siteLanguage: '' });
  });

  test('what is not known differs from nothing, and nobody is brought in line with it', async () => {
    await engine.store.directory.import(
      directoryOf({
        environments: { T12345AB: {} },
        users: {
          'T12345AB 12345.CAS': { description: 'Cas', email: 'c@x.nl' },
          'T12345AB 12345.BKR': { description: 'Bé' },
        },
      }),
    );
    live.users['12345.CAS'] = { description: 'Cas', email: null };
    live.users['12345.BKR'] = { description: 'Bea', email: null };
    await pull();
    const drifting: unknown[] = [];
    for await (const some of engine.useCases.drift()) drifting.push(...some.map(({ user, fields }) => [user, fields]));
    expect(drifting).toEqual([['12345.BKR', ['description']]]);
    const { key, params } = await stopOf(engine.useCases.align(CODE));
    expect([key, params]).toEqual(['plan.nothing.alignUnknown', { environment: CODE, count: 1 }]);
    live.users['12345.AFA'] = { description: 'Afke' };
    await engine.store.directory.import(directoryOf({ users: { 'T12345AB 12345.AFA': { description: 'Anders' } } }));
    await pull();
    const { run } = await engine.useCases.align(CODE);
    expect(run.file.rows).toBe(1);
    expect(run.summary.unknown?.notAligned).toBe(1);
  });

  test('a pull tells what it did, and is not undone', async () => {
    const { counts } = await pull();
    const { run } = await engine.useCases.answer(1);
    expect([run.kind, run.summary.pulled]).toEqual(['pull', counts]);
    expect((await stopOf(engine.useCases.undo(1))).key).toBe('undo.ofPull');
  });
});
