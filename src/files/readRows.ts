/** Reads the rows of an inspected file, in chunks. */
import { createHash, type Hash } from 'node:crypto';
import type { InspectedFile, ReadingTotals, RowReading } from '../application/ports/importFiles.js';
import type { SourceRow } from '../domain/sourceRow.js';
import type { KnownFile } from './inspectedTable.js';
import { decodeText } from './readers/text/decodeText.js';
import { recordsOf } from './readers/text/textRecords.js';
import { unreadable } from './remarks.js';
import { rowsBelowHeader } from './rowsBelowHeader.js';
import { fileSystemError, hasChanged, readPieces } from './source/openSource.js';
import { shapeOf } from './tableShape.js';
import { isReasonColumn } from './writers/reasonColumn.js';

/** The larger the pieces, the fewer the turns; 256 kB keeps memory small. */
const PIECE_BYTES = 262_144;

/** Reads all rows of a file that was inspected; see `ImportFiles.read`. */
export function readRows(file: InspectedFile, chunkSize: number): RowReading {
  const totals: ReadingTotals = { sha256: '', rows: 0, blank: 0, endsOpen: false };
  const isText = file.layout.format !== 'xlsx';
  const table = {
    name: file.name,
    headerRow: file.layout.headerRow,
    headers: file.headers,
    shape: shapeOf(file.headers, isText, isKnown(file) ? file.ownLength : undefined),
    isRejected: file.headers.some(isReasonColumn),
  };
  const chunks = (async function* () {
    const hash = createHash('sha256');
    await refuseChanged(file);
    try {
      yield* rowsBelowHeader(
        isText ? recordsOf(textOf(file, hash, totals), file) : workbookBlocks(file, hash),
        table,
        chunkSize,
        totals,
      );
    } catch (error) {
      await refuseChanged(file);
      throw fileSystemError(error, file.name);
    }
    await refuseChanged(file);
    totals.sha256 = hash.digest('hex');
  })();
  return { chunks, totals };
}

/** Rows under other headers than those that were mapped would be taken for something else in silence. */
async function refuseChanged(file: InspectedFile): Promise<void> {
  if (isKnown(file) && (await hasChanged(file))) throw unreadable('unreadable.changed', { file: file.name });
}

function isKnown(file: InspectedFile): file is KnownFile {
  return 'version' in file;
}

async function* workbookBlocks(file: InspectedFile, hash: Hash): AsyncIterable<SourceRow[]> {
  yield* (await import('./inspectWorkbook.js')).readChosenSheet(file);
  for await (const _ of hashed(file, hash));
}

/** The text of a file, of which the end is looked at as it passes. */
async function* textOf(
  file: InspectedFile,
  hash: Hash,
  totals: Pick<ReadingTotals, 'endsOpen'>,
): AsyncGenerator<string> {
  for await (const piece of decodeText(hashed(file, hash), file.layout.encoding ?? 'utf-8')) {
    totals.endsOpen = !piece.endsWith('\n');
    yield piece;
  }
}

/** The bytes of a file, added to a hash as they pass. */
async function* hashed(file: InspectedFile, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of readPieces(file, PIECE_BYTES) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
}
