/** What a `postgres://` URL asks for, read as PostgreSQL's own programs read it. */
import { readFile } from 'node:fs/promises';
import type { ConnectionOptions } from 'node:tls';
import { UserError } from '../../application/userError.js';

/** How `sslmode` secures the connection, with the meaning that libpq gives it. */
type TlsMode = 'disable' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';

export interface PostgresAddress {
  /** User, host, port and database: what may be shown. */
  readonly label: string;
  readonly tls: TlsMode;
  /** For the driver; holds the password. */
  readonly settings: PostgresSettings;
}

interface PostgresSettings {
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  readonly options?: string;
  readonly application_name: string;
  readonly connectionTimeoutMillis: number;
  readonly enableChannelBinding: boolean;
  readonly ssl: false | ConnectionOptions;
}

const TLS_MODES: Readonly<Record<string, TlsMode>> = {
  disable: 'disable',
  allow: 'prefer',
  prefer: 'prefer',
  require: 'require',
  'verify-ca': 'verify-ca',
  'verify-full': 'verify-full',
};

/** An option that is misspelled must not be passed over in silence: it may be the one that asks for TLS. */
const OPTIONS = [
  'application_name',
  'channel_binding',
  'connect_timeout',
  'host',
  'options',
  'password',
  'port',
  'sslcert',
  'sslkey',
  'sslmode',
  'sslrootcert',
  'user',
] as const;

const CONNECT_SECONDS = 10;

/** Throws `UserError` for a URL that cannot be read; it repeats nothing of the URL, which holds a password. */
export async function readPostgresUrl(text: string): Promise<PostgresAddress> {
  const url = parse(text);
  const option = (name: (typeof OPTIONS)[number]): string | undefined => url.searchParams.get(name) || undefined;
  for (const name of url.searchParams.keys()) {
    if (!OPTIONS.some((known) => known === name))
      throw new UserError('wrongUse', 'db.badUrlOption', { known: OPTIONS.join(', ') });
  }
  const tls = TLS_MODES[option('sslmode') ?? 'prefer'];
  if (tls === undefined) throw new UserError('wrongUse', 'db.badTlsMode', { known: Object.keys(TLS_MODES).join(', ') });
  const host = option('host') ?? (decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/u, '$1') || 'localhost');
  const port = Number(option('port') ?? (url.port || 5432));
  const seconds = Number(option('connect_timeout') ?? CONNECT_SECONDS);
  if (!Number.isInteger(port) || !(seconds >= 0)) throw new UserError('wrongUse', 'db.badUrl');
  const user = option('user') ?? decodeURIComponent(url.username);
  const password = option('password') ?? decodeURIComponent(url.password);
  const database = decodeURIComponent(url.pathname.slice(1));
  const options = option('options');
  return {
    label: `${user === '' ? '' : `${user}@`}${host}:${port}${database === '' ? '' : `/${database}`}`,
    tls,
    settings: {
      host,
      port,
      // What is not given is left to the driver: PGUSER, PGPASSWORD, a password file.
      ...(user !== '' && { user }),
      ...(password !== '' && { password }),
      ...(database !== '' && { database }),
      ...(options !== undefined && { options }),
      application_name: option('application_name') ?? 'instroom',
      connectionTimeoutMillis: (seconds || CONNECT_SECONDS) * 1000,
      enableChannelBinding: option('channel_binding') !== 'disable',
      ssl: host.startsWith('/')
        ? false
        : await tlsOptions(tls, option('sslrootcert'), option('sslcert'), option('sslkey')),
    },
  };
}

/** A `#`, `/` or `?` of a password that is not written as `%23`, `%2F` or `%3F` ends up elsewhere, and would be shown. */
function parse(text: string): URL {
  try {
    const url = new URL(text);
    decodeURIComponent(`${url.username}${url.password}${url.hostname}${url.pathname}`);
    if (url.hash === '' && !/[@/:]/u.test(url.pathname.slice(1)) && !url.search.includes('@')) return url;
  } catch {
    // Told below: the error of URL repeats the text.
  }
  throw new UserError('wrongUse', 'db.badUrl');
}

async function tlsOptions(
  mode: TlsMode,
  root?: string,
  certificate?: string,
  key?: string,
): Promise<false | ConnectionOptions> {
  if (mode === 'disable') return false;
  // `system` is libpq's word for the authorities that everybody trusts; Node knows them.
  const ca = root === undefined || root === 'system' ? undefined : await readPem(root);
  const verifies =
    mode === 'verify-full' || root === 'system' ? 'full' : mode === 'verify-ca' || root !== undefined ? 'ca' : 'no';
  return {
    rejectUnauthorized: verifies !== 'no',
    ...(verifies === 'ca' && { checkServerIdentity: () => undefined }),
    ...(ca !== undefined && { ca }),
    ...(certificate !== undefined && { cert: await readPem(certificate) }),
    ...(key !== undefined && { key: await readPem(key) }),
  };
}

async function readPem(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UserError('wrongUse', 'db.badTlsFile', { path, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}
