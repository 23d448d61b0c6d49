/** The users that a pull changes, as users of a plan: what wrote them is in their history like any other run. */
import type { Environment } from '../../domain/directory.js';
import { caseKey } from '../../domain/sourceRow.js';
import { NO_GROUPS, type UserState } from '../../domain/userState.js';
import { WorkingUser } from '../../domain/workingDirectory.js';
import type { Connection } from '../connection/connection.js';
import { byUser, USER_STATE, USERS } from '../directory/userRecords.js';
import { insertRows } from '../insertRows.js';
import { pages } from '../pages.js';
import { changedUser } from '../plans/changedUser.js';
import { PLAN_USERS } from '../plans/planUserRecords.js';
import { byNumber, selectMany, selectRows } from '../rows.js';
import { columnsOf, int, pick, reader, text } from '../table.js';
import type { ChangeKind } from './comparePull.js';

/** Users at a time. */
const CHUNK = 2000;

const CHANGE = reader({
  n: int('n'),
  kind: text<ChangeKind>('kind'),
  codeKey: text('code_key'),
  userId: int<number | null>('user_id'),
});
type Change = ReturnType<typeof CHANGE.decode>;

const BEFORE = reader({ ...pick(USERS.columns, 'id', 'version', 'uses'), state: USER_STATE }, 'u');
const GONE = reader({ id: int('id'), version: int('version'), uses: int('uses') });

const staged = columnsOf<never>();
const AFTER = reader({
  codeKey: text('s.code_key'),
  state: reader(
    {
      ...pick(
        USERS.columns,
        'code',
        'description',
        'email',
        'upn',
        'siteLanguage',
        'blocked',
        'system',
        'access',
        'unknown',
      ),
      personId: staged.int<number | null>('s.person_id'),
      person: staged.text<string | null>("nullif(s.person, '')"),
    },
    's',
  ),
});

const JOINED = reader({ userKey: text('x.user_key'), group: text('g.code') });
const MEMBERSHIP = reader({ userId: int('m.user_id'), value: text('g.code') });

/** Stores them as the users of a plan. */
export async function storeChanges(connection: Connection, plan: number, environment: Environment): Promise<void> {
  const found = pages<Change>({
    key: ['n'],
    keyOf: ({ n }) => [n],
    size: CHUNK,
    read: (after, order, from) => selectRows(connection, CHANGE, `from pulled_changes where ${after} ${order}`, from),
  });
  for await (const changes of found) {
    const users = await usersOf(connection, environment, changes);
    for (const some of [users.filter(({ base }) => base === null), users.filter(({ base }) => base !== null)])
      await insertRows(connection, PLAN_USERS, some.map(changedUser), { constants: { plan_id: plan } });
  }
}

async function usersOf(
  connection: Connection,
  environment: Environment,
  changes: readonly Change[],
): Promise<WorkingUser[]> {
  const before = await readBefore(connection, changes);
  const after = await readAfter(connection, changes);
  const gone = await readGone(connection, changes);
  return changes.flatMap(({ n, kind, codeKey, userId }) => {
    const was = userId === null ? undefined : before.get(userId);
    const state = kind === 'gone' ? was?.state : after.get(codeKey);
    if (!state) return [];
    const { version = 0, uses = 0 } = was ?? gone.get(userId ?? 0) ?? {};
    const user = new WorkingUser(userId, version, environment, was?.state ?? null, state, 0, uses);
    user.planId = n;
    user.targetPlanId = n;
    user.removed = kind === 'gone';
    return [user];
  });
}

async function readBefore(
  connection: Connection,
  changes: readonly Change[],
): Promise<ReadonlyMap<number, { readonly state: UserState; readonly version: number; readonly uses: number }>> {
  const ids = JSON.stringify(changes.flatMap(({ userId }) => userId ?? []));
  const { numbers } = connection.dialect;
  const rows = await selectMany(
    connection,
    BEFORE,
    `from users u left join persons p on p.id = u.person_id where u.id in ${numbers}`,
    [ids],
    byNumber,
  );
  const groupsOf = byUser(
    await selectRows(
      connection,
      MEMBERSHIP,
      `from memberships m join user_groups g on g.id = m.group_id where m.user_id in ${numbers} order by m.user_id, g.id`,
      [ids],
    ),
  );
  return new Map(
    rows.map(({ id, state, version, uses }) => [
      id,
      { version, uses, state: { ...state, groups: groupMap(groupsOf.get(id)) } },
    ]),
  );
}

/** By the key of their code. */
async function readAfter(connection: Connection, changes: readonly Change[]): Promise<ReadonlyMap<string, UserState>> {
  const keys = JSON.stringify(changes.map(({ codeKey }) => codeKey));
  const { texts } = connection.dialect;
  const rows = await selectMany(connection, AFTER, `from pulled_users s where s.code_key in ${texts}`, [keys]);
  const joined = await selectRows(
    connection,
    JOINED,
    `from pulled_memberships x join user_groups g on g.id = (select group_id from pulled_groups pg where pg.code_key = x.group_key)
     where x.user_key in ${texts} order by x.user_key, g.id`,
    [keys],
  );
  const groupsOf = new Map<string, string[]>();
  for (const { userKey, group } of joined) {
    const own = groupsOf.get(userKey);
    if (own) own.push(group);
    else groupsOf.set(userKey, [group]);
  }
  return new Map(rows.map(({ codeKey, state }) => [codeKey, { ...state, groups: groupMap(groupsOf.get(codeKey)) }]));
}

async function readGone(
  connection: Connection,
  changes: readonly Change[],
): Promise<ReadonlyMap<number, { readonly version: number; readonly uses: number }>> {
  const ids = changes.flatMap(({ kind, userId }) => (kind === 'back' && userId !== null ? [userId] : []));
  if (ids.length === 0) return new Map();
  const found = await selectRows(connection, GONE, `from gone_users where id in ${connection.dialect.numbers}`, [
    JSON.stringify(ids),
  ]);
  return new Map(found.map(({ id, version, uses }) => [id, { version, uses }]));
}

function groupMap(codes: readonly string[] = []): UserState['groups'] {
  return codes.length === 0 ? NO_GROUPS : new Map(codes.map((code) => [caseKey(code), code]));
}
