/** The users of a part of an import as they are, with their groups and tokens. */
import { caseKey } from '../../../domain/sourceRow.js';
import type { Connection } from '../../connection/connection.js';
import { selectTuples } from '../../rows.js';

/** The values of a user that an import sets, as they are stored. */
export interface UserValues {
  readonly description: string;
  readonly email: string;
  readonly upn: string;
  readonly personId: number | null;
  readonly system: number;
  readonly blocked: number;
  readonly access: number;
  readonly siteLanguage: string;
}

export interface StoredUser extends UserValues {
  readonly id: number;
  readonly groupIds: ReadonlySet<number>;
  /** Application and device as one text, in their order; see `tokenKey`. */
  readonly tokens: readonly string[];
}

/** What a token is compared by. */
export const tokenKey = (application: string, device: string): string => JSON.stringify([application, device]);

export const userKey = (environmentId: number, code: string): string => `${environmentId} ${caseKey(code)}`;

type UserTuple = readonly [
  id: number,
  environmentId: number,
  codeKey: string,
  description: string,
  email: string,
  upn: string,
  personId: number | null,
  system: number,
  blocked: number,
  access: number,
  siteLanguage: string,
];

const USER = `u.id, u.environment_id, u.code_key, u.description, u.email, u.upn, u.person_id, u.system, u.blocked, u.access,
  u.site_language`;

/** By `userKey`, those of these users that are there. */
export async function readStoredUsers(
  connection: Connection,
  users: readonly { readonly environmentId: number; readonly code: string }[],
): Promise<ReadonlyMap<string, StoredUser>> {
  const { dialect } = connection;
  const tuples = await selectTuples<UserTuple>(
    connection,
    USER,
    `from ${dialect.rows({ environment_id: 'int', code_key: 'text' })} as given cross join users u
     where u.code_key = given.code_key and u.environment_id = given.environment_id`,
    [JSON.stringify(users.map(({ environmentId, code }) => [environmentId, caseKey(code)]))],
  );
  const ids = JSON.stringify(tuples.map(([id]) => id));
  const memberships = await selectTuples<readonly [userId: number, groupId: number]>(
    connection,
    'm.user_id, m.group_id',
    `from memberships m where m.user_id in ${dialect.numbers}`,
    [ids],
  );
  const tokens = await selectTuples<readonly [userId: number, application: string, device: string]>(
    connection,
    't.user_id, t.application, t.device',
    `from tokens t where t.user_id in ${dialect.numbers}`,
    [ids],
  );
  const groupsOf = collected(memberships.map(([user, group]) => [user, group]));
  const tokensOf = collected(tokens.map(([user, application, device]) => [user, tokenKey(application, device)]));
  return new Map(
    tuples.map((tuple) => {
      const [id, environmentId, codeKey, description, email, upn, personId, system, blocked, access, siteLanguage] =
        tuple;
      const user = { id, description, email, upn, personId, system, blocked, access, siteLanguage };
      const groupIds = new Set(groupsOf.get(id));
      return [`${environmentId} ${codeKey}`, { ...user, groupIds, tokens: [...(tokensOf.get(id) ?? [])].sort() }];
    }),
  );
}

function collected<Value>(pairs: readonly (readonly [number, Value])[]): ReadonlyMap<number, readonly Value[]> {
  const lists = new Map<number, Value[]>();
  for (const [id, value] of pairs) {
    const list = lists.get(id);
    if (list) list.push(value);
    else lists.set(id, [value]);
  }
  return lists;
}
