/** Work in a process of its own, so that its time and its peak of memory are its own. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TaskInput, TaskName, TaskResult } from './tasks/index.js';
import { timePasses } from '../support/waiting.js';

/** Told by a child that ends. */
export interface Peak {
  /** Memory, in bytes. */
  readonly peak: number;
}

/** What a task gave, and what its process cost. */
export interface Answer<Result> extends Peak {
  readonly result: Result;
  /** Processor time of all its threads, which a busy machine stretches less; in milliseconds. */
  readonly cpu: number;
}

/** Runs a task of this bench; `flags` are those of Node. */
export async function inChild<Name extends TaskName>(
  task: Name,
  input: TaskInput<Name>,
  flags: readonly string[] = [],
): Promise<Answer<TaskResult<Name>>> {
  const child = fork(process.argv[1] ?? '', ['--task', task, JSON.stringify(input)], {
    execArgv: [...flags],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let answer: Answer<TaskResult<Name>> | undefined;
  child.on('message', (message) => (answer = message as typeof answer));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0 || !answer) throw new Error(`the task ${task} ended with ${code ?? 'a signal'}`);
  return answer;
}

/** The other side of `inChild`. */
export async function answerTask(run: (input: unknown) => Promise<unknown>, input: string): Promise<void> {
  const result = await run(JSON.parse(input));
  const { user, system } = process.cpuUsage();
  const answer: Answer<unknown> = { result, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS * 1024 };
  process.send?.(answer);
}

export interface Program extends Peak {
  /** Until the first output, and until the end; in milliseconds. */
  readonly first: number;
  readonly whole: number;
  readonly output: string;
}

/** Writes the peak of memory to a fourth stream when the program ends. */
const PROBE = `data:text/javascript,${encodeURIComponent(
  "import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))",
)}`;

export interface ProgramOptions {
  /** Whether Node tells its peak of memory; costs a little time. */
  readonly probed?: boolean;
  /** Leaves output unread for a while after the first of it, as somebody does who pages through it. */
  readonly pause?: number;
}

/** Runs a whole program and looks at what it says. */
export async function runProgram(
  command: string,
  args: readonly string[],
  { probed = false, pause = 0 }: ProgramOptions = {},
): Promise<Program> {
  const started = performance.now();
  const child = spawn(command, [...(probed ? ['--import', PROBE] : []), ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  let said = '';
  let peak = '';
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  child.stdio[3]?.on('data', (data: Buffer) => (peak += data.toString()));
  let first = 0;
  let output = '';
  for await (const data of child.stdout as AsyncIterable<Buffer>) {
    if (first === 0) {
      first = performance.now() - started;
      await timePasses(pause);
    }
    if (output.length < 10_000) output += data.toString();
  }
  const [code] = await ended;
  const whole = performance.now() - started;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${said}${output}`);
  return { first, whole, output, peak: Number(peak) * 1024 };
}
