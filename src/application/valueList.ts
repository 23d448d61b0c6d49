/** A list of values from a file of two columns: what stands in the first becomes what stands in the second. */
import { cellText, normaliseText, type SourceRow } from '../domain/sourceRow.js';
import type { Context } from './context.js';
import { UserError } from './userError.js';

/** Far more than any field has values. */
const MOST = 20_000;

export interface ListedValue {
  readonly from: string;
  readonly to: string;
}

/** Reads it once; throws `UserError` for a file of other columns, and for one value that becomes two. */
export async function readValueList({ files }: Pick<Context, 'files'>, path: string): Promise<readonly ListedValue[]> {
  const file = await files.inspect(path, {}, 'user');
  const { name, headers } = file;
  if (headers.length !== 2) throw new UserError('wrongUse', 'values.columns', { file: name, count: headers.length });
  const found = new Map<string, string>();
  for await (const chunk of files.read(file, MOST).chunks) for (const row of chunk) add(found, row, name);
  if (found.size > MOST) throw new UserError('wrongUse', 'values.tooMany', { file: name, most: MOST });
  // What was taken for a header may be the first value; it is none too many.
  if (file.layout.headerRow !== null) add(found, { row: file.layout.headerRow, cells: headers }, name);
  if (found.size === 0) throw new UserError('wrongUse', 'values.none', { file: name });
  return [...found].map(([from, to]) => ({ from, to }));
}

function add(found: Map<string, string>, { row, cells, shape }: SourceRow, file: string): void {
  const [from = '', to = ''] = cells.map((cell) => normaliseText(cellText(cell)));
  // What a spreadsheet may show otherwise is no value that anybody wrote.
  const isOther = cells.some((cell) => typeof cell === 'object' && cell.kind !== 'number');
  if (shape || isOther || from === '' || to === '') throw new UserError('wrongUse', 'values.row', { file, row });
  const before = found.get(from);
  if (before !== undefined && before !== to)
    throw new UserError('wrongUse', 'values.twice', { file, row, value: from, first: before, second: to });
  found.set(from, to);
}
