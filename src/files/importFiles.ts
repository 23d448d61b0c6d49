import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type {
  FileOptions,
  FileRemark,
  ImportFiles,
  InspectedFile,
  ReadingTotals,
  RowReading,
} from '../application/ports/importFiles.js';
import { cellText, normaliseText } from '../domain/sourceRow.js';
import type { SourceRow } from '../domain/sourceRow.js';
import { recogniseFormat } from './detect/recogniseFormat.js';
import type { InspectedTable } from './inspectedTable.js';
import { inspectText } from './inspectText.js';
import { inspectWorkbook, readChosenSheet } from './inspectWorkbook.js';
import { HEAD_BYTES, MAX_COLUMNS } from './limits.js';
import { mapColumns } from './mapping/mapColumns.js';
import { decodeText } from './readers/text/decodeText.js';
import { readDelimited } from './readers/text/readDelimited.js';
import { readFixedWidth } from './readers/text/readFixedWidth.js';
import { withErrors } from './readers/spreadsheetErrors.js';
import { remark, unreadable } from './remarks.js';
import { rowsBelowHeader, unescapedRow } from './rowsBelowHeader.js';
import { fileSystemError, openSource, readBytes } from './source/openSource.js';
import type { Source, SourceOptions } from './source/openSource.js';
import { isBlank, shapeOfHeader, usualLength, withShape } from './tableShape.js';
import { isExampleRow } from './templates/exampleRow.js';
import { unescaped } from './writers/formulaText.js';
import { isReasonColumn } from './writers/reasonColumn.js';

/** Rows that are shown before a file is planned. */
const SAMPLE_ROWS = 20;

/** The larger the pieces, the fewer the turns; 256 kB keeps memory small. */
const PIECE_BYTES = 262_144;

/** The files room, and the removal of what it copied. */
export interface ImportFilesRoom extends ImportFiles {
  /** Removes the private copies of standard input and pipes. */
  close(): Promise<void>;
}

/** What this room knows of a file besides what it tells. */
interface KnownFile extends InspectedFile {
  readonly detectedWidths: boolean;
}

export interface ImportFilesOptions {
  /** What `-` reads. */
  readonly stdin?: NodeJS.ReadableStream;
  /** Where private copies of standard input and pipes are made; the system's when absent. */
  readonly temporaryDirectory?: string;
}

/** Reads import files of every supported kind; see `ImportFiles`. */
export function createImportFiles(options: ImportFilesOptions = {}): ImportFilesRoom {
  const sources: SourceOptions = { ...options, temporaryDirectory: options.temporaryDirectory ?? tmpdir() };
  const copies: string[] = [];
  return {
    async inspect(path, fileOptions) {
      const source = await openSource(path, sources);
      if (source.privateDirectory !== undefined) copies.push(source.privateDirectory);
      try {
        return inspectedFile(source, await inspectTable(source, fileOptions));
      } catch (error) {
        throw fileSystemError(error, source.name);
      }
    },
    map: mapColumns,
    read: readRows,
    async close() {
      for (const directory of copies.splice(0)) await rm(directory, { recursive: true, force: true });
    },
  };
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

function inspectedFile(source: Source, table: InspectedTable): KnownFile {
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

function readRows(file: InspectedFile, chunkSize: number): RowReading {
  const totals: ReadingTotals = { sha256: '', rows: 0, blank: 0 };
  const isText = file.layout.format !== 'xlsx';
  const table = {
    name: file.name,
    headerRow: file.layout.headerRow,
    shape: shapeOfHeader(file.headers, isText),
    isRejected: file.headers.some(isReasonColumn),
  };
  const chunks = (async function* () {
    const hash = createHash('sha256');
    try {
      yield* rowsBelowHeader(isText ? textBlocks(file, hash) : workbookBlocks(file, hash), table, chunkSize, totals);
    } catch (error) {
      throw fileSystemError(error, file.name);
    }
    totals.sha256 = hash.digest('hex');
  })();
  return { chunks, totals };
}

function textBlocks(file: InspectedFile, hash: Hash): AsyncIterable<SourceRow[]> {
  const { encoding = 'utf-8', lineEnd = '\n', delimiter = ';', widths } = file.layout;
  const pieces = decodeText(hashed(file.path, hash), { name: file.name, encoding, lineEnd });
  if (!widths) return readDelimited(pieces, { name: file.name, delimiter });
  return readFixedWidth(pieces, {
    name: file.name,
    widths,
    strict: 'detectedWidths' in file && file.detectedWidths === true,
  });
}

async function* workbookBlocks(file: InspectedFile, hash: Hash): AsyncIterable<SourceRow[]> {
  yield* readChosenSheet(file);
  for await (const _ of hashed(file.path, hash));
}

/** The bytes of a file, added to a hash as they pass. */
async function* hashed(path: string, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
}
