/** Opens files as the person behind `sudo`: a child process becomes that person for good, and passes the bytes on. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { UserError, type ErrorParams, type UserErrorKind } from '../application/userError.js';
import type { OutsideFiles } from '../files/outsideFiles.js';
import type { TextKey } from '../language/index.js';

export interface Person {
  readonly uid: number;
  /** The person's own group; the others follow from who it is. */
  readonly gid: number;
}

export interface Program {
  /** Node, and the script that becomes somebody else (`src/person.ts`). */
  readonly node: string;
  readonly script: string;
}

type Child = ChildProcess & { readonly stdin: Writable; readonly stdout: Readable; readonly stderr: Readable };

export function personFiles({ uid, gid }: Person, { node, script }: Program): OutsideFiles {
  const start = (...request: readonly string[]): Child =>
    spawn(node, [script, String(uid), String(gid), ...request], {
      // Nothing of the caller's surroundings decides what Node does there.
      env: {},
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    }) as Child;
  return {
    async *read(path) {
      yield* bytesOf(start('read', path));
    },
    async list(folder) {
      return JSON.parse(await textOf(bytesOf(start('list', folder)))) as Awaited<ReturnType<OutsideFiles['list']>>;
    },
    async write({ path, overwrite = false }, write) {
      const child = start('write', path, overwrite ? 'overwrite' : '');
      const ending = ended(child);
      // Who ends early says why when it has ended.
      child.stdin.on('error', () => undefined);
      try {
        await Promise.race([write(child.stdin), ending]);
        child.stdin.end();
        if (child.connected) child.send('whole');
        await ending;
      } catch (error) {
        // Nobody took the bytes any more: why, that end tells.
        if ((error as NodeJS.ErrnoException).code === 'EPIPE') await ending;
        throw error;
      } finally {
        child.stdin.destroy();
        if (child.connected) child.disconnect();
        // What was begun and not finished is gone by then.
        await ending.catch(() => undefined);
      }
    },
  };
}

async function* bytesOf(child: Child): AsyncGenerator<Buffer> {
  const ending = ended(child);
  ending.catch(() => undefined);
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) yield chunk;
    await ending;
  } finally {
    child.kill('SIGKILL');
  }
}

/** Waits for the end of a child; throws what went wrong there. */
async function ended(child: Child): Promise<void> {
  const said = textOf(child.stderr as AsyncIterable<Buffer>);
  // Not its `close`, which never comes once it was left alone.
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) throw failureOf(await said);
}

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

interface Told {
  readonly kind?: UserErrorKind;
  readonly key?: TextKey;
  readonly params?: ErrorParams;
  readonly code?: string;
  readonly message?: string;
}

function failureOf(text: string): Error {
  const { kind, key, params, code, message } = parsed(text);
  if (kind !== undefined && key !== undefined) return UserError.of(kind, { key, params: params ?? {} });
  return Object.assign(new Error(message ?? 'the files of the person behind sudo cannot be opened'), code && { code });
}

function parsed(text: string): Told {
  try {
    return JSON.parse(text) as Told;
  } catch {
    return {};
  }
}
