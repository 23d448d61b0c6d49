/** A plan that puts back what a run changed, previewed and applied like any other (docs/rules.md, *Undo*). */
import { STANDARD_DEFAULTS } from '../domain/fields.js';
import { NOTHING_PLANNED, type PlannedRow } from '../domain/plannedRow.js';
import { planUndo as planUndoRow } from '../domain/planUndo.js';
import type { UndoContext, UserToUndo } from '../domain/undoUser.js';
import { PlanTally } from '../domain/planTally.js';
import type { Run } from '../domain/run.js';
import type { ImportSettings } from '../domain/settings.js';
import { caseKey, upnKey } from '../domain/sourceRow.js';
import { WorkingDirectory, type DirectoryNeeds, type WorkingUser } from '../domain/workingDirectory.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { UserError } from './userError.js';
import { newRun } from './newRun.js';
import { doing } from './people.js';
import type { Recording } from './ports/auditLog.js';
import type { AppliedUser, PlannedSource, PlanWriter, Reach } from './ports/planStore.js';
import { undoSettings } from './settingsPlan.js';
import { undoGroups, type GroupsOfRun } from './undoGroups.js';
import type { Watch } from './useCases.js';
import { PLAN_CHUNK, writeAndPublish } from './writePlan.js';

/** Plans the undo of an applied run as a new run; throws `UserError` for one that cannot be undone. */
export async function undoRun(context: Context, runId: number, watch: Watch = {}, record?: Recording): Promise<Run> {
  const run = await context.plans.run(runId);
  if (run.status !== 'applied') throw new UserError('wrongUse', 'undo.notApplied', { run: runId });
  if (run.undoneBy !== null) throw new UserError('wrongUse', 'undo.already', { run: runId, by: run.undoneBy });
  if (run.pruned) throw new UserError('wrongUse', 'run.pruned', { run: runId });
  if (run.settingsChange) return undoSettings(context, runId, run.settingsChange, record);
  const reach = await reachOf(context.directory, run.environment);
  const write = (writer: PlanWriter): Promise<PlanTally> =>
    writeUndo(context, writer, run.id, reach, () => false, watch);
  return writeAndPublish(context.plans, reach, write, async (written) => {
    if (written.tally.rows === 0)
      throw new UserError('wrongUse', 'plan.nothing.undo', { run: runId, environment: run.environment });
    const origin = {
      kind: 'undo' as const,
      settings: settingsOfUndo(run),
      file: { name: run.file.name, sha256: '', blank: 0 },
      parent: runId,
    };
    return written.plan.publish(newRun(context, reach, origin, written), doing(context, 'plan'), record);
  });
}

function settingsOfUndo(run: Run): ImportSettings {
  return {
    type: run.type,
    mapping: { user: { kind: 'column', index: 0, header: 'user' } },
    defaults: STANDARD_DEFAULTS,
    emptyRules: {},
  };
}

/** Users of the undone run that keep the code and UPN they have now, because their own undo is refused or left out. */
type NotUndoable = ReadonlySet<number>;

/** Writes the plan that undoes `parent`: one row for each target user, the last of the run first. */
export async function writeUndo(
  context: Context,
  writer: PlanWriter,
  parent: number,
  reach: Reach,
  isExcluded: (row: number) => boolean,
  { onProgress, signal }: Watch,
): Promise<PlanTally> {
  const undo = await prepare(context, parent, reach, isExcluded);
  const staying = await findNotUndoable(undo);
  const tally = new PlanTally('undo');
  const directory = new WorkingDirectory(reach.target, reach.environments);
  const joined = new Set<string>();
  for await (const chunk of undo.chunks()) {
    if (signal?.aborted) throw new UserError('interrupted', 'plan.interrupted');
    directory.load(await writer.load(needsOf(chunk)));
    const rows = chunk.map((target) => {
      const planned = undo.plan(target, directory, staying);
      tally.add(planned);
      for (const { groupsAdded } of target.users) for (const group of groupsAdded) joined.add(caseKey(group));
      return withSource(planned);
    });
    await writer.save({ rows, secrets: [], ...directory.touched() });
    onProgress?.({ phase: 'reading', done: tally.rows });
  }
  const row = tally.rows + 1;
  const excluded: PlannedRow = { ...NOTHING_PLANNED, row, user: '', outcome: 'excluded' };
  const groups = await undoGroups(writer, reach, undo.groups, joined, {
    row,
    excluded: isExcluded(row) ? excluded : undefined,
  });
  if (groups.row) tally.add(groups.row);
  await writer.save({
    rows: groups.row ? [withSource(groups.row)] : [],
    users: [],
    groups: groups.created,
    removedGroups: groups.removed,
    secrets: [],
  });
  return tally;
}

/** The row of an undo comes from no file: it is about this user. */
function withSource(planned: PlannedRow): PlannedSource {
  return { planned, source: { row: planned.row, cells: [planned.user] } };
}

/** A target user with those that followed it. */
interface TargetToUndo {
  readonly row: number;
  readonly users: readonly UserToUndo[];
}

interface PreparedUndo {
  readonly groups: GroupsOfRun;
  /** Users whose code or UPN the run changed. */
  readonly moving: ReadonlySet<number>;
  chunks(): AsyncIterable<readonly TargetToUndo[]>;
  load(needs: DirectoryNeeds): Promise<WorkingDirectory>;
  plan(target: TargetToUndo, directory: WorkingDirectory, staying: NotUndoable): PlannedRow;
}

async function prepare(
  context: Context,
  parent: number,
  reach: Reach,
  isExcluded: (row: number) => boolean,
): Promise<PreparedUndo> {
  const { plans } = context;
  const environments = new Map((await context.directory.environments()).map(({ id, code }) => [id, code]));
  const groups = await plans.groupsOf(parent);
  const secondPass = await standingSecondPass(context, parent);
  const createdGroups = new Set(groups.created.map(({ code }) => caseKey(code)));
  const removedGroups = new Map(groups.removed.map(({ code, description }) => [caseKey(code), description]));
  const moving = new Set<number>();
  for await (const users of plans.applied(parent, PLAN_CHUNK)) {
    for (const { userId, fields } of users) {
      if (userId !== null && fields.some(([field]) => field === 'user' || field === 'upn')) moving.add(userId);
    }
  }
  return {
    groups,
    moving,
    async *chunks() {
      let row = 0;
      for await (const users of plans.applied(parent, PLAN_CHUNK)) {
        const named = users.map((user) => ({ ...user, environment: environments.get(user.environmentId) ?? '' }));
        const targets = groupByTarget(named).map((group) => ({ row: ++row, users: group }));
        if (targets.length > 0) yield targets;
      }
    },
    async load(needs) {
      const directory = new WorkingDirectory(reach.target, reach.environments);
      directory.load(await plans.read(reach, needs));
      return directory;
    },
    plan({ row, users }, directory, staying) {
      const label = labelOf(users, directory);
      if (isExcluded(row))
        return { ...NOTHING_PLANNED, row, user: label, name: nameIn(users, directory), outcome: 'excluded' };
      const moves = (user: WorkingUser): boolean => user.id !== null && moving.has(user.id) && !staying.has(user.id);
      const undo: UndoContext = { directory, moves, createdGroups, removedGroups, secondPass };
      return planUndoRow(row, label, users, undo);
    },
  };
}

/** The second pass of a run, if it was applied and not undone. */
async function standingSecondPass({ plans }: Context, runId: number): Promise<number | null> {
  const { secondPass } = await plans.run(runId);
  if (secondPass?.status !== 'applied') return null;
  return (await plans.run(secondPass.run)).undoneBy === null ? secondPass.run : null;
}

/** What the first of these users is called who is still there. */
function nameIn(users: TargetToUndo['users'], directory: WorkingDirectory): string {
  const [user] = users.flatMap(({ userId }) => (userId === null ? [] : (directory.findById(userId) ?? [])));
  return user?.state.description ?? '';
}

function labelOf(users: TargetToUndo['users'], directory: WorkingDirectory): string {
  for (const { userId } of users) {
    const user = userId === null ? undefined : directory.findById(userId);
    if (user) return user.state.code;
  }
  return users[0]?.fields.find(([field]) => field === 'user')?.[2]?.toString() ?? '';
}

function groupByTarget<User extends AppliedUser>(users: readonly User[]): User[][] {
  const groups = new Map<number, User[]>();
  for (const user of users) groups.set(user.targetPlanId, [...(groups.get(user.targetPlanId) ?? []), user]);
  // The target itself first: the row is about it.
  return [...groups.values()].map((group) =>
    group.sort((one, other) => Number(other.planId === other.targetPlanId) - Number(one.planId === one.targetPlanId)),
  );
}

function needsOf(chunk: readonly TargetToUndo[]): DirectoryNeeds {
  const users = chunk.flatMap((target) => target.users);
  const before = (name: string, keyOf = caseKey): string[] => {
    const values = users.flatMap(({ fields }) =>
      fields.flatMap(([field, from]) => (field === name && from !== null && from !== '' ? [keyOf(String(from))] : [])),
    );
    return [...new Set(values)];
  };
  return {
    userIds: users.flatMap(({ userId }) => (userId === null ? [] : [userId])),
    userKeys: before('user'),
    codes: [],
    upnKeys: before('upn', upnKey),
    personKeys: before('person'),
    groupKeys: [...new Set(users.flatMap(({ groupsRemoved }) => groupsRemoved.map(caseKey)))],
  };
}

/**
 * Users that cannot go back keep their code and UPN, so that others cannot take them back either: asked
 * again until nobody is added. Runs that changed no code and no UPN need no look at all.
 */
async function findNotUndoable(undo: PreparedUndo): Promise<NotUndoable> {
  let staying: NotUndoable = new Set();
  if (undo.moving.size === 0) return staying;
  for (;;) {
    const found = new Set<number>();
    for await (const chunk of undo.chunks()) {
      const directory = await undo.load(needsOf(chunk));
      for (const target of chunk) {
        const { outcome } = undo.plan(target, directory, staying);
        if (outcome !== 'rejected' && outcome !== 'excluded') continue;
        for (const { userId } of target.users) if (userId !== null) found.add(userId);
      }
    }
    if (found.size === staying.size) return staying;
    staying = found;
  }
}
