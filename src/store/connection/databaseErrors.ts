/** What databases and their drivers throw, as sentences that a person can act on. One place for both. */
import { UserError, type ErrorParams } from '../../application/userError.js';
import { READ_TIMEOUT } from './pool.js';
import type { TextKey } from '../../language/index.js';

/** What pg says when the server has no TLS; it has no code. */
export const NO_TLS = 'The server does not support SSL connections';

interface DatabaseError extends Error {
  readonly code?: string;
}

/** The text of a code, or of all codes that begin so. The longest wins. */
type DatabaseText = Extract<TextKey, `db.${string}`>;
type Sentences = Readonly<Record<string, DatabaseText>>;

const SQLITE: Sentences = {
  SQLITE: 'db.failed',
  SQLITE_BUSY: 'db.busy',
  SQLITE_LOCKED: 'db.busy',
  SQLITE_FULL: 'db.full',
  SQLITE_IOERR: 'db.disk',
  SQLITE_PROTOCOL: 'db.networkDrive',
  SQLITE_READONLY: 'db.readOnly',
  SQLITE_CORRUPT: 'db.damaged',
  SQLITE_NOTADB: 'db.damaged',
  SQLITE_CANTOPEN: 'db.cannotOpen',
  SQLITE_PERM: 'db.cannotOpen',
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const POSTGRES: Sentences = {
  '08': 'db.connectionLost',
  '25006': 'db.readOnlyServer',
  '25P03': 'db.connectionLost',
  '28': 'db.loginRefused',
  '3D000': 'db.unknownDatabase',
  '40': 'db.busy',
  '42501': 'db.noRights',
  '53': 'db.serverShort',
  '53100': 'db.full',
  '53300': 'db.tooManyConnections',
  '55P03': 'db.busy',
  '57014': 'db.tooSlow',
  '57P01': 'db.connectionLost',
  '57P02': 'db.connectionLost',
  '57P03': 'db.unreachable',
  '57P05': 'db.connectionLost',
};

/** Errors of Node's, of the network and of TLS. */
const NETWORK: Sentences = {
  EAI_: 'db.unknownHost',
  ENOTFOUND: 'db.unknownHost',
  ECONNRESET: 'db.connectionLost',
  EPIPE: 'db.connectionLost',
  CERT_: 'db.certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'db.certificate',
  ERR_TLS_: 'db.certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'db.certificate',
  UNABLE_TO_: 'db.certificate',
  ERR_SSL_: 'db.noTls',
  E: 'db.unreachable',
};

/** What pg and knex say without a code. */
const MESSAGES: readonly (readonly [pattern: RegExp, key: DatabaseText])[] = [
  [new RegExp(NO_TLS, 'u'), 'db.noTls'],
  [/There was an error establishing an SSL connection/u, 'db.noTls'],
  [/timeout expired|Timeout acquiring a connection/u, 'db.unreachable'],
  [new RegExp(READ_TIMEOUT, 'u'), 'db.connectionLost'],
  [
    /Connection terminated|Connection ended|Client has encountered a connection error|Client was closed/u,
    'db.connectionLost',
  ],
  [/client password must be a string|no password|SASL|SCRAM/iu, 'db.loginRefused'],
];

/** What a disk says that gives no locks and no shared memory, as those of a network; the driver says no more. */
const LOCKING = /^SQLITE_(?:BUSY|IOERR|PROTOCOL)/u;

/**
 * What SQLite throws; errors that are not the database's stay as they are. `wasRead`: something was read already,
 * so that locking works: whoever is in the way then is another program.
 */
export function sqliteUserError(error: unknown, path: string, wasRead: boolean): unknown {
  if (!isError(error) || !error.code?.startsWith('SQLITE')) return error;
  const key = !wasRead && LOCKING.test(error.code) ? 'db.networkDrive' : find(SQLITE, error.code);
  return stop(key, { path, reason: reasonOf(error) }) ?? error;
}

/** What PostgreSQL, its driver, or the way to it throws. */
export function postgresUserError(error: unknown, server: string): unknown {
  if (!isError(error)) return error;
  const params = { server, reason: reasonOf(error) };
  const said = MESSAGES.find(([pattern]) => pattern.test(error.message))?.[1];
  if (said !== undefined) return stop(said, params);
  if (error.code === undefined) return isPlain(error) ? error : stop('db.failed', params);
  if ('severity' in error) return stop(find(POSTGRES, error.code) ?? 'db.failed', params);
  return stop(find(NETWORK, error.code), params) ?? error;
}

/** Whether a statement broke a rule that something is there once: somebody else was first. */
export function isTakenMeanwhile(error: unknown): boolean {
  return (
    isError(error) &&
    (error.code === '23505' || (error.code === 'SQLITE_CONSTRAINT' && error.message.includes('UNIQUE')))
  );
}

/** Whether it is unknown if the last statement was done. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof UserError && error.key === 'db.connectionLost';
}

function isError(error: unknown): error is DatabaseError {
  return error instanceof Error && !(error instanceof UserError);
}

/** A mistake in the program, which no database made. */
function isPlain(error: Error): boolean {
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError ||
    error.name === 'AbortError'
  );
}

function find(sentences: Sentences, code: string): DatabaseText | undefined {
  const prefixes = Object.keys(sentences).filter((prefix) => code.startsWith(prefix));
  return sentences[prefixes.sort((one, other) => other.length - one.length)[0] ?? ''];
}

function stop(key: DatabaseText | undefined, params: ErrorParams): UserError | undefined {
  return key === undefined ? undefined : UserError.of(key === 'db.busy' ? 'busy' : 'failure', { key, params });
}

/** What the database said, without the statement that knex puts in front of it. */
function reasonOf({ message, code }: DatabaseError): string {
  const said =
    /SQLITE_[A-Z]+: [^\n]*$/u.exec(message)?.[0] ?? message.slice(message.lastIndexOf(' - ') + 1).replace(/^- /u, '');
  return code === undefined || said.includes(code) ? said : `${code}: ${said}`;
}
