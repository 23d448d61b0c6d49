/** What an act adds to the planning of a row: what it asks of its user, and what it takes over and writes. */
import type { Draft, Writes } from './draft.js';
import { message, type Message } from './messages.js';
import type { RowReader } from './readRow.js';
import type { References } from './rowInProgress.js';
import { caseKey } from './sourceRow.js';
import { isUnknown } from './unknown.js';
import type { UserState } from './userState.js';
import type { WantedValues } from './wantedValues.js';

/** A user as it is made, before the values of the row; an act takes over what its linked users are called by. */
export function newUser(code: string, { newUser: made, act }: RowReader, linked: Draft | undefined): UserState {
  const { description, email } = act && linked ? linked.after : made;
  return { ...made, code, description, email, system: act?.system === true };
}

/** The UPN that an added user waits for is that of its linked users, where the act names none. */
export function withUpnOf(linked: Draft | undefined, values: WantedValues, { act }: RowReader): WantedValues {
  if (act?.onlyNew !== true || act.system === true || linked === undefined || values.texts.upn !== undefined)
    return values;
  return { ...values, texts: { ...values.texts, upn: linked.after.upn } };
}

/** What an act asks of the user that there is, or is not. */
export function judgeAct({ act }: RowReader, { before, environment }: Draft, user: string): Message[] {
  if (!act) return [];
  if (act.onlyNew) return before ? [message('USER_EXISTS', 'user', { user, environment })] : [];
  const isOrdinary = before?.system === false && !isUnknown(before.unknown, 'system');
  return act.system === false && isOrdinary ? [message('NOT_SYSTEM', 'user', { user })] : [];
}

/** Groups after a row that joins, or leaves, those that it names. */
export function groupWrites(before: UserState['groups'], named: References['groups'], leaves: boolean): Writes {
  const changing = named.filter(({ code }) => before.has(caseKey(code)) === leaves);
  if (changing.length === 0) return {};
  const groups = new Map(before);
  for (const { code } of changing) {
    if (leaves) groups.delete(caseKey(code));
    else groups.set(caseKey(code), code);
  }
  return { groups };
}
