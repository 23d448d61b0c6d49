/** Writes the rows of a stored plan once more, as they are revised: all of them, or the part that the revision can reach. */
import type { RowKind } from '../domain/kinds/kind.js';
import { kindOf } from '../domain/kinds/rowKind.js';
import { typedOver } from '../domain/mendedRow.js';
import type { PlanTally } from '../domain/planTally.js';
import { RevisedTally } from '../domain/revisedTally.js';
import type { Run } from '../domain/run.js';
import { absentLeftOut, writeImportRows } from './absentUsers.js';
import type { Context } from './context.js';
import type { Mends } from './findMends.js';
import type { RevisedPart, PlanWriter, Reach, RunAct } from './ports/planStore.js';
import { takeSecrets } from './takeSecrets.js';
import { writeUndo } from './undoRun.js';
import type { Watch } from './useCases.js';
import { UserError } from './userError.js';
import { tallyOf, writeRows, type RowsToPlan } from './writePlan.js';

/** Which rows are left out, and which cells are other than the file had them. */
export interface Revision {
  readonly isExcluded: (row: number, before: boolean) => boolean;
  readonly mended: Mends;
  /** The rows of which one or the other is not as before. */
  readonly changed: readonly number[];
  /** What whoever does this is doing. */
  readonly act: RunAct;
}

export const AS_BEFORE: Revision = {
  isExcluded: (_row, before) => before,
  mended: new Map(),
  changed: [],
  act: 'plan',
};

/** The rows of a run, and what is other than it was. */
export interface RowsAgain {
  readonly context: Context;
  readonly reach: Reach;
  readonly run: Run;
  readonly revision: Revision;
  readonly watch: Watch;
}

/** Plans the rows of a run once more; of an import, those whom no row names are looked for anew. */
export async function writeAgain(writer: PlanWriter, again: RowsAgain): Promise<PlanTally> {
  const { context, reach, run, revision, watch } = again;
  if (run.kind === 'undo') {
    const { parent, settings } = run;
    const isExcluded = await excludedRows(again);
    return writeUndo(context, writer, { parent: parent ?? 0, reach, isExcluded, onlyUser: settings.onlyUser }, watch);
  }
  const rows = storedRows(again);
  if (run.kind !== 'import') return writeRows(writer, reach, run.settings, rows, watch);
  const leftOut = run.settings.absent && (await absentLeftOut(context, run.id, revision.isExcluded));
  return writeImportRows(writer, reach, run.settings, rows, watch, leftOut);
}

/** Plans a part of the rows once more; answers what is counted of all of them then. */
export async function writePart(writer: PlanWriter, again: RowsAgain, { rows }: RevisedPart): Promise<RevisedTally> {
  const { reach, run, watch } = again;
  const was = tallyOf(run.settings);
  const is = await writeRows(writer, reach, run.settings, storedRows(again, rows, was), watch);
  return new RevisedTally(run, was, is);
}

/** The rows of an undo come from the run that it undoes: only its plan knows which were left out. */
async function excludedRows({ context, run, revision }: RowsAgain): Promise<(row: number) => boolean> {
  const before = new Set(await context.plans.rowNumbers(run.id, { outcome: 'excluded' }));
  return (row) => revision.isExcluded(row, before.has(row));
}

/** The rows of a run as the file had them, with the hashes of their passwords; `was` counts what they came to. */
async function* storedRows(
  { context, run, revision }: RowsAgain,
  rows?: readonly number[],
  was?: PlanTally,
): AsyncGenerator<RowsToPlan> {
  for await (const chunk of context.plans.sources(run.id, { absent: false, ...(rows && { rows }) })) {
    const excluded = new Map<number, RowKind | undefined>();
    const kept: number[] = [];
    for (const { planned, source } of chunk) {
      was?.add(planned);
      if (revision.isExcluded(source.row, planned.outcome === 'excluded'))
        excluded.set(source.row, kindOf(planned, run.environment));
      if (source.cells.some((cell) => typeof cell === 'object' && cell.kind === 'secret' && !cell.weak))
        kept.push(source.row);
    }
    const hashes = kept.length > 0 ? await context.plans.secrets(run.id, kept) : new Map<number, string>();
    const mended = chunk.map(({ source }) => typedOver(source, revision.mended.get(source.row) ?? []));
    const fresh = await takeSecrets(mended, run.settings, context.hashPassword);
    const again = new Set(fresh.secrets.map((secret) => secret.row));
    const missing = kept.filter((row) => !hashes.has(row) && !again.has(row));
    if (missing.length > 0) throw new UserError('wrongUse', 'plan.passwordsGone', { run: run.id });
    const secrets = kept.flatMap((row) => (again.has(row) ? [] : [{ row, hash: hashes.get(row) ?? '' }]));
    yield { rows: fresh.rows, secrets: [...secrets, ...fresh.secrets], excluded };
  }
}
