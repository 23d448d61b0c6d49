/** A plan is approved, applied, or discarded. Guards and approval are judged here; the store does the writing. */
import { numberInFile } from '../domain/absent.js';
import { isCheckNamed } from '../domain/checks.js';
import { evaluateGuards } from '../domain/guards/evaluateGuards.js';
import { raisesLimits, withGuards, type GuardSettings } from '../domain/guards/guardSettings.js';
import { toldGuard } from '../domain/guards/wholeFile.js';
import type { Guard } from '../domain/guards/guard.js';
import type { Environment } from '../domain/directory.js';
import { namingFreezes } from '../domain/guards/freeze.js';
import { UNDECIDED, type Run } from '../domain/run.js';
import { caseKey } from '../domain/sourceRow.js';
import { refuseConnected } from './connectedEnvironments.js';
import type { Context } from './context.js';
import { environmentGuards, freezesIn, reachedBy, type JudgedEnvironments } from './environmentGuards.js';
import { RunRefused } from './runRefused.js';
import { UserError } from './userError.js';
import { doing, raisersOf, requireSecondPerson } from './people.js';
import type { Recording } from './ports/auditLog.js';
import type { StaleRow } from './ports/planStore.js';
import type { ApplyRequest, ApproveRequest, Reason, RunAnswer, Watch } from './useCases.js';
import type { TextRef } from '../language/index.js';

/** A run with its guards: raised on purpose first, then a definition's, then the environment's own limits. */
export async function answerOf(context: Context, run: Run, raised: GuardSettings = {}): Promise<RunAnswer> {
  const answer = await answerIn(await standingOf(context), run, raised);
  if (run.status !== 'planned') return answer;
  const undecided = await context.plans.undecidedDeliveries(run.id);
  return { ...answer, ...(undecided.length > 0 && { undecided }) };
}

/** The same of many runs, which reads each environment once. */
export async function answersOf(context: Context, runs: readonly Run[]): Promise<readonly RunAnswer[]> {
  const standing = await standingOf(context);
  const answers: RunAnswer[] = [];
  for (const run of runs) answers.push(await answerIn(standing, run));
  return answers;
}

async function standingOf({ directory, now }: Context): Promise<Standing> {
  return new Standing(await directory.environments(), directory, now());
}

/** Environments with their own limits, which are read when they are needed. */
class Standing implements JudgedEnvironments {
  private readonly read = new Map<number, Promise<GuardSettings>>();

  constructor(
    readonly environments: readonly Environment[],
    private readonly directory: Context['directory'],
    readonly at: Date,
  ) {}

  /** None in an environment that is gone. */
  limitsIn(code: string): Promise<GuardSettings> {
    const target = this.environments.find((one) => caseKey(one.code) === caseKey(code));
    if (!target) return Promise.resolve({});
    const limits = this.read.get(target.id) ?? this.directory.guardSettings(target.id);
    this.read.set(target.id, limits);
    return limits;
  }
}

async function answerIn(known: Standing, run: Run, raised: GuardSettings = {}): Promise<RunAnswer> {
  const waits = run.status === 'planned';
  const reached = reachedBy(run, known.environments);
  const standing = run.appliedGuards ? {} : await known.limitsIn(run.environment);
  const guards = run.appliedGuards ?? [
    ...evaluateGuards(run.counts, raised, run.guardSettings, standing),
    ...(await environmentGuards(known, run, raised)),
  ];
  const silent = run.reason === null ? reached.find(({ rules }) => rules?.requireReason === true) : undefined;
  const asked =
    reached.some(({ code, approval }) => approval === 'second-person' || run.askedBy.includes(code)) ||
    asksByCheck(run);
  const isMirror = reached.some(
    ({ code, mirror, connection }) => code === run.environment && (connection ?? mirror) !== undefined,
  );
  return {
    run,
    guards,
    approvalAsked: asked,
    approvalNeeded: waits && asked && run.approvedBy === null,
    ...(silent && waits && { reasonNeeded: silent.code }),
    ...(isMirror && { isMirror }),
  };
}

/** A check of its definition asks for a second person where it holds for a row. */
function asksByCheck({ counts }: Run): boolean {
  return (counts.checks ?? []).some(({ then, rows }) => then === 'second-person' && rows > 0);
}

/** Throws `UserError` for a check that is no guard of these settings. */
export function requireKnownChecks({ acceptChecks = [] }: GuardSettings, { checks = [] }: Run['settings']): void {
  const known = checks.filter(({ then }) => then === 'guard');
  const odd = acceptChecks.find((name) => !known.some(isCheckNamed(name)));
  if (odd !== undefined)
    throw new UserError('wrongUse', known.length === 0 ? 'check.none' : 'check.unknown', {
      name: odd,
      known: known.map(({ name }) => name).join(', '),
    });
}

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

/** Throws `UserError` for a plan without a reason, where an environment that it reaches asks for one. */
export function requireReason({ run, reasonNeeded: environment }: RunAnswer, given: Reason): void {
  if (environment !== undefined && given === undefined)
    throw new UserError('wrongUse', 'apply.reasonNeeded', { run: run.id, environment });
}

/** What keeps a plan from being applied before its rows are looked at: it is another one, or a guard, or approval. */
export function whyNotApplied(
  answer: RunAnswer,
  plan: number | undefined,
  raised: GuardSettings,
): UserError | undefined {
  const outdated = outdatedBy(answer.run, plan);
  if (outdated) return outdated;
  const raises = raisesLimits(raised);
  refuseLimits(answer.run, raises);
  return guardedBy(answer, raises);
}

/**
 * What keeps the file of a run that was delivered before from being made once more, or that of its second import: days on
 * which an environment is not changed. All else was judged with the first.
 */
export async function whyNotDeliveredNow(
  { directory, now }: Context,
  answer: RunAnswer,
  raised: GuardSettings,
  isSecond: boolean,
): Promise<UserError | undefined> {
  const { run } = answer;
  const users = { [run.environment]: { users: run.deferredUpns } };
  const second = { ...run, summary: { ...run.summary, environments: users }, counts: { ...run.counts, creates: 0 } };
  const known = { environments: await directory.environments(), at: now() };
  const guards = freezesIn(known, isSecond ? second : run, raised);
  return guards.length === 0
    ? undefined
    : guardedBy({ ...answer, guards, approvalNeeded: false }, raisesLimits(raised));
}

/** What is told of a plan of which rows are stale. */
export function staleRefused(run: number, stale: readonly StaleRow[], answer: RunAnswer): RunRefused {
  return new RunRefused(
    new UserError('stale', 'apply.stale', { run }, stale.map(staleDetail)).with({
      rows: stale.map(({ row, user, reason, subject }) => ({ row: staleNumber(row), user, reason, subject })),
    }),
    answer,
  );
}

/** A run that was neither applied nor discarded; it may have expired. */
async function undecidedRun(context: Context, runId: number): Promise<Run> {
  const run = await context.plans.run(runId);
  if (run.status === 'delivered') throw new UserError('wrongUse', 'apply.delivered', { run: runId });
  requireUndecided(run);
  return run;
}

function requireUndecided({ id: run, status }: Run): void {
  if (!UNDECIDED.includes(status)) throw new UserError('wrongUse', 'run.notPlanned', { run, status });
}

/** Why a plan is no longer what somebody looked at; `looked` is the one that was on the screen. */
export function outdatedBy(run: Run, looked: number | undefined): UserError | undefined {
  if (looked !== undefined && looked !== run.plan)
    return new UserError('stale', 'run.changedMeanwhile', { run: run.id });
  return expiredError(run);
}

/** What whoever would do something with a plan is told when it has expired: it is planned again, or discarded. */
export function expiredError({ id, status, expiresAt }: Run): UserError | undefined {
  return status === 'expired' ? new UserError('stale', 'plan.expired', { run: id, at: expiresAt }) : undefined;
}

/** Throws `UserError` for a run that is no plan any more. */
export function requirePlanned(run: Run): void {
  const expired = expiredError(run);
  if (expired) throw expired;
  if (run.status !== 'planned') throw new UserError('wrongUse', 'run.notPlanned', { run: run.id, status: run.status });
}

/** What keeps a plan from being applied: a guard, or an approval that is not there. */
function guardedBy(answer: RunAnswer, raises: boolean): UserError | undefined {
  const { id: run, operator } = answer.run;
  if (answer.approvalAsked && raises) return new UserError('guarded', 'apply.raisesNothing', { run });
  const tripped = answer.guards.filter((guard) => guard.tripped);
  if (tripped.length > 0) return new UserError('guarded', 'apply.guarded', { run }, tripped.map(guardDetail));
  return answer.approvalNeeded ? new UserError('guarded', 'apply.approvalNeeded', { run, operator }) : undefined;
}

/** Why a plan that is to be applied at once waits instead; undefined where nothing stops it. */
export function heldBack(answer: RunAnswer): readonly TextRef[] | undefined {
  const error = guardedBy(answer, false);
  return error && (error.details.length > 0 ? error.details : [error]);
}

function guardDetail({ guard, check, environment = '', count, allowed, limit }: Guard): TextRef {
  if (guard === 'administrators') return { key: 'guard.lostAdministrators', params: { environment, count, limit } };
  if (guard === 'licences') return { key: 'guard.overLicences', params: { environment, count, limit } };
  if (guard === 'freeze') return { key: 'guard.frozen', params: { environment, count, days: limit } };
  if (check !== undefined) return { key: 'check.guarded', params: { check } };
  return { key: `guard.${toldGuard(guard, limit)}`, params: { count, allowed, limit } };
}

function staleDetail({ row, user, reason, subject }: StaleRow): TextRef {
  return {
    key: staleNumber(row) === null ? `stale.${reason}.noRow` : `stale.${reason}`,
    params: { row, user, subject },
  };
}

/** What is stale of a plan as a whole is of no row. */
function staleNumber(row: number): number | null {
  return row > 0 ? numberInFile(row) : null;
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

/** A plan of settings counts no users, and has no limits to raise. */
function refuseLimits({ id, kind }: Run, raises: boolean): void {
  if (kind === 'settings' && raises) throw new UserError('wrongUse', 'settings.noLimits', { run: id });
}

export async function discardRun(context: Context, runId: number, record?: Recording): Promise<Run> {
  const run = await context.plans.run(runId);
  if (run.status !== 'delivered') requireUndecided(run);
  await context.plans.discard(runId, record);
  return context.plans.run(runId);
}
