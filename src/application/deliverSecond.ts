/**
 * The second import of a run that was delivered, as a file at once: the UPNs of users that the first one makes. Whoever
 * waits for the mirror to be read again plans it as a run of its own (`secondPass.ts`).
 */
import { noteOn } from '../domain/delivery/deliverRow.js';
import type { DeliveredTexts, DeliveryNote } from '../domain/delivery/delivery.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import type { Run } from '../domain/run.js';
import type { DeliveredChunk } from './deliveredRows.js';
import type { PlanStore } from './ports/planStore.js';

/** Rows of the users whose UPN waits. One of whom a row was refused is left out: nobody knows what became of it. */
export async function* secondImportRows(
  plans: PlanStore,
  run: Run,
  unwritable: (texts: DeliveredTexts) => string | undefined,
): AsyncGenerator<DeliveredChunk> {
  const { rowOf, left } = await rowsOfWaiting(plans, run);
  for await (const users of plans.waitingForUpn(run.id)) {
    const rows: DeliveredTexts[] = [];
    const refused: DeliveryNote[] = [];
    for (const { id, user, description, email, upn, found } of users) {
      if (found === upn) continue;
      const planned = { ...(rowOf.get(id) ?? { row: 0 }), user };
      const texts = { user, description, email, upn };
      const value = unwritable(texts);
      if (found === null && left.has(id)) refused.push(noteOn(planned, 'FOLLOWS_REFUSED'));
      else if (value !== undefined) refused.push(noteOn(planned, 'NOT_IN_ENCODING', { value }));
      else rows.push(texts);
    }
    yield { rows, refused, told: [] };
  }
}

/** By the plan's number of the user: the row that holds the UPN, and whether a row about the user was not delivered. */
async function rowsOfWaiting(
  plans: PlanStore,
  { id, delivery }: Run,
): Promise<{ readonly rowOf: ReadonlyMap<number, Pick<PlannedRow, 'row'>>; readonly left: ReadonlySet<number> }> {
  const refused = delivery?.refused ?? [];
  const left = new Set((await plans.rowsByNumber(id, refused)).flatMap(({ planUser }) => planUser ?? []));
  const rowOf = new Map<number, Pick<PlannedRow, 'row'>>();
  for await (const rows of plans.rows(id, { message: 'UPN_DEFERRED' }))
    for (const { row, planUser } of rows) if (planUser !== null) rowOf.set(planUser, { row });
  return { rowOf, left };
}
