/**
 * Active users whom no row of a stored plan names, as the directory is now: there may be a million of them beside twenty rows,
 * so they are read a page at a time, by the index that their order has.
 */
import type {
  AbsentPage,
  AbsentPageRequest,
  AbsentUser,
  LastChange,
  LastChanges,
} from '../../application/ports/absentNow.js';
import { unplannedRow } from '../../domain/absent.js';
import type { Environment } from '../../domain/directory.js';
import { findsIdleRow, isOfUser } from '../../domain/filter/matchRow.js';
import type { RowTerms } from '../../domain/rowTerms.js';
import type { Run } from '../../domain/run.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { listEnvironments } from '../directory/environments.js';
import { number, select, selectOne, selectRows } from '../rows.js';
import { planOf } from '../runs/runQueries.js';
import { int, reader, text } from '../table.js';
import { factsReader } from '../users/filterFacts.js';
import { placed, readCodes } from '../users/userPages.js';
import { allOf, condition, conditionOf, NONE, type Condition } from '../users/userFilterSql.js';
import { absentOf } from './absentUsers.js';
import { Environments } from './directoryParts.js';
import { PLAN_USER_FLAGS } from './planUserRecords.js';

/** Users that are read at a time where all of them are. */
const CHUNK = 1000;

/** Fewer may stand anywhere in an environment. */
const RARE = 2000;

const NOBODY: AbsentPage = { users: [] };

export async function readAbsentPage(
  connection: Connection,
  run: Run,
  where: RowTerms | undefined,
  { place, size }: AbsentPageRequest,
): Promise<AbsentPage> {
  const search = await absentNow(connection, run, where);
  return search ? readPage(connection, search, { place, size }) : NOBODY;
}

/** All of them in order, in chunks. */
export async function* readAbsentNow(
  connection: Connection,
  run: Run,
  where: RowTerms | undefined,
): AsyncGenerator<readonly AbsentUser[]> {
  const search = await absentNow(connection, run, where);
  for (let place: AbsentPageRequest['place'] = { from: 'first' }; search;) {
    const { users } = await readPage(connection, search, { place, size: CHUNK });
    if (users.length > 0) yield users.map(({ place: _, ...user }) => user);
    const last = users.at(-1);
    if (!last || users.length < CHUNK) return;
    place = { after: last.place };
  }
}

export async function countAbsentNow(connection: Connection, run: Run, where?: RowTerms): Promise<number> {
  const search = await absentNow(connection, run, where);
  if (!search) return 0;
  const { sql, bindings } = search.condition;
  const found = await selectOne<{ users: number }>(
    connection.knex,
    `select count(*) as users from users u where ${sql}`,
    bindings,
  );
  return number(found?.users);
}

/** Who is looked for, in which environment. */
interface AbsentSearch {
  readonly isRare: boolean;
  readonly environment: number;
  readonly condition: Condition;
}

async function absentNow(connection: Connection, run: Run, where?: RowTerms): Promise<AbsentSearch | undefined> {
  // Only a plan of a file has rows that could name them.
  if (!run.summary.absent) return undefined;
  const all = await listEnvironments(connection);
  const target = all.find(({ code }) => code === run.environment);
  // Users of a removed environment are leftovers.
  if (!target || target.deleted) return undefined;
  const environments = all.filter(({ type, deleted }) => type === target.type && !deleted);
  const plan = await planOf(connection, run.id);
  const { rejected, excluded } = run.summary.outcomes;
  const conditions = [
    await absentOf(connection, plan, new Environments({ target, environments }), rejected + excluded > 0),
    notMade(connection, plan, target),
    ...(await wanted(connection, target, where)),
  ];
  return { environment: target.id, condition: allOf(conditions), isRare: run.summary.absent.users < RARE };
}

/** Nobody whom somebody made since under a code that the plan makes. */
function notMade({ dialect }: Connection, plan: number, target: Environment): Condition {
  const made = `select p.code_key as value from plan_users p
    where p.plan_id = ? and p.user_id is null and p.environment_id = ${target.id}`;
  return condition(dialect.noneOf('u.code_key', made), plan);
}

/** What a filter over rows says of them: nothing happens to them, and they are users as the directory has them. */
async function wanted(connection: Connection, target: Environment, where?: RowTerms): Promise<readonly Condition[]> {
  const terms = where?.terms ?? [];
  const row = unplannedRow('', '');
  if (!findsIdleRow({ terms }, row, target.code)) return [NONE];
  const factsOf = factsReader(connection, [target]);
  const conditions: Condition[] = [];
  for (const term of terms) if (isOfUser(term)) conditions.push(conditionOf(term, await factsOf(term)));
  return conditions;
}

const USER = reader({
  id: int('u.id'),
  code: text('u.code'),
  codeKey: text('u.code_key'),
  name: text('u.description'),
});

async function readPage(
  connection: Connection,
  { environment, condition: absent, isRare }: AbsentSearch,
  { place, size }: AbsentPageRequest,
): Promise<AbsentPage> {
  const search = { from: 'users', condition: absent, key: ['u.code_key'], ...placed(place), size, isRare };
  const places = await readCodes(connection, search);
  if (search.upwards) places.reverse();
  const found = await selectRows(
    connection,
    USER,
    `from users u where u.environment_id = ? and u.code_key in ${connection.dialect.texts}`,
    [environment, JSON.stringify(places.map(({ code_key }) => code_key))],
  );
  const users = new Map(found.map((user) => [user.codeKey, user]));
  const changes = await lastChangesOf(
    connection,
    found.map(({ id }) => id),
  );
  return {
    users: places.flatMap(({ code_key }) => {
      const user = users.get(code_key);
      if (!user) return [];
      const { id, code, name } = user;
      return [{ user: code, name, lastChange: changes.get(id) ?? null, place: JSON.stringify([code_key]) }];
    }),
  };
}

/** The last changes of users of a run, by their codes; of one that was applied, those that were there before it. */
export async function readLastChanges(
  connection: Connection,
  run: Run,
  codes: readonly string[],
): Promise<LastChanges> {
  const byKey = new Map(codes.map((code) => [caseKey(code), code]));
  const users = await select<{ id: number; code_key: string }>(
    connection.knex,
    `select u.id, u.code_key from users u join environments e on e.id = u.environment_id
     where e.code = ? and u.code_key in ${connection.dialect.texts}`,
    [run.environment, JSON.stringify([...byKey.keys()])],
  );
  const changes = await lastChangesOf(
    connection,
    users.map(({ id }) => id),
    run,
  );
  return new Map(
    users.flatMap(({ id, code_key }) => {
      const change = changes.get(id);
      return change ? [[byKey.get(code_key) ?? code_key, change] as const] : [];
    }),
  );
}

const LAST_CHANGE = reader({
  user: int('user_id'),
  run: int('run'),
  appliedAt: text('at'),
  operator: text('operator'),
});

const NOT_APPLIED = { appliedAt: null, id: 0 };

/** The conditions on the plan's users are those of the index. */
async function lastChangesOf(
  connection: Connection,
  ids: readonly number[],
  { appliedAt, id: run }: Pick<Run, 'appliedAt' | 'id'> = NOT_APPLIED,
): Promise<ReadonlyMap<number, LastChange>> {
  const before = appliedAt === null ? [] : [appliedAt, run];
  const found = await selectRows(
    connection,
    LAST_CHANGE,
    `from (select p.user_id, r.id as run, r.applied_at as at, r.operator,
         row_number() over (partition by p.user_id order by r.applied_at desc, r.id desc) as latest
       from plan_users p join runs r on r.plan_id = p.plan_id and r.status = 'applied'
       where p.user_id in ${connection.dialect.numbers} and p.user_id is not null and p.effects & ${PLAN_USER_FLAGS.changed} > 0
         ${appliedAt === null ? '' : 'and (r.applied_at, r.id) < (?, ?)'}) changes where latest = 1`,
    [JSON.stringify(ids), ...before],
  );
  return new Map(found.map(({ user, ...change }) => [user, change]));
}
