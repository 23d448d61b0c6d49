/** Reads runs and the rows of their plans: whole in chunks, or a page at a time. */
import type { Knex } from 'knex';
import { UserError } from '../../application/userError.js';
import type {
  AppliedUser,
  PlannedGroup,
  PlannedSource,
  RevokedToken,
  RowFilter,
  WaitingUser,
} from '../../application/ports/planStore.js';
import type { FieldChange, PlannedRow } from '../../domain/plannedRow.js';
import type { Run, RunStatus } from '../../domain/run.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { markBit, plannedRowOf, READ_PLAN_ROW, sourceRowOf, type PlanRowRecord } from '../plans/planRowRecords.js';
import { PLAN_USER_FLAGS } from '../plans/planUserRecords.js';
import { searchFor } from '../plans/searchText.js';
import { select, selectOne, type Binding } from '../rows.js';
import { runOf, SELECT_RUNS, type RunRecord } from './runRecords.js';

export async function findRun({ knex }: Connection, id: number): Promise<RunRecord> {
  const record = await selectOne<RunRecord>(knex, `${SELECT_RUNS} where r.id = ?`, [id]);
  if (!record) throw new UserError('wrongUse', 'run.unknown', { run: id });
  return record;
}

export async function findRuns(
  { knex }: Connection,
  filter: { readonly environment?: string; readonly status?: RunStatus; readonly limit?: number },
): Promise<Run[]> {
  const conditions: string[] = [];
  const bindings: Binding[] = [];
  if (filter.environment !== undefined) {
    conditions.push('e.code_key = ?');
    bindings.push(caseKey(filter.environment));
  }
  if (filter.status !== undefined) {
    conditions.push('r.status = ?');
    bindings.push(filter.status);
  }
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const limit = filter.limit === undefined ? '' : `limit ${Math.trunc(filter.limit)}`;
  const records = await select<RunRecord>(knex, `${SELECT_RUNS} ${where} order by r.id desc ${limit}`, bindings);
  return records.map(runOf);
}

function conditionsOf(filter: RowFilter): { sql: string; bindings: Binding[] } {
  const conditions: string[] = [];
  const bindings: Binding[] = [];
  const add = (sql: string, ...values: Binding[]): void => {
    conditions.push(` and ${sql}`);
    bindings.push(...values);
  };
  if (filter.outcome !== undefined) add('outcome = ?', filter.outcome);
  if (filter.code !== undefined) add('code = ?', filter.code);
  if (filter.message !== undefined) add('detail like ?', `%["${filter.message}",%`);
  if (filter.mark !== undefined) add(`marks & ${markBit(filter.mark)} > 0`);
  if (filter.text !== undefined && filter.text !== '') {
    const { sql, pattern } = searchFor(filter.text);
    add(sql, pattern);
  }
  return { sql: conditions.join(''), bindings };
}

/** Rows at a time, unless told otherwise. */
export const CHUNK_ROWS = 2000;

/** Rows in file order, in chunks read by key, so that nothing is held open in between. */
async function* records(
  knex: Knex,
  plan: number,
  filter: RowFilter,
  chunkSize: number,
): AsyncGenerator<PlanRowRecord[]> {
  const { sql, bindings } = conditionsOf(filter);
  for (let after = -1; ;) {
    const chunk = await select<PlanRowRecord>(
      knex,
      `select ${READ_PLAN_ROW} from plan_rows where plan_id = ? and row_no > ?${sql} order by row_no limit ${chunkSize}`,
      [plan, after, ...bindings],
    );
    if (chunk.length > 0) yield chunk;
    if (chunk.length < chunkSize) return;
    after = chunk.at(-1)?.row_no ?? after;
  }
}

export async function* readRows(
  connection: Connection,
  runId: number,
  filter: RowFilter,
  chunkSize = CHUNK_ROWS,
): AsyncGenerator<PlannedRow[]> {
  const { plan_id } = await findRun(connection, runId);
  yield* planRows(connection, plan_id, filter, chunkSize);
}

/** The rows of a plan, whether a run has it yet or not. */
export async function* planRows(
  { knex }: Connection,
  plan: number,
  filter: RowFilter = {},
  chunkSize = CHUNK_ROWS,
): AsyncGenerator<PlannedRow[]> {
  for await (const chunk of records(knex, plan, filter, chunkSize)) yield chunk.map(plannedRowOf);
}

export async function* readSources(
  connection: Connection,
  runId: number,
  filter: RowFilter,
  chunkSize = CHUNK_ROWS,
): AsyncGenerator<PlannedSource[]> {
  const { plan_id } = await findRun(connection, runId);
  for await (const chunk of records(connection.knex, plan_id, filter, chunkSize)) yield chunk.map(plannedSourceOf);
}

function plannedSourceOf(record: PlanRowRecord): PlannedSource {
  return { planned: plannedRowOf(record), source: sourceRowOf(record) };
}

export async function readRowNumbers(connection: Connection, runId: number, filter: RowFilter): Promise<Uint32Array> {
  const { plan_id } = await findRun(connection, runId);
  const { sql, bindings } = conditionsOf(filter);
  const rows = await select<{ row_no: number }>(
    connection.knex,
    `select row_no from plan_rows where plan_id = ?${sql} order by row_no`,
    [plan_id, ...bindings],
  );
  return Uint32Array.from(rows, (row) => row.row_no);
}

export async function readRowsByNumber(
  connection: Connection,
  runId: number,
  rows: readonly number[],
): Promise<PlannedRow[]> {
  return (await recordsByNumber(connection, runId, rows)).map(plannedRowOf);
}

export async function readSourcesByNumber(
  connection: Connection,
  runId: number,
  rows: readonly number[],
): Promise<PlannedSource[]> {
  return (await recordsByNumber(connection, runId, rows)).map(plannedSourceOf);
}

async function recordsByNumber(
  connection: Connection,
  runId: number,
  rows: readonly number[],
): Promise<PlanRowRecord[]> {
  const { plan_id } = await findRun(connection, runId);
  return select<PlanRowRecord>(
    connection.knex,
    `select ${READ_PLAN_ROW} from plan_rows where plan_id = ? and row_no in ${connection.dialect.numbers} order by row_no`,
    [plan_id, JSON.stringify(rows)],
  );
}

export async function readSecrets(
  connection: Connection,
  runId: number,
  rows: readonly number[],
): Promise<Map<number, string>> {
  const { plan_id } = await findRun(connection, runId);
  const found = await select<{ row_no: number; hash: string }>(
    connection.knex,
    `select row_no, hash from plan_secrets where plan_id = ? and row_no in ${connection.dialect.numbers}`,
    [plan_id, JSON.stringify(rows)],
  );
  return new Map(found.map(({ row_no, hash }) => [row_no, hash]));
}

interface AppliedRecord {
  id: number;
  target_id: number;
  user_id: number | null;
  environment_id: number;
  effects: number;
  tokens_revoked: number | null;
  groups_added: string | null;
  groups_removed: string | null;
  net: string | null;
}

/** Net changes of an applied run; users that follow a target come with it, the last target first. */
export async function* readApplied(
  { knex }: Connection,
  plan: number,
  chunkSize: number,
): AsyncGenerator<AppliedUser[]> {
  for (let before: number | undefined; ;) {
    const targets = await select<{ target_id: number }>(
      knex,
      `select distinct target_id from plan_users where plan_id = ? and effects & ${PLAN_USER_FLAGS.changed} > 0
       ${before === undefined ? '' : `and target_id < ${before}`} order by target_id desc limit ${chunkSize}`,
      [plan],
    );
    const last = targets.at(-1)?.target_id;
    const first = targets[0]?.target_id;
    if (last === undefined || first === undefined) return;
    const rows = await select<AppliedRecord>(
      knex,
      `select id, target_id, user_id, environment_id, effects, tokens_revoked, groups_added, groups_removed, net from plan_users
       where plan_id = ? and effects & ${PLAN_USER_FLAGS.changed} > 0 and target_id between ${last} and ${first} order by target_id desc, id`,
      [plan],
    );
    yield rows.map((row) => ({
      planId: row.id,
      targetPlanId: row.target_id,
      userId: row.user_id,
      environmentId: row.environment_id,
      created: (row.effects & PLAN_USER_FLAGS.created) !== 0,
      fields: JSON.parse(row.net ?? '[]') as FieldChange[],
      groupsAdded: JSON.parse(row.groups_added ?? '[]') as string[],
      groupsRemoved: JSON.parse(row.groups_removed ?? '[]') as string[],
      tokensRevoked: row.tokens_revoked ?? 0,
      passwordSet: (row.effects & PLAN_USER_FLAGS.passwordSet) !== 0,
    }));
    before = last;
  }
}

export async function readRevokedTokens({ knex }: Connection, runId: number): Promise<RevokedToken[]> {
  return select<RevokedToken>(
    knex,
    'select user_code as "user", environment, application, device from revoked_tokens where run_id = ? order by environment, user_code, application, device',
    [runId],
  );
}

/** Created users whose UPN waits for the second pass, with their values as they are now. */
export async function* readWaiting(
  { knex }: Connection,
  plan: number,
  chunkSize = CHUNK_ROWS,
): AsyncGenerator<WaitingUser[]> {
  for (let after = 0; ;) {
    const rows = await select<WaitingUser & { id: number }>(
      knex,
      `select p.id, u.code as "user", u.description, u.email, p.deferred_upn as upn from plan_users p join users u on u.id = p.user_id
       where p.plan_id = ? and p.deferred_upn is not null and p.id > ? order by p.id limit ${chunkSize}`,
      [plan, after],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < chunkSize) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Groups that a run's plan creates, and those that it removes. */
export async function readPlannedGroups(
  connection: Connection,
  runId: number,
): Promise<{ created: PlannedGroup[]; removed: PlannedGroup[] }> {
  const { plan_id } = await findRun(connection, runId);
  const sql = 'select code, description from plan_groups where plan_id = ? and removes = ? order by code_key';
  return {
    created: await select<PlannedGroup>(connection.knex, sql, [plan_id, 0]),
    removed: await select<PlannedGroup>(connection.knex, sql, [plan_id, 1]),
  };
}
