/** What applied runs changed of users: net, a run at a time, with the row of the plan that did it. */
import type { UserChange } from '../../application/userUseCases.js';
import { numberInFile } from '../../domain/absent.js';
import { createdFields } from '../../domain/draft.js';
import { HIDDEN_SECRET, type FieldChange, type PlannedRow } from '../../domain/plannedRow.js';
import type { RunKind } from '../../domain/run.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { PLANNED_ROW, plannedRowOf } from '../plans/planRowRecords.js';
import { createdState, PLAN_USER_FLAGS, PLAN_USERS, PLANNED_USER } from '../plans/planUserRecords.js';
import { select, selectRows } from '../rows.js';
import { int, reader, text } from '../table.js';

const { changed, created, removed } = PLAN_USER_FLAGS;

const CHANGED_USER = reader({
  run: int('r.id'),
  kind: text<RunKind>('r.kind'),
  appliedAt: text('r.applied_at'),
  operator: text('r.operator'),
  plan: int('u.plan_id'),
  environment: text('e.code'),
  /** The code that the user has now; null for one that was removed. */
  code: text<string | null>('now.code'),
  codeKey: text('u.code_key'),
  user: PLANNED_USER,
  fields: { ...PLAN_USERS.columns.fields, name: 'u.net' },
});
type ChangedUser = ReturnType<typeof CHANGED_USER.decode>;

/** Of the users that have one of these codes (folded by `caseKey`), or had it; latest first. */
export async function readHistory(connection: Connection, codeKeys: readonly string[]): Promise<UserChange[]> {
  const { numbers } = connection.dialect;
  const ids = await usersOf(connection, codeKeys);
  // The conditions on the plan's users are those of the index.
  const runs = await selectRows(
    connection,
    CHANGED_USER,
    `from plan_users u join runs r on r.plan_id = u.plan_id and r.status = 'applied'
     join environments e on e.id = u.environment_id left join persons p on p.id = u.person_id left join users now on now.id = u.user_id
     where u.user_id in ${numbers} and u.user_id is not null and u.effects & ${changed} > 0
     order by r.applied_at desc, r.id desc, u.environment_id, u.id`,
    [JSON.stringify(ids)],
  );
  const rowsOf = await readRows(connection, runs);
  const codes = new Map<number, string>();
  return runs.flatMap((run) => {
    const id = run.user.userId ?? 0;
    const { changes, code } = changesOf(run, codes.get(id) ?? run.code);
    codes.set(id, code);
    const rows = rowsOf.get(placeOf(run.plan, run.user.targetId)) ?? [];
    const { run: number, kind, appliedAt, operator, environment } = run;
    return changes.map(([field, from, to, unknown]): UserChange => ({
      run: number,
      kind,
      row: rowThat(rows, environment, [field, from, to]),
      appliedAt,
      operator,
      environment,
      user: code,
      field,
      from,
      to,
      ...(unknown && { unknown }),
    }));
  });
}

/** Who has one of these codes, and who had it before a plan that renamed or removed it. */
async function usersOf({ knex, dialect }: Connection, codeKeys: readonly string[]): Promise<readonly number[]> {
  const keys = JSON.stringify(codeKeys);
  const found = await select<{ id: number }>(
    knex,
    `select id from users where code_key in ${dialect.texts}
     union select user_id as id from plan_users
     where former_key in ${dialect.texts} and former_key is not null and user_id is not null`,
    [keys, keys],
  );
  return found.map(({ id }) => id);
}

type Change = FieldChange;

/** What the run changed, and the code that the user had before; `known` is the code that it has now, or had before later runs. */
function changesOf(
  { user, fields, codeKey }: ChangedUser,
  known: string | null | undefined,
): { readonly changes: readonly Change[]; readonly code: string } {
  const after = known !== null && known !== undefined && caseKey(known) === codeKey ? known : (user.code ?? codeKey);
  const renaming = fields.find(([field]) => field === 'user');
  const code = typeof renaming?.[1] === 'string' ? renaming[1] : after;
  if ((user.effects & removed) > 0) return { changes: [['user', code, null]], code };
  const own = (user.effects & created) > 0 ? createdChanges(user) : fields;
  const joined = user.groupsAdded.map((group): Change => ['group', null, group]);
  const left = user.groupsRemoved.map((group): Change => ['group', group, null]);
  return { changes: [...own, ...joined, ...left], code };
}

function createdChanges(user: ChangedUser['user']): readonly FieldChange[] {
  const fields = createdFields(createdState(user));
  return user.passwordRow === null ? fields : [...fields, ['password', null, HIDDEN_SECRET]];
}

const ROW_OF_PLAN = reader({ plan: int('plan_id'), row: PLANNED_ROW });

/** The rows of the plans about these users, by `placeOf`. */
async function readRows(
  connection: Connection,
  users: readonly ChangedUser[],
): Promise<ReadonlyMap<string, readonly PlannedRow[]>> {
  const places = new Map(users.map(({ plan, user }) => [placeOf(plan, user.targetId), [plan, user.targetId]]));
  const found = await selectRows(
    connection,
    ROW_OF_PLAN,
    `from ${connection.dialect.rows({ of_plan: 'int', of_user: 'int' })} as given
     join plan_rows on plan_id = of_plan and plan_user = of_user order by plan_id, row_no`,
    [JSON.stringify([...places.values()])],
  );
  const rows = new Map<string, PlannedRow[]>();
  for (const { plan, row } of found) {
    const planned = plannedRowOf(row);
    const place = placeOf(plan, planned.planUser ?? 0);
    rows.set(place, [...(rows.get(place) ?? []), planned]);
  }
  return rows;
}

function placeOf(plan: number, target: number): string {
  return `${plan} ${target}`;
}

/** The last of the rows that did it: what it says is what the run came to. */
function rowThat(rows: readonly PlannedRow[], environment: string, [changedField, from, to]: Change): number | null {
  const group = to ?? from;
  const did = rows.findLast(
    ({ changes, groups }) =>
      (changedField === 'group' && [...groups.added, ...groups.removed].some((code) => code === group)) ||
      changes.some(
        (change) => change.environment === environment && change.fields.some(([field]) => field === changedField),
      ),
  );
  const { row } = did ?? rows[0] ?? { row: 0 };
  return numberInFile(row);
}
