/** The records of a text file, separated or of fixed width. */
import type { FileLayout } from '../../../application/ports/importFiles.js';
import type { SourceRow } from '../../../domain/sourceRow.js';
import { decodeText } from './decodeText.js';
import { readDelimited } from './readDelimited.js';
import { readFixedWidth } from './readFixedWidth.js';

/** A text file that is known how to read; `detectedWidths` as in `InspectedTable`. */
export interface ReadableText {
  readonly name: string;
  readonly layout: FileLayout;
  readonly detectedWidths?: boolean;
}

/** All records of a text file, in blocks as its bytes come. Throws `UnreadableFile`. */
export function textRecords(bytes: AsyncIterable<Buffer>, file: ReadableText): AsyncGenerator<SourceRow[]> {
  return recordsOf(decodeText(bytes, file.layout.encoding ?? 'utf-8'), file);
}

/** The records of a text that is decoded already. */
export function recordsOf(pieces: AsyncIterable<string>, file: ReadableText): AsyncGenerator<SourceRow[]> {
  const { encoding = 'utf-8', delimiter = ';', widths } = file.layout;
  if (!widths) return readDelimited(pieces, { name: file.name, encoding, delimiter });
  return readFixedWidth(pieces, { name: file.name, encoding, widths, strict: file.detectedWidths === true });
}
