/** The real program as a child process: what a script of an administrator starts. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { whenTimeIsUp } from './waiting.js';

/** Another build can be broken instead, so that this one may change meanwhile. */
export const PROGRAM =
  process.env['INSTROOM_PROGRAM'] ?? fileURLToPath(new URL('../../dist/instroom.js', import.meta.url));

/** Longer than the program waits for anything: whoever is not done by then waits for ever. */
const DEADLINE = 120_000;

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What standard input holds; nothing otherwise. */
  readonly input?: string | Buffer;
  readonly cwd?: string;
  /** Another user of the operating system; needs root. */
  readonly uid?: number;
  /** A command that starts the program, such as `bash -c '…'`: its words come before those of the program. */
  readonly through?: readonly string[];
}

export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the program and leaves it running. */
export function startProgram(words: readonly string[], options: ProgramOptions = {}): ChildProcess {
  const { env = {}, cwd, uid, through = [] } = options;
  const [file = '', ...rest] = [...through, process.execPath, PROGRAM, ...words];
  const settings: SpawnOptions = {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C.UTF-8', SUDO_USER: undefined, SUDO_UID: undefined, ...env },
    ...(cwd !== undefined && { cwd }),
    ...(uid !== undefined && { uid, gid: uid }),
  };
  return spawn(file, rest, settings);
}

/** Runs the program to its end, which has to come before the deadline. */
export async function runProgram(words: readonly string[], options: ProgramOptions = {}): Promise<Ran> {
  const child = startProgram(words, options);
  // A program that ends without reading what it was given is no fault of the test.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(options.input ?? '');
  return ended(child);
}

/** What a child said, once it has ended. */
export async function ended(child: ChildProcess): Promise<Ran> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => stdout.push(part));
  child.stderr?.on('data', (part: Buffer) => stderr.push(part));
  let late = false;
  const stopTimer = whenTimeIsUp(DEADLINE, () => {
    late = true;
    child.kill('SIGKILL');
  });
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  stopTimer();
  if (late) throw new Error(`still running after ${DEADLINE / 1000} s: ${child.spawnargs.slice(2).join(' ')}`);
  return {
    status,
    signal,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
  };
}

/** The one JSON object that a command answers with, or the error that refuses it. */
export function answerOf<Answer>({ stdout, stderr, status }: Ran): Answer {
  try {
    if (stdout === '') return (JSON.parse(lastOf(stderr)) as { error: Answer }).error;
    return JSON.parse(stdout) as Answer;
  } catch {
    throw new Error(`no JSON, status ${status}: ${stdout.slice(0, 300)} ${stderr.slice(0, 300)}`);
  }
}

/** What a refused command says last, also as JSON: one sentence, of no more than a line. */
export function lastLineOf({ stderr }: Pick<Ran, 'stderr'>): string {
  const last = lastOf(stderr);
  return last.startsWith('{') ? (JSON.parse(last) as { error: { text: string } }).error.text : last;
}

function lastOf(stderr: string): string {
  return stderr.trimEnd().split('\n').at(-1) ?? '';
}
