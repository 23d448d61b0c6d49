/** Rows of a stored plan are left out, taken back or mended: its run gets another plan. */
import { MOST_NAMED, type PlanTally } from '../domain/planTally.js';
import type { Run } from '../domain/run.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { findMends } from './findMends.js';
import { newRun, originAsBefore } from './newRun.js';
import { doing } from './people.js';
import type { Recording } from './ports/auditLog.js';
import type { PlanWriter } from './ports/planStore.js';
import { partToRevise } from './revisedPart.js';
import { requirePlanned } from './runRefusals.js';
import { requireRowsIn } from './settingsPlan.js';
import type { MendedCount, MendRequest, Watch } from './useCases.js';
import { UserError } from './userError.js';
import { AS_BEFORE, writeAgain, writePart, type Revision } from './writeAgain.js';
import { writeAndPublish, writing } from './writePlan.js';

/** A run with rows left out or taken back, and the rows that were so already. */
interface Excluded {
  readonly run: Run;
  readonly already: readonly number[];
}

/** Leaves rows out, or takes them back in; the approval lapses, unless all of them were so already. */
export async function excludeRows(
  context: Context,
  runId: number,
  change: { readonly out?: readonly number[]; readonly back?: readonly number[] },
  watch: Watch = {},
  record?: Recording,
): Promise<Excluded> {
  const out = new Set(change.out);
  const back = new Set(change.back);
  const rows = await requireRows(context, runId, [...out, ...back]);
  const left = new Set(await context.plans.rowNumbers(runId, { rows, outcome: 'excluded' }));
  const already = rows.filter((row) => out.has(row) === left.has(row));
  if (rows.length > 0 && already.length === rows.length) {
    const run = await context.plans.run(runId);
    requirePlanned(run);
    return { run, already };
  }
  const run = await revise(
    context,
    runId,
    {
      ...AS_BEFORE,
      act: 'exclude',
      isExcluded: (row, before) => out.has(row) || (before && !back.has(row)),
      changed: [...out, ...back],
    },
    watch,
    record,
  );
  return { run, already };
}

/** Changes cells of rows and plans all again; the approval lapses, unless nothing becomes something else. */
export async function mendRows(
  context: Context,
  runId: number,
  request: MendRequest,
  watch: Watch = {},
  record?: Recording,
): Promise<{ readonly run: Run; readonly mended: MendedCount }> {
  if (request.rows) await requireRows(context, runId, request.rows);
  const run = await context.plans.run(runId);
  requireMendable(run);
  const mended = await findMends(context, run, request);
  const cells = [...mended.values()].reduce((sum, typed) => sum + typed.length, 0);
  const count = { cells, rows: mended.size };
  if (cells === 0) return { run, mended: count };
  const revision: Revision = { ...AS_BEFORE, act: 'mend', mended, changed: [...mended.keys()] };
  return { run: await revise(context, runId, revision, watch, record), mended: count };
}

/** Only what came from a file has cells. */
function requireMendable(run: Run): void {
  requirePlanned(run);
  requireRowsIn(run);
  if (run.kind !== 'import') throw new UserError('wrongUse', 'mend.noFile', { run: run.id });
}

async function requireRows(context: Context, runId: number, rows: readonly number[]): Promise<readonly number[]> {
  requireRowsIn(await context.plans.run(runId));
  const wanted = [...new Set(rows)];
  const found = [...(await context.plans.rowNumbers(runId, { rows: wanted }))];
  const known = new Set(found);
  const unknown = wanted.filter((row) => !known.has(row));
  if (unknown.length > 0) throw new UserError('wrongUse', 'row.unknown', { run: runId, rows: unknown.join(', ') });
  return found;
}

/** The same run gets another plan, if nobody gave it one meanwhile. */
async function revise(
  context: Context,
  runId: number,
  revision: Revision,
  watch: Watch,
  record: Recording | undefined,
): Promise<Run> {
  const run = await context.plans.run(runId);
  requirePlanned(run);
  const reach = await reachOf(context.directory, run.environment);
  const again = { context, reach, run, revision, watch };
  const origin = originAsBefore(run);
  const people = doing(context, revision.act);
  const part = await partToRevise(again);
  if (part)
    return writing(await context.plans.begin(reach, run.id), async (writer) => {
      const tally = await writePart(writer, again, part);
      return writer.replacePart(run, part, {
        people,
        record,
        runOf: async ({ countAbsent, nameGroups, ...plan }) => {
          // Whom rows name is in their cells: a row that is left out still names its user.
          const named = revision.mended.size === 0 ? run.summary.absent : undefined;
          tally.absent = named ?? { users: await countAbsent(), action: 'none' };
          if (tally.makesOtherGroups) tally.newGroups = await nameGroups(MOST_NAMED);
          return newRun(context, reach, origin, { plan, tally });
        },
      });
    });
  const write = (writer: PlanWriter): Promise<PlanTally> => writeAgain(writer, again);
  return writeAndPublish(context.plans, reach, write, (written) =>
    written.plan.republish(run, newRun(context, reach, origin, written), people, record),
  );
}
