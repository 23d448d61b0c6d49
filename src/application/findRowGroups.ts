/** Finds what the rows of a plan have in common. */
import { kindKey, kindOf } from '../domain/kinds/rowKind.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import type { Context } from './context.js';
import type { CountedKind, CountedRows } from './ports/planStore.js';
import type { ExampleRow, KindOfPlan, KindsOfPlan, MessageOfPlan } from './rowGroups.js';
import { requireRowsIn } from './settingsPlan.js';
import { UserError } from './userError.js';

/** Throws `UserError` for a run without rows. */
export async function kindsOfPlan(context: Context, runId: number): Promise<KindsOfPlan> {
  const run = await context.plans.run(runId);
  requireRowsIn(run);
  const counted = await context.plans.kinds(runId);
  const ids = shortIds(counted);
  const examples = await examplesOf(context, runId, counted);
  const told = counted.flatMap((one): (KindOfPlan & Pick<CountedKind, 'leftOut'>)[] => {
    const row = examples.get(one.example);
    const kind = row && kindOf(row, run.environment);
    if (!kind) return [];
    const { rows, leftOut } = one;
    return [{ kind: ids.get(one.kind) ?? '', number: one.kind, rows, leftOut, ...kind, example: exampleOf(row) }];
  });
  const of = (left: boolean): KindOfPlan[] =>
    told.filter(({ leftOut }) => leftOut === left).map(({ leftOut: _, ...kind }) => kind);
  return { kinds: of(false), leftOut: of(true) };
}

/** Throws `UserError` for a run without rows. */
export async function messagesOfPlan(context: Context, runId: number): Promise<readonly MessageOfPlan[]> {
  requireRowsIn(await context.plans.run(runId));
  const counted = await context.plans.messages(runId);
  const examples = await examplesOf(context, runId, counted);
  return counted.flatMap(({ example, ...one }) => {
    const row = examples.get(example);
    return row ? [{ ...one, example: exampleOf(row) }] : [];
  });
}

/** The rows of kinds by what those are called, or the beginning of that; throws `UserError` for one that is not there. */
export async function rowsOfKinds(context: Context, runId: number, ids: readonly string[]): Promise<readonly number[]> {
  const { kinds, leftOut } = await kindsOfPlan(context, runId);
  const all = [...kinds, ...leftOut];
  const asked = ids.map((id) => {
    const found = all.find(({ kind }) => kind === id.trim().toLowerCase());
    if (!found)
      throw new UserError('wrongUse', 'kind.unknown', {
        run: runId,
        kind: id,
        known: all.map(({ kind }) => kind).join(', '),
      });
    return found;
  });
  const found = await context.plans.rowNumbers(runId, { kinds: [...new Set(asked.map(({ number }) => number))] });
  return found.length > 0 ? [...found] : rowsReadOfKinds(context, runId, asked);
}

/** A plan of an earlier Instroom keeps no kinds: its rows are read. */
async function rowsReadOfKinds(
  { plans }: Context,
  runId: number,
  kinds: readonly KindOfPlan[],
): Promise<readonly number[]> {
  const { environment } = await plans.run(runId);
  const keys = new Set(kinds.map(kindKey));
  const found: number[] = [];
  for await (const rows of plans.rows(runId, {}))
    for (const row of rows) {
      const kind = kindOf(row, environment);
      if (kind && keys.has(kindKey(kind))) found.push(row.row);
    }
  return found;
}

const EXAMPLES = 1000;

async function examplesOf(
  { plans }: Context,
  runId: number,
  counted: readonly CountedRows[],
): Promise<ReadonlyMap<number, PlannedRow>> {
  const numbers = [...new Set(counted.map(({ example }) => example))];
  const found = new Map<number, PlannedRow>();
  for (let at = 0; at < numbers.length; at += EXAMPLES)
    for (const row of await plans.rowsByNumber(runId, numbers.slice(at, at + EXAMPLES))) found.set(row.row, row);
  return found;
}

function exampleOf({ row, user, name }: PlannedRow): ExampleRow {
  return { row, user, name };
}

const DIGITS = 12;
const FEWEST = 4;

/** As many digits for all as tell them apart. */
function shortIds(counted: readonly CountedKind[]): ReadonlyMap<number, string> {
  const whole = [...new Set(counted.map(({ kind }) => kind))].map(
    (kind) => [kind, kind.toString(16).padStart(DIGITS, '0')] as const,
  );
  let digits = FEWEST;
  while (digits < DIGITS && new Set(whole.map(([, id]) => id.slice(0, digits))).size < whole.length) digits++;
  return new Map(whole.map(([kind, id]) => [kind, id.slice(0, digits)]));
}
