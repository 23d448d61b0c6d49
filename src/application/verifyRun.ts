/** Whether what was delivered is so by now: each change is compared with the directory as it was last read. */
import { VERIFIED_STATES, type VerifiedChange } from '../domain/delivery/verified.js';
import { DeliveredChanges, placeOf, type ChangedUser } from '../domain/delivery/deliveredChanges.js';
import { verifyUser } from '../domain/delivery/verifyUser.js';
import { needsOfUsers } from '../domain/directoryNeeds.js';
import { isDone } from '../domain/outcomes.js';
import type { Run } from '../domain/run.js';
import { answerOf } from './runAnswer.js';
import type { Context } from './context.js';
import type { VerifiedRun, WaitingUpn } from './deliveries.js';
import { reachOf } from './environments.js';
import type { Recording } from './ports/auditLog.js';
import type { Reach } from './ports/planStore.js';
import { tellApplied } from './tellEvents.js';
import { UserError } from './userError.js';

/** Users that are looked up together. */
const CHUNK = 500;

export async function verifyRun(context: Context, runId: number, record?: Recording): Promise<VerifiedRun> {
  const run = await context.plans.run(runId);
  if ((run.status !== 'delivered' && run.status !== 'applied') || run.delivery === null)
    throw new UserError('wrongUse', 'verify.notDelivered', { run: runId, status: run.status });
  const reach = await reachOf(context.directory, run.environment);
  const expected = await changesOf(context, run, run.delivery.refused);
  const changes: VerifiedChange[] = [];
  for (let at = 0; at < expected.length; at += CHUNK)
    changes.push(...(await verifyAll(context, reach, expected.slice(at, at + CHUNK))));
  changes.sort((one, other) => one.row - other.row);
  const counts = Object.fromEntries(
    VERIFIED_STATES.map((state) => [state, changes.filter((change) => change.state === state).length]),
  ) as VerifiedRun['counts'];
  const waiting = await waitingFor(context, run);
  const { mirror } = reach.target;
  const readBefore = mirror && !isSeenSince(reach, run.delivery.at) ? mirror.pulledAt : null;
  const isSo = readBefore === null && counts.notYet + counts.otherwise === 0 && (counts.so > 0 || changes.length === 0);
  const found = { counts, changes, waiting, readBefore };
  // Of one that was seen to be so, UPNs may wait for the second import; what was changed since is told too.
  if (!isSo || run.status === 'applied') return { run, ...found, isApplied: false };
  const { guards } = await answerOf(context, run);
  await context.plans.settle(runId, context.now().toISOString(), guards, record);
  return { run: tellApplied(context, await context.plans.run(runId)), ...found, isApplied: true };
}

/** Nobody knows what became of a file before the mirror was read again; without one, its directory is all there is. */
function isSeenSince({ target: { mirror } }: Reach, deliveredAt: string): boolean {
  return mirror === undefined || Date.parse(mirror.pulledAt) >= Date.parse(deliveredAt);
}

/** Who has its UPN by now waits no more. */
async function waitingFor({ plans }: Context, { id, kind, deferredUpns }: Run): Promise<readonly WaitingUpn[]> {
  if (kind === 'second-pass' || deferredUpns === 0) return [];
  const waiting: WaitingUpn[] = [];
  for await (const users of plans.waitingForUpn(id))
    for (const { user, upn, found } of users) if (found !== upn) waiting.push({ user, upn, found });
  return waiting;
}

async function changesOf({ plans }: Context, run: Run, refused: readonly number[]): Promise<readonly ChangedUser[]> {
  const left = new Set(refused);
  const expected = new DeliveredChanges(run.environment);
  for await (const rows of plans.rows(run.id, {}))
    for (const row of rows) if (isDone(row.outcome) && !left.has(row.row)) expected.add(row);
  return expected.users;
}

async function verifyAll(context: Context, reach: Reach, expected: readonly ChangedUser[]): Promise<VerifiedChange[]> {
  const needs = needsOfUsers(expected.flatMap(({ code, before }) => [code, before]));
  const { users } = await context.plans.read(reach, needs);
  const found = new Map(users.map((user) => [placeOf(user.environment.code, user.state.code), user]));
  return expected.flatMap((user) => {
    const { environment, code, before } = user;
    const there = found.get(placeOf(environment, code)) ?? found.get(placeOf(environment, before));
    return verifyUser(user, there?.state, isSeen(reach, environment));
  });
}

/** What happens to linked users is seen in mirrors alone; the target is what the file was for. */
function isSeen({ target, environments }: Reach, code: string): boolean {
  return code === target.code || environments.some((one) => one.code === code && one.mirror !== undefined);
}
