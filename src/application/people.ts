/** Who did what to a run, and who may be its second person. */
import { raisesLimits, type GuardSettings } from '../domain/guards/guardSettings.js';
import { samePerson, type Operator } from '../domain/operator.js';
import type { Run } from '../domain/run.js';
import type { Context } from './context.js';
import { UserError } from './userError.js';
import { SHAPING_ACTS, type RunAct, type RunPerson } from './ports/planStore.js';
import type { TextKey } from '../language/index.js';

/** The operator, doing these things now. */
export function doing({ operator, now }: Pick<Context, 'operator' | 'now'>, ...acts: readonly RunAct[]): RunPerson[] {
  const { login, sessionLogin, databaseLogin } = operator;
  const at = now().toISOString();
  return acts.map((act) => ({ login, sessionLogin, databaseLogin, act, at }));
}

/** Who shaped a run shaped what is planned again from it. */
export async function shapersOf({ plans }: Context, runId: number): Promise<RunPerson[]> {
  return (await plans.people(runId)).filter(({ act }) => SHAPING_ACTS.includes(act));
}

/** Who mended cells of a run, or of one that it took the place of; each once. */
export async function mendersOf({ plans }: Context, runId: number): Promise<readonly string[]> {
  const people = await plans.people(runId);
  return [...new Set(people.flatMap(({ act, login }) => (act === 'mend' ? [login] : [])))];
}

/** The operator, planning, and raising these limits with it. */
export function planning(context: Pick<Context, 'operator' | 'now'>, raised: GuardSettings): RunPerson[] {
  return doing(context, 'plan', ...(raisesLimits(raised) ? (['raise'] as const) : []));
}

/** Who raised limits before, with the operator where some are raised now. */
export function raisersOf({ login }: Operator, raised: GuardSettings, before: readonly string[] = []): string[] {
  return [...new Set(raisesLimits(raised) ? [...before, login] : before)];
}

/** Refuses whoever is no second person for a run, and says why (all of it answers 4). */
export async function requireSecondPerson(context: Context, run: Run): Promise<void> {
  const { operator } = context;
  const { login, sessionLogin, databaseLogin, bar } = operator;
  const refuse = (key: Extract<TextKey, `approve.${string}`>, other: string): never => {
    throw new UserError('guarded', key, { run: run.id, operator: other, login, session: sessionLogin ?? '' });
  };
  if (bar !== null) refuse(`approve.${bar}`, login);
  for (const shaper of await shapersOf(context, run.id)) {
    const same = samePerson(operator, shaper);
    if (same === 'login') refuse('approve.sameOperator', shaper.login);
    if (same === 'database') refuse('approve.sameDatabaseLogin', shaper.login);
    // Planned before logins of the database were kept: whether it is somebody else's cannot be told.
    if (databaseLogin !== null && shaper.databaseLogin === null) refuse('approve.unknownDatabaseLogin', shaper.login);
  }
}
