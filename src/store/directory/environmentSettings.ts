/** The settings of an environment as they are stored, and as a command or a plan of settings leaves them. */
import type { Knex } from 'knex';
import { UserError } from '../../application/userError.js';
import type { ConnectionSettings } from '../../domain/connection.js';
import type { Approval, EnvironmentType } from '../../domain/directory.js';
import { ENVIRONMENT_RULES, NO_RULES, type EnvironmentRules } from '../../domain/environmentRules.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import { startsFrom, type SettingsChange, type SomeSettings, type WholeSettings } from '../../domain/settingsChange.js';
import { caseKey } from '../../domain/sourceRow.js';
import { number, run, select, selectOne } from '../rows.js';

export interface EnvironmentRow {
  id: number;
  code: string;
  type: EnvironmentType;
  name: string;
  participant: string;
  approval: Approval;
  guards: string;
  /** JSON of `EnvironmentRules`: those that are set. */
  rules: string;
  deleted_at: string | null;
  version: number;
  /** JSON of `ConnectionSettings`. */
  connection: string | null;
  /** JSON of a `Mirror`. */
  pulled: string | null;
}

export function settingsOf({
  type,
  name,
  participant,
  approval,
  deleted_at,
  guards,
  rules,
  connection,
}: EnvironmentRow): WholeSettings {
  return {
    type,
    name,
    participant,
    approval,
    deleted: deleted_at !== null,
    guards: JSON.parse(guards) as GuardSettings,
    ...readRules(rules),
    connection: connection === null ? null : (JSON.parse(connection) as ConnectionSettings),
  };
}

export function readRules(json: string): EnvironmentRules {
  return { ...NO_RULES, ...(JSON.parse(json) as Partial<EnvironmentRules>) };
}

/** Only what is set, so that a rule that is added later is none of those that were chosen. */
function writeRules(rules: EnvironmentRules): string {
  const set = ENVIRONMENT_RULES.filter((name) => rules[name] !== NO_RULES[name]);
  return JSON.stringify(Object.fromEntries(set.map((name) => [name, rules[name]])));
}

/** Writes settings over those of a locked environment; throws `UserError` for what its users do not allow. */
export async function writeSettings(knex: Knex, row: EnvironmentRow, wanted: SomeSettings, at: string): Promise<void> {
  const now = settingsOf(row);
  const settings = { ...now, ...wanted };
  const { type, name, participant, approval, deleted, connection, protect } = settings;
  if (type !== now.type) await refuseWithUsers(knex, row, 'env.typeInUse');
  if (now.deleted && !deleted) await refuseSharedUpns(knex, row);
  const limits = Object.entries({ ...now.guards, ...wanted.guards }).filter(([, limit]) => limit !== null);
  // Plans rely on type, participant number, being there and who is protected; a name or a limit makes none of them stale.
  const isRelied =
    type !== now.type || participant !== now.participant || deleted !== now.deleted || protect !== now.protect;
  await run(
    knex,
    `update environments set type = ?, name = ?, participant = ?, approval = ?, guards = ?, rules = ?, deleted_at = ?,
       connection = ?, version = version + ? where id = ?`,
    [
      type,
      name,
      participant,
      approval,
      JSON.stringify(Object.fromEntries(limits)),
      writeRules(settings),
      deleted ? (row.deleted_at ?? at) : null,
      connection && JSON.stringify(connection),
      isRelied ? 1 : 0,
      row.id,
    ],
  );
}

/** Carries out a plan of settings, in the transaction that applies it; throws `UserError` where it starts from others. */
export async function applySettings(knex: Knex, runId: number, change: SettingsChange, at: string): Promise<void> {
  const row = await selectOne<EnvironmentRow>(knex, 'select * from environments where code_key = ?', [
    caseKey(change.environment),
  ]);
  if (!row || !isWhereItStarts(row, change))
    throw new UserError('stale', 'settings.stale', { run: runId, environment: change.environment });
  await writeSettings(knex, row, change.new, at);
}

/** Of an environment that was removed meanwhile, nothing but its removal changes. */
function isWhereItStarts(row: EnvironmentRow, change: SettingsChange): boolean {
  return startsFrom(settingsOf(row), { ...change, old: { deleted: false, ...change.old } });
}

/** Refuses what would reach users without a plan that shows it: another type links them to others. */
export async function refuseWithUsers(
  knex: Knex,
  { id, code }: EnvironmentRow,
  key: 'env.typeInUse' | 'env.hasLeftovers',
): Promise<void> {
  const users = await selectOne<{ users: number }>(
    knex,
    'select count(*) as users from users where environment_id = ?',
    [id],
  );
  if (number(users?.users) > 0)
    throw new UserError('wrongUse', key, { environment: code, users: number(users?.users) });
}

/** Its users come back with UPNs that others may have by now, through a user that was renamed meanwhile. */
async function refuseSharedUpns(knex: Knex, { id, code, type }: EnvironmentRow): Promise<void> {
  const [shared] = await select<{ user: string; other: string; at: string }>(
    knex,
    `select u.code as "user", o.code as other, e.code as at from users u
     join users o on o.upn_key = u.upn_key and o.code_key <> u.code_key
     join environments e on e.id = o.environment_id and e.type = ? and e.deleted_at is null
     where u.environment_id = ? order by u.code_key limit 1`,
    [type, id],
  );
  if (shared) throw new UserError('stale', 'settings.upnShared', { environment: code, ...shared });
}
