/** A question to whoever sits at the terminal; the answer to the command itself stays alone on stdout. */
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { UserError } from '../../application/userError.js';

export type AskLine = (question: string) => Promise<string>;

type Terminal = Pick<NodeJS.Process, 'stdin' | 'stderr'>;

/** Waits for one line, left as the terminal edits it: Ctrl+C stays a signal. Ctrl+D answers nothing. */
export async function askLine(question: string, { stdin, stderr }: Terminal, signal: AbortSignal): Promise<string> {
  stderr.write(question);
  return (await oneLine(createInterface({ input: stdin, terminal: false }), signal)).trim();
}

/** Waits for one line that is not shown and not kept, edited here: the terminal would show it. Ctrl+C ends it all. */
export async function askSecret(question: string, { stdin, stderr }: Terminal, signal: AbortSignal): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  const interrupted = new AbortController();
  lines.once('SIGINT', () => interrupted.abort());
  stderr.write(question);
  return oneLine(lines, AbortSignal.any([signal, interrupted.signal])).finally(() => stderr.write('\n'));
}

/** The line that comes; nothing where there is none any more. */
async function oneLine(lines: Interface, signal: AbortSignal): Promise<string> {
  try {
    const answer: unknown[] = await Promise.race([once(lines, 'line', { signal }), once(lines, 'close', { signal })]);
    return typeof answer[0] === 'string' ? answer[0] : '';
  } catch (error) {
    if (signal.aborted) throw new UserError('interrupted', 'plan.interrupted');
    throw error;
  } finally {
    lines.close();
  }
}
