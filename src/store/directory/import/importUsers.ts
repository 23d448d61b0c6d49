/** Users of an import: what is named is set, the rest stays; only what differs is written. */
import type { GivenUser } from '../../../application/directoryJson.js';
import type { Counted } from '../../../application/ports/directoryStore.js';
import { caseKey, normaliseText, upnKey } from '../../../domain/sourceRow.js';
import { completeUserCode } from '../../../domain/userCode.js';
import { partsOf } from '../../rows.js';
import { Counter, Doubles, PART, type ImportInProgress, type PlacedUser } from './inProgress.js';
import { holdBackProtected, type PlacedChange } from './protectedBefore.js';
import { readReferences } from './references.js';
import { readStoredUsers, userKey, type StoredUser } from './storedUsers.js';
import { differs, wantedUser, type WantedUser } from './wantedUser.js';
import { writeUsers } from './writeUsers.js';

export async function importUsers(work: ImportInProgress, given: readonly GivenUser[]): Promise<Counted> {
  const counter = new Counter();
  const doubles = new Doubles(work.faults, 'users');
  let first = 0;
  for (const part of partsOf(given, PART)) {
    work.goOn();
    const found = part.flatMap((user, at) => {
      const environment = work.environmentOf(user.environment, 'users', first + at);
      const code = normaliseText(user.user);
      if (!environment || doubles.isDouble(userKey(environment.id, code), first + at, code)) return [];
      return [{ given: user, at: first + at, environment, environmentId: environment.id, code }];
    });
    await importPart(work, found, counter);
    first += part.length;
  }
  return counter;
}

async function importPart(work: ImportInProgress, users: readonly PlacedUser[], counter: Counter): Promise<void> {
  const stored = await readStoredUsers(work.connection, users);
  const references = await readReferences(work.connection, users);
  const created: WantedUser[] = [];
  const changed: PlacedChange[] = [];
  for (const user of users) {
    const before = stored.get(userKey(user.environmentId, user.code));
    if (!before) refuseIncomplete(work, user);
    const wanted = wantedUser(work.faults, references, user, before);
    if (before && !differs(before, wanted)) {
      counter.same++;
      continue;
    }
    judge(work, user, wanted, before);
    if (before) changed.push({ ...wanted, before, placed: user });
    else created.push(wanted);
  }
  counter.created += created.length;
  counter.changed += changed.length;
  await holdBackProtected(work, changed);
  await writeUsers(work.connection, created, changed);
}

/** No row of an import file can name a user whose code is not complete. */
function refuseIncomplete({ faults }: ImportInProgress, { at, environment, code }: PlacedUser): void {
  const complete = completeUserCode(code, environment.participant);
  if (complete !== code) faults.add('directory.fault.codeIncomplete', 'users', at, 'user', { user: code, complete });
}

/** Whether the user may be written, and what is looked at when all are. */
function judge(work: ImportInProgress, user: PlacedUser, wanted: WantedUser, before: StoredUser | undefined): void {
  const { at, environment, code } = user;
  if (environment.stood && environment.approval === 'second-person')
    work.faults.holdBack('needsPlan', environment.code, code, 'users', at);
  else if (environment.stood && work.isFrozen(environment, before === undefined))
    work.faults.holdBack('frozen', environment.code, code, 'users', at);
  const key = upnKey(wanted.upn);
  if (key === '' || environment.deleted || (before && upnKey(before.upn) === key)) return;
  work.givenUpns.push({ at, upn: wanted.upn, upnKey: key, user: code, userKey: caseKey(code), environment });
}
