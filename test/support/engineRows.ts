/** Imports without a file: rows that a test makes, through everything behind the files room. */
import { createHash } from 'node:crypto';
import type { ImportFiles, InspectedFile, ReadingTotals } from '../../src/application/ports/importFiles.js';
import type { PlanRequest, RunAnswer, UseCases } from '../../src/application/useCases.js';
import { STANDARD_DEFAULTS, type FieldId, type ImportType } from '../../src/domain/fields.js';
import type { ImportSettings, Mapping } from '../../src/domain/settings.js';
import type { Cell, SourceRow } from '../../src/domain/sourceRow.js';

/** Texts by field; a field that no row has is not imported. */
export type RowTexts = Readonly<Partial<Record<FieldId, Cell>>>;

export interface MadeImport extends Partial<Omit<PlanRequest, 'file' | 'settings'>> {
  readonly rows: readonly RowTexts[];
  readonly type?: ImportType;
  /** The columns; those of the rows when absent. */
  readonly columns?: readonly FieldId[];
  readonly settings?: Partial<ImportSettings>;
}

/** For tests that are not about guards. */
export const EVERY_GUARD_RAISED = {
  acceptEmptyCode: true,
  allowClear: ['description', 'email', 'upn'],
  maxClears: 10_000,
  maxBlocks: 10_000,
  maxRenames: 10_000,
  maxRejected: '100%',
  maxCreates: 1_000_000,
} as const;

/** The same, of plans that block who is not in the file. */
export const ABSENT_RAISED = { ...EVERY_GUARD_RAISED, maxAbsent: 10_000, acceptShrunk: true } as const;

const ENVIRONMENT = 'T12345AA';
const made = new WeakMap<InspectedFile, readonly SourceRow[]>();

/** The files room for rows that were made with `planRows`; `chunk` has them read in smaller parts than the planner asks for. */
export function madeFiles(chunk?: number): ImportFiles {
  return {
    inspect: () => Promise.reject(new Error('these rows have no file')),
    map: () => {
      throw new Error('these rows are mapped already');
    },
    read(file, chunkSize) {
      const rows = made.get(file) ?? [];
      const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
      const totals: ReadingTotals = { sha256, rows: rows.length, blank: 0, endsOpen: false };
      return { chunks: chunksOf(rows, chunk ?? chunkSize), totals };
    },
  };
}

async function* chunksOf(rows: readonly SourceRow[], size: number): AsyncGenerator<readonly SourceRow[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** Row 1 would be the header: the first row is row 2. */
function sourceRows(rows: readonly RowTexts[], columns: readonly FieldId[]): SourceRow[] {
  return rows.map((row, at) => ({ row: at + 2, cells: columns.map((field) => row[field] ?? '') }));
}

function columnsOf(rows: readonly RowTexts[]): FieldId[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row) as FieldId[]))];
}

function settingsOf({ type = 'user', settings, ...given }: Omit<MadeImport, 'environment'>): ImportSettings {
  const columns = given.columns ?? columnsOf(given.rows);
  const mapping: Mapping = Object.fromEntries(
    columns.map((field, index) => [field, { kind: 'column' as const, index, header: field }]),
  );
  return { type, mapping, defaults: STANDARD_DEFAULTS, emptyRules: {}, ...settings };
}

export function planRows(useCases: UseCases, given: MadeImport): Promise<RunAnswer> {
  const { environment = ENVIRONMENT } = given;
  return useCases.plan({ ...requestOf(given), environment });
}

/** The same rows for several environments, together. */
export function planSetOf(
  useCases: UseCases,
  given: Omit<MadeImport, 'environment'>,
  environments: readonly string[],
): ReturnType<UseCases['planSet']> {
  return useCases.planSet(requestOf(given), environments);
}

function requestOf(given: MadeImport): Omit<PlanRequest, 'environment'> {
  const {
    rows,
    type: _type,
    columns = columnsOf(rows),
    settings: _settings,
    environment: _environment,
    ...request
  } = given;
  const sources = sourceRows(rows, columns);
  const file: InspectedFile = {
    name: 'rows.csv',
    path: 'rows.csv',
    size: 0,
    layout: { format: 'csv', headerRow: 1 },
    headers: columns,
    sample: sources.slice(0, 20),
    remarks: [],
  };
  made.set(file, sources);
  return { ...request, file, settings: settingsOf(given) };
}
