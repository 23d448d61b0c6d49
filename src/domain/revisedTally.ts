/**
 * What is counted of a plan of which a part is planned anew: what was counted of all of it, without what that part was and with
 * what it is. Users of a part are in no other row, so that they are counted apart too.
 */
import type { AbsentCount } from './absent.js';
import type { GuardCounts } from './guards/guardCounts.js';
import { OUTCOMES, noOutcomes, type OutcomeCounts } from './outcomes.js';
import type { PlanTally, Tally } from './planTally.js';
import type { Run, RunSummary } from './run.js';

type Numbers = Readonly<Record<string, number>>;

export class RevisedTally implements Tally {
  absent: AbsentCount | undefined;
  /** The groups that all of the rows make, in their order, where the part makes others than it did. */
  newGroups: readonly string[] | undefined;
  readonly blocksAbsent = false;

  constructor(
    private readonly before: Pick<Run, 'summary' | 'counts' | 'file'>,
    private readonly was: PlanTally,
    private readonly is: PlanTally,
  ) {}

  get rows(): number {
    return this.before.file.rows;
  }

  get makesOtherGroups(): boolean {
    const [was, is] = [this.was, this.is].map((part) => part.summary([], {}).newGroups);
    return JSON.stringify(was) !== JSON.stringify(is);
  }

  summary(...[cleared, environments]: Parameters<Tally['summary']>): RunSummary {
    const before = this.before.summary;
    const was = this.was.summary(cleared, environments);
    const is = this.is.summary(cleared, environments);
    const counted = (of: (summary: RunSummary) => number): number => of(before) - of(was) + of(is);
    return {
      ...is,
      outcomes: outcomesThen(before.outcomes, was.outcomes, is.outcomes),
      codes: codesThen(before.codes, was.codes, is.codes),
      tokensRevoked: counted(({ tokensRevoked }) => tokensRevoked),
      groupsCreated: counted(({ groupsCreated }) => groupsCreated),
      newGroups: this.newGroups ?? before.newGroups ?? [],
      staysActive: withoutNone(numbersThen(before.staysActive, was.staysActive, is.staysActive)),
      staysBlocked: counted(({ staysBlocked }) => staysBlocked),
      ...(this.absent && { absent: this.absent }),
    };
  }

  guardCounts(...given: Parameters<Tally['guardCounts']>): GuardCounts {
    const before = this.before.counts;
    const was = this.was.guardCounts(...given);
    const is = this.is.guardCounts(...given);
    return {
      ...is,
      rows: this.rows,
      emptyCodes: before.emptyCodes - was.emptyCodes + is.emptyCodes,
      rejected: before.rejected - was.rejected + is.rejected,
      ...(is.checks && {
        checks: is.checks.map((check, at) => ({
          ...check,
          rows: (before.checks?.[at]?.rows ?? 0) - (was.checks?.[at]?.rows ?? 0) + check.rows,
        })),
      }),
    };
  }
}

function outcomesThen(before: OutcomeCounts, was: OutcomeCounts, is: OutcomeCounts): OutcomeCounts {
  return { ...noOutcomes(), ...numbersThen(before, was, is) };
}

/** A name that rows gave to themselves goes with the last of them. */
function codesThen(
  before: RunSummary['codes'],
  was: RunSummary['codes'],
  is: RunSummary['codes'],
): Readonly<Record<string, OutcomeCounts>> {
  const none = noOutcomes();
  const counted = [...new Set([...Object.keys(before), ...Object.keys(is)])].map((name): [string, OutcomeCounts] => [
    name,
    outcomesThen(before[name] ?? none, was[name] ?? none, is[name] ?? none),
  ]);
  return Object.fromEntries(
    counted.filter(([name, outcomes]) => name !== 'invalid' || OUTCOMES.some((outcome) => outcomes[outcome] > 0)),
  );
}

function numbersThen(before: Numbers, was: Numbers, is: Numbers): Record<string, number> {
  const names = new Set([...Object.keys(before), ...Object.keys(is)]);
  return Object.fromEntries([...names].map((name) => [name, (before[name] ?? 0) - (was[name] ?? 0) + (is[name] ?? 0)]));
}

function withoutNone(counts: Numbers): Numbers {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
