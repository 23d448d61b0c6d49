/** A UPN belongs to one user code in the live environments of a type, and to a leftover until it is cleared there. */
import { partsOf, selectMany } from '../../rows.js';
import { pick, reader, text } from '../../table.js';
import { USERS } from '../userRecords.js';
import { PART, type GivenUpn, type ImportInProgress } from './inProgress.js';

const HOLDER = reader({
  upnKey: text('upn_key'),
  ...pick(USERS.columns, 'code', 'codeKey', 'environmentId'),
});
type Holder = ReturnType<typeof HOLDER.decode>;

/** Looks at the UPNs that users got, once all users are written: two users may have changed theirs with each other. */
export async function judgeUpns(work: ImportInProgress): Promise<void> {
  const byId = new Map([...work.environments.values()].map((environment) => [environment.id, environment]));
  for (const part of partsOf(work.givenUpns, PART)) {
    work.goOn();
    const holders = await holdersOf(work, part);
    for (const given of part) {
      for (const { code, codeKey, environmentId } of holders.get(given.upnKey) ?? []) {
        const environment = byId.get(environmentId);
        if (environment?.type !== given.environment.type) continue;
        // Leftovers that come in with their environment are part of one and the same picture.
        if (environment.deleted && environment.stood) {
          addFault(work, 'directory.fault.upnLeftover', given, code, environment.code);
          break;
        }
        if (!environment.deleted && codeKey !== given.userKey) {
          addFault(work, 'directory.fault.upnTaken', given, code, environment.code);
          break;
        }
      }
    }
  }
}

function addFault(
  { faults }: ImportInProgress,
  key: 'directory.fault.upnLeftover' | 'directory.fault.upnTaken',
  { at, upn, user, environment: { type } }: GivenUpn,
  holder: string,
  environment: string,
): void {
  faults.add(key, 'users', at, 'upn', { upn, user, holder, environment, type });
}

/** Everybody with one of these UPNs, by its key; always in the same order. */
async function holdersOf(
  { connection }: ImportInProgress,
  given: readonly GivenUpn[],
): Promise<ReadonlyMap<string, readonly Holder[]>> {
  const keys = [...new Set(given.map(({ upnKey }) => upnKey))];
  const found = await selectMany(
    connection,
    HOLDER,
    `from users where upn_key in ${connection.dialect.texts}`,
    [JSON.stringify(keys)],
    (one, other) => one.environmentId - other.environmentId || (one.codeKey < other.codeKey ? -1 : 1),
  );
  const holders = new Map<string, Holder[]>();
  for (const holder of found) holders.set(holder.upnKey, [...(holders.get(holder.upnKey) ?? []), holder]);
  return holders;
}
