import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import type { FileFormat, FileLayout, FileOptions, FileRemark } from '../application/ports/importFiles.js';
import { detectDelimiter } from './detect/detectDelimiter.js';
import { detectEncoding, markOf } from './detect/detectEncoding.js';
import { detectWidths } from './detect/detectWidths.js';
import { findHeader } from './detect/findHeader.js';
import { HEAD_BYTES, HEAD_RECORDS } from './limits.js';
import { remark, unreadable } from './remarks.js';
import { decodeText, encodingName } from './readers/text/decodeText.js';
import { readDelimited } from './readers/text/readDelimited.js';
import { readFixedWidth } from './readers/text/readFixedWidth.js';
import type { SourceRow } from '../domain/sourceRow.js';
import type { Source } from './source/openSource.js';
import type { InspectedTable } from './inspectedTable.js';

/** Recognises a text file; see `InspectedTable`. Throws `UnreadableFile`. */
export async function inspectText(source: Source, head: Buffer, options: FileOptions): Promise<InspectedTable> {
  const remarks: FileRemark[] = [];
  const { encoding, byteOrderMark } = await encodingOf(source, head, options, remarks);
  const raw = iconv.decode(head, encoding);
  const lineEnd = lineEndOf(raw);
  const file = { name: source.name, encoding, lineEnd };
  const { text, whole } = await decodedHead(source, file);
  if (text.trim() === '') throw unreadable('unreadable.empty', { file: source.name });

  const cut = columnsOf(source, text, whole, options, remarks);
  const records = await firstRecords(source, text, whole, cut);
  const header = findHeader(records, options.header);
  const layout: FileLayout = {
    format: cut.format,
    encoding,
    ...(cut.widths ? { widths: cut.widths } : { delimiter: cut.delimiter }),
    lineEnd,
    byteOrderMark,
    headerRow: header.row,
  };
  return { layout, header, records, remarks, detectedWidths: cut.detectedWidths };
}

async function encodingOf(
  source: Source,
  head: Buffer,
  options: FileOptions,
  remarks: FileRemark[],
): Promise<{ encoding: string; byteOrderMark: boolean }> {
  if (options.encoding !== undefined) {
    const encoding = encodingName(options.encoding);
    return { encoding, byteOrderMark: markOf(head)?.encoding === encoding };
  }
  const detected = await detectEncoding(source.path, source.name, head);
  remarks.push(remark(`file.encoding.${detected.reason}`, { encoding: detected.encoding }));
  return detected;
}

interface Cut {
  readonly format: Exclude<FileFormat, 'xlsx'>;
  readonly delimiter: string;
  readonly widths?: readonly number[];
  readonly detectedWidths: boolean;
}

/** How lines are cut into cells: as the administrator says, else at the delimiter that fits, else at fixed widths. */
function columnsOf(source: Source, text: string, whole: boolean, options: FileOptions, remarks: FileRemark[]): Cut {
  if (options.format === 'fixed' || options.widths) {
    const widths = options.widths ?? detectWidths(headLines(text, whole));
    if (!widths) throw unreadable('unreadable.noWidths', { file: source.name });
    if (!options.widths) remarks.push(remark('file.widths', { widths: widths.join(', ') }));
    return { format: 'fixed', delimiter: '', widths, detectedWidths: !options.widths };
  }
  if (options.format === 'tsv') return { format: 'tsv', delimiter: '\t', detectedWidths: false };
  if (options.delimiter !== undefined) {
    const delimiter =
      options.delimiter === '\\t' || options.delimiter.toLowerCase() === 'tab' ? '\t' : options.delimiter;
    if (delimiter.length !== 1 || /["\r\n]/u.test(delimiter))
      throw unreadable('unreadable.delimiter', { delimiter: options.delimiter });
    return { format: formatOf(delimiter), delimiter, detectedWidths: false };
  }
  const detected = detectDelimiter(text, whole);
  if (
    options.format === undefined &&
    (detected.reason === 'none' || (detected.reason === 'counted' && /\.prn$/iu.test(source.name)))
  ) {
    const widths = detectWidths(headLines(text, whole));
    if (widths) {
      remarks.push(remark('file.widths', { widths: widths.join(', ') }));
      return { format: 'fixed', delimiter: '', widths, detectedWidths: true };
    }
  }
  const { delimiter, columns, share } = detected;
  remarks.push(
    remark(`file.delimiter.${detected.reason}`, {
      delimiter: delimiter === '\t' ? 'tab' : delimiter,
      columns,
      percent: Math.round(share * 100),
    }),
  );
  return { format: options.format === 'csv' ? 'csv' : formatOf(delimiter), delimiter, detectedWidths: false };
}

function formatOf(delimiter: string): 'csv' | 'tsv' {
  return delimiter === '\t' ? 'tsv' : 'csv';
}

function headLines(text: string, whole: boolean): readonly string[] {
  const lines = text.split('\n');
  return (whole ? lines : lines.slice(0, -1)).slice(0, HEAD_RECORDS);
}

/** The line end that most lines have, quoted cells left out; a lone `\r` counts only where it outnumbers the others. */
function lineEndOf(head: string): string {
  const unquoted = head.replaceAll(/"[^"]*"/gu, '');
  const text = /[\r\n]/u.test(unquoted) ? unquoted : head;
  const both = text.split('\r\n').length - 1;
  const feeds = text.split('\n').length - 1 - both;
  const returns = text.split('\r').length - 1 - both;
  if (returns > both + feeds) return '\r';
  return both === 0 && feeds > 0 ? '\n' : both >= feeds ? '\r\n' : '\n';
}

/** The start of the text, and whether that is all of it. */
async function decodedHead(
  source: Source,
  file: { readonly name: string; readonly encoding: string; readonly lineEnd: string },
): Promise<{ text: string; whole: boolean }> {
  let text = '';
  for await (const piece of decodeText(createReadStream(source.path, { highWaterMark: 65_536 }), file)) {
    text += piece;
    if (text.length >= HEAD_BYTES) return { text, whole: false };
  }
  return { text, whole: true };
}

/** The records of the head that are whole; one that goes on behind it is not judged yet. */
async function firstRecords(source: Source, text: string, whole: boolean, cut: Cut): Promise<readonly SourceRow[]> {
  const pieces = (async function* () {
    yield text;
    if (!whole) throw unreadable('unreadable.recordTooLong', { file: source.name, row: 1, characters: text.length });
  })();
  const blocks = cut.widths
    ? readFixedWidth(pieces, { name: source.name, widths: cut.widths, strict: cut.detectedWidths })
    : readDelimited(pieces, { name: source.name, delimiter: cut.delimiter });
  const records: SourceRow[] = [];
  for await (const block of blocks) {
    records.push(...block.slice(0, HEAD_RECORDS));
    if (!whole) break;
  }
  return records;
}
