/** What a file is, by its content before its name. */
import type { FileTextKey } from '../../language/files.js';
import { unreadable } from '../remarks.js';
import { readBytes } from '../source/openSource.js';
import { utf16ByZeros } from './detectEncoding.js';
import { textKind } from './textKinds.js';

/** What the first bytes of a file say it is. */
export type Content = 'zip' | 'text';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const ZIP_IN_UTF16 = Buffer.from('PK\x03\x04', 'utf16le');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const PDF = Buffer.from('%PDF-', 'latin1');
/** gzip, 7-Zip, RAR, bzip2, xz, Zstandard. */
const ARCHIVES = ['\x1f\x8b', '7z\xbc\xaf\x27\x1c', 'Rar!\x1a', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd'].map((start) =>
  Buffer.from(start, 'latin1'),
);
/** The stream of an encrypted workbook, named in UTF-16 in the directory of an OLE2 file. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

const TEXTS = {
  html: 'unreadable.html',
  xml: 'unreadable.xml',
  rtf: 'unreadable.document',
  mail: 'unreadable.mail',
  sylk: 'unreadable.sylk',
  dif: 'unreadable.dif',
  json: 'unreadable.json',
  ldif: 'unreadable.ldif',
  base64: 'unreadable.base64',
} as const satisfies Record<string, FileTextKey>;

/**
 * Tells by its first bytes, whatever its extension, whether a file is a workbook's archive or text.
 * Throws `UnreadableFile`, with what to do, for the other files that people try to import.
 */
export async function recogniseFormat(path: string, head: Buffer, file: string): Promise<Content> {
  if (startsWith(head, ZIP)) return 'zip';
  if (startsWith(head, EMPTY_ZIP)) throw unreadable('unreadable.brokenWorkbook', { file });
  if (startsWith(head, OLE2)) {
    const isEncrypted = (await oleDirectory(path, head)).includes(ENCRYPTED_STREAM);
    throw unreadable(isEncrypted ? 'unreadable.encrypted' : 'unreadable.xls', { file });
  }
  if (startsWith(head, PDF)) throw unreadable('unreadable.pdf', { file });
  if (ARCHIVES.some((start) => startsWith(head, start)) || head.subarray(257, 262).toString('latin1') === 'ustar') {
    throw unreadable('unreadable.archive', { file });
  }
  refuseDamagedStart(head, file);
  const kind = textKind(head);
  if (kind) throw unreadable(TEXTS[kind], { file });
  return 'text';
}

/** How far a workbook may begin behind a mark or a line end that a transfer put in front of it. */
const IN_FRONT_BYTES = 1024;

/** Refuses a workbook whose archive does not begin where the file does, or has lost its beginning. */
function refuseDamagedStart(head: Buffer, file: string): void {
  const start = head.subarray(0, IN_FRONT_BYTES + ZIP_IN_UTF16.length);
  const isBinary = head.includes(0) && !utf16ByZeros(head.subarray(0, 4096));
  if (start.includes(ZIP) || start.includes(ZIP_IN_UTF16) || (isBinary && isWorkbookName(file)))
    throw unreadable('unreadable.bytesInFront', { file });
}

/** Whether a file is called a workbook; `~$x.xlsx` is none, but the lock of one that is open. */
function isWorkbookName(file: string): boolean {
  return /\.xls[xm]$/iu.test(file) && !file.startsWith('~$');
}

/** The start of the directory of an OLE2 file ([MS-CFB] 2.2: sector size at 30, the directory's sector at 48). */
async function oleDirectory(path: string, head: Buffer): Promise<Buffer> {
  if (head.length < 512) return head;
  const sectorSize = 2 ** Math.min(head.readUInt16LE(30), 12);
  return readBytes(path, (head.readUInt32LE(48) + 1) * sectorSize, 4096);
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
