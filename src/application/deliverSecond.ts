/**
 * The second import of a run that was delivered, as a file or messages at once: the UPNs of users that the first one makes.
 * Whoever waits for the mirror to be read again plans it as a run of its own (`secondPass.ts`).
 */
import { noteOn } from '../domain/delivery/deliverRow.js';
import type { DeliveredTexts, DeliveryNote } from '../domain/delivery/delivery.js';
import { upnMessage, type KnUserMessage } from '../domain/delivery/knUser.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import type { Run } from '../domain/run.js';
import type { Delivered } from './deliveredRows.js';
import type { PlanStore, WaitingUser } from './ports/planStore.js';

/** E-mail and description as they are to be: an import clears what is missing. */
export function textsOfUpn({ user, description, email, upn }: WaitingUser): DeliveredTexts {
  return { user, description, email, upn };
}

/** What is not in a message stays as it is. */
export function messageOfUpn({ user, upn }: WaitingUser): KnUserMessage {
  return upnMessage(user, upn);
}

/** The users whose UPN waits. One of whom a row was refused is left out: nobody knows what became of it. */
export async function* secondImport<Made>(
  plans: PlanStore,
  run: Run,
  made: (user: WaitingUser) => Made,
  unwritable: (made: Made) => string | undefined = () => undefined,
): AsyncGenerator<Delivered<Made>> {
  const { rowOf, left } = await rowsOfWaiting(plans, run);
  for await (const users of plans.waitingForUpn(run.id)) {
    const rows: Made[] = [];
    const refused: DeliveryNote[] = [];
    for (const waiting of users) {
      const { id, user, upn, found } = waiting;
      if (found === upn) continue;
      const planned = { ...(rowOf.get(id) ?? { row: 0 }), user };
      const row = made(waiting);
      const value = unwritable(row);
      if (found === null && left.has(id)) refused.push(noteOn(planned, 'FOLLOWS_REFUSED'));
      else if (value !== undefined) refused.push(noteOn(planned, 'NOT_IN_ENCODING', { value }));
      else rows.push(row);
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
