/** Counts the rows of a plan as they are planned. */
import { isAbsentRow, type AbsentCount } from './absent.js';
import type { Check } from './checks.js';
import { usersLosing, type GuardCounts } from './guards/guardCounts.js';
import { IDENTITY_FIELDS, type ImportType } from './fields.js';
import { isMutationCode, MUTATION_CODES } from './mutationCodes.js';
import { isDone, noOutcomes, type OutcomeCounts } from './outcomes.js';
import type { PlannedRow } from './plannedRow.js';
import type { RunSummary } from './run.js';
import { StayTally } from './stays.js';
import { UnknownTally } from './unknownTally.js';

/** Groups that a plan names; it can create one for every row. */
export const MOST_NAMED = 1000;

/** What is counted of the rows of a plan. */
export interface Tally {
  /** Rows of the file. */
  readonly rows: number;
  /** Of an import: counted when all of its rows are planned. */
  readonly absent: AbsentCount | undefined;
  /** Whether somebody is blocked because no row names them. */
  readonly blocksAbsent: boolean;
  summary(clearedUsers: GuardCounts['cleared'], environments: RunSummary['environments']): RunSummary;
  guardCounts(
    users: Pick<
      GuardCounts,
      'cleared' | 'blocks' | 'renames' | 'creates' | 'updates' | 'activeUsers' | 'administrators' | 'licences'
    >,
    importedIdentity: GuardCounts['importedIdentity'],
  ): GuardCounts;
}

export class PlanTally implements Tally {
  private readonly outcomes = noOutcomes();
  private readonly codes: Record<string, OutcomeCounts>;
  private emptyCodes = 0;
  private tokensRevoked = 0;
  private groupsCreated = 0;
  private readonly newGroups: string[] = [];
  private readonly stays = new StayTally();
  private readonly unknown = new UnknownTally();
  /** Rejected rows of which it is not certain whom they are about. */
  unnamed = 0;
  private lastRejected = false;
  private absentDone = 0;
  /** Rows that match, by the name of the check. */
  private readonly checked = new Map<string, number>();
  absent: AbsentCount | undefined;
  rows = 0;

  /** Rows of type `user` are counted by mutation code, and those of an act that has one; all others under the one name. */
  constructor(
    private readonly name: ImportType | 'undo' | 'hand',
    private readonly checks: readonly Check[] = [],
  ) {
    const names = name === 'user' ? MUTATION_CODES : name === 'hand' ? [] : [name];
    this.codes = Object.fromEntries(names.map((name) => [name, noOutcomes()]));
  }

  add(row: PlannedRow): void {
    const isAbsent = isAbsentRow(row.row);
    if (isAbsent) this.absentDone += isDone(row.outcome) ? 1 : 0;
    else {
      this.rows++;
      this.lastRejected = row.outcome === 'rejected';
    }
    this.outcomes[row.outcome]++;
    const counts = (this.codes[this.nameOf(row)] ??= noOutcomes());
    counts[row.outcome]++;
    if (row.codeDefaulted && isDone(row.outcome)) this.emptyCodes++;
    this.stays.add(row);
    if (this.checks.length > 0) this.addChecked(row);
    this.unknown.add(row);
    this.tokensRevoked += row.tokensRevoked;
    this.groupsCreated += row.groups.created.length;
    const room = MOST_NAMED - this.newGroups.length;
    if (room > 0) this.newGroups.push(...row.groups.created.slice(0, room));
  }

  private addChecked({ messages }: PlannedRow): void {
    for (const { code, params } of messages) {
      if (code !== 'CHECK') continue;
      const name = String(params['check']);
      this.checked.set(name, (this.checked.get(name) ?? 0) + 1);
    }
  }

  private nameOf({ row, code }: PlannedRow): string {
    if (isAbsentRow(row)) return 'absent';
    if (this.name === 'hand') return code ?? this.name;
    if (this.name !== 'user') return this.name;
    return code !== null && isMutationCode(code) ? code : 'invalid';
  }

  get blocksAbsent(): boolean {
    return this.absentDone > 0;
  }

  summary(...[clearedUsers, environments]: Parameters<Tally['summary']>): RunSummary {
    const cleared = Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, usersLosing(clearedUsers, [field])]));
    return {
      outcomes: this.outcomes,
      codes: this.codes,
      cleared: cleared as RunSummary['cleared'],
      environments,
      tokensRevoked: this.tokensRevoked,
      groupsCreated: this.groupsCreated,
      newGroups: this.newGroups,
      staysActive: this.stays.staysActive,
      staysBlocked: this.stays.staysBlocked,
      ...(this.absent && { absent: this.absent }),
      ...(this.unknown.found && { unknown: this.unknown.found }),
    };
  }

  guardCounts(...[users, importedIdentity]: Parameters<Tally['guardCounts']>): GuardCounts {
    return {
      ...users,
      emptyCodes: this.emptyCodes,
      importedIdentity,
      rejected: this.outcomes.rejected,
      rows: this.rows,
      ...(this.checks.length > 0 && {
        checks: this.checks.map(({ name, then }) => ({ name, then, rows: this.checked.get(name) ?? 0 })),
      }),
      ...(this.absent &&
        this.absent.action !== 'none' && {
          absent: this.absentDone,
          unnamed: this.unnamed,
          lastRejected: this.lastRejected,
        }),
    };
  }
}
