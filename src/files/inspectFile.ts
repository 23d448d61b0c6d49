import type { FileOptions, FileRemark } from '../application/ports/importFiles.js';
import { cellText, normaliseText } from '../domain/sourceRow.js';
import type { SourceRow } from '../domain/sourceRow.js';
import { recogniseFormat } from './detect/recogniseFormat.js';
import type { InspectedTable, KnownFile } from './inspectedTable.js';
import { inspectText } from './inspectText.js';
import { inspectWorkbook } from './inspectWorkbook.js';
import { HEAD_BYTES, MAX_COLUMNS } from './limits.js';
import { withErrors } from './readers/spreadsheetErrors.js';
import { remark, unreadable } from './remarks.js';
import { unescapedRow } from './rowsBelowHeader.js';
import { readBytes } from './source/openSource.js';
import type { Source } from './source/openSource.js';
import { isBlank, shapeOfHeader, usualLength, withShape } from './tableShape.js';
import { isExampleRow } from './templates/exampleRow.js';
import { unescaped } from './writers/formulaText.js';
import { isReasonColumn } from './writers/reasonColumn.js';

/** Rows that are shown before a file is planned. */
const SAMPLE_ROWS = 20;

/** Recognises a file and takes its header and first rows. Throws `UnreadableFile`. */
export async function inspectFile(source: Source, options: FileOptions): Promise<KnownFile> {
  return describeTable(source, await inspectTable(source, options));
}

async function inspectTable(source: Source, options: FileOptions): Promise<InspectedTable> {
  const head = await readBytes(source.path, 0, HEAD_BYTES);
  const content = await recogniseFormat(source.path, head, source.name);
  if (content === 'zip') {
    if (options.format !== undefined && options.format !== 'xlsx')
      throw unreadable('unreadable.isWorkbook', { file: source.name, format: options.format });
    return inspectWorkbook(source, options);
  }
  if (options.format === 'xlsx') throw unreadable('unreadable.isText', { file: source.name });
  return inspectText(source, head, options);
}

function describeTable(source: Source, table: InspectedTable): KnownFile {
  const { layout, header, records } = table;
  if (records.every(({ cells }) => cells.every(isBlank))) throw unreadable('unreadable.empty', { file: source.name });
  const headers = headersOf(records, header.row, layout.format !== 'xlsx');
  if (headers.length > MAX_COLUMNS)
    throw unreadable('unreadable.tooManyColumns', { file: source.name, row: header.row ?? 1, most: MAX_COLUMNS });
  const isRejected = headers.some(isReasonColumn);
  const judge = (row: SourceRow): SourceRow =>
    withShape(withErrors(row), shapeOfHeader(headers, layout.format !== 'xlsx'));
  const below = records.filter(({ row, cells }) => row > (header.row ?? 0) && !cells.every(isBlank));
  const sample = below.filter((row) => !isExampleRow(row)).slice(0, SAMPLE_ROWS);
  const remarks: FileRemark[] = [...table.remarks, headerRemark(table)];
  if (sample.length < below.length && below.some(isExampleRow)) remarks.push(remark('file.exampleRow'));
  return {
    name: source.name,
    path: source.path,
    size: source.size,
    version: source.version,
    layout,
    headers,
    sample: sample.map((row) => judge(isRejected ? unescapedRow(row) : row)),
    remarks,
    detectedWidths: table.detectedWidths,
  };
}

function headersOf(records: readonly SourceRow[], headerRow: number | null, isText: boolean): readonly string[] {
  const header = records.find(({ row }) => row === headerRow);
  if (header) {
    const texts = header.cells.map((cell) => normaliseText(cellText(cell)));
    return texts.some(isReasonColumn) ? texts.map(unescaped) : texts;
  }
  const columns = isText ? usualLength(records) : records.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: columns }, (_, index) => `#${index + 1}`);
}

function headerRemark({ header, records }: InspectedTable): FileRemark {
  if (header.row === null) return remark(header.reason === 'asked' ? 'file.header.asked' : 'file.header.none');
  const above = records.filter(({ row, cells }) => row < (header.row ?? 0) && !cells.every(isBlank)).length;
  if (above > 0) return remark('file.header.below', { row: header.row, above });
  return remark(header.reason === 'names' ? 'file.header.names' : 'file.header.noData', { row: header.row });
}
