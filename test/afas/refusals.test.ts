/** What is wrong with a connection is told before anything is taken from it, and no secret is ever told. */
import { expect, test } from 'vitest';
import { everyPosition } from '../support/afas/switches.js';
import type { UserError } from '../../src/application/userError.js';
import { translateRef } from '../../src/language/index.js';
import { secretKeeper, secretPath } from '../../src/system/secretFiles.js';
import { stopOf } from '../support/engine.js';
import { CODE, connected, wholeOf, type Connected } from './support.js';

/** Each in all positions of what a client meets on its way to a refusal. */
const positions = everyPosition('expiresIn', 'names');

const textOf = (error: UserError): string => [error, ...error.details].map((ref) => translateRef('en', ref)).join('\n');

const json = (body: object): string => JSON.stringify(body);

test.each(positions)(
  'another environment than ours is refused, at connecting and at every pull (%s)',
  async (_, switches) => {
    const { standIn, connect, read } = await connected(undefined, switches);
    standIn.saysItIs = 'O12345AA';
    expect(await stopOf(connect())).toMatchObject({
      kind: 'wrongUse',
      key: 'afas.otherEnvironment',
      params: { environment: CODE, found: 'O12345AA' },
    });
    standIn.saysItIs = undefined;
    await connect();
    standIn.saysItIs = 'T12345AB';
    expect((await stopOf(read())).key).toBe('afas.otherEnvironment');
    expect(standIn.requests.some(({ path }) => path.startsWith('connectors'))).toBe(false);
  },
);

test('a connector or a field that is not there is told with those that are', async () => {
  const { standIn, connect } = await connected();
  const absent = await stopOf(connect({ connectors: { users: 'T4E_Users' } }));
  expect(absent).toMatchObject({ kind: 'wrongUse', key: 'afas.noConnector' });
  expect(textOf(absent)).toContain('Profit_Users');
  expect(await stopOf(connect({ fields: { 'users.email': 'Email_werk' } }))).toMatchObject({
    key: 'afas.noField',
    params: { connector: 'Profit_Users', field: 'Email_werk' },
  });
  expect((await stopOf(connect({ fields: { 'users.tokens': 'Email' } }))).key).toBe('afas.unknownName');
  expect(await stopOf(connect({ connectors: { groups: 'Profit_OrgPer' } }))).toMatchObject({
    key: 'afas.fieldNeeded',
    params: { name: 'groups.group' },
  });
  expect(await stopOf(connect({ fields: { 'users.user': '' } }))).toMatchObject({ key: 'afas.fieldNeeded' });
  // Persons that nobody asked for need not be there.
  standIn.connectors = ['Profit_Users', 'Profit_UserGroups'];
  expect((await connect()).settings.connectors.persons).toBeNull();
  expect((await stopOf(connect({ connectors: { persons: 'Profit_OrgPer' } }))).key).toBe('afas.noConnector');
});

test('a field that went away since is not read as empty', async () => {
  const { connect, read, standIn } = await connected();
  await connect({ connectors: { users: 'Instroom_Users' } });
  standIn.fail(/^metainfo\/get\/Instroom_Users/u, {
    kind: 'status',
    status: 200,
    body: json({ fields: [{ id: 'UsId' }, { id: 'Nm' }] }),
  });
  expect((await stopOf(read())).key).toBe('afas.fieldGone');
});

test.each<[string, (connected: Connected) => void, string, string]>([
  [
    'words of AFAS, with where they are in its log',
    ({ standIn }) => {
      standIn.connectors = [...standIn.connectors];
      standIn.fail(/^connectors/u, {
        kind: 'status',
        status: 500,
        body: json({ externalMessage: 'Deze GetConnector (definitie) is geblokkeerd', profitLogReference: 'AB12' }),
      });
    },
    'afas.refused',
    'AFAS refused Profit_Users (500): Deze GetConnector (definitie) is geblokkeerd\nIn the log of the environment: AB12',
  ],
  [
    'plain text',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'status', status: 500, body: 'Out of memory' }),
    'afas.refused',
    'Out of memory',
  ],
  [
    'nothing at all',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'status', status: 500 }),
    'afas.refusedSilently',
    '(500) without saying why',
  ],
  [
    'a page of a server in between',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'status', status: 502, body: '<html>Bad gateway</html>' }),
    'afas.refusedSilently',
    '(502)',
  ],
  [
    'maintenance, with when to come back',
    ({ standIn }) =>
      standIn.fail(/^connectors/u, { kind: 'status', status: 503, headers: { 'retry-after': '7200' }, body: '{}' }),
    'afas.maintenanceFor',
    'Try again in 120 minutes.',
  ],
  [
    'maintenance, told in the answer alone',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'status', status: 503, body: json({ retry_after: 60 }) }),
    'afas.maintenanceFor',
    'Try again in 1 minute.',
  ],
  [
    'maintenance without an end',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'status', status: 503 }),
    'afas.maintenance',
    'Try again later.',
  ],
  [
    'an address that may not',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'status', status: 403 }),
    'afas.forbidden',
    'does not admit this address',
  ],
  [
    'a path that is not there',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'status', status: 404 }),
    'afas.notFound',
    'does not know Profit_Users',
  ],
  [
    'another place to go, which nobody follows',
    ({ standIn }) =>
      standIn.fail(/^connectors/u, { kind: 'status', status: 302, headers: { location: `${standIn.url}/elsewhere` } }),
    'afas.redirected',
    'is not followed',
  ],
  [
    'a token that stays refused',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'status', status: 401 }, 2),
    'afas.unauthorised',
    'rejected the token for Profit_Users (401)',
  ],
  [
    'something that is no JSON',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'status', status: 200, body: '{"rows": [' }),
    'afas.notUnderstood',
    'cannot be read, or broke off',
  ],
  [
    'no rows',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'status', status: 200, body: '{"skip":0}' }),
    'afas.noRows',
    'answered without rows',
  ],
  [
    'half an answer, each time',
    ({ standIn }) => standIn.fail(/^connectors/u, { kind: 'half' }, 9),
    'afas.unreachable',
    'cannot be reached',
  ],
])('a refusal is told: %s', async (_name, breakIt, key, text) => {
  const one = await connected();
  await one.connect();
  breakIt(one);
  const error = await stopOf(wholeOf(await one.read()));
  expect(error).toMatchObject({ kind: 'failure', key });
  expect(textOf(error)).toContain(text);
  expect(one.standIn.requests.some(({ path }) => path.includes('elsewhere'))).toBe(false);
});

test.each(positions)('what AFAS says of a secret is told without it (%s)', async (_name, switches) => {
  const { standIn, client, connect, read } = await connected(undefined, switches);
  const wrong = { variable: 'Not-the-secret-at-all/9+' };
  const error = await stopOf(connect({ secret: wrong }));
  expect(error.key).toBe('afas.tokenRefused');
  expect(textOf(error)).toContain('invalid_client: Secret ••• is not that');
  expect((await stopOf(connect({ clientId: 'NOBODY' }))).params).toMatchObject({
    reason: 'unauthorized_client: Unknown AppConnector',
  });
  await connect();
  const reading = await read();
  const [token = ''] = standIn.access.given.slice(-1);
  const said = [client.secret, encodeURIComponent(client.secret), token, Buffer.from(token).toString('base64')];
  standIn.fail(/^connectors/u, { kind: 'status', status: 500, body: json({ externalMessage: said.join(' ') }) });
  const refused = textOf(await stopOf(wholeOf(reading)));
  for (const secret of said) expect(refused).not.toContain(secret);
});

test('a token of the old kind is blotted out too, and no other text is one', async () => {
  const { standIn, connect, read } = await connected();
  const xml = standIn.access.addToken(CODE);
  const data = /<data>(.*)<\/data>/u.exec(xml)?.[1] ?? '';
  await connect({ clientId: undefined, secret: { variable: xml } } as never);
  standIn.fail(/^connectors/u, {
    kind: 'status',
    status: 500,
    body: `Token ${data.toLowerCase()} ${btoa(xml)} ${xml}`,
  });
  expect(textOf(await stopOf(wholeOf(await read())))).toContain('(500): Token ••• ••• •••');
  const sent = standIn.requests.length;
  expect((await stopOf(connect({ clientId: undefined, secret: { variable: 'geheim' } } as never))).key).toBe(
    'afas.notToken',
  );
  expect(standIn.requests).toHaveLength(sent);
});

test.each([
  ['http://localhost/ProfitRestServices', 'afas.notHttps'],
  ['localhost', 'afas.notHttps'],
  ['https://jan:geheim@localhost/ProfitRestServices', 'afas.notPlainUrl'],
  ['https://localhost/ProfitRestServices?x=1', 'afas.notPlainUrl'],
])('nothing is sent to %s', async (url, key) => {
  const { connect } = await connected();
  const error = await stopOf(connect({ url }));
  expect(error).toMatchObject({ kind: 'wrongUse', key });
  expect(textOf(error)).not.toContain('geheim');
});

test('a certificate of nobody who is believed ends it, and so does a server that is not there', async () => {
  const { standIn, client } = await connected();
  const { createLiveEnvironments } = await import('../../src/afas/liveEnvironments.js');
  const live = createLiveEnvironments({
    readSecret: () => Promise.resolve(client.secret),
    secretPath,
    keepSecret: secretKeeper(false),
  });
  const request = { url: standIn.url, secret: { file: '/secret' }, clientId: client.id };
  expect((await stopOf(live.check(CODE, request))).key).toBe('afas.certificate');
  expect(standIn.requests).toEqual([]);
  const nowhere = await stopOf(live.check(CODE, { ...request, url: 'https://localhost:1/ProfitRestServices' }));
  expect(nowhere).toMatchObject({ key: 'afas.unreachable', params: { reason: 'ECONNREFUSED' } });
});

test('who waits for an answer that does not come can stop waiting', async () => {
  const { standIn, client, live } = await connected();
  standIn.fail(/^metainfo/u, { kind: 'silent' });
  const stop = new AbortController();
  const request = { url: standIn.url, secret: { file: '/secret' }, clientId: client.id };
  const asked = stopOf(live.check(CODE, request, stop.signal));
  standIn.afterRequest = ({ path }) => path === 'oauth/token' && stop.abort();
  expect((await asked).kind).toBe('interrupted');
});
