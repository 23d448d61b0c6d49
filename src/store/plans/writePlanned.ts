/** Writes the users of a plan to the directory, inside the transaction that applies it. */
import type { Connection } from '../connection/connection.js';
import { run } from '../rows.js';
import type { StoredRun } from '../runs/runRecords.js';
import type { PlannedWork } from './plannedWork.js';
import { writeBefore, writeUsers, type Statement } from './planWrites.js';

/** Planned users that are written together: few statements, and yet a person sees that it goes on, and can stop it. */
const USERS_AT_ONCE = 10_000;

/** Users of a plan are numbered from 1 to `total`; `onWritten` is told how many are, and can end it by throwing. */
export async function writePlannedUsers(
  inside: Connection,
  record: StoredRun,
  { plan, total, work }: { readonly plan: number; readonly total: number; readonly work: PlannedWork },
  onWritten: (done: number) => void,
): Promise<void> {
  await runAll(inside, writeBefore(record, plan, work));
  for (let first = 1; first <= total; first += USERS_AT_ONCE) {
    const last = Math.min(first + USERS_AT_ONCE - 1, total);
    const part = `p.plan_id = ${plan} and p.id between ${first} and ${last}`;
    await runAll(inside, writeUsers(inside.dialect, record, part, work));
    onWritten(last);
  }
}

export async function runAll({ knex }: Connection, statements: readonly Statement[]): Promise<void> {
  for (const [sql, ...bindings] of statements) await run(knex, sql, bindings);
}
