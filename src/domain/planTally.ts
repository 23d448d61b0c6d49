/** Counts the rows of a plan as they are planned. */
import { identityBit, usersLosingField, type GuardCounts } from './guards.js';
import { IDENTITY_FIELDS, type ImportType } from './fields.js';
import { isMutationCode, MUTATION_CODES } from './mutationCodes.js';
import { noOutcomes, type OutcomeCounts } from './outcomes.js';
import type { PlannedRow } from './plannedRow.js';
import type { RunSummary } from './run.js';
import type { Mapping } from './settings.js';

export class PlanTally {
  private readonly outcomes = noOutcomes();
  private readonly codes: Record<string, OutcomeCounts>;
  private emptyCodes = 0;
  private tokensRevoked = 0;
  private groupsCreated = 0;
  rows = 0;

  constructor(private readonly type: ImportType) {
    const names = type === 'user' ? MUTATION_CODES : ['mutation'];
    this.codes = Object.fromEntries(names.map((name) => [name, noOutcomes()]));
  }

  add(row: PlannedRow): void {
    this.rows++;
    this.outcomes[row.outcome]++;
    const name = this.type === 'mutation' ? 'mutation' : isMutationCode(row.code ?? '') ? (row.code ?? '') : 'invalid';
    const counts = (this.codes[name] ??= noOutcomes());
    counts[row.outcome]++;
    if (row.codeDefaulted && row.outcome !== 'rejected' && row.outcome !== 'excluded') this.emptyCodes++;
    this.tokensRevoked += row.tokensRevoked;
    this.groupsCreated += row.groups.created.length;
  }

  summary(clearedBy: GuardCounts['clearedBy'], environments: RunSummary['environments']): RunSummary {
    const cleared = Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, usersLosingField(clearedBy, field)]));
    return {
      outcomes: this.outcomes,
      codes: this.codes,
      cleared: cleared as RunSummary['cleared'],
      environments,
      tokensRevoked: this.tokensRevoked,
      groupsCreated: this.groupsCreated,
    };
  }

  guardCounts(users: Pick<GuardCounts, 'clearedBy' | 'blocks' | 'renames' | 'activeUsers'>, mapping: Mapping): GuardCounts {
    const importedIdentity = IDENTITY_FIELDS.reduce((set, field) => (mapping[field] ? set | identityBit(field) : set), 0);
    return { ...users, emptyCodes: this.emptyCodes, importedIdentity, rejected: this.outcomes.rejected, rows: this.rows };
  }
}
