/** Brings a mirror in line with its live environment, in one transaction: all of it or nothing. */
import { UserError } from '../../application/userError.js';
import type { LiveReading, MirrorStore, PullOptions, PullResult } from '../../application/ports/mirror.js';
import type { Environment, Mirror } from '../../domain/directory.js';
import { PULLED_LISTS, type PullCounts } from '../../domain/pullCounts.js';
import { unknownFieldsOf } from '../../domain/unknown.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { environmentNumbered } from '../directory/environments.js';
import { insertRow } from '../insertRows.js';
import { plannedWork } from '../plans/plannedWork.js';
import { writePlannedUsers } from '../plans/writePlanned.js';
import { PLAN_USER_FLAGS } from '../plans/planUserRecords.js';
import { number, run, select, selectOne } from '../rows.js';
import { addPeople } from '../runs/runPeople.js';
import { storedRun } from '../runs/runQueries.js';
import { RUNS } from '../runs/runRecords.js';
import { lockEnvironments, transact } from '../transaction.js';
import { storeChanges } from './changedUsers.js';
import { compareUsers, dropGone, mergeNamed } from './comparePull.js';
import { countStaged, dropTables, stage } from './staging.js';

/** Ends the transaction of a pull that is only tried. */
class Tried extends Error {
  constructor(readonly result: PullResult) {
    super('tried');
  }
}

async function pullMirror(
  connection: Connection,
  environmentId: number,
  reading: LiveReading,
  options: PullOptions,
): Promise<PullResult> {
  try {
    return await transact(connection, async (inside) => {
      const progress = (phase: 'reading' | 'writing', done: number, total?: number): void => {
        if (options.signal?.aborted) throw new UserError('interrupted', 'plan.interrupted');
        options.onProgress?.({ phase, done, ...(total !== undefined && { total }) });
      };
      // Nothing is locked while it is read, which may take long; and nobody gives up on a server that is slow.
      await setIdleTimeout(inside, '0');
      await stage(inside, reading, (done) => progress('reading', done));
      const result = await bringInLine(inside, environmentId, reading, options, (done, total) =>
        progress('writing', done, total),
      );
      if (options.dryRun === true) throw new Tried(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Tried) return error.result;
    throw error;
  }
}

async function setIdleTimeout({ knex, dialect }: Connection, value: string): Promise<void> {
  if (dialect.name === 'postgres') await run(knex, `set local idle_in_transaction_session_timeout = '${value}'`);
}

async function bringInLine(
  inside: Connection,
  environmentId: number,
  reading: LiveReading,
  options: PullOptions,
  onWritten: (done: number, total: number) => void,
): Promise<PullResult> {
  await lockEnvironments(inside, 'type = (select type from environments where id = ?)', [environmentId]);
  const environment = await environmentNumbered(inside, environmentId);
  if (!environment || environment.deleted)
    throw new UserError('wrongUse', 'env.removed', { environment: environment?.code ?? String(environmentId) });
  const mirror = await newMirror(inside, reading, options.at);
  refuseShrunk(environment, mirror, options.acceptShrunk === true);
  const complete = { groups: mirror.groupsKnown, persons: mirror.personsKnown };
  const named = await mergeNamed(inside, environmentId, complete);
  const counts: PullCounts = { ...named, ...(await compareUsers(inside, environmentId)) };
  if (!environment.mirror && options.acceptShrunk !== true) await refuseFirstGone(inside, environment);
  const { created, changed, gone } = counts.users;
  if (options.dryRun === true) return { counts, run: null };
  const made =
    created + changed + gone === 0 ? null : await writeChanges(inside, environment, counts, options, onWritten);
  await dropGone(inside, environmentId, complete);
  await keepMirror(inside, environmentId, mirror);
  const old = environment.mirror ? { pulledAt: environment.mirror.pulledAt, ...environment.mirror.counts } : null;
  await recordDone(inside, options.record, { run: made, environment: environment.code, old, new: { ...counts } });
  await dropTables(inside);
  return { counts, run: made };
}

/** What of a mirror is known, by what was read. */
async function newMirror(inside: Connection, reading: LiveReading, at: string): Promise<Mirror> {
  const counts = {
    users: await countStaged(inside, 'pulled_users'),
    groups: await countStaged(inside, 'pulled_groups'),
    memberships: await countStaged(inside, 'pulled_memberships'),
    persons: await countStaged(inside, 'pulled_persons'),
  };
  // What a connector does not give it gives of nobody.
  const masks = await select<{ unknown: number }>(inside.knex, 'select distinct unknown from pulled_users');
  const unknown = masks.reduce((bits, { unknown: mask }) => bits & mask, masks.length === 0 ? 0 : -1);
  return {
    pulledAt: at,
    counts,
    groupsKnown: reading.groupsComplete,
    personsKnown: reading.persons !== null,
    unknown: unknownFieldsOf(unknown),
  };
}

/** Rights that were taken away, or a filter, make a reading smaller than what there is. */
function refuseShrunk({ code, mirror }: Environment, now: Mirror, accepted: boolean): void {
  if (!mirror || accepted) return;
  const shrunk = PULLED_LISTS.filter((list) => now.counts[list] * 2 < mirror.counts[list]);
  if (shrunk.length === 0) return;
  throw new UserError(
    'guarded',
    'pull.shrunk',
    { environment: code },
    shrunk.map((list) => ({
      key: `pull.shrunk.${list}` as const,
      params: { before: mirror.counts[list], count: now.counts[list] },
    })),
  );
}

/**
 * Before the first pull there is nothing to compare with but who was entered here: perhaps the wrong environment was
 * connected, or a connector sees some users only.
 */
async function refuseFirstGone({ knex }: Connection, { id, code }: Environment): Promise<void> {
  const found = await selectOne<Record<'gone' | 'active' | 'there', number>>(
    knex,
    `select count(c.n) as gone, count(case when u.blocked = 0 then c.n end) as active,
       count(case when u.blocked = 0 then 1 end) as there
     from users u left join pulled_changes c on c.user_id = u.id and c.kind = 'gone' where u.environment_id = ?`,
    [id],
  );
  const [gone, active, there] = [number(found?.gone), number(found?.active), number(found?.there)];
  if (gone > 0) throw new UserError('guarded', 'pull.firstGone', { environment: code, gone, active, there });
}

async function keepMirror({ knex }: Connection, environmentId: number, mirror: Mirror): Promise<void> {
  await run(knex, 'update environments set pulled = ? where id = ?', [JSON.stringify(mirror), environmentId]);
}

/** Writes the users as a run of its own, which is applied as soon as it is made; answers its number. */
async function writeChanges(
  inside: Connection,
  environment: Environment,
  counts: PullCounts,
  { at, run: newRun, people }: PullOptions,
  onWritten: (done: number, total: number) => void,
): Promise<number> {
  const { knex } = inside;
  const total = await countStaged(inside, 'pulled_changes');
  const plan = await selectOne<{ id: number }>(knex, 'insert into plans (touched_at) values (?) returning id', [at]);
  if (!plan) throw new Error('a plan without a number');
  await storeChanges(inside, plan.id, environment);
  const id = await insertRow(inside, RUNS, { plan: plan.id, run: newRun(counts) }, 'id');
  const record = await storedRun(inside, id);
  await moveGone(inside, plan.id, at);
  const work = await plannedWork(inside, plan.id);
  await writePlannedUsers(inside, record, { plan: plan.id, total, work }, (done) => onWritten(done, total));
  await run(knex, "update runs set status = 'applied', applied_at = ?, applied_guards = '[]' where id = ?", [at, id]);
  await addPeople(inside, id, people);
  return id;
}

/** Who is gone is kept apart, and who comes back is there no longer. */
async function moveGone({ knex }: Connection, plan: number, at: string): Promise<void> {
  const own =
    'id, environment_id, code, code_key, description, email, upn, system, blocked, access, site_language, unknown, uses, version';
  const planned = (flag: number): string =>
    `select p.user_id from plan_users p where p.plan_id = ${plan} and p.user_id is not null and p.effects & ${flag} > 0`;
  await run(knex, `delete from gone_users where id in (${planned(PLAN_USER_FLAGS.created)})`);
  await run(
    knex,
    `insert into gone_users (${own}, person, gone_at)
     select ${own
       .split(', ')
       .map((column) => `u.${column}`)
       .join(', ')}, (select x.code from persons x where x.id = u.person_id), ?
     from users u where u.id in (${planned(PLAN_USER_FLAGS.removed)})`,
    [at],
  );
}

export function createMirrorStore(connection: Connection): MirrorStore {
  return { pull: (...given) => pullMirror(connection, ...given) };
}
