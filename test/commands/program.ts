/** Runs the real program, as a script does: `node dist/instroom.js` on a database of its own. */
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { requireShapes } from '../support/answerShapes.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE = join(ROOT, 'node_modules/.bin/node');
const ENTRY = join(ROOT, 'dist/instroom.js');

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** INSTROOM_DB, the program's own unless told otherwise; null for none. */
  readonly database?: string | null;
  /** Another user of the operating system; needs root. */
  readonly uid?: number;
}

export interface Program {
  /** Runs a command line to its end. */
  run(words: readonly string[], more?: RunOptions): Promise<Ended>;
  /** Runs it with `--json`, and answers what stdout holds. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is what the tests look at
  json(words: readonly string[]): Promise<any>;
  /** Runs it with `--json` to be refused: nothing on stdout, and the error as the last line of stderr. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is what the tests look at
  error(words: readonly string[]): Promise<any>;
  /** A path in the program's own folder. */
  path(name: string): string;
  readonly folder: string;
}

export const sample = (name: string): string => join(ROOT, 'samples', name);
export const DEMO_DIRECTORY = join(ROOT, 'data/directory.json');

/** A program with an empty database; with `directory` it holds that directory. */
export async function startProgram(directory?: string): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'instroom-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const program: Program = {
    folder,
    path: (name) => join(folder, name),
    run: async (words, { database = join(folder, 'instroom.db'), env = {}, ...more } = {}) => {
      const ended = await runNode([ENTRY, ...words], {
        ...more,
        env: { ...env, ...(database !== null && { INSTROOM_DB: database }) },
      });
      requireShapes(words, ended);
      return ended;
    },
    json: async (words) => {
      const { stdout, stderr, status } = await program.run([...words, '--json']);
      if (stdout === '') throw new Error(`${words.join(' ')} answered ${status}: ${stderr}`);
      return JSON.parse(stdout);
    },
    error: async (words) => {
      const { stdout, stderr, status } = await program.run([...words, '--json']);
      const last = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '');
      if (stdout !== '' || last.error?.exit !== status) throw new Error(`${words.join(' ')}: ${stdout}${stderr}`);
      return last.error;
    },
  };
  if (directory !== undefined) await copyFile(await imported(directory), join(folder, 'instroom.db'));
  return program;
}

/** Databases into which a directory was read once, to be copied for each program. */
const importedFolder = temporaryFolder('cli-directories');
const databases = new Map<string, Promise<string>>();

function imported(directory: string): Promise<string> {
  const database = databases.get(directory) ?? importInto(join(importedFolder, `${databases.size}.db`), directory);
  databases.set(directory, database);
  return database;
}

async function importInto(database: string, directory: string): Promise<string> {
  const { status, stderr } = await runNode([ENTRY, 'directory', 'import', directory, '--db', database], {});
  if (status !== 0) throw new Error(`${directory} was not imported: ${stderr}`);
  return database;
}

/** Runs a program of Node, in an environment of its own. */
export function runNode(words: readonly string[], { env, stdin = '', uid }: RunOptions): Promise<Ended> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, words, {
      cwd: ROOT,
      env: { PATH, NODE_COMPILE_CACHE, HOME: tmpdir(), LANG: 'en_GB.UTF-8', ...env },
      ...(uid !== undefined && { uid, gid: uid }),
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text));
    child.on('error', reject).on('close', (status) => resolve({ status, ...said }));
    child.stdin.on('error', () => undefined).end(stdin);
  });
}
