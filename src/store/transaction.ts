/** Transactions, and the locks that keep those apart that change the directory. */
import type { Knex } from 'knex';
import { UserError } from '../application/userError.js';
import type { Connection } from './connection/connection.js';
import { run, select, type Binding } from './rows.js';

/** All or nothing; nothing when it was interrupted meanwhile. Tells what went wrong first, not that rolling back went wrong after it. */
export async function transact<Result>(
  connection: Connection,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  let failure: { readonly error: unknown } | undefined;
  const watched = async (knex: Knex): Promise<Result> => {
    try {
      if (connection.begin !== undefined) await run(knex, connection.begin);
      const result = await work({ ...connection, knex });
      if (connection.signal?.aborted) throw new UserError('interrupted', 'plan.interrupted');
      return result;
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
  try {
    return await connection.knex.transaction(watched);
  } catch (error) {
    throw failure ? failure.error : error;
  }
}

/**
 * Environments are what writers wait for each other at. Everything that changes users, persons, groups or
 * environments begins its transaction with one of these three, and takes nothing of the kind afterwards, so
 * that nobody waits in a circle; a plan takes none, and is never waited for. Statements that follow see what
 * was committed before the lock was got. SQLite has one writer at a time: any write takes that lock.
 */

/** Locks the environments that meet a condition: what an apply does with those of its type. */
export async function lockEnvironments(
  { knex, dialect }: Connection,
  condition: string,
  bindings: readonly Binding[] = [],
): Promise<void> {
  if (dialect.name === 'sqlite')
    await run(knex, `update environments set version = version where ${condition}`, bindings);
  else await select(knex, `select id from environments where ${condition} order by id for no key update`, bindings);
}

/** Locks one environment that is about to change itself. */
export async function lockEnvironment({ knex }: Connection, codeKey: string): Promise<void> {
  await run(knex, 'update environments set version = version where code_key = ?', [codeKey]);
}

/** Locks all environments, those too that somebody else may be adding. */
export async function lockDirectory(connection: Connection): Promise<void> {
  if (connection.dialect.name === 'postgres')
    await run(connection.knex, 'lock table environments in share row exclusive mode');
  await lockEnvironments(connection, 'true');
}

/** Locks a run, so that nobody else gives it another plan, discards, prunes or applies it. */
export async function lockRun({ knex }: Connection, runId: number): Promise<void> {
  await run(knex, 'update runs set status = status where id = ?', [runId]);
}
