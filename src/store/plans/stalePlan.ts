/** A transaction that writes something of a plan ends, with nothing written, where the plan is stale. */
import type { StaleRow } from '../../application/ports/planStore.js';
import type { Connection } from '../connection/connection.js';
import type { StoredRun } from '../runs/runRecords.js';
import { plannedWork, type PlannedWork } from './plannedWork.js';
import { findWritten } from './setRuns.js';
import { findStale } from './staleness.js';

/** Ends a transaction without writing; carries what was found. */
export class StaleFound extends Error {
  constructor(readonly stale: readonly StaleRow[]) {
    super('stale');
  }
}

/**
 * Takes out of a plan what other runs of its set wrote, and answers what is left to do. Throws `StaleFound` where
 * something that it relies on changed since.
 */
export async function requireFresh(inside: Connection, record: StoredRun): Promise<PlannedWork> {
  const plan = record.planId;
  await findWritten(inside, record, plan);
  const work = await plannedWork(inside, plan);
  const stale = await findStale(inside, record, plan, work);
  if (stale.length > 0) throw new StaleFound(stale);
  return work;
}

/** What was stale, where a transaction ended by that; nothing where it was committed. */
export async function unlessStale(transaction: Promise<void>): Promise<readonly StaleRow[]> {
  try {
    await transaction;
    return [];
  } catch (error) {
    if (error instanceof StaleFound) return error.stale;
    throw error;
  }
}
