/** The same block, where the users of a run can still log in: a plan for each of those environments. */
import type { PlannedRow } from '../domain/plannedRow.js';
import { UNDECIDED, type Run } from '../domain/run.js';
import { caseKey } from '../domain/sourceRow.js';
import { activeElsewhere, decidesBlock } from '../domain/stays.js';
import { discardRun } from './applyRun.js';
import { expiredError } from './runRefusals.js';
import { recordingOf } from './attempt.js';
import type { Context } from './context.js';
import { UserError } from './userError.js';
import { planSynthesized } from './synthesizedPlan.js';
import type { Watch } from './useCases.js';
import { chunksOf } from './writePlan.js';

/** Whom a run blocks, and where they stay active. */
interface ActiveUser {
  readonly user: string;
  readonly code: string;
  readonly environments: readonly string[];
}

/**
 * Plans the block of a run in each environment in which its users stay active, for those users and with the code of
 * their row. A plan of that kind that whoever asks made of this run before, and that waits, gives way to the new one.
 */
export async function planBlockElsewhere(context: Context, runId: number, watch: Watch = {}): Promise<readonly Run[]> {
  const run = await context.plans.run(runId);
  const expired = expiredError(run);
  if (expired) throw expired;
  if (run.status === 'discarded') throw new UserError('wrongUse', 'run.notPlanned', { run: runId, status: run.status });
  const users = await activeUsers(context, run);
  const environments = new Set(users.flatMap((user) => user.environments));
  if (environments.size === 0) throw new UserError('wrongUse', 'plan.nothing.hand', { run: runId });
  const before = await waitingPlans(context, run);
  const plans: Run[] = [];
  for (const environment of environments) {
    const rows = users.filter((user) => user.environments.includes(environment));
    const planned = await planSynthesized(
      context,
      {
        kind: 'hand',
        type: 'user',
        environment,
        columns: ['user', 'mutationCode'],
        rows: chunksOf(rows.map(({ user, code }) => [user, code])),
        name: '',
        parent: runId,
        reason: run.reason,
      },
      watch,
      recordingOf(context, 'plan', { environment, old: { run: runId }, new: { type: 'hand' } }),
    );
    plans.push(planned);
  }
  for (const { id, environment } of before)
    await discardRun(context, id, recordingOf(context, 'discard', { run: id, environment }));
  return plans;
}

/** In the order of the rows; of a run that was applied, by the codes that they have since. */
async function activeUsers({ plans }: Context, run: Run): Promise<readonly ActiveUser[]> {
  const found = new Map<string, ActiveUser>();
  for await (const rows of plans.rows(run.id, {})) {
    for (const row of rows) {
      const key = caseKey(row.user);
      if (decidesBlock(row)) found.delete(key);
      const environments = activeElsewhere(row);
      if (environments.length > 0) found.set(key, { user: row.user, code: row.code ?? '0', environments });
      const newCode = newCodeOf(row);
      const user = found.get(key);
      if (newCode === undefined || !user) continue;
      found.delete(key);
      found.set(caseKey(newCode), run.status === 'applied' ? { ...user, user: newCode } : user);
    }
  }
  return [...found.values()];
}

/** The code that the row gives its user, if it renames it. */
function newCodeOf({ changes }: PlannedRow): string | undefined {
  const renames = changes.flatMap(({ fields }) => fields).find(([field, from]) => field === 'user' && from !== null);
  return renames && String(renames[2]);
}

async function waitingPlans({ plans, operator }: Context, { id }: Run): Promise<readonly Run[]> {
  const waiting = await plans.runs({ statuses: UNDECIDED });
  return waiting.filter(
    ({ kind, parent, operator: login }) => kind === 'hand' && parent === id && login === operator.login,
  );
}
