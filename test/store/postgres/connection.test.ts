/** The way to a server: addresses, TLS, and what is said when it goes wrong. Never with the password. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/application/userError.js';
import { translateRef } from '../../../src/language/index.js';
import { openStore, type Store } from '../../../src/store/openStore.js';
import { isRunning, PASSWORD, PostgresServer, USER } from '../../support/postgres.js';
import { until } from '../../support/waiting.js';

const SECRETS = [PASSWORD, encodeURIComponent(PASSWORD), 'verkeerd-geheim'];

let server: PostgresServer;
let store: Store | undefined;

beforeAll(async () => {
  server = await PostgresServer.start();
});
afterEach(async () => {
  await store?.close();
  store = undefined;
});
afterAll(() => server.remove());

/** The sentence that opening ends in, in both languages; it may not hold a password. */
async function refusal(url: string): Promise<{ key: string; text: string }> {
  const error: unknown = await openStore(url).then(
    async (opened) => {
      await opened.close();
    },
    (thrown: unknown) => thrown,
  );
  return told(error);
}

function told(error: unknown): { key: string; text: string } {
  if (!(error instanceof UserError)) throw new Error('it was not refused with a sentence', { cause: error });
  const texts = (['nl', 'en'] as const).map((language) => translateRef(language, error));
  const everything = `${texts.join(' ')} ${error.stack ?? ''} ${JSON.stringify(error)}`;
  for (const secret of SECRETS) expect(everything).not.toContain(secret);
  for (const text of texts) expect(text).not.toContain('\n');
  return { key: error.key, text: texts[1] ?? '' };
}

describe('an address', () => {
  const refused = [
    ['postgres://u:a#b@host/db', 'db.badUrl'],
    ['postgres://u:12#b@host/db', 'db.badUrl'],
    ['postgres://u:12/b@host/db', 'db.badUrl'],
    ['postgres://u:12?b@host/db', 'db.badUrl'],
    ['postgres://u:%zz@host/db', 'db.badUrl'],
    ['postgres://u@host:port/db', 'db.badUrl'],
    ['postgres://u@host/db?sslmod=require', 'db.badUrlOption'],
    ['postgres://u@host/db?sslmode=always', 'db.badTlsMode'],
    ['postgres://u@host/db?sslmode=verify-full&sslrootcert=/nergens/ca.pem', 'db.badTlsFile'],
  ] as const;
  test.each(refused)('%s is refused before anything is sent', async (url, key) => {
    expect(await refusal(url)).toMatchObject({ key });
  });
});

describe('a server that cannot be used is told in one sentence', () => {
  test('a wrong password', async () => {
    const { key, text } = await refusal(server.url('postgres', 'verkeerd-geheim'));
    expect(key).toBe('db.loginRefused');
    expect(text).toContain(`${USER}@127.0.0.1:${server.port}/postgres`);
  });
  test('no password', async () => {
    expect(await refusal(`postgres://${USER}@127.0.0.1:${server.port}/postgres`)).toMatchObject({
      key: 'db.loginRefused',
    });
  });
  test('a database that does not exist', async () => {
    expect(await refusal(server.url('nergens'))).toMatchObject({ key: 'db.unknownDatabase' });
  });
  test('a host that does not exist', async () => {
    expect(await refusal('postgres://u:verkeerd-geheim@nergens.invalid/db')).toMatchObject({ key: 'db.unknownHost' });
  });
  test('a port that nobody listens to', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    silent.close();
    await once(silent, 'close');
    expect(await refusal(`postgres://u:verkeerd-geheim@127.0.0.1:${port}/db`)).toMatchObject({ key: 'db.unreachable' });
  });
  test('a server that says nothing', async () => {
    const silent = await listen(() => undefined);
    const started = Date.now();
    expect(await refusal(`postgres://u@127.0.0.1:${portOf(silent)}/db?connect_timeout=1`)).toMatchObject({
      key: 'db.unreachable',
    });
    expect(Date.now() - started).toBeLessThan(8000);
    silent.close();
  });
  test('a server that hangs up', async () => {
    const rude = await listen((socket) => socket.destroy());
    expect((await refusal(`postgres://u@127.0.0.1:${portOf(rude)}/db`)).key).toMatch(/connectionLost|unreachable/u);
    rude.close();
  });
  test('a database that is not in UTF-8', async () => {
    await server.query("create database latin encoding 'LATIN1' template template0");
    expect(await refusal(server.url('latin'))).toMatchObject({ key: 'db.encoding' });
  });
  test('a user who may not make tables', async () => {
    const url = await server.createDatabase();
    await server.query("create user gast password 'verkeerd-geheim'");
    expect(await refusal(url.replace(/\/\/[^@]*@/u, '//gast:verkeerd-geheim@'))).toMatchObject({ key: 'db.noRights' });
  });
  test('a database of a newer Instroom', async () => {
    const url = await server.createDatabase();
    await (await openStore(url)).close();
    await server.query("insert into migrations values ('999-later')", url);
    expect(await refusal(url)).toMatchObject({ key: 'db.newer' });
  });
  test('too many connections', async () => {
    const url = await server.createDatabase();
    await (await openStore(url)).close();
    await server.query(`create user vol password 'verkeerd-geheim' connection limit 0`);
    expect(await refusal(url.replace(/\/\/[^@]*@/u, '//vol:verkeerd-geheim@'))).toMatchObject({
      key: 'db.tooManyConnections',
    });
  });
  test('TLS where there is none', async () => {
    expect(await refusal(`${server.url()}?sslmode=require`)).toMatchObject({ key: 'db.noTls' });
  });
});

describe('a server that goes away', () => {
  test('while nothing is under way: nobody notices', async () => {
    store = await openStore(await server.createDatabase());
    await server.stop();
    await server.start();
    expect(await store.directory.environments()).toEqual([]);
  });
  test('is told once, and used again when it is back', async () => {
    store = await openStore(await server.createDatabase());
    await server.stop();
    const { key, text } = told(await store.directory.environments().catch((error: unknown) => error));
    expect(key).toMatch(/db\.(unreachable|connectionLost)/u);
    expect(text).toContain(`127.0.0.1:${server.port}`);
    const { directory } = store;
    const exported = async (): Promise<void> => {
      for await (const { items } of directory.export()) expect(items).toBeDefined();
    };
    expect(told(await exported().catch((error: unknown) => error)).key).toBe('db.unreachable');
    await server.start();
    expect(await store.directory.environments()).toEqual([]);
  });
  test('a connection that the server ends', async () => {
    const url = await server.createDatabase();
    store = await openStore(url);
    await store.directory.environments();
    const others = 'from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    const ended = await server.query(`select pid, pg_terminate_backend(pid) ${others}`, url);
    // The server only sends a signal: what is asked before the connection is gone would be told as lost.
    await until('the connections are gone', () => !ended.some(({ pid }) => isRunning(pid as number)));
    // An answer later than their ends has them read as well.
    await server.recovered();
    expect(await store.directory.environments()).toEqual([]);
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!hasOpenssl)('TLS', () => {
  let secure: PostgresServer;
  let folder: string;
  const file = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'instroom-tls-'));
    const { key, certificate } = makeCertificates(folder);
    secure = await PostgresServer.start(['ssl=on', 'ssl_cert_file=../server.crt', 'ssl_key_file=../server.key'], {
      'server.crt': certificate,
      'server.key': key,
    });
  });
  afterAll(async () => {
    await secure.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** Whether a connection is encrypted, as the server sees it. */
  async function isEncrypted(options: string): Promise<boolean> {
    const url = secure.url();
    store = await openStore(`${url}${options}`);
    const [row] = await secure.query(
      "select bool_or(ssl) as ssl from pg_stat_ssl s join pg_stat_activity a on a.pid = s.pid where a.application_name = 'instroom'",
    );
    await store.close();
    store = undefined;
    return row?.['ssl'] === true;
  }

  test('is used where the server has it, though nobody asks', async () => {
    expect(await isEncrypted('')).toBe(true);
    expect(await isEncrypted('?sslmode=prefer')).toBe(true);
  });
  test('is not used with sslmode=disable', async () => {
    expect(await isEncrypted('?sslmode=disable')).toBe(false);
  });
  test('require does not look at the certificate, unless it is told whose to trust', async () => {
    expect(await isEncrypted('?sslmode=require')).toBe(true);
    expect(await isEncrypted(`?sslmode=require&sslrootcert=${file('ca.crt')}`)).toBe(true);
    expect(await refusal(`${secure.url()}?sslmode=require&sslrootcert=${file('other.crt')}`)).toMatchObject({
      key: 'db.certificate',
    });
  });
  test('verify-ca looks at who made the certificate', async () => {
    expect(await isEncrypted(`?sslmode=verify-ca&sslrootcert=${file('ca.crt')}`)).toBe(true);
    expect(await refusal(`${secure.url()}?sslmode=verify-ca`)).toMatchObject({ key: 'db.certificate' });
    expect(await refusal(`${secure.url()}?sslmode=verify-ca&sslrootcert=${file('other.crt')}`)).toMatchObject({
      key: 'db.certificate',
    });
  });
  test('verify-full looks at the name of the server as well', async () => {
    const named = secure.url().replace('127.0.0.1', 'localhost');
    store = await openStore(`${named}?sslmode=verify-full&sslrootcert=${file('ca.crt')}`);
    expect(await refusal(`${secure.url()}?sslmode=verify-full&sslrootcert=${file('ca.crt')}`)).toMatchObject({
      key: 'db.certificate',
    });
  });
});

/** An authority, another one, and a certificate of the first for `localhost`. */
function makeCertificates(folder: string): { key: string; certificate: string } {
  const openssl = (...words: string[]): string =>
    execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  for (const name of ['ca', 'other']) {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.crt`,
      '-subj',
      `/CN=${name}`,
      '-days',
      '2',
    );
  }
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
  );
  const certificate = openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.crt',
    '-CAkey',
    'ca.key',
    '-days',
    '2',
    '-copy_extensions',
    'copy',
  );
  return { certificate, key: openssl('pkey', '-in', 'server.key') };
}

async function listen(answer: (socket: Socket) => void): Promise<Server> {
  const listening = createServer(answer).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return listening;
}

function portOf(listening: Server): number {
  return (listening.address() as { port: number }).port;
}
