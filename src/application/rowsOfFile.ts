/** Rows of a plan with where their values come from, where that is not simply the cell of a column. */
import { isAbsentRow } from '../domain/absent.js';
import type { FieldId } from '../domain/fields.js';
import { fixedValues, type MadeValue } from '../domain/madeValues.js';
import { mendedTexts } from '../domain/mendedRow.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import { RowReader } from '../domain/readRow.js';
import type { Run } from '../domain/run.js';
import { fieldFrom, headerOf } from './mendPlaces.js';
import type { PlannedSource, RowFilter } from './ports/planStore.js';
import type { UseCases } from './useCases.js';

/** A cell that a person typed over: the field that takes its value from it, what it is called, what the file has in it. */
export interface MendedCell {
  readonly field?: FieldId;
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

export interface RowOfFile {
  readonly planned: PlannedRow;
  readonly mended: readonly MendedCell[];
  /** Values that are composed or come from a list. */
  readonly made: readonly MadeValue[];
  /** What the row changes to a value that all rows have. */
  readonly fixed: readonly MadeValue[];
}

/** Tells of the rows of a run what its file has; only those of an import have a row of their own in it. */
export class FileOfRun {
  private readonly reader: RowReader;

  constructor(private readonly run: Run) {
    this.reader = new RowReader(run.settings);
  }

  /** Whether a row has to be read with its cells for it. */
  tells(anyMended: boolean): boolean {
    return this.run.kind === 'import' && (anyMended || this.reader.makesValues);
  }

  /** Without its cells: what all rows have. */
  plain(planned: PlannedRow): RowOfFile {
    const isOfFile = this.run.kind === 'import' && !isAbsentRow(planned.row);
    return { planned, mended: [], made: [], fixed: isOfFile ? fixedValues(this.run.settings.mapping, planned) : [] };
  }

  whole({ planned, source }: PlannedSource): RowOfFile {
    const plain = this.plain(planned);
    if (isAbsentRow(planned.row)) return plain;
    const mended = mendedTexts(source).map(({ column, from, to }): MendedCell => {
      const field = fieldFrom(this.run, column);
      return { ...(field && { field }), column: headerOf(this.run, column), from, to };
    });
    return { ...plain, mended, made: this.reader.madeValues(source) };
  }
}

/** In file order, in chunks; the cells are read where there is something to tell of them. */
export async function* rowsOfFile(
  useCases: Pick<UseCases, 'rows' | 'sources' | 'countRows'>,
  run: Run,
  filter: RowFilter,
): AsyncGenerator<readonly RowOfFile[]> {
  const file = new FileOfRun(run);
  if (file.tells((await useCases.countRows(run.id, { mark: 'mended' })) > 0))
    for await (const chunk of useCases.sources(run.id, filter)) yield chunk.map((row) => file.whole(row));
  else for await (const chunk of useCases.rows(run.id, filter)) yield chunk.map((planned) => file.plain(planned));
}
