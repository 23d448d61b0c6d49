/** Single sign-on takes two imports: the second one records the UPN (docs/rules.md, *Second pass*). */
import type { FieldId } from '../domain/fields.js';
import type { Run } from '../domain/run.js';
import type { Context } from './context.js';
import { UserError } from './userError.js';
import type { Recording } from './ports/auditLog.js';
import { requireRowsIn } from './settingsPlan.js';
import { planSynthesized } from './synthesizedPlan.js';
import type { Watch } from './useCases.js';

/** The columns of a second pass: a mutation must hold all identity fields, as they stand after the first. */
const SECOND_PASS_COLUMNS = ['user', 'email', 'description', 'upn'] as const satisfies readonly FieldId[];

export async function planSecondPass(
  context: Context,
  runId: number,
  watch: Watch = {},
  record?: Recording,
): Promise<Run> {
  const run = await context.plans.run(runId);
  requireRowsIn(run);
  if (run.status !== 'applied') throw new UserError('wrongUse', 'secondPass.notApplied', { run: runId });
  if (run.secondPass) throw new UserError('wrongUse', 'secondPass.exists', { run: runId, second: run.secondPass.run });
  return planSynthesized(
    context,
    {
      kind: 'second-pass',
      type: 'mutation',
      environment: run.environment,
      columns: SECOND_PASS_COLUMNS,
      rows: waitingRows(context, runId),
      name: run.file.name,
      parent: runId,
    },
    watch,
    record,
  );
}

async function* waitingRows(context: Context, runId: number): AsyncGenerator<string[][]> {
  for await (const users of context.plans.waitingForUpn(runId)) {
    yield users.map((user) => SECOND_PASS_COLUMNS.map((column) => user[column]));
  }
}
