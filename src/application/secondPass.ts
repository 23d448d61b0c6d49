/** Single sign-on takes two imports: the second one records the UPN (docs/rules.md, *Second pass*). */
import type { FieldId } from '../domain/fields.js';
import type { Run } from '../domain/run.js';
import type { Context } from './context.js';
import { UserError } from './userError.js';
import type { Recording } from './ports/auditLog.js';
import { requireRowsIn } from './settingsPlan.js';
import { planSynthesized } from './synthesizedPlan.js';
import type { Reason, Watch } from './useCases.js';

/** The columns of a second pass: a mutation must hold all identity fields, as they stand after the first. */
const SECOND_PASS_COLUMNS = ['user', 'email', 'description', 'upn'] as const satisfies readonly FieldId[];

/**
 * Of a run that was applied, or delivered and read back since: then users that have their UPN by now are not in it. Of an
 * applied one they are rows that change nothing, so that whoever completes each run of a set is not refused at the last.
 */
export async function planSecondPass(
  context: Context,
  runId: number,
  watch: Watch = {},
  record?: Recording,
  reason?: Reason,
): Promise<Run> {
  const run = await context.plans.run(runId);
  requireRowsIn(run);
  if (run.status !== 'applied' && run.status !== 'delivered')
    throw new UserError('wrongUse', 'secondPass.notApplied', { run: runId });
  if (run.secondPass) throw new UserError('wrongUse', 'secondPass.exists', { run: runId, second: run.secondPass.run });
  // Of a file that went to AFAS nobody knows who is there before the mirror is read again.
  if (run.status === 'delivered' && !(await anyoneIsThere(context, runId)))
    throw new UserError('wrongUse', 'secondPass.notThere', { run: runId, environment: run.environment });
  return planSynthesized(
    context,
    {
      kind: 'second-pass',
      type: 'mutation',
      environment: run.environment,
      columns: SECOND_PASS_COLUMNS,
      rows: waitingRows(context, run),
      name: run.file.name,
      parent: runId,
      reason: reason ?? run.reason,
    },
    watch,
    record,
  );
}

async function* waitingRows(context: Context, { id, status }: Run): AsyncGenerator<string[][]> {
  for await (const users of context.plans.waitingForUpn(id)) {
    // Of an applied run, who is not there was taken away; of a delivered one, the plan says of each that it is not there yet.
    const isDelivered = status === 'delivered';
    const waiting = users.filter(({ upn, found }) => (found === null ? isDelivered : !isDelivered || found !== upn));
    if (waiting.length > 0) yield waiting.map((user) => SECOND_PASS_COLUMNS.map((column) => user[column]));
  }
}

/** False where some wait and none of them is there. */
async function anyoneIsThere({ plans }: Context, runId: number): Promise<boolean> {
  let waiting = 0;
  for await (const users of plans.waitingForUpn(runId)) {
    if (users.some(({ found }) => found !== null)) return true;
    waiting += users.length;
  }
  return waiting === 0;
}
