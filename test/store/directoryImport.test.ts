/** What an import of a directory does with what is there: the same on both databases. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { GivenDirectory } from '../../src/application/directoryJson.js';
import type { UserError } from '../../src/application/userError.js';
import { DirectoryFaults } from '../../src/application/ports/directoryFaults.js';
import type { DirectoryImport } from '../../src/application/ports/directoryStore.js';
import { translateRef } from '../../src/language/index.js';
import { openStore, type Store } from '../../src/store/openStore.js';
import { stopOf } from '../support/engine.js';
import { inEmptyMemory } from '../support/emptyDatabase.js';
import { PostgresServer } from '../support/postgres.js';

const BEA = {
  environment: 'T12345AA',
  user: '12345.BBA',
  description: 'Bea Bakker',
  email: 'bea@voorbeeld.nl',
  upn: 'bea@voorbeeld.nl',
  person: '100001',
  system: false,
  blocked: true,
  access: {
    profit: true,
    inSite: true,
    outSite: false,
    connector: false,
    commandLine: false,
    accept: false,
    portalAdmin: false,
  },
  siteLanguage: '1036',
  groups: ['INKOOP', 'HRM'],
  tokens: [
    { application: 'Pocket', device: 'iPhone' },
    { application: 'Pocket', device: 'iPad' },
  ],
};
const PIET = { environment: 'O67890AA', user: '67890.PIET', upn: 'piet@voorbeeld.nl' };
const LEFT = { environment: 'T12345AX', user: '12345.LVR', upn: 'lotte@voorbeeld.nl' };

const START: GivenDirectory = {
  environments: [
    { code: 'T12345AA', name: 'Test' },
    { code: 'T12345AX', deleted: true },
    { code: 'O67890AA', approval: 'second-person' },
  ],
  persons: [{ environment: 'T12345AA', code: '100001', name: 'Bea' }],
  groups: [
    { environment: 'T12345AA', code: 'INKOOP', description: 'Inkoop' },
    { environment: 'T12345AA', code: 'HRM' },
    { environment: 'O67890AA', code: 'FIN' },
  ],
  users: [BEA, PIET, LEFT],
};

const counts = (created: number, changed: number, same: number): object => ({ created, changed, same });
const NONE = counts(0, 0, 0);

const DATABASES: readonly (readonly [name: string, open: () => Promise<Store>])[] = [
  ['SQLite', () => inEmptyMemory(() => openStore(':memory:'))],
  ['PostgreSQL', async () => openStore((await server?.createEmpty()) ?? '')],
];
let server: PostgresServer | undefined;
beforeAll(async () => {
  server = await PostgresServer.start();
}, 60_000);
afterAll(() => server?.remove());

describe.each(DATABASES)('on %s', (_name, open) => {
  let store: Store;
  afterEach(() => store.close());

  async function started(): Promise<void> {
    store = await open();
    await store.directory.import(START);
  }

  const give = (given: GivenDirectory, options: DirectoryImport = {}): ReturnType<Store['directory']['import']> =>
    store.directory.import(given, { ...options, faults: new DirectoryFaults('d.json') });

  async function exported(): Promise<Record<string, unknown[]>> {
    const lists: Record<string, unknown[]> = { environments: [], persons: [], groups: [], users: [] };
    for await (const { list, items } of store.directory.export()) lists[list]?.push(...items);
    return lists;
  }

  /** What is refused, and that nothing was written. */
  async function refused(given: GivenDirectory, kind: UserError['kind'] = 'wrongUse'): Promise<readonly string[]> {
    const before = await exported();
    const stop = await stopOf(give(given));
    expect(stop.kind).toBe(kind);
    expect(await exported()).toEqual(before);
    return stop.details.map((told) => translateRef('en', told));
  }

  it('new things get the defaults, and are counted', async () => {
    store = await open();
    expect(await give(START)).toEqual({
      environments: counts(3, 0, 0),
      persons: counts(1, 0, 0),
      groups: counts(3, 0, 0),
      users: counts(3, 0, 0),
    });
    const { environments, users } = await exported();
    expect(environments).toContainEqual({
      code: 'T12345AA',
      type: 'test',
      name: 'Test',
      participant: '12345',
      approval: 'none',
      deleted: false,
    });
    expect(users?.[0]).toEqual({ ...BEA, groups: ['INKOOP', 'HRM'] });
    expect(users?.[1]).toMatchObject({
      ...PIET,
      description: '',
      email: '',
      person: null,
      blocked: false,
      siteLanguage: '1043',
      groups: [],
      tokens: [],
      access: { profit: false, portalAdmin: false },
    });
  });

  it('whom an environment protects loses nothing, as who was found before it is written', async () => {
    await started();
    await store.directory.setEnvironment('T12345AA', { protect: 'group:INKOOP -upn:lotte*' });
    const key = { environment: 'T12345AA', user: '12345.BBA' };
    const losing = {
      users: [
        { ...key, groups: ['HRM'], upn: 'lotte2@voorbeeld.nl' },
        { ...PIET, blocked: false },
      ],
    };
    expect(await refused(losing, 'guarded')).toEqual(['users[0]: user 12345.BBA in T12345AA.']);
    expect(await give({ users: [{ ...key, blocked: false }] })).toMatchObject({ users: counts(0, 1, 0) });
    expect(await refused({ users: [{ ...key, blocked: true }] }, 'guarded')).toHaveLength(1);
  });

  it('what is named is set, what is not named stays, and a list is replaced whole', async () => {
    await started();
    const key = { environment: 't12345aa', user: '12345.bba' };
    expect(await give({ users: [{ ...key, email: 'nieuw@voorbeeld.nl' }] })).toMatchObject({ users: counts(0, 1, 0) });
    expect((await exported())['users']?.[0]).toEqual({ ...BEA, email: 'nieuw@voorbeeld.nl' });
    await give({ users: [{ ...key, access: { portalAdmin: true }, groups: ['hrm'] }] });
    expect((await exported())['users']?.[0]).toEqual({
      ...BEA,
      email: 'nieuw@voorbeeld.nl',
      access: { ...BEA.access, portalAdmin: true },
      groups: ['HRM'],
    });
    await give({ users: [{ ...key, tokens: [{ application: 'Pocket', device: 'Fiets' }], person: null, upn: '' }] });
    expect((await exported())['users']?.[0]).toMatchObject({
      person: null,
      upn: '',
      groups: ['HRM'],
      tokens: [{ application: 'Pocket', device: 'Fiets' }],
    });
    await give({
      environments: [{ code: 'T12345AA', participant: '99' }],
      persons: [{ environment: 'T12345AA', code: '100001' }],
      groups: [{ environment: 'T12345AA', code: 'INKOOP' }],
    });
    const { environments, persons, groups } = await exported();
    expect(environments).toContainEqual(expect.objectContaining({ code: 'T12345AA', name: 'Test', participant: '99' }));
    expect([persons?.[0], groups?.[0]]).toMatchObject([{ name: 'Bea' }, { description: 'Inkoop' }]);
  });

  it('what was exported is imported as the same, also where a second person is asked for', async () => {
    await started();
    const given = (await exported()) as GivenDirectory;
    expect(await give(given)).toEqual({
      environments: counts(0, 0, 3),
      persons: counts(0, 0, 1),
      groups: counts(0, 0, 3),
      users: counts(0, 0, 3),
    });
    const changedBefore = await give({
      users: [{ ...BEA, groups: ['HRM', 'INKOOP'], tokens: [...BEA.tokens].reverse() }],
    });
    expect(changedBefore.users, 'the order of a list means nothing').toEqual(counts(0, 0, 1));
  });

  it('a dry run answers the same counts and writes nothing', async () => {
    await started();
    const before = await exported();
    const given: GivenDirectory = {
      environments: [{ code: 'A12345AA' }],
      groups: [{ environment: 'A12345AA', code: 'NIEUW' }],
      users: [
        { environment: 'A12345AA', user: '12345.NIEUW', groups: ['NIEUW'] },
        { environment: 'T12345AA', user: '12345.BBA', description: 'B. Bakker' },
      ],
    };
    const tried = await give(given, { dryRun: true });
    expect(await exported()).toEqual(before);
    expect(tried).toEqual({
      environments: counts(1, 0, 0),
      persons: NONE,
      groups: counts(1, 0, 0),
      users: counts(1, 1, 0),
    });
    expect(await give(given)).toEqual(tried);
  });

  it('type, approval and removal are never changed by an import', async () => {
    await started();
    expect(
      await refused({
        environments: [
          { code: 'T12345AA', type: 'production', approval: 'second-person', deleted: true },
          { code: 'T12345AX', deleted: false },
          { code: 'O67890AA', approval: 'none' },
        ],
      }),
    ).toEqual([
      'environments[0].type: T12345AA is test, and no import changes that. Use: instroom env set T12345AA --type production',
      'environments[0].approval: T12345AA asks for something else, and no import changes that. Use: instroom env set T12345AA --approval second-person',
      'environments[0].deleted: no import removes an environment. Use: instroom env remove T12345AA',
      'environments[1].deleted: T12345AX was removed, and no import brings it back; choose another code.',
      'environments[2].approval: O67890AA asks for something else, and no import changes that. Use: instroom env set O67890AA --approval none',
    ]);
    // What is as it is there may be named.
    expect(
      await give({
        environments: [{ code: 'O67890AA', type: 'production', approval: 'second-person', deleted: false }],
      }),
    ).toMatchObject({ environments: counts(0, 0, 1) });
  });

  it('where a second person is asked for, persons and groups are added and users left alone', async () => {
    await started();
    expect(
      await give({
        persons: [{ environment: 'O67890AA', code: '7' }],
        groups: [{ environment: 'O67890AA', code: 'HRM' }],
        users: [PIET],
      }),
    ).toMatchObject({ persons: counts(1, 0, 0), groups: counts(1, 0, 0), users: counts(0, 0, 1) });
    const given: GivenDirectory = {
      users: [{ ...PIET, upn: 'jan@evil.nl' }, BEA, { environment: 'O67890AA', user: '67890.NIEUW' }],
    };
    expect(await refused(given, 'guarded')).toEqual([
      'users[0]: user 67890.PIET in O67890AA.',
      'users[2]: user 67890.NIEUW in O67890AA.',
    ]);
    expect(
      await refused({ users: [{ environment: 'O67890AA', user: '67890.PIET', groups: ['FIN'] }] }, 'guarded'),
    ).toHaveLength(1);
    const stop = await stopOf(give(given, { dryRun: true }));
    expect(translateRef('en', stop)).toBe(
      'Nothing was imported: O67890AA asks for a second person, and 2 users would change there. Make it a plan: instroom plan FILE --env O67890AA --type user',
    );
  });

  it('all that does not fit with what is there is told at once', async () => {
    await started();
    const more = { environment: 'T12345AA' };
    expect(
      await refused({
        environments: [{ code: 'X1' }],
        persons: [
          { environment: 'T99999AA', code: '1' },
          { ...more, code: '2' },
          { ...more, code: '2' },
        ],
        users: [
          { ...more, user: 'ZZZ' },
          { ...more, user: '12345.A', person: 'NIET', groups: ['INKOOP', 'NIET'] },
          { ...more, user: '12345.B', upn: 'BEA@voorbeeld.nl' },
          { ...more, user: '12345.LVR', upn: 'Lotte@voorbeeld.nl' },
          { ...more, user: '12345.a' },
          { ...more, user: '12345.C', upn: 'c@voorbeeld.nl' },
          { ...more, user: '12345.D', upn: 'c@voorbeeld.nl' },
        ],
      }),
    ).toEqual([
      'environments[0].type: the type of X1 is not known; give "type".',
      'environments[0].participant: the participant number of X1 is not known; give participant.',
      'persons[0].environment: there is no environment T99999AA.',
      'persons[2]: 2 is given twice.',
      'users[0].user: ZZZ is not a whole user code; 12345.ZZZ is probably meant.',
      'users[1].person: there is no person NIET in T12345AA.',
      'users[1].groups[1]: there is no group NIET in T12345AA.',
      'users[2].upn: UPN BEA@voorbeeld.nl would belong to 12345.B and to 12345.BBA in T12345AA (test).',
      'users[3].upn: UPN Lotte@voorbeeld.nl is still held by 12345.LVR, left behind in T12345AX. Clear it there with: instroom leftover clear-upn 12345.LVR',
      'users[4]: 12345.a is given twice.',
      'users[5].upn: UPN c@voorbeeld.nl would belong to 12345.C and to 12345.D in T12345AA (test).',
      'users[6].upn: UPN c@voorbeeld.nl would belong to 12345.D and to 12345.C in T12345AA (test).',
    ]);
  });

  it('users change UPNs with each other, and a leftover that comes with its environment takes none', async () => {
    await started();
    await give({ users: [{ environment: 'T12345AA', user: '12345.JBO', upn: 'jan@voorbeeld.nl' }] });
    expect(
      await give({
        users: [
          { environment: 'T12345AA', user: '12345.JBO', upn: BEA.upn },
          { environment: 'T12345AA', user: '12345.BBA', upn: 'jan@voorbeeld.nl' },
        ],
      }),
    ).toMatchObject({ users: counts(0, 2, 0) });
    const whole = {
      environments: [{ code: 'A1AA' }, { code: 'A1AX', deleted: true }],
      users: [
        { environment: 'A1AA', user: '1.LVR', upn: 'l@voorbeeld.nl' },
        { environment: 'A1AX', user: '1.LVR', upn: 'l@voorbeeld.nl' },
      ],
    };
    expect(await give(whole)).toMatchObject({ users: counts(2, 0, 0) });
    expect(await give(whole), 'who holds it already keeps it').toMatchObject({ users: counts(0, 0, 2) });
  });

  it('stopped, it leaves nothing', async () => {
    await started();
    const before = await exported();
    const controller = new AbortController();
    const users = Array.from({ length: 5000 }, (_, at) => ({ environment: 'T12345AA', user: `12345.U${at}` }));
    let handled = 0;
    const watched = users.map((user) => ({
      get environment() {
        if (++handled === 4500) controller.abort();
        return user.environment;
      },
      user: user.user,
    }));
    const stop = await stopOf(give({ users: watched }, { signal: controller.signal }));
    expect([stop.kind, stop.key, handled >= 4500]).toEqual(['interrupted', 'directory.interrupted', true]);
    expect(await exported()).toEqual(before);
  });
});
