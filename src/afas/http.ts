/** Requests as AFAS takes them: over TLS, no redirects followed, a few at once, and as long as AFAS may work on one. */
import { Agent, errors, request, type Dispatcher } from 'undici';
import { UserError } from '../application/userError.js';

/** AFAS works on a request for this long at most, in milliseconds. */
const LONGEST_MS = 900_000;
const CONNECT_MS = 30_000;
/** AFAS asks for no more at once. */
const AT_ONCE = 5;
/** Larger than any page: whoever sends more is not who we think. */
const LARGEST_ANSWER = 256 * 1024 * 1024;
/** A connection that was broken off is tried again this often: what only reads can be asked again. */
const TRIES = 3;

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Answered {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** `ca`: authorities to believe rather than those of Node and `NODE_EXTRA_CA_CERTS`. */
export function createAgent(ca?: string): Dispatcher {
  return new Agent({
    connections: AT_ONCE,
    headersTimeout: LONGEST_MS,
    bodyTimeout: LONGEST_MS,
    maxResponseSize: LARGEST_ANSWER,
    connect: { timeout: CONNECT_MS, minVersion: 'TLSv1.2', ...(ca !== undefined && { ca }) },
  });
}

/** The answer, whatever its status. Throws `UserError`: failure that says why none came, interrupted. */
export async function ask(asked: Asked, dispatcher: Dispatcher): Promise<Answered> {
  for (let tried = 1; ; tried++) {
    try {
      return await askOnce(asked, dispatcher);
    } catch (error) {
      if (asked.signal?.aborted) throw new UserError('interrupted', 'command.interrupted');
      if (tried < TRIES && isBrokenOff(error)) continue;
      throw failureOf(error, new URL(asked.url).host);
    }
  }
}

async function askOnce({ method, url, headers, body, signal }: Asked, dispatcher: Dispatcher): Promise<Answered> {
  const answer = await request(url, {
    method,
    headers: { accept: 'application/json', 'accept-language': 'nl-nl', ...headers },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
    dispatcher,
  });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

const BROKEN_OFF = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

function isBrokenOff(error: unknown): boolean {
  return BROKEN_OFF.has(codeOf(error));
}

function failureOf(error: unknown, host: string): UserError {
  const reason = codeOf(error);
  if (reason.endsWith('TIMEOUT')) return new UserError('failure', 'afas.timedOut', { host });
  if (error instanceof errors.ResponseExceededMaxSizeError) return new UserError('failure', 'afas.tooLarge', { host });
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/u.test(reason))
    return new UserError('failure', 'afas.certificate', { host, reason });
  return new UserError('failure', 'afas.unreachable', { host, reason });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error ? String(error.code) : error.name;
}
