/** A plan is approved, applied, or discarded. Guards and approval are judged here; the store does the writing. */
import { evaluateGuards, type Guard, type GuardSettings } from '../domain/guards.js';
import type { Run } from '../domain/run.js';
import { caseKey } from '../domain/sourceRow.js';
import type { Context } from './context.js';
import { Stop } from './errors.js';
import type { StaleRow } from './ports/planStore.js';
import type { ApplyRequest, RunAnswer, Watch } from './useCases.js';

/** A run with its guards: raised on purpose first, then a definition's, then the environment's own limits. */
export async function answerOf(context: Context, run: Run, raised: GuardSettings = {}): Promise<RunAnswer> {
  const environments = await context.directory.environments();
  const reached = environments.filter(({ code }) => code === run.environment || code in run.summary.environments);
  const target = environments.find(({ code }) => caseKey(code) === caseKey(run.environment));
  const standing = target ? await context.directory.guardSettings(target.id) : {};
  const guards = evaluateGuards(run.counts, raised, run.guardSettings, standing);
  const asked = run.status === 'planned' && reached.some(({ approval }) => approval === 'second-person');
  return { run, guards, approvalNeeded: asked && run.approvedBy === null };
}

/** Applies exactly the plan, or throws `Stop`: expired or stale, guarded, or waiting for approval. */
export async function applyRun(
  context: Context,
  { run: runId, plan, guards: raised = {} }: ApplyRequest,
  { onProgress, signal }: Watch = {},
): Promise<Run> {
  const run = await plannedRun(context, runId, plan);
  const now = context.now().toISOString();
  if (run.expiresAt <= now) throw new Stop('stale', 'plan.expired', { run: runId, at: run.expiresAt });
  const { guards, approvalNeeded } = await answerOf(context, run, raised);
  const tripped = guards.filter((guard) => guard.tripped);
  if (tripped.length > 0) throw new Stop('guarded', 'apply.guarded', { run: runId }, tripped.map(guardDetail));
  if (approvalNeeded) throw new Stop('guarded', 'apply.approvalNeeded', { run: runId, operator: run.operator });
  const never = new AbortController().signal;
  const stale = await context.plans.apply(runId, run.plan, now, onProgress ?? (() => undefined), signal ?? never);
  if (stale.length > 0) throw new Stop('stale', 'apply.stale', { run: runId }, stale.map(staleDetail));
  return context.plans.run(runId);
}

/** A run that is still to be applied; `plan` is the one that somebody looked at. */
async function plannedRun(context: Context, runId: number, plan: number | undefined): Promise<Run> {
  const run = await context.plans.run(runId);
  if (run.status !== 'planned') throw new Stop('wrongUse', 'run.notPlanned', { run: runId, status: run.status });
  if (plan !== undefined && plan !== run.plan) throw new Stop('stale', 'run.changedMeanwhile', { run: runId });
  return run;
}

function guardDetail({ guard, count, allowed, limit }: Guard): {
  key: string;
  params: Record<string, string | number>;
} {
  return { key: `guard.${guard}`, params: { count, allowed, limit } };
}

function staleDetail({ row, user, reason, subject }: StaleRow): {
  key: string;
  params: Record<string, string | number>;
} {
  return { key: row > 0 ? `stale.${reason}` : `stale.${reason}.noRow`, params: { row, user, subject } };
}

/** Approves a plan of somebody else (SPEC 6, Approval). */
export async function approveRun(context: Context, runId: number, plan?: number): Promise<Run> {
  const run = await plannedRun(context, runId, plan);
  if (run.operator === context.operator)
    throw new Stop('guarded', 'approve.sameOperator', { run: runId, operator: run.operator });
  await context.plans.approve(runId, run.plan, context.operator, context.now().toISOString());
  return context.plans.run(runId);
}

export async function discardRun(context: Context, runId: number): Promise<Run> {
  await plannedRun(context, runId, undefined);
  await context.plans.discard(runId);
  return context.plans.run(runId);
}
