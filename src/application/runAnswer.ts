/** A run with what is asked of it now: its guards, judged by the limits that hold, approval, and a reason. */
import type { Environment } from '../domain/directory.js';
import { evaluateGuards } from '../domain/guards/evaluateGuards.js';
import type { GuardSettings } from '../domain/guards/guardSettings.js';
import type { Run } from '../domain/run.js';
import { caseKey } from '../domain/sourceRow.js';
import type { Context } from './context.js';
import { environmentGuards, reachedBy, type JudgedEnvironments } from './environmentGuards.js';
import type { RunAnswer } from './useCases.js';

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
