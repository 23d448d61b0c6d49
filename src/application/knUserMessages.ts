/** The rows of a plan as KnUser messages, for those who post them. */
import { knUserRow, type KnUserMessage } from '../domain/delivery/knUser.js';
import { noteOn } from '../domain/delivery/deliverRow.js';
import type { DeliveryNote } from '../domain/delivery/delivery.js';
import { needsOfUsers } from '../domain/directoryNeeds.js';
import { isDone } from '../domain/outcomes.js';
import { textsGiven, type PlannedRow } from '../domain/plannedRow.js';
import { caseKey } from '../domain/sourceRow.js';
import type { WorkingUser } from '../domain/workingDirectory.js';
import type { Delivered } from './deliveredRows.js';
import type { PlanStore, Reach } from './ports/planStore.js';

export interface ToSend {
  readonly reach: Reach;
  /** Rows of the plan in its order, in chunks. */
  readonly rows: AsyncIterable<readonly PlannedRow[]>;
  /** Descriptions of the groups that the plan creates, by case key. */
  readonly groups: ReadonlyMap<string, string>;
  /** Nothing but e-mail, description and UPN, as in a second pass. */
  readonly identityOnly: boolean;
}

/** Refused, and yet no row after it counts on what it would have done here. */
const COUNTED_ON_BY_NONE: readonly DeliveryNote['code'][] = ['NOTHING_TO_SEND', 'PASSWORD_NEW'];

/** Only what differs is in a message, so that a row does not count on what else is in the live environment. */
export async function* knUserMessages(
  plans: PlanStore,
  { reach, rows, groups, identityOnly }: ToSend,
): AsyncGenerator<Delivered<KnUserMessage>> {
  const left = new Set<string>();
  for await (const all of rows) {
    const chunk = all.filter(({ outcome }) => isDone(outcome));
    const found = await usersOf(plans, reach, chunk);
    const messages: KnUserMessage[] = [];
    const refused: DeliveryNote[] = [];
    const told: DeliveryNote[] = [];
    const refuse = (planned: PlannedRow, note: DeliveryNote): void => {
      refused.push(note);
      if (!COUNTED_ON_BY_NONE.includes(note.code)) for (const code of codesOf(planned)) left.add(caseKey(code));
    };
    for (const planned of chunk) {
      const user = found.get(caseKey(planned.user));
      const made = knUserRow({
        planned,
        environment: reach.target.code,
        identityOnly,
        groups: user?.state.groups.keys(),
        isSystem: user?.state.system === true,
        groupDescription: (code) => groups.get(caseKey(code)) ?? '',
      });
      if ('refused' in made) refuse(planned, made.refused);
      else if (made.messages.length > 0 && codesOf(planned).some((code) => left.has(caseKey(code))))
        refuse(planned, noteOn(planned, 'FOLLOWS_REFUSED'));
      else {
        messages.push(...made.messages);
        told.push(...made.told.filter(({ code }) => code !== 'RENAME_WITH_UPN' || user?.state.upn !== ''));
      }
    }
    yield { rows: messages, refused, told };
  }
}

async function usersOf(
  plans: PlanStore,
  reach: Reach,
  rows: readonly PlannedRow[],
): Promise<ReadonlyMap<string, WorkingUser>> {
  const { users } = await plans.read(reach, needsOfUsers(rows.map(({ user }) => user)));
  const here = users.filter(({ environment }) => environment.id === reach.target.id);
  return new Map(here.map((user) => [caseKey(user.state.code), user]));
}

function codesOf(planned: PlannedRow): string[] {
  return [planned.user, ...textsGiven(planned, 'user')];
}
