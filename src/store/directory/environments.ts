/** Environments: added, set, listed, removed. A removed one keeps its users as leftovers (docs/rules.md, *Leftovers*). */
import { UserError } from '../../application/userError.js';
import type {
  EnvironmentChanges,
  EnvironmentOverview,
  JudgedChange,
  MayDo,
  NewEnvironment,
} from '../../application/ports/directoryStore.js';
import type { ConnectionSettings } from '../../domain/connection.js';
import { EVERYONE, type Environment, type Mirror } from '../../domain/directory.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import { settingsChange, type SomeSettings } from '../../domain/settingsChange.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Knex } from 'knex';
import type { Recording } from '../../application/ports/auditLog.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { number, run, select, selectOne } from '../rows.js';
import { PROFIT } from './activeWith.js';
import { readRules, refuseWithUsers, settingsOf, writeSettings, type EnvironmentRow } from './environmentSettings.js';
import { lockDirectory, lockEnvironment, transact } from '../transaction.js';

const environmentOf = ({
  id,
  code,
  type,
  name,
  participant,
  approval,
  deleted_at,
  version,
  rules,
  connection,
  pulled,
}: EnvironmentRow): Environment => ({
  id,
  code,
  type,
  name,
  participant,
  approval,
  deleted: deleted_at !== null,
  version,
  ...(rules !== '{}' && { rules: readRules(rules) }),
  ...(connection !== null && { connection: JSON.parse(connection) as ConnectionSettings }),
  ...(pulled !== null && { mirror: JSON.parse(pulled) as Mirror }),
});

export async function environmentNumbered({ knex }: Connection, id: number): Promise<Environment | undefined> {
  const row = await selectOne<EnvironmentRow>(knex, 'select * from environments where id = ?', [id]);
  return row && environmentOf(row);
}

export async function listEnvironments({ knex }: Connection): Promise<Environment[]> {
  return (await select<EnvironmentRow>(knex, 'select * from environments order by id')).map(environmentOf);
}

export async function listOverview({ knex }: Connection): Promise<EnvironmentOverview[]> {
  const rows = await select<EnvironmentRow & { users: number; active: number; licences_used: number | null }>(
    knex,
    `select e.*, (select count(*) from users u where u.environment_id = e.id) as users,
       (select count(*) from users u where u.environment_id = e.id and u.blocked = 0) as active,
       case when e.rules like '%"licences"%' then
         (select count(*) from users u where u.environment_id = e.id and u.blocked = 0 and u.access & ${PROFIT} > 0) end as licences_used
     from environments e order by e.id`,
  );
  return rows.map((row) => ({
    ...environmentOf(row),
    users: number(row.users),
    activeUsers: number(row.active),
    ...(row.licences_used !== null && { licencesUsed: number(row.licences_used) }),
    guards: JSON.parse(row.guards) as GuardSettings,
  }));
}

export async function readGuardSettings({ knex }: Connection, environmentId: number): Promise<GuardSettings> {
  const row = await selectOne<{ guards: string }>(knex, 'select guards from environments where id = ?', [
    environmentId,
  ]);
  return JSON.parse(row?.guards ?? '{}') as GuardSettings;
}

export async function addEnvironment(
  connection: Connection,
  code: string,
  given: Required<NewEnvironment>,
  record?: Recording,
): Promise<void> {
  await transact(connection, async (inside) => {
    const { knex } = inside;
    const { name: _, ...settings } = given;
    await recordDone(inside, record, { environment: code, new: settings });
    await lockDirectory(inside);
    const existing = await find(knex, code);
    if (existing && existing.deleted_at === null)
      throw new UserError('wrongUse', 'env.exists', { environment: existing.code });
    // The users of a removed environment would come back to life with it.
    if (existing) await refuseWithUsers(knex, existing, 'env.hasLeftovers');
    const { type, name, participant, approval } = given;
    if (existing?.approval === 'second-person' && approval !== existing.approval)
      throw new UserError('guarded', 'env.askedBefore', { environment: existing.code });
    if (existing) {
      await run(
        knex,
        'update environments set code = ?, type = ?, name = ?, participant = ?, approval = ?, deleted_at = null, connection = null, version = version + 1 where id = ?',
        [code, type, name, participant, approval, existing.id],
      );
      return;
    }
    const row = await selectOne<{ id: number }>(
      knex,
      'insert into environments (code, code_key, type, name, participant, approval) values (?, ?, ?, ?, ?, ?) returning id',
      [code, caseKey(code), type, name, participant, approval],
    );
    await addEveryone(knex, row?.id ?? 0);
  });
}

/** The group that holds everyone exists in every environment. */
export async function addEveryone(knex: Knex, environmentId: number): Promise<void> {
  await run(
    knex,
    'insert into user_groups (environment_id, code, code_key, description) values (?, ?, ?, ?) on conflict (environment_id, code_key) do nothing',
    [environmentId, EVERYONE, caseKey(EVERYONE), EVERYONE],
  );
}

/** Changes settings, unless `mayDo` leaves them to a plan; answers what is changed, or would be. */
export async function setEnvironment(
  connection: Connection,
  code: string,
  changes: EnvironmentChanges,
  mayDo: MayDo = () => true,
  record?: Recording,
): Promise<JudgedChange> {
  return transact(connection, async (inside) => {
    await lockEnvironment(inside, caseKey(code));
    const row = await findLive(inside.knex, code);
    const judged = await judgedChange(inside.knex, row, changes, mayDo, new Date().toISOString());
    await recordChange(inside, record, judged);
    return judged;
  });
}

export async function removeEnvironment(
  connection: Connection,
  code: string,
  at: string,
  mayDo: MayDo = () => true,
  record?: Recording,
): Promise<JudgedChange & { leftovers: number; withUpn: number }> {
  return transact(connection, async (inside) => {
    const { knex } = inside;
    await lockEnvironment(inside, caseKey(code));
    const row = await findLive(knex, code);
    const judged = await judgedChange(knex, row, { deleted: true }, mayDo, at);
    const left = await selectOne<{ users: number; upns: number }>(
      knex,
      'select count(*) as users, count(upn_key) as upns from users where environment_id = ?',
      [row.id],
    );
    await recordChange(inside, record, judged);
    return { ...judged, leftovers: number(left?.users), withUpn: number(left?.upns) };
  });
}

/** Judged by the environment as it is locked, so that nobody changes what the judgement rests on. */
async function judgedChange(
  knex: Knex,
  row: EnvironmentRow,
  wanted: SomeSettings,
  mayDo: MayDo,
  at: string,
): Promise<JudgedChange> {
  const change = settingsChange(row.code, settingsOf(row), wanted);
  const active = await selectOne<{ users: number }>(
    knex,
    'select count(*) as users from users where environment_id = ? and blocked = 0',
    [row.id],
  );
  if (wanted.type !== undefined && wanted.type !== row.type) await refuseWithUsers(knex, row, 'env.typeInUse');
  const done = mayDo(change, {
    approval: row.approval,
    activeUsers: number(active?.users),
    rules: readRules(row.rules),
  });
  if (done) await writeSettings(knex, row, wanted, at);
  return { change, done };
}

function find(knex: Knex, code: string): Promise<EnvironmentRow | undefined> {
  return selectOne<EnvironmentRow>(knex, 'select * from environments where code_key = ?', [caseKey(code)]);
}

async function findLive(knex: Knex, code: string): Promise<EnvironmentRow> {
  const row = await find(knex, code);
  if (row && row.deleted_at === null) return row;
  const live = await select<{ code: string }>(
    knex,
    'select code from environments where deleted_at is null order by code',
  );
  throw new UserError('wrongUse', row ? 'env.removed' : 'env.unknown', {
    environment: code,
    known: live.map((one) => one.code).join(', '),
  });
}

/** What is left to a plan is recorded with it. */
async function recordChange(
  inside: Connection,
  record: Recording | undefined,
  { change, done }: JudgedChange,
): Promise<void> {
  const { environment, old, new: now } = change;
  if (done) await recordDone(inside, record, { environment, old: { ...old }, new: { ...now } });
}
