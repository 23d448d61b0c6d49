/** Stored plans that nobody applied or discarded yet, each with what it waits for: the operator, or somebody else. */
import { UNDECIDED, type Run } from '../domain/run.js';
import { samePerson } from '../domain/operator.js';
import { answerOf } from './runAnswer.js';
import type { Context } from './context.js';
import { shapersOf } from './people.js';
import type { PlanWait, WaitingPlan } from './useCases.js';

/** The last ones made, the newest first. */
export async function waitingPlans(context: Context, limit: number): Promise<readonly WaitingPlan[]> {
  const runs = await context.plans.runs({ statuses: [...UNDECIDED, 'delivered'], limit });
  return Promise.all(runs.map(async (run) => ({ run, waits: await waitOf(context, run) })));
}

async function waitOf(context: Context, run: Run): Promise<PlanWait> {
  if (run.status === 'expired') return 'expired';
  if (run.status === 'delivered') return 'verify';
  const { approvalNeeded } = await answerOf(context, run);
  if (approvalNeeded) return (await mayApprove(context, run)) ? 'approval' : 'second-person';
  if (run.approvedBy !== null) return 'applying';
  return run.kind === 'import' || run.kind === 'hand' ? 'decision' : 'applying';
}

/** Whether the operator can be the second person; approving itself judges it again. */
async function mayApprove(context: Context, run: Run): Promise<boolean> {
  const { operator } = context;
  if (operator.bar !== null) return false;
  return (await shapersOf(context, run.id)).every((shaper) => samePerson(operator, shaper) === null);
}
