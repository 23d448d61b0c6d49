/** What a plan relies on that a mirror does not know, counted over its rows: told once, of the plan as a whole. */
import { isDone } from './outcomes.js';
import type { PlannedRow } from './plannedRow.js';
import type { UnknownInPlan } from './run.js';

/** Groups that are named. */
const MOST_NAMED = 1000;

export class UnknownTally {
  private readonly fields: Record<string, number> = {};
  private readonly groups = new Set<string>();
  private readonly persons = new Set<string>();
  private system = 0;
  private administrators = 0;

  add({ outcome, changes, unseen }: Pick<PlannedRow, 'changes' | 'outcome' | 'unseen'>): void {
    if (!isDone(outcome)) return;
    if (unseen?.system === true) this.system++;
    if (unseen?.administers === true) this.administrators++;
    for (const group of unseen?.groups ?? []) if (this.groups.size < MOST_NAMED) this.groups.add(group);
    if (unseen?.person !== undefined && this.persons.size < MOST_NAMED) this.persons.add(unseen.person);
    for (const { fields } of changes)
      for (const [field, , , unknown] of fields)
        if (unknown !== undefined) this.fields[field] = (this.fields[field] ?? 0) + 1;
  }

  /** Undefined where all was known. */
  get found(): UnknownInPlan | undefined {
    const { fields, groups, persons, system, administrators } = this;
    if (Object.keys(fields).length === 0 && groups.size + persons.size + system + administrators === 0)
      return undefined;
    return {
      fields,
      groups: [...groups],
      system,
      ...(persons.size > 0 && { persons: [...persons] }),
      ...(administrators > 0 && { administrators }),
    };
  }
}
