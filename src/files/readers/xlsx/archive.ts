/** A workbook as what it is, a ZIP archive: its parts, with bounds on what they unpack to. */
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { Readable } from 'node:stream';
import { MAX_ARCHIVE_ENTRIES, MAX_PART_BYTES, MAX_UNPACK_RATIO, UNSUSPECTED_BYTES } from '../../limits.js';
import { unreadable } from '../../remarks.js';
import { UnreadableFile } from '../../../application/userError.js';

/** The parts of a workbook. Nothing is ever unpacked to disk, and a part's name is only a name. */
export interface Archive {
  readonly file: string;
  has(part: string): boolean;
  /** The text of a part, unpacked a piece at a time. Throws `UnreadableFile` where it is damaged or far too large. */
  text(part: string): AsyncGenerator<string>;
  close(): void;
}

/** The name of a part as it is looked up: writers use `\\` for `/`, and codes for what is no plain letter. */
export function partName(written: string): string {
  const name = written.replaceAll('\\', '/');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Opens the archive of a workbook. Throws `UnreadableFile` for one that is damaged or is something else. */
export async function openArchive(path: string, file: string): Promise<Archive> {
  const zip = await openZip(path, file);
  const entries = new Map<string, Entry>();
  // Of two parts of one name, nothing tells which one is meant.
  const ambiguous = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= MAX_ARCHIVE_ENTRIES) throw unreadable('unreadable.zipBomb', { file });
      const key = keyOf(entry.fileName);
      if (entries.has(key)) ambiguous.add(key);
      entries.set(key, entry);
    }
    refuseOtherArchives(entries, file);
  } catch (error) {
    zip.close();
    throw damaged(error, file);
  }
  return {
    file,
    has: (part) => entries.has(keyOf(part)),
    text: (part) => partText(zip, ambiguous.has(keyOf(part)) ? undefined : entries.get(keyOf(part)), file),
    close: () => zip.close(),
  };
}

function keyOf(name: string): string {
  return partName(name).toLowerCase();
}

async function openZip(path: string, file: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch (error) {
    throw damaged(error, file);
  }
}

function refuseOtherArchives(entries: ReadonlyMap<string, Entry>, file: string): void {
  if (entries.has('xl/workbook.xml')) return;
  if (entries.has('xl/workbook.bin')) throw unreadable('unreadable.xlsb', { file });
  if (entries.has('content.xml') && entries.has('mimetype')) throw unreadable('unreadable.ods', { file });
  if (entries.has('index/document.iwa')) throw unreadable('unreadable.numbers', { file });
  if (entries.has('word/document.xml') || entries.has('ppt/presentation.xml'))
    throw unreadable('unreadable.document', { file });
  // Some exports call the workbook's part otherwise; the archive says how.
  if (!entries.has('_rels/.rels')) throw unreadable('unreadable.otherArchive', { file });
}

async function* partText(zip: ZipFile, entry: Entry | undefined, file: string): AsyncGenerator<string> {
  if (!entry) throw unreadable('unreadable.brokenWorkbook', { file });
  let stream: Readable | undefined;
  try {
    if (entry.isEncrypted()) throw unreadable('unreadable.encrypted', { file });
    stream = await zip.openReadStreamPromise(entry);
    yield* decoded(bounded(stream, entry.compressedSize, file));
  } catch (error) {
    throw damaged(error, file);
  } finally {
    stream?.destroy();
  }
}

async function* bounded(stream: AsyncIterable<Buffer>, compressedSize: number, file: string): AsyncGenerator<Buffer> {
  const most = Math.min(MAX_PART_BYTES, Math.max(UNSUSPECTED_BYTES, compressedSize * MAX_UNPACK_RATIO));
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) throw unreadable('unreadable.zipBomb', { file });
    yield chunk;
  }
}

async function* decoded(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of stream) {
    decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8', {
      fatal: true,
    });
    const text = decoder.decode(chunk, { stream: true });
    if (text.length > 0) yield text;
  }
  decoder?.decode();
}

/** What goes wrong inside the archive's library is told as a damaged workbook. */
function damaged(error: unknown, file: string): Error {
  if (error instanceof UnreadableFile) return error;
  return unreadable('unreadable.brokenWorkbook', { file });
}
