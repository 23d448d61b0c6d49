/** A question to whoever sits at the terminal; the answer to the command itself stays alone on stdout. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { UserError } from '../application/userError.js';

export type AskLine = (question: string) => Promise<string>;

/** Waits for one line, left as the terminal edits it: Ctrl+C stays a signal. Ctrl+D answers nothing. */
export async function askLine(
  question: string,
  { stdin, stderr }: Pick<NodeJS.Process, 'stdin' | 'stderr'>,
  signal: AbortSignal,
): Promise<string> {
  const lines = createInterface({ input: stdin, terminal: false });
  try {
    stderr.write(question);
    const answer: unknown[] = await Promise.race([once(lines, 'line', { signal }), once(lines, 'close', { signal })]);
    return typeof answer[0] === 'string' ? answer[0].trim() : '';
  } catch (error) {
    if (signal.aborted) throw new UserError('interrupted', 'plan.interrupted');
    throw error;
  } finally {
    lines.close();
  }
}
