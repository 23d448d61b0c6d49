/** Users that a plan blocks in one environment and that stay active in another, and users that it leaves blocked. */
import { CODE_RULES, isMutationCode } from './mutationCodes.js';
import { NumberSet } from './numberSet.js';
import { isDone } from './outcomes.js';
import type { PlannedRow } from './plannedRow.js';

/** Codes of the environments in which the user whom the row blocks can still log in. */
export function activeElsewhere({ messages }: Pick<PlannedRow, 'messages'>): readonly string[] {
  const told = messages.find(({ code }) => code === 'STAYS_ACTIVE');
  return told === undefined ? [] : String(told.params['environments']).split(', ');
}

/** Whether the row says if its user is blocked: what rows before it said of that holds no longer. */
export function decidesBlock({ code, outcome }: Pick<PlannedRow, 'code' | 'outcome'>): boolean {
  if (!isDone(outcome) || code === null || !isMutationCode(code)) return false;
  return CODE_RULES[code].blocked !== null;
}

/** Counts them over the rows of a plan, in their order, each user once. */
export class StayTally {
  private readonly active = new Map<string, NumberSet>();
  private readonly blocked = new NumberSet();

  add(row: Pick<PlannedRow, 'code' | 'messages' | 'outcome' | 'planUser'>): void {
    const user = row.planUser;
    if (user === null) return;
    if (decidesBlock(row)) for (const users of [this.blocked, ...this.active.values()]) users.delete(user);
    for (const environment of activeElsewhere(row)) this.activeIn(environment).add(user);
    if (row.messages.some(({ code }) => code === 'STAYS_BLOCKED')) this.blocked.add(user);
  }

  /** By environment code; only environments in which somebody stays active. */
  get staysActive(): Readonly<Record<string, number>> {
    const counts = [...this.active].map(([environment, users]) => [environment, users.size] as const);
    return Object.fromEntries(counts.filter(([, users]) => users > 0));
  }

  get staysBlocked(): number {
    return this.blocked.size;
  }

  private activeIn(environment: string): NumberSet {
    const users = this.active.get(environment) ?? new NumberSet();
    this.active.set(environment, users);
    return users;
  }
}
