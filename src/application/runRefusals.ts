/** What keeps a plan from being applied or delivered, and how that is told. */
import { numberInFile } from '../domain/absent.js';
import { isCheckNamed } from '../domain/checks.js';
import type { Guard } from '../domain/guards/guard.js';
import { raisesLimits, type GuardSettings } from '../domain/guards/guardSettings.js';
import { toldGuard } from '../domain/guards/wholeFile.js';
import { UNDECIDED, type Run } from '../domain/run.js';
import type { TextRef } from '../language/index.js';
import type { Context } from './context.js';
import { freezesIn } from './environmentGuards.js';
import type { StaleRow } from './ports/planStore.js';
import { RunRefused } from './runRefused.js';
import type { Reason, RunAnswer } from './useCases.js';
import { UserError } from './userError.js';

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

/** Why a plan that is to be applied at once waits instead; undefined where nothing stops it. */
export function heldBack(answer: RunAnswer): readonly TextRef[] | undefined {
  const error = guardedBy(answer, false);
  return error && (error.details.length > 0 ? error.details : [error]);
}

/** What keeps a plan from being applied: a guard, or an approval that is not there. */
function guardedBy(answer: RunAnswer, raises: boolean): UserError | undefined {
  const { id: run, operator } = answer.run;
  if (answer.approvalAsked && raises) return new UserError('guarded', 'apply.raisesNothing', { run });
  const tripped = answer.guards.filter((guard) => guard.tripped);
  if (tripped.length > 0) return new UserError('guarded', 'apply.guarded', { run }, tripped.map(guardDetail));
  return answer.approvalNeeded ? new UserError('guarded', 'apply.approvalNeeded', { run, operator }) : undefined;
}

function guardDetail({ guard, check, environment = '', count, allowed, limit }: Guard): TextRef {
  if (guard === 'administrators') return { key: 'guard.lostAdministrators', params: { environment, count, limit } };
  if (guard === 'licences') return { key: 'guard.overLicences', params: { environment, count, limit } };
  if (guard === 'freeze') return { key: 'guard.frozen', params: { environment, count, days: limit } };
  if (check !== undefined) return { key: 'check.guarded', params: { check } };
  return { key: `guard.${toldGuard(guard, limit)}`, params: { count, allowed, limit } };
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

export function requireUndecided({ id: run, status }: Run): void {
  if (!UNDECIDED.includes(status)) throw new UserError('wrongUse', 'run.notPlanned', { run, status });
}

/** Throws `UserError` for a plan without a reason, where an environment that it reaches asks for one. */
export function requireReason({ run, reasonNeeded: environment }: RunAnswer, given: Reason): void {
  if (environment !== undefined && given === undefined)
    throw new UserError('wrongUse', 'apply.reasonNeeded', { run: run.id, environment });
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

/** A plan of settings counts no users, and has no limits to raise. */
export function refuseLimits({ id, kind }: Run, raises: boolean): void {
  if (kind === 'settings' && raises) throw new UserError('wrongUse', 'settings.noLimits', { run: id });
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
