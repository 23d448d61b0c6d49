/**
 * The program that is told what happens: started without a shell, given one text on its standard input, and waited for
 * no longer than its time. Whatever comes of it is its own affair, and is told as a remark.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:os';
import type { TextRef } from '../language/index.js';

/** What of Node's `process` this needs. */
interface Program {
  kill(pid: number, signal: NodeJS.Signals): unknown;
  on(event: 'exit', listener: () => void): unknown;
  off(event: 'exit', listener: () => void): unknown;
}

export interface HookCommand {
  /** The whole path of a program, and its arguments. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const HOOK_MS = 10_000;
/** How long what it said last is waited for, where somebody else keeps its end open. */
const LAST_WORDS_MS = 250;
const LONGEST_LINE = 200;
/** On Windows there are no groups of processes, and a program of its own would get a window. */
const HAS_GROUPS = platform() !== 'win32';

export class Hook {
  private queue = Promise.resolve();
  /** Told and not done with. */
  private open = 0;
  private failures: TextRef[] = [];

  constructor(
    private readonly hook: HookCommand,
    private readonly program: Program,
    private readonly signal?: AbortSignal,
    private readonly limit = HOOK_MS,
  ) {}

  /** One after the other, in the order in which it happened; whoever stops the program waits for one of them at most. */
  tell(text: () => Promise<string>): void {
    const isFirst = this.open++ === 0;
    this.queue = this.queue.then(async () => {
      const failure = isFirst || !this.signal?.aborted ? await this.hand(text) : untold(this.name);
      if (failure) this.failures.push(failure);
      this.open--;
    });
  }

  private hand(text: () => Promise<string>): Promise<TextRef | undefined> {
    return text().then((ready) => this.run(ready), notStarted(this.name));
  }

  /** Waits until all is told; answers what went wrong, once. */
  async ended(): Promise<readonly TextRef[]> {
    await this.queue;
    return this.failures.splice(0);
  }

  private get name(): string {
    return this.hook.command[0] ?? '';
  }

  private async run(text: string): Promise<TextRef | undefined> {
    const [name = '', ...words] = this.hook.command;
    const settings = {
      // Wherever the program was started; and a session of its own, which knows no terminal.
      ...(HAS_GROUPS && { cwd: '/' }),
      detached: HAS_GROUPS,
      env: { ...this.hook.environment },
      stdio: ['pipe', 'ignore', 'pipe'] as ['pipe', 'ignore', 'pipe'],
      windowsHide: true,
    };
    let child: ReturnType<typeof spawn>;
    try {
      child = spawn(name, words, settings);
    } catch (error) {
      return notStarted(name)(error);
    }
    const end = (): void => this.killAll(child);
    this.program.on('exit', end);
    try {
      return await this.watch(child, text);
    } finally {
      this.program.off('exit', end);
    }
  }

  /** Late, it ends with all that it started; in time, what it left running goes on: that may be a message on its way. */
  private async watch(child: ChildProcess, text: string): Promise<TextRef | undefined> {
    const { name: hook } = this;
    const said = firstLine(child);
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(text);
    const closed = once(child, 'close').catch(() => undefined);
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    const timer = new Timer();
    try {
      const first = await Promise.race([ended, timer.after(this.limit)]);
      if (first === undefined) {
        this.killAll(child);
        return { key: 'hook.late', params: { hook, seconds: this.limit / 1000 } };
      }
      await Promise.race([closed, timer.after(LAST_WORDS_MS)]);
      const [status, signal] = first;
      if (status === 0) return undefined;
      const params = { hook, ended: status ?? signal ?? '', said: said() };
      return { key: params.said === '' ? 'hook.failed' : 'hook.failedSaying', params };
    } catch (error) {
      return notStarted(hook)(error);
    } finally {
      timer.stop();
      child.stdin?.destroy();
      child.stderr?.destroy();
      child.unref();
    }
  }

  private killAll(child: ChildProcess): void {
    const { pid } = child;
    if (pid === undefined) return;
    try {
      if (HAS_GROUPS) this.program.kill(-pid, 'SIGKILL');
      else child.kill('SIGKILL');
    } catch {
      // Nobody of them is left.
    }
  }
}

class Timer {
  private readonly timers: NodeJS.Timeout[] = [];

  after(milliseconds: number): Promise<undefined> {
    return new Promise((resolve) => {
      this.timers.push(setTimeout(() => resolve(undefined), milliseconds));
    });
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}

/** Reads all that it says, so that it is never kept waiting, and remembers how that began. */
function firstLine({ stderr }: ChildProcess): () => string {
  let text = '';
  stderr?.setEncoding('utf8').on('data', (part: string) => {
    if (text.length < LONGEST_LINE) text += part.slice(0, LONGEST_LINE);
  });
  return () => text.trimStart().split('\n')[0]?.slice(0, LONGEST_LINE).trimEnd() ?? '';
}

function untold(hook: string): TextRef {
  return { key: 'hook.untold', params: { hook } };
}

function notStarted(hook: string): (error: unknown) => TextRef {
  return (error) => {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return { key: 'hook.notStarted', params: { hook, reason } };
  };
}
