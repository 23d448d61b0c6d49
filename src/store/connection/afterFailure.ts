/** What became of an apply that failed. */
import { UserError } from '../../application/userError.js';
import type { StaleRow } from '../../application/ports/planStore.js';
import type { Connection } from './connection.js';
import { isConnectionLost, isTakenMeanwhile } from './databaseErrors.js';
import { selectOne } from '../rows.js';

/** A server that restarts is back by then. */
const TRIES = 5;
const PAUSE = 1000;

/**
 * Throws what an apply ran into. A connection that was lost while the end of the transaction was under way
 * leaves open whether it was written: the database itself is asked.
 */
export async function afterFailure(
  connection: Connection,
  runId: number,
  at: string,
  error: unknown,
): Promise<readonly StaleRow[]> {
  if (isTakenMeanwhile(error)) throw new UserError('stale', 'apply.stale', { run: runId });
  const mapped = connection.toUserError(error);
  if (!isConnectionLost(mapped)) throw mapped;
  if (await wasApplied(connection, runId, at)) return [];
  throw mapped;
}

async function wasApplied({ knex }: Connection, runId: number, at: string): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      const row = await selectOne<{ applied_at: string | null }>(knex, 'select applied_at from runs where id = ?', [
        runId,
      ]);
      return row?.applied_at === at;
    } catch {
      if (tries === TRIES) return false;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
