/** A PostgreSQL server that is only asked. */
import pg from 'pg';
import { NO_TLS } from '../connection/databaseErrors.js';
import { readPostgresUrl } from '../connection/postgresUrl.js';
import type { Ask } from './ask.js';

/** However long it takes: whoever asks knows how long that may be. */
export async function askServer(url: string): Promise<Ask> {
  const { settings, tls } = await readPostgresUrl(url);
  const start = async (ssl: typeof settings.ssl): Promise<Ask> => {
    const client = new pg.Client({ ...settings, ssl });
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
