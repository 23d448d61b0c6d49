/** A plan is approved, applied, or discarded; the store does the writing. */
import type { Environment } from '../domain/directory.js';
import { namingFreezes } from '../domain/guards/freeze.js';
import { raisesLimits, withGuards } from '../domain/guards/guardSettings.js';
import type { Run } from '../domain/run.js';
import { refuseConnected } from './connectedEnvironments.js';
import type { Context } from './context.js';
import { doing, raisersOf, requireSecondPerson } from './people.js';
import type { Recording } from './ports/auditLog.js';
import { answerOf } from './runAnswer.js';
import {
  outdatedBy,
  refuseLimits,
  requireKnownChecks,
  requireReason,
  requireUndecided,
  staleRefused,
  whyNotApplied,
} from './runRefusals.js';
import { RunRefused } from './runRefused.js';
import type { ApplyRequest, ApproveRequest, Watch } from './useCases.js';
import { UserError } from './userError.js';

/** Applies exactly the plan, or throws `RunRefused`: expired or stale, guarded, or waiting for approval. */
export async function applyRun(
  context: Context,
  { run: runId, plan, guards: raised = {}, mirrorOnly = false, reason }: ApplyRequest,
  { onProgress, signal }: Watch = {},
  record?: Recording,
): Promise<Run> {
  const run = await undecidedRun(context, runId);
  requireKnownChecks(raised, run.settings);
  const answer = await answerOf(context, run, raised);
  requireReason(answer, reason);
  const now = context.now().toISOString();
  await refuseConnected(context, answer, mirrorOnly);
  const raises = raisesLimits(raised);
  const why = whyNotApplied(answer, plan, raised);
  if (why) throw new RunRefused(why, answer);
  const never = new AbortController().signal;
  const decision = {
    people: doing(context, ...(raises ? (['raise'] as const) : []), 'apply'),
    raisedBy: raisersOf(context.operator, raised, run.raisedBy),
    guards: answer.guards,
    ...(reason !== undefined && { reason }),
    ...(record && { record }),
  };
  const progress = onProgress ?? ((): void => undefined);
  const stale = await context.plans.apply(runId, run.plan, now, decision, progress, signal ?? never);
  if (stale.length > 0) throw staleRefused(runId, stale, answer);
  return context.plans.run(runId);
}

/** A run that was neither applied nor discarded; it may have expired. */
async function undecidedRun(context: Context, runId: number): Promise<Run> {
  const run = await context.plans.run(runId);
  if (run.status === 'delivered') throw new UserError('wrongUse', 'apply.delivered', { run: runId });
  requireUndecided(run);
  return run;
}

/** Approves what was looked at of a plan that others shaped; what is raised with it is part of the approval. */
export async function approveRun(
  context: Context,
  { run: runId, plan, digest, guards = {} }: ApproveRequest,
  record?: Recording,
): Promise<Run> {
  const run = await undecidedRun(context, runId);
  const outdated = outdatedBy(run, plan);
  if (outdated) throw outdated;
  await requireSecondPerson(context, run);
  if (digest !== undefined && digest.toLowerCase() !== run.digest)
    throw new UserError('guarded', 'approve.otherDigest', { run: runId });
  requireKnownChecks(guards, run.settings);
  const raises = raisesLimits(guards);
  refuseLimits(run, raises);
  const people = doing(context, 'approve');
  const [approver] = people;
  if (!approver) throw new Error('an approval by nobody');
  await context.plans.approve(run, approver, {
    people,
    raisedBy: raisersOf(context.operator, guards, run.raisedBy),
    limits: namingFreezes(withGuards(run.guardSettings, guards), await linkedTo(context, run), context.now()),
    ...(record && { record }),
  });
  return context.plans.run(runId);
}

/** The environments that a run can reach: those of its type. */
async function linkedTo({ directory }: Context, { environmentType }: Run): Promise<readonly Environment[]> {
  return (await directory.environments()).filter(({ type, deleted }) => type === environmentType && !deleted);
}

export async function discardRun(context: Context, runId: number, record?: Recording): Promise<Run> {
  const run = await context.plans.run(runId);
  if (run.status !== 'delivered') requireUndecided(run);
  await context.plans.discard(runId, record);
  return context.plans.run(runId);
}
