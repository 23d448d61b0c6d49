/** What is read of a live environment, whatever AFAS does that it does not document. */
import { describe, expect, test } from 'vitest';
import { everyPosition, FIRST, OF_READING, SECOND } from '../support/afas/switches.js';
import { stopOf } from '../support/engine.js';
import { CODE, connected, FEW, wholeOf } from './support.js';

const OWN = {
  connectors: { users: 'Instroom_Users', groups: 'Instroom_Groups', memberships: 'Instroom_UserGroups' },
} as const;

const MEMBERS = ['HRM 12345.a,b', 'HRM 12345.BKR', 'HRM 12345.CAS'];
const EVERYONE = ['12345.a,b', '12345.BKR', '12345.CAS', '12345.DDE', '12345.zzz'].map((user) => `Iedereen ${user}`);

describe.each(everyPosition(...OF_READING))('%s', (_name, switches) => {
  test('the connectors of AFAS tell what they have, and what they have not is unknown', async () => {
    const { connect, read } = await connected(FEW, switches);
    const { settings, unknown } = await connect();
    expect(settings.connectors).toEqual({
      users: 'Profit_Users',
      groups: 'Profit_UserGroups',
      memberships: 'Profit_UserGroups',
      persons: 'Profit_OrgPer',
    });
    expect(unknown).toEqual(['commandLine', 'accept', 'portalAdmin', 'siteLanguage']);
    const reading = await read();
    expect(reading.groupsComplete).toBe(false);
    const { users, groups, memberships, persons } = await wholeOf(reading);
    const access = { profit: true, inSite: true, outSite: false, connector: false };
    const untold = { commandLine: null, accept: null, portalAdmin: null };
    expect(users).toHaveLength(5);
    expect(users).toContainEqual({
      user: '12345.BKR',
      description: 'Bea',
      email: 'b@x.nl',
      upn: 'b@x.nl',
      person: '100001',
      blocked: false,
      system: null,
      access: { ...access, ...untold },
      siteLanguage: null,
    });
    expect(users).toContainEqual(
      expect.objectContaining({
        user: '12345.DDE',
        email: '',
        person: '',
        blocked: true,
        access: { ...untold, profit: false, inSite: false, outSite: false, connector: false },
      }),
    );
    expect(groups).toEqual([
      { group: 'HRM', description: 'Personeel' },
      { group: 'Iedereen', description: 'Iedereen' },
      { group: 'INKOOP', description: 'Inkoop' },
    ]);
    expect(memberships).toEqual([...MEMBERS, ...EVERYONE, 'INKOOP 12345.BKR']);
    expect(persons).toEqual(['100001', '100002'].map((person) => ({ person, name: `Persoon ${person}` })));
  });

  test('connectors of a customer tell more: all groups, and each member once', async () => {
    const { connect, read } = await connected(FEW, switches);
    expect((await connect({ ...OWN, fields: { 'users.email': 'Email_werk' } })).unknown).toEqual([]);
    const reading = await read();
    expect(reading.groupsComplete).toBe(true);
    const { users, groups, memberships } = await wholeOf(reading);
    expect(users.at(-1)).toMatchObject({ user: '12345.zzz', siteLanguage: '2057', access: { portalAdmin: false } });
    expect(groups).toContainEqual({ group: 'LEEG', description: 'Niemand' });
    expect(memberships).toEqual([...MEMBERS, ...EVERYONE, 'INKOOP 12345.BKR']);
  });

  test('an AfasToken does as well', async () => {
    const { standIn, connect, read } = await connected(FEW, switches);
    const { settings } = await connect({
      clientId: undefined,
      secret: { variable: standIn.access.addToken(CODE) },
    } as never);
    expect(settings.clientId).toBeNull();
    expect((await wholeOf(await read())).users).toHaveLength(5);
  });

  test('a token that expires in the middle is renewed', async () => {
    const { standIn, connect, read } = await connected(FEW, switches);
    await connect();
    const reading = await read();
    standIn.access.expire();
    const { users, persons } = await wholeOf(reading);
    expect([users.length, persons?.length]).toEqual([5, 2]);
    expect(standIn.requests.filter(({ path }) => path === 'oauth/token')).toHaveLength(3);
  });

  test('a connection that is broken off, and half an answer, are asked for again', async () => {
    const { standIn, connect, read } = await connected(FEW, switches);
    await connect();
    standIn.fail(/^connectors/u, { kind: 'reset' });
    standIn.fail(/^connectors\/Profit_UserGroups/u, { kind: 'half' });
    standIn.fail(/^connectors\/Profit_OrgPer/u, { kind: 'resetAfter' });
    const { users, memberships, persons } = await wholeOf(await read());
    expect([users.length, memberships.length, persons?.length]).toEqual([5, 9, 2]);
  });
});

describe.each([
  ['as asked', FIRST],
  ['capped', SECOND],
])('pages %s', (_name, switches) => {
  test('rows that come and go between pages move nobody who stays past one', async () => {
    const users = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`${CODE} 12345.U${String(at).padStart(2, '0')}`, {}]),
    );
    const { standIn, connect, read } = await connected({ ...FEW, users }, switches);
    await connect();
    let at = 0;
    standIn.afterRequest = ({ path }) => {
      if (!path.startsWith('connectors/Profit_Users')) return;
      // The first who is there goes, and one comes before all others.
      const [gone = ''] = Object.keys(standIn.directory.users);
      const { [gone]: user, ...rest } = standIn.directory.users;
      standIn.directory = { ...standIn.directory, users: { ...rest, [`${CODE} 12345.A${at++}`]: user! } };
    };
    const reading = await read();
    const found: string[] = [];
    for await (const chunk of reading.users) found.push(...chunk.map(({ user }) => user));
    expect(new Set(found).size).toBe(found.length);
    for (const key of Object.keys(standIn.directory.users).filter((name) => name.includes('.U')))
      expect(found).toContain(key.split(' ')[1]);
  });
});

test('five requests at most are at work at once, and each asks for an order', async () => {
  const { standIn, connect, read } = await connected();
  await connect();
  await wholeOf(await read());
  expect(standIn.mostAtOnce).toBeLessThanOrEqual(5);
  const pages = standIn.requests.filter(({ path }) => path.startsWith('connectors'));
  expect(pages.every(({ query }) => query.has('orderbyfieldids'))).toBe(true);
  expect(pages.every(({ query }) => query.toString().length < 2049)).toBe(true);
});

test('the same page again is no reading', async () => {
  const { standIn, connect, read } = await connected();
  await connect();
  const body = JSON.stringify({ skip: 0, take: 100, rows: [{ UserId: '12345.BKR' }] });
  standIn.fail(/^connectors\/Profit_Users/u, { kind: 'status', status: 200, body }, 9);
  expect(await stopOf(wholeOf(await read()))).toMatchObject({ kind: 'failure', key: 'afas.noOrder' });
});

test('what is neither yes nor no is refused, not taken for no', async () => {
  const { connect, read } = await connected();
  await connect({ fields: { 'users.blocked': 'Description' } });
  expect(await stopOf(wholeOf(await read()))).toMatchObject({ key: 'afas.notYesNo', params: { field: 'Description' } });
});
