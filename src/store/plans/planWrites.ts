/** The statements that write a plan: before its users, for a part of them, and after all of them. */
import type { PlanStore } from '../../application/ports/planStore.js';
import { STORED_TEXTS } from '../../domain/fields.js';
import type { Dialect } from '../dialect.js';
import type { StoredRun } from '../runs/runRecords.js';
import type { PlannedWork } from './plannedWork.js';
import { PLAN_USER_FLAGS } from './planUserRecords.js';

export type Statement = readonly [sql: string, ...bindings: (string | number)[]];

/** A value that is null in the plan stays as it is. */
function kept(...columns: readonly string[]): string {
  return columns.map((column) => `${column} = coalesce(p.${column}, users.${column})`).join(', ');
}

/** Texts of the catalogue that no index knows. */
const PLAIN_TEXTS = STORED_TEXTS.map(({ column }) => column).filter((column) => column !== 'upn');

const OWN_VALUES = `${kept(...PLAIN_TEXTS, 'access', 'system', 'unknown')},
  person_id = nullif(coalesce(p.person_id, users.person_id), 0), version = version + 1`;
const INDEXED_VALUES = `${kept('code', 'look', 'upn', 'blocked')}, code_key = p.code_key,
  upn_key = nullif(coalesce(p.upn_key, users.upn_key), '')`;

/** What a user that the plan creates has of its own. */
const CREATED = ['environment_id', 'code', 'code_key', 'look', ...PLAIN_TEXTS, 'upn', 'blocked', 'access'];

function has(effect: number): string {
  return `p.effects & ${effect} > 0`;
}

/** What the run adds to the uses of a user; a second pass belongs to the run that made it. */
function usesAfter({ kind }: StoredRun): string {
  if (kind === 'second-pass') return 'users.uses';
  return `users.uses + case when ${has(PLAN_USER_FLAGS.own)} then 1 when ${has(PLAN_USER_FLAGS.ownUndone)} then -1 else 0 end`;
}

/** What users of every part need: the groups that they join, and codes that nobody has any more. */
export function writeBefore(record: StoredRun, plan: number, work: PlannedWork): readonly Statement[] {
  const createGroups: Statement = [
    `insert into user_groups (environment_id, code, code_key, description)
     select ${record.environmentId}, code, code_key, description from plan_groups where plan_id = ${plan} and removes = 0`,
  ];
  return [
    createGroups,
    ...(work.removes ? removeUsers(record, plan, work) : []),
    ...(work.renames ? [freeCodes(plan)] : []),
  ];
}

/** Their memberships go with them. */
function removeUsers(record: StoredRun, plan: number, work: PlannedWork): readonly Statement[] {
  const removed = `p.plan_id = ${plan} and ${has(PLAN_USER_FLAGS.removed)}`;
  return [
    ...(work.revokesTokens ? revokeTokens(record, removed) : []),
    [`delete from users where id in (select p.user_id from plan_users p where ${removed})`],
  ];
}

/** Codes that change place with each other pass through a code that nobody can have. */
function freeCodes(plan: number): Statement {
  return [
    `update users set code_key = ' ' || id
     where id in (select p.user_id from plan_users p where p.plan_id = ${plan} and ${has(PLAN_USER_FLAGS.renamed)})`,
  ];
}

/** Writes the planned users that `part` finds, with all that belongs to them. */
export function writeUsers(dialect: Dialect, record: StoredRun, part: string, work: PlannedWork): readonly Statement[] {
  const ownValues = `${OWN_VALUES}, uses = ${usesAfter(record)}`;
  return [
    // Most changes are about what no index knows; the others would write the indexes anew for each of them.
    [
      `update users set ${ownValues} from plan_users p
       where ${part} and p.effects & ${PLAN_USER_FLAGS.changed | PLAN_USER_FLAGS.indexed} = ${PLAN_USER_FLAGS.changed} and p.user_id = users.id`,
    ],
    [
      `update users set ${ownValues}, ${INDEXED_VALUES} from plan_users p
       where ${part} and ${has(PLAN_USER_FLAGS.indexed)} and p.user_id = users.id`,
    ],
    insertUsers(`${part} and p.user_id is null`),
    ...(work.bringsBack ? [insertUsers(`${part} and p.user_id is not null`, 'id', 'p.user_id')] : []),
    numberUsers(part),
    ...(work.setsPasswords ? [setPasswords(part)] : []),
    ...(work.leavesGroups ? [leaveGroups(dialect, part)] : []),
    ...(work.joinsGroups ? [joinGroups(dialect, part)] : []),
    ...(work.revokesTokens ? revokeTokens(record, part) : []),
  ];
}

/** Users that the plan creates are known by their number once they are there. */
export function numberUsers(part: string): Statement {
  return [
    `update plan_users as p set user_id = (select u.id from users u where u.code_key = p.code_key and u.environment_id = p.environment_id)
     where ${part} and p.user_id is null`,
  ];
}

function setPasswords(part: string): Statement {
  return [
    `update users set password_hash = s.hash from plan_users p join plan_secrets s on s.plan_id = p.plan_id and s.row_no = p.password_row
     where ${part} and ${has(PLAN_USER_FLAGS.passwordSet)} and p.user_id = users.id`,
  ];
}

function leaveGroups(dialect: Dialect, part: string): Statement {
  return [
    `delete from memberships where (user_id, group_id) in (
       select p.user_id, g.id from plan_users p cross join ${dialect.unfold('p.groups_removed', 'removed')}
       join user_groups g on g.environment_id = p.environment_id and g.code = removed.value
       where ${part} and p.groups_removed is not null)`,
  ];
}

/** Unfolded first: PostgreSQL would look through all groups for each user. */
function joinGroups(dialect: Dialect, part: string): Statement {
  return [
    `insert into memberships (user_id, group_id)
     with joined as materialized (
       select p.user_id, p.environment_id, added.value as code from plan_users p cross join ${dialect.unfold('p.groups_added', 'added')}
       where ${part} and p.groups_added is not null)
     select j.user_id, g.id from joined j join user_groups g on g.environment_id = j.environment_id and g.code = j.code`,
  ];
}

/** Users that the plan creates; one that comes back has the number that it had, and goes on where it was. */
function insertUsers(part: string, ...[own, value]: readonly string[]): Statement {
  const [columns, values] = own === undefined ? ['', ''] : [`${own}, `, `${value}, `];
  return [
    `insert into users (${columns}${CREATED.join(', ')}, system, unknown, upn_key, person_id, uses, version)
     select ${values}${CREATED.map((column) => `p.${column}`).join(', ')}, coalesce(p.system, 0), coalesce(p.unknown, 0), nullif(p.upn_key, ''),
       nullif(p.person_id, 0), coalesce(p.uses, 0), p.base_version + 1
     from plan_users p where ${part} and ${has(PLAN_USER_FLAGS.created)} order by p.id`,
  ];
}

/** Tokens that users lose, kept with the run to hand out again. */
function revokeTokens({ id }: StoredRun, part: string): readonly Statement[] {
  return [
    [
      `insert into revoked_tokens (run_id, environment, user_code, application, device)
       select ?, e.code, u.code, t.application, t.device from plan_users p join users u on u.id = p.user_id
       join tokens t on t.user_id = u.id join environments e on e.id = p.environment_id
       where ${part} and p.tokens_revoked > 0 order by p.id, t.id`,
      id,
    ],
    [`delete from tokens where user_id in (select p.user_id from plan_users p where ${part} and p.tokens_revoked > 0)`],
  ];
}

/** Groups that nobody is left in, and the run itself. */
export function writeAfter(
  record: StoredRun,
  plan: number,
  at: string,
  { guards, raisedBy, reason }: Parameters<PlanStore['apply']>[3],
): readonly Statement[] {
  return [
    [
      `delete from user_groups where environment_id = ${record.environmentId}
         and code_key in (select code_key from plan_groups where plan_id = ${plan} and removes = 1)
         and not exists (select 1 from memberships m where m.group_id = user_groups.id)`,
    ],
    [`delete from plan_secrets where plan_id = ${plan}`],
    [
      'update runs set status = ?, applied_at = ?, applied_guards = ?, raised_by = ? where id = ?',
      'applied',
      at,
      JSON.stringify(guards),
      JSON.stringify(raisedBy),
      record.id,
    ],
    ...givenReason(record.id, reason),
    ...(record.parent !== null && undoesWhole(record)
      ? ([
          // Undoing an undo brings back what the first run did, if that was undone by it.
          ['update runs set undone_by = null where undone_by = ?', record.parent],
          ['update runs set undone_by = ? where id = ?', record.id, record.parent],
        ] as const)
      : []),
  ];
}

/** Said when it is applied or delivered, a reason takes the place of the one that was said before. */
export function givenReason(run: number, reason: string | undefined): readonly Statement[] {
  return reason === undefined ? [] : [['update runs set reason = ? where id = ?', reason, run]];
}

/** Whether the run takes back all that its parent did, and not what it did to one user. */
function undoesWhole({ kind, details }: StoredRun): boolean {
  return kind === 'settings' || (kind === 'undo' && details.settings.onlyUser === undefined);
}
