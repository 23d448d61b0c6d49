/** An act on users by hand becomes a plan of a row for each (docs/rules.md, *Acts*). */
import { ACT_FIELDS, ACTS_WITH_A_VALUE, canReachSystem, isForMany, type Act } from '../domain/acts.js';
import { ACCESS_FIELDS, IDENTITY_FIELDS, isOneOf, STANDARD_DEFAULTS, type FieldId } from '../domain/fields.js';
import type { PlanTally } from '../domain/planTally.js';
import type { Run } from '../domain/run.js';
import type { ImportSettings, Mapping } from '../domain/settings.js';
import type { Cell } from '../domain/sourceRow.js';
import { completeUserCode } from '../domain/userCode.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { newRun } from './newRun.js';
import { planning, raisersOf } from './people.js';
import type { Recording } from './ports/auditLog.js';
import type { PlanWriter } from './ports/planStore.js';
import { takeSecrets } from './takeSecrets.js';
import type { Watch } from './useCases.js';
import { UserError } from './userError.js';
import type { ActRequest } from './userUseCases.js';
import { chunksOf, writeAndPublish, writeRows, type RowsToPlan } from './writePlan.js';

const USER_COLUMN = 0;
const PASSWORD_COLUMN = 1;

/** Throws `UserError` for an act that asks what it cannot do, or that is about nobody; nothing is stored then. */
export async function planAct(
  context: Context,
  request: ActRequest,
  watch: Watch = {},
  record?: Recording,
): Promise<Run> {
  const { raised = {}, expiresAfterDays, reason } = request;
  requireSense(request);
  const reach = await reachOf(context.directory, request.environment);
  const settings = settingsOf(request, reach.target.participant);
  const rows = numbered(context, request, reach.target.id, settings);
  const write = (writer: PlanWriter): Promise<PlanTally> => writeRows(writer, reach, settings, rows, watch);
  return writeAndPublish(context.plans, reach, write, (written) => {
    if (written.tally.rows === 0) throw new UserError('wrongUse', 'act.nobody', { environment: reach.target.code });
    const origin = {
      kind: 'hand' as const,
      settings,
      file: { name: '', sha256: '', blank: 0 },
      headers: Object.keys(settings.mapping),
      guardSettings: raised,
      raisedBy: raisersOf(context.operator, raised),
      parent: null,
      expiresAfterDays,
      reason,
    };
    return written.plan.publish(newRun(context, reach, origin, written), planning(context, raised), record);
  });
}

/** What a command or a form asks has to fit the act. */
function requireSense(request: ActRequest): void {
  const { act, users, values = {}, groups = [], password, system, keepGroups } = request;
  const takes: readonly string[] = ACT_FIELDS[act];
  const given = [...Object.keys(values), ...(password === undefined ? [] : ['password'])];
  const stray = given.find((field) => !takes.includes(field) && !(field === 'password' && takesPassword(act)));
  if (stray !== undefined)
    throw new UserError('wrongUse', 'act.noField', { field: stray, fields: takes.join(', ') || '—' });
  if ((groups.length > 0 && !takesGroups(act)) || (keepGroups === true && act !== 'block'))
    throw new UserError('wrongUse', 'act.noGroups');
  if (system === true && !canReachSystem(act)) throw new UserError('wrongUse', 'act.noSystem');
  if ((!isList(users) || users.length > 1) && !isForMany(act)) throw new UserError('wrongUse', 'act.oneUser');
  if (!saysEnough(request)) throw new UserError('wrongUse', 'act.needsValue');
}

const takesPassword = isOneOf(['password', 'add']);
const takesGroups = isOneOf(['add', 'join', 'leave']);
const needsItsFields = isOneOf(ACTS_WITH_A_VALUE);

/** Whether an act that changes something of a user says what it becomes. */
function saysEnough({ act, values = {}, groups = [], into = '', password = '' }: ActRequest): boolean {
  if (needsItsFields(act)) return ACT_FIELDS[act].every((field) => (values[field] ?? '') !== '');
  if (act === 'set') return Object.keys(values).length > 0;
  if (act === 'join' || act === 'leave') return groups.length > 0;
  if (act === 'merge') return into !== '';
  return act !== 'password' || password !== '';
}

/** An act touches no identity field that it does not name, and what it names is emptied by an empty value. */
function settingsOf(request: ActRequest, participant: string): ImportSettings {
  const { act, groups, into, system, keepGroups, values = {}, password } = request;
  const user = oneUser(request);
  const fixed = Object.entries(values).map(([field, value]) => [field, { kind: 'fixed', value }] as const);
  const mapping: Mapping = {
    user: { kind: 'column', index: USER_COLUMN, header: 'user' },
    ...(password !== undefined && {
      password: { kind: 'column', index: PASSWORD_COLUMN, header: 'password' } as const,
    }),
    ...Object.fromEntries(fixed),
  };
  const emptied = (Object.keys(values) as FieldId[]).map((field) => [field, 'clear'] as const);
  return {
    type: 'user',
    mapping,
    defaults: act === 'add-system' ? { ...STANDARD_DEFAULTS, ...NO_ACCESS } : STANDARD_DEFAULTS,
    emptyRules: { ...KEEP_IDENTITY, ...Object.fromEntries(emptied) },
    act: {
      act,
      ...(user !== undefined && { user: completeUserCode(user, participant) }),
      ...(groups && { groups }),
      ...(into !== undefined && { into: completeUserCode(into, participant) }),
      ...(system === true && { system }),
      ...(keepGroups === true && { keepGroups }),
    },
  };
}

const KEEP_IDENTITY = Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, 'keep' as const]));
const NO_ACCESS = Object.fromEntries(ACCESS_FIELDS.map((field) => [field, false] as const));

/** Rows are numbered from 1: there is no header above them. */
async function* numbered(
  context: Context,
  request: ActRequest,
  environmentId: number,
  settings: ImportSettings,
): AsyncGenerator<RowsToPlan> {
  let row = 0;
  for await (const users of usersOf(context, request, environmentId)) {
    const rows = users.map((user) => ({ row: ++row, cells: cellsOf(user, request) }));
    const taken = await takeSecrets(rows, settings, context.hashPassword);
    yield { ...taken, excluded: new Map() };
  }
}

/** A password that was typed is no sign of damage, whatever it looks like. */
function cellsOf(user: string, { password }: ActRequest): readonly Cell[] {
  return password === undefined ? [user] : [user, { kind: 'typed', text: password }];
}

async function* usersOf(
  { users: list }: Context,
  { users }: ActRequest,
  environmentId: number,
): AsyncGenerator<readonly string[]> {
  if (isList(users)) {
    yield* chunksOf(users);
    return;
  }
  for await (const found of list.read({ environmentId, filter: users })) yield found.map(({ user }) => user);
}

function isList(users: ActRequest['users']): users is readonly string[] {
  return Array.isArray(users);
}

/** The user that it is about, where that is one. */
function oneUser({ users }: ActRequest): string | undefined {
  return isList(users) && users.length === 1 ? users[0] : undefined;
}

/** The act as a record of it names it. */
export function recordedAct(request: ActRequest): { readonly user: string | null; readonly act: Act } {
  const { act, system } = request;
  return { act, user: oneUser(request) ?? null, ...(system === true && { system }) };
}
