/** Users with all that they have, in the shape of docs/directory.md. */
import type { UserJson } from '../../application/directoryJson.js';
import { flagsToAccess } from '../../domain/directory.js';
import {
  IDENTITY_FIELDS,
  isIdentityField,
  STORED_TEXT_FIELDS,
  type IdentityField,
  type StoredTextField,
} from '../../domain/fields.js';
import { unknownFieldsOf } from '../../domain/unknown.js';
import type { Connection } from '../connection/connection.js';
import { selectRows } from '../rows.js';
import { int, pick, reader, text, type RowOf } from '../table.js';
import { byUser, TOKEN, USERS } from './userRecords.js';

const OTHER_TEXTS = STORED_TEXT_FIELDS.filter(
  (field): field is Exclude<StoredTextField, IdentityField> => !isIdentityField(field),
);

/** The names come in this order in a file. */
const COLUMNS = {
  environment: text('e.code'),
  user: text('u.code'),
  ...pick(USERS.columns, ...IDENTITY_FIELDS),
  person: text<string | null>('p.code'),
  ...pick(USERS.columns, 'system', 'blocked', 'access', ...OTHER_TEXTS, 'unknown'),
};

/** Reads users from `users u` in `environments e` with their `persons p`; `withBelongings` adds what is missing. */
export const USER = reader(COLUMNS, 'u');

export const FROM_USERS =
  'from users u join environments e on e.id = u.environment_id left join persons p on p.id = u.person_id';

const MEMBERSHIP = reader({
  userId: int('m.user_id'),
  value: reader({ code: text('g.code'), description: text('g.description') }),
});

/** A user, and what its groups are called. */
export interface WholeUser {
  readonly user: UserJson;
  readonly groupDescriptions: Readonly<Record<string, string>>;
}

/** The same users with their groups and tokens. */
export async function withBelongings(
  connection: Connection,
  rows: readonly { readonly id: number; readonly item: RowOf<typeof COLUMNS> }[],
): Promise<WholeUser[]> {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const { numbers } = connection.dialect;
  const groupsOf = byUser(
    await selectRows(
      connection,
      MEMBERSHIP,
      `from memberships m join user_groups g on g.id = m.group_id where m.user_id in ${numbers} order by m.user_id, g.id`,
      [ids],
    ),
  );
  const tokensOf = byUser(
    await selectRows(connection, TOKEN, `from tokens where user_id in ${numbers} order by user_id, id`, [ids]),
  );
  return rows.map(({ id, item: { unknown, ...item } }) => {
    const groups = groupsOf.get(id) ?? [];
    return {
      user: {
        ...item,
        ...(unknown !== 0 && { unknown: unknownFieldsOf(unknown) }),
        access: flagsToAccess(item.access),
        groups: groups.map(({ code }) => code),
        tokens: tokensOf.get(id) ?? [],
      },
      groupDescriptions: Object.fromEntries(groups.map(({ code, description }) => [code, description])),
    };
  });
}
