/** Looks at a text file: its encoding, its delimiter or widths, its header. */
import type { FileFormat, FileOptions, FileRemark } from '../application/ports/importFiles.js';
import type { SourceRow } from '../domain/sourceRow.js';
import { isCutByExcel, LONGEST_PRINTED_LINE } from './detect/cutLines.js';
import { detectDelimiter } from './detect/detectDelimiter.js';
import { detectEncoding, markOf, refuseOtherThanTold } from './detect/detectEncoding.js';
import { detectWidths } from './detect/detectWidths.js';
import { findHeader } from './detect/findHeader.js';
import { isUnicode, loadIconv } from './encodings.js';
import type { InspectedTable, InspectedText } from './inspectedTable.js';
import { HEAD_BYTES, HEAD_RECORDS } from './limits.js';
import { decodeText } from './readers/text/decodeText.js';
import { encodingName } from './readers/text/encodingNames.js';
import { shownDelimiter } from './readers/text/readDelimited.js';
import { DamagedBytes } from './readers/text/strictDecoder.js';
import { recordsOf, textRecords, type ReadableText } from './readers/text/textRecords.js';
import { remark, unreadable } from './remarks.js';
import { readPieces, type Source } from './source/openSource.js';

/** Recognises a text file; see `InspectedTable`. Throws `UnreadableFile`. */
export async function inspectText(source: Source, head: Buffer, options: FileOptions): Promise<InspectedTable> {
  const remarks: FileRemark[] = [];
  const { encoding, byteOrderMark, is } = await encodingOf(source, head, options, remarks);
  const start = await decodedHead(source, encoding);
  if (start.text.trim() === '' && !start.damaged) throw unreadable('unreadable.empty', { file: source.name });

  const cut = columnsOf(source, start, options, remarks);
  const { detectedWidths } = cut;
  const told = {
    format: cut.format,
    encoding,
    ...(cut.widths ? { widths: cut.widths } : { delimiter: cut.delimiter }),
    lineEnd: lineEndOf(await lossyText(head, encoding)),
    byteOrderMark,
  };
  const readable = { name: source.name, layout: { ...told, headerRow: null }, detectedWidths };
  const records = await firstRecords(source, start, readable);
  const header = findHeader(records, options.header);
  const text: InspectedText = {
    readAll: () => textRecords(readPieces(source, 65_536), readable),
    isWhole: start.whole,
    encodingIs: is,
  };
  return { layout: { ...told, headerRow: header.row }, header, records, remarks, detectedWidths, text };
}

async function encodingOf(
  source: Source,
  head: Buffer,
  options: FileOptions,
  remarks: FileRemark[],
): Promise<{ encoding: string; byteOrderMark: boolean; is: InspectedText['encodingIs'] }> {
  if (options.encoding !== undefined) {
    const encoding = await encodingName(options.encoding);
    await refuseOtherThanTold(source, head, encoding);
    return { encoding, byteOrderMark: markOf(head)?.encoding === encoding, is: 'told' };
  }
  const { reason, ...detected } = await detectEncoding(source, head);
  if (reason === 'damaged') return { ...detected, is: 'damaged' };
  remarks.push(remark(`file.encoding.${reason}`, { encoding: detected.encoding }));
  return { ...detected, is: reason === 'otherwise' ? 'guessed' : 'told' };
}

/** Damaged bytes, and half a character at the end, become other characters: no line end is among them. */
async function lossyText(bytes: Buffer, encoding: string): Promise<string> {
  return isUnicode(encoding) ? new TextDecoder(encoding).decode(bytes) : (await loadIconv()).decode(bytes, encoding);
}

interface Cut {
  readonly format: Exclude<FileFormat, 'xlsx'>;
  readonly delimiter: string;
  readonly widths?: readonly number[];
  readonly detectedWidths: boolean;
}

/** How lines are cut into cells: as the administrator says, else at the delimiter that fits, else at fixed widths. */
function columnsOf(source: Source, { text, whole }: Start, options: FileOptions, remarks: FileRemark[]): Cut {
  if (options.format === 'fixed' || options.widths) {
    const widths = options.widths ?? widthsOf(source, headLines(text, whole));
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
    const widths = widthsOf(source, headLines(text, whole));
    if (widths) {
      remarks.push(remark('file.widths', { widths: widths.join(', ') }));
      return { format: 'fixed', delimiter: '', widths, detectedWidths: true };
    }
  }
  if (detected.isSpaced) throw unreadable('unreadable.spaces', { file: source.name });
  const { delimiter, columns, share } = detected;
  remarks.push(
    remark(`file.delimiter.${detected.reason}`, {
      delimiter: shownDelimiter(delimiter),
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

/** The widths that are read off the lines; Excel cuts what it saves as .prn at so many characters. */
function widthsOf(source: Source, lines: readonly string[]): readonly number[] | undefined {
  const widths = detectWidths(lines);
  if (widths && isCutByExcel(lines, /\.prn$/iu.test(source.name))) {
    throw unreadable('unreadable.cutLines', { file: source.name, characters: LONGEST_PRINTED_LINE });
  }
  return widths;
}

/** The start of a text. */
interface Start {
  readonly text: string;
  /** Whether that is all of it. */
  readonly whole: boolean;
  /** What ends it before its end. */
  readonly damaged?: DamagedBytes;
}

async function decodedHead(source: Source, encoding: string): Promise<Start> {
  let text = '';
  try {
    for await (const piece of decodeText(readPieces(source, 65_536), encoding)) {
      text += piece;
      if (text.length >= HEAD_BYTES) return { text, whole: false };
    }
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error;
    return { text, whole: false, damaged: error };
  }
  return { text, whole: true };
}

/** The records of the head that are whole; one that goes on behind it is not judged yet. */
async function firstRecords(source: Source, start: Start, file: ReadableText): Promise<readonly SourceRow[]> {
  const { text, whole, damaged } = start;
  const pieces = (async function* () {
    yield text;
    if (damaged) throw damaged;
    if (!whole) throw unreadable('unreadable.recordTooLong', { file: source.name, row: 1, characters: text.length });
  })();
  const records: SourceRow[] = [];
  for await (const block of recordsOf(pieces, file)) {
    records.push(...block.slice(0, HEAD_RECORDS));
    if (!whole && !damaged) break;
  }
  return records;
}
