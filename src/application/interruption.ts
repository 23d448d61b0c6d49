/** What is waited for ends when somebody presses Ctrl+C. */
import { UserError } from './userError.js';

/** What is waited for, or the end of the waiting: standard input may never come. */
export function unlessInterrupted<T>(waited: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new UserError('interrupted', 'plan.interrupted'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    waited.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** The same for what is read piece by piece, of which nothing is to be left half. */
export async function* untilInterrupted<T>(
  parts: AsyncIterable<T> | Iterable<T>,
  signal?: AbortSignal,
): AsyncGenerator<T> {
  const check = (): void => {
    if (signal?.aborted) throw new UserError('interrupted', 'command.interrupted');
  };
  for await (const part of parts) {
    check();
    yield part;
  }
  check();
}

/** Reads no more once the work is over, however that ended: nobody asks a database anything that is being closed. */
export async function readWhile<T, Result>(
  parts: AsyncIterable<T> | Iterable<T>,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work;
  } finally {
    await (parts as Partial<AsyncGenerator<T>>).return?.(undefined);
  }
}
