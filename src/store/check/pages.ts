/** The file of a SQLite database, page by page; a server looks after its own. */
import type { Connection } from '../connection/connection.js';
import { select } from '../rows.js';
import type { Fault } from './fault.js';

export async function findBadPages({ knex, dialect }: Connection): Promise<Fault[]> {
  if (dialect.name !== 'sqlite') return [];
  const found = await select<{ integrity_check: string }>(knex, 'pragma integrity_check');
  return found
    .filter(({ integrity_check: reason }) => reason !== 'ok')
    .map(({ integrity_check: reason }) => ({ key: 'check.integrity', params: { reason } }));
}
