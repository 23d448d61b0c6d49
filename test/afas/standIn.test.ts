/** The stand-in does what AFAS documents, and each switch makes a difference: tests of others lean on it. */
import { Agent, request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { StandIn } from '../support/afas/standIn.js';
import { FIRST, SECOND, type Switches } from '../support/afas/switches.js';
import { CODE, FEW } from './support.js';

interface Asked {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is what the tests look at
  readonly body: any;
}

type Ask = (path: string, method?: 'GET' | 'POST' | 'PUT', message?: object) => Promise<Asked>;

async function started(switches: Switches = FIRST, note = FEW): Promise<StandIn & { readonly ask: Ask }> {
  const standIn = await StandIn.start(note, switches);
  onTestFinished(() => standIn.close());
  const dispatcher = new Agent({ connect: { ca: standIn.ca } });
  const authorization = `AfasToken ${btoa(standIn.access.addToken(CODE))}`;
  const ask: Ask = async (path, method = 'GET', message) => {
    const sent = { method, headers: { authorization }, dispatcher, ...(message && { body: JSON.stringify(message) }) };
    const { statusCode: status, body } = await request(`${standIn.url}/${path}`, sent);
    const text = await body.text();
    return { status, body: text === '' ? '' : JSON.parse(text) };
  };
  return Object.assign(standIn, { ask });
}

const users = ({ body }: Asked): string[] => (body.rows as { UserId: string }[]).map(({ UserId }) => UserId);
const element = (Fields: object, user = '12345.BKR'): object => ({ KnUser: { Element: { '@UsId': user, Fields } } });

test('without an order pages double and lose rows; with one they do not', async () => {
  const many = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`${CODE} 12345.${1000 + at}`, {}]));
  const standIn = await started(FIRST, { ...FEW, users: many });
  const both = async (order: string): Promise<number> => {
    const first = users(await standIn.ask(`connectors/Profit_Users?skip=0&take=100${order}`));
    return new Set([...first, ...users(await standIn.ask(`connectors/Profit_Users?skip=100&take=100${order}`))]).size;
  };
  expect(await both('')).toBeLessThan(150);
  expect(await both('&orderbyfieldids=UserId')).toBe(150);
  expect((await standIn.ask('connectors/Profit_Users')).body.rows).toHaveLength(100);
  expect((await standIn.ask('connectors/Profit_Users?skip=-1&take=-1')).body.rows).toHaveLength(150);
  expect((await standIn.ask('connectors/Profit_Users?skip=2&take=-1')).status).toBe(500);
  expect((await standIn.ask(`connectors/Profit_Users?filtervalues=${'x'.repeat(2100)}`)).status).toBe(404);
});

test.each([
  ['filterfieldids=UserId&filtervalues=12345.CAS&operatortypes=4', ['12345.DDE', '12345.zzz']],
  [
    'filterfieldids=UserId,Blocked;UserId&filtervalues=12345.C,true;12345.a&operatortypes=4,1;10',
    ['12345.a,b', '12345.DDE'],
  ],
  ['filterfieldids=Email&filtervalues=&operatortypes=9', ['12345.BKR']],
])('it filters: %s', async (filter, found) => {
  const standIn = await started();
  expect(users(await standIn.ask(`connectors/Profit_Users?orderbyfieldids=UserId&${filter}`))).toEqual(found);
});

test('what a token is not for is refused as AFAS does: 401 with nothing, 500 with words', async () => {
  const standIn = await started();
  standIn.connectors = ['Profit_Users'];
  expect((await standIn.ask('connectors/Profit_OrgPer')).body.externalMessage).toContain('niet geautoriseerd');
  expect((await standIn.ask('connectors/Profit_Users?orderbyfieldids=Nergens')).body).toMatchObject({
    externalMessage: "Connector-veld 'Nergens' niet gevonden",
    errorNumber: expect.any(Number),
  });
  standIn.hidden = ['12345.BKR'];
  expect(users(await standIn.ask('connectors/Profit_Users'))).toHaveLength(4);
  for (const token of Object.keys(standIn.access.tokens)) delete standIn.access.tokens[token];
  expect(await standIn.ask('metainfo')).toEqual({ status: 401, body: '' });
});

test('a message of KnUser changes what it sends alone, and clears what it sends empty', async () => {
  const standIn = await started();
  const user = (): object | undefined => standIn.directory.users[`${CODE} 12345.BKR`];
  expect(await standIn.ask('connectors/KnUser', 'PUT', element({ MtCd: 1, EmAd: '' }))).toEqual({
    status: 200,
    body: '',
  });
  expect(user()).toMatchObject({ email: '', upn: 'b@x.nl', description: 'Bea', groups: ['HRM', 'INKOOP'] });
  await standIn.ask('connectors/KnUser', 'PUT', element({ MtCd: '0', Upn: '' }));
  expect(user()).toMatchObject({ blocked: true, upn: '', groups: [] });
  expect((await standIn.ask('connectors/KnUser', 'PUT', element({ MtCd: 5, Pw: 'x' }))).body.externalMessage).toContain(
    'Pw',
  );
});

test.each<[keyof Switches, object, string?]>([
  ['unchanged', { MtCd: 1, EmAd: 'b@x.nl' }],
  ['withoutCode', { Nm: 'Bea' }],
  ['renameWithUpn', { MtCd: 4, UsIdNew: '12345.NEW' }],
  ['putOfUnknown', { MtCd: 1, Nm: 'Nieuw' }, '12345.NEW'],
])('a switch decides what nobody knows of KnUser: %s', async (name, fields, user) => {
  const statuses = await Promise.all(
    [FIRST, { ...FIRST, [name]: SECOND[name] }].map(async (switches) => {
      const standIn = await started(switches);
      return (await standIn.ask('connectors/KnUser', 'PUT', element(fields, user))).status;
    }),
  );
  expect(statuses).toEqual([200, 500]);
});

test.each<[keyof Switches, string, object, object, object]>([
  ['sync', 'T12345AB 12345.BKR', { MtCd: 1, EmAd: 'n@x.nl' }, { email: 'n@x.nl' }, { email: '' }],
  ['description', `${CODE} 12345.BKR`, { MtCd: 1, Nm: 'Anders' }, { description: 'Anders' }, { description: 'Bea' }],
])('a switch decides what becomes of a user: %s', async (name, key, fields, first, second) => {
  for (const [switches, found] of [
    [FIRST, first],
    [{ ...FIRST, [name]: SECOND[name] }, second],
  ] as const) {
    const standIn = await started(switches);
    await standIn.ask('connectors/KnUser', 'PUT', element(fields));
    expect(standIn.directory.users[key]).toMatchObject(found);
  }
});

test('who would take a licence too many is refused, and so is a UPN that somebody has; a blocked user takes none', async () => {
  const standIn = await started();
  const send = async (fields: object, user: string): Promise<number> =>
    (await standIn.ask('connectors/KnUser', 'POST', element({ MtCd: 1, BcCo: '100002', ...fields }, user))).status;
  standIn.licences = 4;
  expect(await send({ Nm: 'Nieuw' }, '12345.NEW')).toBe(500);
  expect(await send({ Nm: 'Bea B' }, '12345.BKR')).toBe(200);
  expect(await send({ MtCd: 6, Nm: 'Dirk' }, '12345.DDE')).toBe(500);
  standIn.licences = 5;
  expect(await send({ Nm: 'Nieuw' }, '12345.NEW')).toBe(200);
  expect(await send({ Upn: 'B@x.nl' }, '12345.CAS')).toBe(500);
  expect(standIn.directory.users[`${CODE} 12345.CAS`]).toMatchObject({ upn: '' });
});

test('a switch decides whether elements before one that is refused stand', async () => {
  const descriptions = await Promise.all(
    [FIRST, { ...FIRST, elements: SECOND.elements }].map(async (switches) => {
      const standIn = await started(switches);
      const of = (user: string, Fields: object): object => ({ '@UsId': user, Fields });
      const several = [of('12345.CAS', { MtCd: 1, Nm: 'Een' }), of('12345.BKR', { MtCd: 5, Pw: 'x' })];
      const { status } = await standIn.ask('connectors/KnUser', 'PUT', { KnUser: { Element: several } });
      expect(status).toBe(500);
      return standIn.directory.users[`${CODE} 12345.CAS`]?.description;
    }),
  );
  expect(descriptions).toEqual(['Een', 'Cas']);
});

test('its own import of a file follows the rules: what is missing is cleared, and codes decide', async () => {
  const standIn = await started();
  const csv = 'Gebruiker;Mutatiecode;Omschrijving;E-mail\r\n12345.BKR;1;Bea;b@x.nl\r\n12345.CAS;0;Cas;\r\n';
  const { rows } = standIn.importFile(CODE, 'user', csv);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['update', 'block']);
  expect(standIn.directory.users).toMatchObject({
    [`${CODE} 12345.BKR`]: { email: 'b@x.nl', upn: '', groups: ['HRM', 'INKOOP'] },
    [`${CODE} 12345.CAS`]: { blocked: true, groups: [] },
    'T12345AB 12345.BKR': { description: 'Bea', email: 'b@x.nl' },
  });
  expect(() => standIn.importFile(CODE, 'user', 'Gebruiker;Onzin\r\n')).toThrow('AFAS has no field Onzin');
});
