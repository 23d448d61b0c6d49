/**
 * A plan that was made together with others, of one file for several environments: what another of them wrote since is
 * no surprise where it is what this plan would write. It is found so then, and counts as what the other did
 * (docs/decisions/0033-plans-made-together.md).
 */
import { OWN_TEXTS, SYNCED_TEXT_FIELDS, SYNCED_TEXTS, type SyncedTextField } from '../../domain/fields.js';
import type { Connection } from '../connection/connection.js';
import { USERS } from '../directory/userRecords.js';
import { number, partsOf, run, select, selectMany, type Binding } from '../rows.js';
import type { StoredRun } from '../runs/runRecords.js';
import { pick, reader } from '../table.js';
import { identityBits, identityFieldsOf } from './identityBits.js';
import { PLAN_USER_FLAGS, PLAN_USERS } from './planUserRecords.js';

/** Users whose records are written with one statement. */
const STATEMENT_USERS = 5000;

const { changed, created, removed, renamed, passwordSet, upnGiven, indexed, ownOnly, own, ownUndone, blocked } =
  PLAN_USER_FLAGS;

/** What is an environment's own. */
const OWN_COLUMNS = [
  ...OWN_TEXTS.map(({ column }) => column),
  ...['blocked', 'person_id', 'access', 'groups_added', 'groups_removed', 'tokens_revoked'],
];

/**
 * What another run wrote (`c`) is what the plan would write of the user (`p`, which follows `t`). What is an
 * environment's own is written by the plan for that environment alone, and is nothing to the others; but whom a plan
 * blocks is not let in elsewhere unseen.
 */
const AS_PLANNED = [
  `c.effects & ${created | removed | renamed | passwordSet} = 0 and c.system is null`,
  ...SYNCED_TEXTS.map(({ column }) => `(c.${column} is null or c.${column} = p.${column})`),
  `(p.id <> p.target_id or (${OWN_COLUMNS.map((column) => `c.${column} is null`).join(' and ')}))`,
  `not (coalesce(c.blocked, 1) = 0 and t.effects & ${blocked} > 0)`,
].join(' and ');

const OTHERS = "r.status = 'applied' and r.run_set = ? and r.id <> ?";

/** Users of a plan that runs of its set changed since, and nobody else: a version goes up by one with each run. */
const FOUND_SO = `from plan_users p join users u on u.id = p.user_id
  join (select p.id, count(*) as runs from plan_users c join runs r on r.plan_id = c.plan_id and ${OTHERS}
        join plan_users p on p.user_id = c.user_id and p.plan_id = ? and p.base_version <= c.base_version
        join plan_users t on t.plan_id = p.plan_id and t.id = p.target_id
        where c.effects & ${changed} > 0 and p.effects & ${created | ownOnly} = 0
        group by p.id having count(*) = count(case when ${AS_PLANNED} then 1 end)) s on s.id = p.id
  where p.plan_id = ? and u.version = p.base_version + s.runs`;

const FOUND = reader({
  planned: reader(
    {
      ...pick(PLAN_USERS.columns, 'id', 'effects', 'cleared', 'fields', ...SYNCED_TEXT_FIELDS),
      ...pick(PLAN_USERS.columns, 'upnKey', 'blocked', 'tokensRevoked', 'groupsAdded', 'groupsRemoved'),
    },
    'p',
  ),
  now: reader({ ...pick(USERS.columns, 'version', ...SYNCED_TEXT_FIELDS) }, 'u'),
});
type Found = ReturnType<typeof FOUND.decode>;

/** Takes out of a plan what others of its set wrote of it already; what remains is checked and written as ever. */
export async function findWritten(connection: Connection, record: StoredRun, plan: number): Promise<void> {
  if (record.set === null) return;
  const key = JSON.stringify(record.set);
  const found = await selectMany(connection, FOUND, FOUND_SO, [key, record.id, plan, plan]);
  const { knex, dialect } = connection;
  for (const part of partsOf(found, STATEMENT_USERS))
    await run(
      knex,
      `update plan_users as p set ${Object.keys(WRITTEN)
        .filter((column) => column !== 'plan_id' && column !== 'id')
        .map((column) => `${column} = g.${column}`)
        .join(', ')}
       from ${dialect.rows(WRITTEN)} as g where p.plan_id = g.plan_id and p.id = g.id`,
      [JSON.stringify(part.map((one) => [plan, ...remaining(one)]))],
    );
}

/** The columns that such a user gets: its plan, and then in the order of `remaining`. */
const WRITTEN = {
  // Given with each, so that a database looks each up, and does not go through all of a plan for it.
  plan_id: 'int',
  id: 'int',
  base_version: 'int',
  effects: 'int',
  cleared: 'int',
  net: 'text',
  upn_key: 'text',
  ...Object.fromEntries(SYNCED_TEXTS.map(({ column }) => [column, 'text' as const])),
} as const;

/** What the plan still does to a user. */
function remaining({ planned, now }: Found): unknown[] {
  const written = (field: SyncedTextField): boolean => planned[field] !== null && planned[field] === now[field];
  const fields = planned.fields.filter(([field]) => !SYNCED_TEXT_FIELDS.some((one) => one === field && written(one)));
  const lost = identityFieldsOf(planned.cleared ?? 0).filter((field) => !written(field));
  return [
    planned.id,
    now.version,
    effectsOf(planned, fields.length, written('upn')),
    lost.length === 0 ? null : identityBits(lost),
    fields.length === 0 ? null : fields,
    written('upn') ? null : planned.upnKey,
    ...SYNCED_TEXT_FIELDS.map((field) => (written(field) ? null : planned[field])),
  ];
}

function effectsOf(planned: Found['planned'], fields: number, upnWritten: boolean): number {
  const { effects, groupsAdded, groupsRemoved, tokensRevoked } = planned;
  const stays = fields + groupsAdded.length + groupsRemoved.length + (tokensRevoked ?? 0) > 0;
  const findable = planned.blocked !== null || (effects & renamed) > 0;
  return effects & ~(stays ? 0 : changed | own | ownUndone) & ~(upnWritten ? upnGiven | (findable ? 0 : indexed) : 0);
}

/**
 * Whom another run of the set made (`u`), with the values that the plan gives the user of that code (`p`): linked to it,
 * and the same as it will be. A UPN waits for the second pass of the run that made it.
 */
export function madeBySet(record: StoredRun): { readonly sql: string; readonly bindings: readonly Binding[] } {
  if (record.set === null) return { sql: 'false', bindings: [] };
  const after = (column: string): string => `coalesce(p.${column}, mine.${column})`;
  const texts = SYNCED_TEXTS.filter(({ id }) => id !== 'upn');
  return {
    sql: `exists (select 1 from plan_users c join runs r on r.plan_id = c.plan_id and ${OTHERS}
      left join users mine on mine.id = p.user_id
      where c.user_id = u.id and c.effects & ${changed} > 0 and c.effects & ${created} > 0 and u.version = c.base_version + 1
        and u.system = 0 and (c.effects | p.effects) & ${passwordSet} = 0 and p.effects & ${renamed} = 0
        and ${texts.map(({ column }) => `u.${column} = ${after(column)}`).join(' and ')}
        and u.upn = '' and coalesce(c.deferred_upn, '') = case when p.effects & ${created} > 0 then coalesce(p.deferred_upn, '') else ${after('upn')} end)`,
    bindings: [JSON.stringify(record.set), record.id],
  };
}

/** Users that several of these runs change, by the code of their environment. */
export async function countReachedTogether(
  { knex }: Connection,
  runs: readonly number[],
): Promise<Readonly<Record<string, number>>> {
  const found = await select<{ code: string; users: number }>(
    knex,
    `select e.code, count(*) as users from
       (select p.user_id, p.environment_id from plan_users p join runs r on r.plan_id = p.plan_id
        where r.id in (${runs.map(() => '?').join(', ')}) and p.user_id is not null and p.effects & ${changed} > 0
        group by p.user_id, p.environment_id having count(*) > 1) x
     join environments e on e.id = x.environment_id group by e.code order by e.code`,
    runs,
  );
  return Object.fromEntries(found.map(({ code, users }) => [code, number(users)]));
}
