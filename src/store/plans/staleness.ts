/** What a plan relies on and that changed since it was made (docs/rules.md, *Stale plans*). */
import type { StaleRow } from '../../application/ports/planStore.js';
import { fewerThanPlanned } from '../../domain/guards/administrators.js';
import { STORED_TEXTS } from '../../domain/fields.js';
import { overLicences } from '../../domain/guards/licences.js';
import type { Connection } from '../connection/connection.js';
import type { Dialect } from '../dialect.js';
import { accessGained, countAdministrators, countLicences, licensedAmong } from './countAccess.js';
import { PLAN_USER_FLAGS } from './planUserRecords.js';
import type { PlannedWork } from './plannedWork.js';
import { madeBySet } from './setRuns.js';
import { select, selectOne, type Binding } from '../rows.js';
import type { StoredRun } from '../runs/runRecords.js';

/** Enough to see what happened; the rest is for planning anew. */
const MOST = 200;

interface Found {
  row_no: number | null;
  user_code: string;
  subject: string;
}

/** Finds what is stale, inside the transaction that applies the plan. */
export async function findStale(
  connection: Connection,
  run: StoredRun,
  plan: number,
  work: PlannedWork,
): Promise<StaleRow[]> {
  const stale = [...(await staleEnvironments(connection, run, plan)), ...(await staleCounts(connection, run, plan))];
  for (const { reason, sql, bindings } of checks(connection.dialect, run, plan, work)) {
    if (stale.length >= MOST) break;
    const found = await select<Found>(connection.knex, `${sql} limit ${MOST}`, bindings);
    stale.push(...found.map((one) => ({ row: one.row_no ?? 0, user: one.user_code, reason, subject: one.subject })));
  }
  return stale.slice(0, MOST);
}

interface Check {
  readonly reason: StaleRow['reason'];
  /** Selects `row`, `user_code` and `subject`. */
  readonly sql: string;
  readonly bindings: readonly Binding[];
}

/** From a planned user to the rows that are about it, or about the user that it follows. */
const ROWS = 'left join plan_rows r on r.plan_id = p.plan_id and r.plan_user = p.target_id';

/** The code of a planned user as the plan leaves it. */
const CODE = 'coalesce(p.code, r.user_code, p.code_key)';

/** What a run writes of a user that is its environment's own. */
const OWN_COLUMNS = [
  'code',
  'blocked',
  'system',
  'person_id',
  'access',
  ...STORED_TEXTS.filter((field) => !('synced' in field)).map(({ column }) => column),
  'groups_added',
  'groups_removed',
  'tokens_revoked',
];

/**
 * How many runs since the plan was made changed no more of a user than what follows to linked users. A version goes
 * up by one with each run, so one that is higher by just so many is that of a user whose own values are the same.
 */
const SYNCED_SINCE = `select p.id, count(*) as runs from plan_users c
  join runs r on r.plan_id = c.plan_id and r.status = 'applied' and r.applied_at >= ?
  join plan_users p on p.user_id = c.user_id and p.base_version <= c.base_version
  where p.plan_id = ? and p.effects & ${PLAN_USER_FLAGS.ownOnly} > 0 and p.id = p.target_id and c.effects & ${PLAN_USER_FLAGS.changed} > 0
    and c.effects & ${PLAN_USER_FLAGS.created | PLAN_USER_FLAGS.removed | PLAN_USER_FLAGS.renamed | PLAN_USER_FLAGS.passwordSet | PLAN_USER_FLAGS.ownOnly} = 0
    and ${OWN_COLUMNS.map((column) => `c.${column} is null`).join(' and ')}
  group by p.id`;

/** Of a target, what is its environment's own; of a user that follows, what the row was judged by. */
const OWN_IS_SAME = `case when p.id = p.target_id then u.version = p.base_version + coalesce(s.runs, 0)
  else u.system = 0 and not (p.blocked = 1 and u.blocked = 0) end`;

function checks(dialect: Dialect, run: StoredRun, plan: number, work: PlannedWork): readonly Check[] {
  const type = run.environmentType;
  const live = `join environments e on e.id = u.environment_id and e.type = ? and e.deleted_at is null`;
  const there = `p.user_id is not null and p.effects & ${PLAN_USER_FLAGS.created} = 0`;
  // A user that comes back is none of the users that were there.
  const notPlanned = `u.id not in (select p.user_id from plan_users p where p.plan_id = ${plan} and ${there})`;
  const made = madeBySet(run);
  return [
    {
      reason: 'userGone',
      sql: `select distinct r.row_no, ${CODE} as user_code, e.code as subject from plan_users p join environments e on e.id = p.environment_id
            left join users u on u.id = p.user_id ${ROWS} where p.plan_id = ? and ${there} and u.id is null`,
      bindings: [plan],
    },
    {
      reason: 'userChanged',
      sql: `select distinct r.row_no, u.code as user_code, e.code as subject from plan_users p join users u on u.id = p.user_id
            join environments e on e.id = p.environment_id left join (${SYNCED_SINCE}) s on s.id = p.id ${ROWS}
            where p.plan_id = ? and ${there} and u.version <> p.base_version and not (p.effects & ${PLAN_USER_FLAGS.ownOnly} > 0 and ${OWN_IS_SAME})`,
      bindings: [run.createdAt, plan, plan],
    },
    {
      // A user that the plan counts on not being there: where it creates or renames, or in a linked environment.
      reason: 'userAppeared',
      sql: `select distinct r.row_no, u.code as user_code, e.code as subject from plan_users p join users u on u.code_key = p.code_key ${live} ${ROWS}
            where p.plan_id = ? and ${notPlanned} and not ${made.sql}`,
      bindings: [type, plan, ...made.bindings],
    },
    ...optional(work.renames, {
      reason: 'userAppeared',
      sql: `select distinct r.row_no, u.code as user_code, e.code as subject from plan_users p join users old on old.id = p.user_id
            join users u on u.code_key = old.code_key ${live} ${ROWS}
            where p.plan_id = ? and p.effects & ${PLAN_USER_FLAGS.renamed} > 0 and ${notPlanned}`,
      bindings: [type, plan],
    }),
    {
      reason: 'person',
      sql: `select distinct r.row_no, r.user_code, coalesce(x.code, '') as subject from plan_rows r left join persons x on x.id = r.person_id
            where r.plan_id = ? and r.person_id is not null and (x.id is null or x.version <> r.person_version)`,
      bindings: [plan],
    },
    {
      reason: 'group',
      sql: `select distinct r.row_no, r.user_code, coalesce(g.code, '') as subject from plan_rows r left join user_groups g on g.id = r.group_id
            where r.plan_id = ? and r.group_id is not null and (g.id is null or g.version <> r.group_version)`,
      bindings: [plan],
    },
    {
      // A group that the plan creates is there already.
      reason: 'group',
      sql: `select distinct r.row_no, coalesce(p.code, r.user_code, '') as user_code, g.code as subject from plan_groups c
            join user_groups g on g.environment_id = ${run.environmentId} and g.code_key = c.code_key
            left join (select x.plan_id, x.target_id, x.code, added.value as group_code
                       from plan_users x cross join ${dialect.unfold('x.groups_added', 'added')}
                       where x.plan_id = ? and x.groups_added is not null) p on p.group_code = c.code
            ${ROWS} where c.plan_id = ? and c.removes = 0`,
      bindings: [plan, plan],
    },
    ...optional(work.bringsBack, {
      // A user comes back that is there.
      reason: 'userAppeared',
      sql: `select distinct r.row_no, u.code as user_code, e.code as subject from plan_users p join users u on u.id = p.user_id
            join environments e on e.id = u.environment_id ${ROWS} where p.plan_id = ? and p.effects & ${PLAN_USER_FLAGS.created} > 0`,
      bindings: [plan],
    }),
    ...(run.kind === 'hand' || run.kind === 'undo' ? [groupsThatAreGone(dialect, plan)] : []),
    {
      // Somebody else has a UPN that the plan gives, in a live environment of the type or in a removed one.
      reason: 'upn',
      sql: `select distinct r.row_no, ${CODE} as user_code, p.upn as subject from plan_users p join users u on u.upn_key = p.upn_key
            join environments e on e.id = u.environment_id and e.type = ? ${ROWS}
            where p.plan_id = ? and p.effects & ${PLAN_USER_FLAGS.upnGiven} > 0 and ${notPlanned}
              and (u.code_key <> p.code_key or e.deleted_at is not null)`,
      bindings: [type, plan],
    },
  ];
}

function optional(isNeeded: boolean, check: Check): readonly Check[] {
  return isNeeded ? [check] : [];
}

/** Groups that users join or are put back in: no row of these plans relies on one group alone. */
function groupsThatAreGone(dialect: Dialect, plan: number): Check {
  return {
    reason: 'group',
    sql: `select distinct r.row_no, ${CODE} as user_code, added.value as subject
          from plan_users p cross join ${dialect.unfold('p.groups_added', 'added')} ${ROWS}
          where p.plan_id = ? and p.groups_added is not null
            and not exists (select 1 from user_groups g where g.environment_id = p.environment_id and g.code = added.value)
            and not exists (select 1 from plan_groups c where c.plan_id = p.plan_id and c.code = added.value and c.removes = 0)`,
    bindings: [plan],
  };
}

/** Two plans that each leave one administrator leave none together; and each may use the last licence. */
async function staleCounts(connection: Connection, run: StoredRun, plan: number): Promise<StaleRow[]> {
  const { administrators = [], licences = [] } = run.details.counts;
  const licensed = await licensedAmong(connection, new Set(await reachedCodes(connection, run)));
  if (administrators.length + licensed.length === 0) return [];
  const gained = await accessGained(connection, plan);
  const fewer = administrators.length === 0 ? [] : await countAdministrators(connection, gained);
  const used = await countLicences(connection, licensed, gained);
  const stale = (reason: StaleRow['reason'], codes: readonly string[]): StaleRow[] =>
    codes.map((subject) => ({ row: 0, user: '', reason, subject }));
  return [
    ...stale('administrators', fewerThanPlanned(administrators, fewer)),
    ...stale('licences', overLicences(licences, used)),
  ];
}

/** Its target, and where it changes somebody. */
async function reachedCodes({ knex }: Connection, run: StoredRun): Promise<readonly string[]> {
  const target = await selectOne<{ code: string }>(knex, 'select code from environments where id = ?', [
    run.environmentId,
  ]);
  return [...(target ? [target.code] : []), ...Object.keys(run.details.summary.environments)];
}

async function staleEnvironments({ knex }: Connection, run: StoredRun, plan: number): Promise<StaleRow[]> {
  const now = await select<{ id: number; code: string; version: number; deleted_at: string | null }>(
    knex,
    `select id, code, version, deleted_at from environments
     where id = ${run.environmentId} or id in (select distinct environment_id from plan_users where plan_id = ?)`,
    [plan],
  );
  const planned = run.details.environmentVersions;
  return now
    .filter(({ id, version, deleted_at }) => deleted_at !== null || planned[id] !== version)
    .map(({ code }) => ({ row: 0, user: '', reason: 'environment', subject: code }));
}
