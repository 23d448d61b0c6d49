/** The users of a part of an import as they are, with their groups and tokens. */
import { STORED_TEXT_FIELDS } from '../../../domain/fields.js';
import { caseKey } from '../../../domain/sourceRow.js';
import type { Connection } from '../../connection/connection.js';
import { selectMany } from '../../rows.js';
import { int, pick, reader } from '../../table.js';
import { byUser, TOKEN, USERS, type UserValues } from '../userRecords.js';

export interface StoredUser extends UserValues {
  readonly id: number;
  readonly groupIds: ReadonlySet<number>;
  /** Application and device as one text, in their order; see `tokenKey`. */
  readonly tokens: readonly string[];
}

/** What a token is compared by. */
export const tokenKey = (application: string, device: string): string => JSON.stringify([application, device]);

export const userKey = (environmentId: number, code: string): string => `${environmentId} ${caseKey(code)}`;

const USER = reader(
  {
    ...pick(USERS.columns, 'id', 'environmentId', 'codeKey'),
    values: reader(
      pick(USERS.columns, ...STORED_TEXT_FIELDS, 'personId', 'system', 'blocked', 'access', 'unknown'),
      'u',
    ),
  },
  'u',
);
const MEMBERSHIP = reader({ userId: int('user_id'), value: int('group_id') });

/** By `userKey`, those of these users that are there. */
export async function readStoredUsers(
  connection: Connection,
  users: readonly { readonly environmentId: number; readonly code: string }[],
): Promise<ReadonlyMap<string, StoredUser>> {
  const { dialect } = connection;
  const found = await selectMany(
    connection,
    USER,
    `from ${dialect.rows({ environment_id: 'int', code_key: 'text' })} as given cross join users u
     where u.code_key = given.code_key and u.environment_id = given.environment_id`,
    [JSON.stringify(users.map(({ environmentId, code }) => [environmentId, caseKey(code)]))],
  );
  const ids = JSON.stringify(found.map(({ id }) => id));
  const ofThese = `where user_id in ${dialect.numbers}`;
  const memberships = await selectMany(connection, MEMBERSHIP, `from memberships ${ofThese}`, [ids]);
  const tokens = await selectMany(connection, TOKEN, `from tokens ${ofThese}`, [ids]);
  const groupsOf = byUser(memberships);
  const tokensOf = byUser(tokens);
  return new Map(
    found.map(({ id, environmentId, codeKey, values }) => {
      const own = {
        groupIds: new Set(groupsOf.get(id)),
        tokens: (tokensOf.get(id) ?? []).map(({ application, device }) => tokenKey(application, device)).sort(),
      };
      return [`${environmentId} ${codeKey}`, { ...values, ...own, id }];
    }),
  );
}
