/** Looks at a file before it is planned: what it is, its header, its first rows. */
import type { FileOptions, FileRemark } from '../application/ports/importFiles.js';
import { cellText, normaliseText, type SourceRow } from '../domain/sourceRow.js';
import { recogniseFormat } from './detect/recogniseFormat.js';
import { refuseDataAbove } from './detect/aboveHeader.js';
import { refuseWrongCut } from './detect/wrongCut.js';
import { rowJudge } from './headerRows.js';
import type { InspectedTable, KnownFile } from './inspectedTable.js';
import { inspectText } from './inspectText.js';
import { HEAD_BYTES, MAX_COLUMNS } from './limits.js';
import { withErrors } from './readers/spreadsheetErrors.js';
import { remark, unreadable } from './remarks.js';
import { unescapedRow, withKind } from './rowsBelowHeader.js';
import { readBytes, type Source } from './source/openSource.js';
import { isBlank, shapeOf, usualLength, withShape } from './tableShape.js';
import { isExampleRow } from './templates/exampleRow.js';
import { unescaped } from './writers/formulaText.js';
import { judgeWhole } from './wholeText.js';
import { isReasonColumn } from './writers/reasonColumn.js';

/** Rows that are shown before a file is planned. */
const SAMPLE_ROWS = 20;

/** Recognises a file and takes its header and first rows. Throws `UnreadableFile`. */
export async function inspectFile(source: Source, options: FileOptions): Promise<KnownFile> {
  return describeTable(source, await inspectTable(source, options));
}

async function inspectTable(source: Source, options: FileOptions): Promise<InspectedTable> {
  const head = await readBytes(source.path, 0, Math.min(source.size, HEAD_BYTES));
  const content = await recogniseFormat(source.path, head, source.name);
  if (content === 'zip') {
    if (options.format !== undefined && options.format !== 'xlsx')
      throw unreadable('unreadable.isWorkbook', { file: source.name, format: options.format });
    return (await import('./inspectWorkbook.js')).inspectWorkbook(source, options);
  }
  if (options.format === 'xlsx') throw unreadable('unreadable.isText', { file: source.name });
  return inspectText(source, head, options);
}

async function describeTable(source: Source, table: InspectedTable): Promise<KnownFile> {
  const { layout, header, records } = table;
  const { name } = source;
  if (records.every(({ cells }) => cells.every(isBlank))) throw unreadable('unreadable.empty', { file: name });
  const isText = layout.format !== 'xlsx';
  const headers = headersOf(records, header.row, isText);
  if (headers.length > MAX_COLUMNS)
    throw unreadable('unreadable.tooManyColumns', { file: name, row: header.row ?? 1, most: MAX_COLUMNS });
  const below = records.filter(({ row, cells }) => row > (header.row ?? 0) && !cells.every(isBlank));
  refuseDataAbove(name, records, header.row);
  const isRejected = headers.some(isReasonColumn);
  // Our own file of rejected rows is cut as it was written, whatever its texts look like.
  if (!isRejected) {
    refuseWrongCut({
      file: name,
      header: records.find(({ row }) => row === header.row),
      rows: below,
      ...(layout.delimiter === undefined ? {} : { delimiter: layout.delimiter }),
    });
  }
  const found = table.text ? await judgeWhole(name, table.text, records, { row: header.row, headers }) : {};
  const shape = shapeOf(headers, isText, found.ownLength);
  const kindOf = rowJudge(headers, header.row);
  const judge = (row: SourceRow): SourceRow =>
    withKind(withShape(withErrors(isRejected ? unescapedRow(row) : row), shape), kindOf(row), {
      name,
      headerRow: header.row,
    });
  const sample = below.filter((row) => !isExampleRow(row)).slice(0, SAMPLE_ROWS);
  const remarks: FileRemark[] = [...table.remarks, headerRemark(table)];
  if (sample.length < below.length && below.some(isExampleRow)) remarks.push(remark('file.exampleRow'));
  return {
    name,
    path: source.path,
    size: source.size,
    version: source.version,
    layout: { ...layout, ...(found.encodingGuess ? { encodingGuess: found.encodingGuess } : {}) },
    headers,
    sample: sample.map(judge),
    remarks,
    detectedWidths: table.detectedWidths,
    ...(found.ownLength === undefined ? {} : { ownLength: found.ownLength }),
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
