/** Behind a pooler that gives a server's connection to another client after each transaction: nothing stays on it. */
import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect as connectTo, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Connection } from '../../../src/store/connection/connection.js';
import { connect } from '../../../src/store/connection/connect.js';
import { openStore } from '../../../src/store/openStore.js';
import { select } from '../../../src/store/rows.js';
import { transact } from '../../../src/store/transaction.js';
import { directoryOf } from '../../support/engineDirectory.js';
import { PASSWORD, PostgresServer, USER } from '../../support/postgres.js';

const DIRECTORY = directoryOf({ environments: { T12345AA: {} }, users: { 'T12345AA 12345.A': {} } });

/** What somebody set on a connection, and is still set there. */
const LEFT = "select name from pg_settings where source = 'session' order by name";
const SHOWN =
  "select current_setting('work_mem') as memory, current_setting('lock_timeout') as wait, current_setting('jit') as jit";
const OURS = { memory: '64MB', wait: '15s', jit: 'off' };

let server: PostgresServer;

beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.remove());

/** Stands before the server, and takes no options at the start of a connection, as pgbouncer does. */
async function refusingOptions(url: string): Promise<{ readonly url: string; readonly refused: () => number }> {
  let refused = 0;
  const proxy = createServer((client: Socket) => {
    client.once('data', (start: Buffer) => {
      if (start.includes('options\0')) {
        refused++;
        client.end(errorResponse('08P01', 'unsupported startup parameter: options'));
        return;
      }
      const upstream = connectTo(server.port, '127.0.0.1');
      upstream.write(start);
      client.pipe(upstream).pipe(client);
      for (const socket of [client, upstream]) socket.on('error', () => undefined);
    });
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  const address = new URL(url);
  address.port = String((proxy.address() as AddressInfo).port);
  address.searchParams.set('sslmode', 'disable');
  return { url: address.href, refused: () => refused };
}

function errorResponse(code: string, message: string): Buffer {
  const body = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

async function expectNothingLeft(connection: Connection): Promise<void> {
  const inside = await transact(connection, async ({ knex }) => select(knex, SHOWN));
  expect(inside).toEqual([OURS]);
  // The pool has one connection by now, and this is its second use.
  expect(await select(connection.knex, LEFT)).toEqual([]);
}

test('straight at a server all is set with the start of the connection', async () => {
  const connection = await connect(await server.createDatabase());
  onTestFinished(() => connection.knex.destroy());
  expect(await select(connection.knex, SHOWN)).toEqual([OURS]);
  await expectNothingLeft(connection);
});

test('options of the address stay beside ours', async () => {
  const url = `${await server.createDatabase()}?options=${encodeURIComponent('-c search_path=public -c geqo=off')}`;
  const connection = await connect(url);
  onTestFinished(() => connection.knex.destroy());
  expect(await select(connection.knex, "select current_setting('geqo') as geqo")).toEqual([{ geqo: 'off' }]);
  expect(await select(connection.knex, SHOWN)).toEqual([OURS]);
});

test('where options are refused, all is set in each transaction, and gone after it', async () => {
  const { url, refused } = await refusingOptions(await server.createDatabase());
  const connection = await connect(url);
  onTestFinished(() => connection.knex.destroy());
  expect(refused()).toBe(1);
  expect(await select(connection.knex, SHOWN)).not.toEqual([OURS]);
  await expectNothingLeft(connection);
});

const installed = spawnSync('pgbouncer', ['--version']).error === undefined;

describe.skipIf(!installed)('pgbouncer, one connection for all', () => {
  async function pooled(url: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'instroom-pgbouncer-'));
    await chmod(folder, 0o755);
    const database = new URL(url).pathname.slice(1);
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const settings = join(folder, 'pgbouncer.ini');
    const target = `host=127.0.0.1 port=${server.port} dbname=${database} user=${USER} password='${PASSWORD}'`;
    await writeFile(
      settings,
      `[databases]\n${database} = ${target}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 1\n`,
    );
    const bouncer = spawn('pgbouncer', [settings], process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {});
    onTestFinished(async () => {
      bouncer.kill('SIGKILL');
      await once(bouncer, 'exit');
      await rm(folder, { recursive: true, force: true });
    });
    await new Promise<void>((resolve, reject) => {
      bouncer.stderr?.on('data', (said: Buffer) => {
        if (said.includes('process up')) resolve();
      });
      bouncer.once('exit', () => reject(new Error('pgbouncer did not start')));
    });
    return `postgres://${USER}@127.0.0.1:${port}/${database}`;
  }

  test('what we do leaves nothing for the next client', async () => {
    const url = await pooled(await server.createDatabase());
    const store = await openStore(url);
    await store.directory.import(DIRECTORY);
    expect(await store.directory.environments()).toHaveLength(1);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    const { rows } = await other.query<{ name: string }>(LEFT).finally(() => other.end());
    await store.close();
    // The pooler gives each client its own name.
    expect(rows.filter(({ name }) => name !== 'application_name')).toEqual([]);
  });
});
