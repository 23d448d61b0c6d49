/** UPNs that two users have in environments of a type: by what they are, whatever their keys say. */
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { select } from '../rows.js';
import { firstOf, MOST_FAULTS, type Fault } from './fault.js';
import { usersWithWrongUpnKey } from './keys.js';

const HOLDERS = `from users u join environments e on e.id = u.environment_id
  where u.upn_key is not null and u.upn <> '' and e.deleted_at is null`;

export async function findSharedUpns(connection: Connection): Promise<readonly Fault[]> {
  const shared = await select<Record<string, string>>(
    connection.knex,
    `select min(u.upn) as upn, e.type as type, min(u.code) as one, max(u.code) as other ${HOLDERS}
     group by e.type, u.upn_key having count(distinct u.code_key) > 1 limit ${MOST_FAULTS + 1}`,
  );
  return firstOf([
    ...shared.map((params): Fault => ({ key: 'check.upnShared', params })),
    ...(await hidden(connection)),
  ]);
}

/** Those that a wrong key hides. */
async function hidden(connection: Connection): Promise<Fault[]> {
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  for await (const { code, upn, type, deleted_at: deleted } of usersWithWrongUpnKey(connection)) {
    if (deleted !== null || upn === '' || faults.length > MOST_FAULTS) continue;
    const [one, key, kind] = [String(code), upnKey(String(upn)), String(type)];
    const place = `${kind} ${key}`;
    const other = seen.get(place) ?? (await holderOf(connection, key, kind));
    if (other !== undefined && caseKey(other) !== caseKey(one))
      faults.push({ key: 'check.upnShared', params: { upn: String(upn), type: kind, one, other } });
    seen.set(place, other ?? one);
  }
  return faults;
}

async function holderOf({ knex }: Connection, key: string, type: string): Promise<string | undefined> {
  const found = await select<{ code: string }>(
    knex,
    `select u.code as code ${HOLDERS} and u.upn_key = ? and e.type = ? limit 1`,
    [key, type],
  );
  return found[0]?.code;
}
