/** Rows that were left out of a plan and cells that were mended in it, carried over to another plan of the file. */
import type { RowKind } from '../domain/kinds/kind.js';
import { isMended, sameAsRead, typedCells, typedOver } from '../domain/mendedRow.js';
import type { Mapping } from '../domain/settings.js';
import { storableRow, type SourceRow } from '../domain/sourceRow.js';
import type { Context } from './context.js';
import { UserError } from './userError.js';
import type { LeftOutRows } from './writePlan.js';
import type { CarriedDecisions, LostDecisions } from './useCases.js';

interface Decided {
  readonly source: SourceRow;
  readonly excluded: boolean;
  readonly was: RowKind | undefined;
  readonly mended: boolean;
}

/**
 * What was decided of the rows of a plan. A decision is about a row of a file: it holds for the row with the
 * same number and the same cells, and for no other.
 */
export class Decisions {
  private readonly carriedOut: { excluded: number; mended: number[] } = { excluded: 0, mended: [] };
  /** Rows whose mended cells have no field any more. */
  private unmended = 0;

  private constructor(
    private readonly waiting: Map<number, Decided>,
    private readonly before: Mapping,
    private readonly now: Mapping,
  ) {}

  /** Those of a run, for a plan with another mapping; none without a run. */
  static async of({ plans }: Context, runId: number | undefined, now: Mapping): Promise<Decisions> {
    if (runId === undefined) return new Decisions(new Map(), {}, now);
    const { settings } = await plans.run(runId);
    const waiting = new Map<number, Decided>();
    for (const filter of [{ outcome: 'excluded', absent: false }, { mark: 'mended' }] as const) {
      for await (const chunk of plans.sources(runId, filter))
        for (const { planned, source } of chunk)
          waiting.set(source.row, {
            source,
            excluded: planned.outcome === 'excluded',
            was: planned.leftOut,
            mended: isMended(source),
          });
    }
    return new Decisions(waiting, settings.mapping, now);
  }

  /** The rows with what was typed in them, and which of them are left out. */
  carryOver(rows: readonly SourceRow[]): {
    readonly rows: readonly SourceRow[];
    readonly excluded: LeftOutRows;
  } {
    const excluded = new Map<number, RowKind | undefined>();
    if (this.waiting.size === 0) return { rows, excluded };
    const carried = rows.map((row) => {
      const decided = this.waiting.get(row.row);
      // What stays waiting has found no row of its own.
      if (!decided || !sameAsRead(decided.source, row)) return row;
      this.waiting.delete(row.row);
      if (decided.excluded) {
        excluded.set(row.row, decided.was);
        this.carriedOut.excluded += 1;
      }
      if (!decided.mended) return row;
      const { kept, lost } = typedCells(decided.source, this.before, this.now);
      if (lost > 0) this.unmended += 1;
      else this.carriedOut.mended.push(row.row);
      return typedOver(storableRow(row), kept);
    });
    return { rows: carried, excluded };
  }

  /** After the last row. */
  get carried(): CarriedDecisions {
    return this.carriedOut;
  }

  /** After the last row; throws `UserError` where more is lost than was agreed to. */
  requireAgreed(agreed: LostDecisions = { excluded: 0, mended: 0 }): void {
    const left = [...this.waiting.values()];
    const excluded = left.filter((row) => row.excluded).length;
    const mended = this.unmended + left.filter((row) => row.mended).length;
    if (excluded > agreed.excluded || mended > agreed.mended)
      throw new UserError('guarded', 'plan.decisionsLost', { excluded, mended });
  }
}
