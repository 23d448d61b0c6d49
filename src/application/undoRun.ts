/** A plan that puts back what a run changed, previewed and applied like any other (docs/rules.md, *Undo*). */
import { actRuleOf } from '../domain/actRules.js';
import { STANDARD_DEFAULTS } from '../domain/fields.js';
import { NOTHING_PLANNED, type PlannedRow } from '../domain/plannedRow.js';
import { planUndo as planUndoRow } from '../domain/planUndo.js';
import type { UndoContext } from '../domain/undoUser.js';
import { PlanTally } from '../domain/planTally.js';
import { needsOfUsers } from '../domain/directoryNeeds.js';
import { isDone } from '../domain/outcomes.js';
import type { Run } from '../domain/run.js';
import type { ImportSettings } from '../domain/settings.js';
import { caseKey } from '../domain/sourceRow.js';
import { completeUserCode } from '../domain/userCode.js';
import { WorkingDirectory, type DirectoryNeeds, type WorkingUser } from '../domain/workingDirectory.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { UserError } from './userError.js';
import { newRun } from './newRun.js';
import { doing } from './people.js';
import type { Recording } from './ports/auditLog.js';
import type { PlannedSource, PlanWriter, Reach } from './ports/planStore.js';
import { undoSettings } from './settingsPlan.js';
import { groupByTarget, labelOf, nameIn, needsOf, type TargetToUndo } from './undoTargets.js';
import { sentPart } from './undoDelivered.js';
import { undoGroups, type GroupsOfRun } from './undoGroups.js';
import type { UseCases, Watch } from './useCases.js';
import { PLAN_CHUNK, writeAndPublish } from './writePlan.js';

/**
 * Plans the undo of an applied run, or of the part of one user, as a new run; throws `UserError` for one that cannot
 * be undone.
 */
export async function undoRun(
  context: Context,
  runId: number,
  watch: Watch = {},
  record?: Recording,
  { user: onlyUser, reason }: NonNullable<Parameters<UseCases['undo']>[2]> = {},
): Promise<Run> {
  const run = await context.plans.run(runId);
  if (run.status !== 'applied') throw new UserError('wrongUse', 'undo.notApplied', { run: runId });
  if (run.undoneBy !== null) throw new UserError('wrongUse', 'undo.already', { run: runId, by: run.undoneBy });
  if (run.pruned) throw new UserError('wrongUse', 'run.pruned', { run: runId });
  if (run.kind === 'pull') throw new UserError('wrongUse', 'undo.ofPull', { run: runId });
  if (run.settingsChange) return undoSettings(context, runId, run.settingsChange, record);
  const reach = await reachOf(context.directory, run.environment);
  const write = (writer: PlanWriter): Promise<PlanTally> =>
    writeUndo(context, writer, { parent: run.id, reach, onlyUser, isExcluded: () => false }, watch);
  return writeAndPublish(context.plans, reach, write, async (written) => {
    if (written.tally.rows === 0)
      throw new UserError('wrongUse', 'plan.nothing.undo', { run: runId, environment: run.environment });
    const origin = {
      kind: 'undo' as const,
      settings: settingsOfUndo(run, onlyUser),
      file: { name: run.file.name, sha256: '', blank: 0 },
      parent: runId,
      reason,
    };
    return written.plan.publish(newRun(context, reach, origin, written), doing(context, 'plan'), record);
  });
}

function settingsOfUndo(run: Run, onlyUser: string | undefined): ImportSettings {
  return {
    type: run.type,
    mapping: { user: { kind: 'column', index: 0, header: 'user' } },
    defaults: STANDARD_DEFAULTS,
    emptyRules: {},
    ...(onlyUser !== undefined && { onlyUser }),
  };
}

/** Users of the undone run that keep the code and UPN they have now, because their own undo is refused or left out. */
type NotUndoable = ReadonlySet<number>;

export interface UndoRequest {
  /** The run that is undone. */
  readonly parent: number;
  readonly reach: Reach;
  readonly isExcluded: (row: number) => boolean;
  /** The code of the user whose part alone is undone. */
  readonly onlyUser?: string | undefined;
}

/** Writes the plan that undoes a run: one row for each target user, the last of the run first. */
export async function writeUndo(
  context: Context,
  writer: PlanWriter,
  request: UndoRequest,
  { onProgress, signal }: Watch,
): Promise<PlanTally> {
  const { reach, isExcluded } = request;
  const undo = await prepare(context, request);
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

interface PreparedUndo {
  readonly groups: GroupsOfRun;
  /** Users whose code or UPN the run changed. */
  readonly moving: ReadonlySet<number>;
  chunks(): AsyncIterable<readonly TargetToUndo[]>;
  load(needs: DirectoryNeeds): Promise<WorkingDirectory>;
  plan(target: TargetToUndo, directory: WorkingDirectory, staying: NotUndoable): PlannedRow;
}

async function prepare(context: Context, { parent, reach, isExcluded, onlyUser }: UndoRequest): Promise<PreparedUndo> {
  const { plans } = context;
  const environments = new Map((await context.directory.environments()).map(({ id, code }) => [id, code]));
  const isAsked = onlyUser === undefined ? undefined : await aboutUser(context, reach, onlyUser);
  const undone = await plans.run(parent);
  const sent = await sentPart(plans, undone, reach.target.mirror !== undefined);
  const groups = sent.groups(await plans.groupsOf(parent));
  const secondPass = await standingSecondPass(context, parent);
  const reachesSystem = await reachedSystem(context, parent);
  const removedGroups = new Map(groups.removed.map(({ code, description }) => [caseKey(code), description]));
  // Groups come and go with the whole run, not with the part of one user.
  const ofRun = isAsked ? { created: [], removed: [] } : groups;
  const createdGroups = new Set(ofRun.created.map(({ code }) => caseKey(code)));
  async function* chunks(): AsyncGenerator<readonly TargetToUndo[]> {
    let row = 0;
    for await (const users of plans.applied(parent, PLAN_CHUNK)) {
      const named = users.map((user) => ({ ...user, environment: environments.get(user.environmentId) ?? '' }));
      const targets = groupByTarget(named)
        .map(sent.users)
        .flatMap((group) => (group.length === 0 ? [] : [{ row: ++row, users: group }]));
      const asked = isAsked ? targets.filter(isAsked) : targets;
      if (asked.length > 0) yield asked;
    }
  }
  const moving = new Set<number>();
  for await (const targets of chunks()) {
    for (const { userId, fields } of targets.flatMap(({ users }) => users)) {
      if (userId !== null && fields.some(([field]) => field === 'user' || field === 'upn')) moving.add(userId);
    }
  }
  return {
    groups: ofRun,
    moving,
    chunks,
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
      const undo: UndoContext = { directory, moves, createdGroups, removedGroups, secondPass, reachesSystem };
      return planUndoRow(row, label, users, undo);
    },
  };
}

/** Asks whether a target is about the user with this code, or who had it when the run was applied. */
async function aboutUser({ plans }: Context, reach: Reach, user: string): Promise<(target: TargetToUndo) => boolean> {
  const code = completeUserCode(user, reach.target.participant);
  const key = caseKey(code);
  const { users } = await plans.read(reach, needsOfUsers([code]));
  const ids = new Set(users.map(({ id }) => id));
  return ({ users: parts }) =>
    parts.some(
      ({ userId, fields, newCode }) =>
        ids.has(userId) ||
        (newCode !== null && caseKey(newCode) === key) ||
        fields.some(
          ([field, from, to]) =>
            field === 'user' && [from, to].some((code) => code !== null && caseKey(String(code)) === key),
        ),
    );
}

/** Whether a run, or the one that it undoes, was an act that system users are reached by. */
async function reachedSystem(context: Context, runId: number): Promise<boolean> {
  const { kind, parent, settings } = await context.plans.run(runId);
  if (kind === 'undo' && parent !== null) return reachedSystem(context, parent);
  return settings.act !== undefined && actRuleOf(settings.act).reachesSystem;
}

/** The second pass of a run, if it was applied and not undone. */
async function standingSecondPass({ plans }: Context, runId: number): Promise<number | null> {
  const { secondPass } = await plans.run(runId);
  if (secondPass?.status !== 'applied') return null;
  return (await plans.run(secondPass.run)).undoneBy === null ? secondPass.run : null;
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
        if (isDone(outcome)) continue;
        for (const { userId } of target.users) if (userId !== null) found.add(userId);
      }
    }
    if (found.size === staying.size) return staying;
    staying = found;
  }
}
