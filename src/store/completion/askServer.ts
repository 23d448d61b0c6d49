/** A PostgreSQL server that is only asked. */
import pg from 'pg';
import { NO_TLS } from '../connection/databaseErrors.js';
import { readPostgresUrl } from '../connection/postgresUrl.js';
import type { Ask } from './askDatabase.js';

/** How long a server may take for each step, in milliseconds; all of them together are watched by who asks. */
const SERVER_MS = 300;

export async function askServer(url: string): Promise<Ask> {
  const { settings, tls } = await readPostgresUrl(url);
  const start = async (ssl: typeof settings.ssl): Promise<Ask> => {
    const client = new pg.Client({
      ...settings,
      ssl,
      connectionTimeoutMillis: SERVER_MS,
      query_timeout: SERVER_MS,
    });
    // A server that goes away is told by the question that it leaves unanswered.
    client.on('error', () => undefined);
    await client.connect();
    return async (sql, values = []) => (await client.query(numbered(sql), [...values])).rows as never;
  };
  return start(settings.ssl).catch((error: unknown) => {
    if (tls === 'prefer' && error instanceof Error && error.message === NO_TLS) return start(false);
    throw error;
  });
}

/** `$1` is what PostgreSQL has for `?`. */
function numbered(sql: string): string {
  let number = 0;
  return sql.replaceAll('?', () => `$${++number}`);
}
