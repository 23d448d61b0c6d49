import { unreadable } from '../remarks.js';

/** What the first bytes of a file say it is. */
export type Content = 'zip' | 'text';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const PDF = Buffer.from('%PDF-', 'latin1');
/** The stream of an encrypted workbook, named in UTF-16 in the directory of an OLE2 file. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Tells by its first bytes, whatever its extension, whether a file is a workbook's archive or text.
 * Throws `UnreadableFile`, with what to do, for the other files that people try to import.
 */
export function recogniseFormat(head: Buffer, file: string): Content {
  if (startsWith(head, ZIP)) return 'zip';
  if (startsWith(head, EMPTY_ZIP)) throw unreadable('unreadable.brokenWorkbook', { file });
  if (startsWith(head, OLE2))
    throw unreadable(head.includes(ENCRYPTED_STREAM) ? 'unreadable.encrypted' : 'unreadable.xls', { file });
  if (startsWith(head, PDF)) throw unreadable('unreadable.pdf', { file });
  const start = head
    .subarray(0, 1024)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?\s*/u, '')
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<table|<head|<meta)/u.test(start)) throw unreadable('unreadable.html', { file });
  if (start.startsWith('<?xml') || start.startsWith('<office:') || start.startsWith('<workbook'))
    throw unreadable('unreadable.xml', { file });
  if (start.startsWith('{\\rtf')) throw unreadable('unreadable.notATable', { file });
  return 'text';
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
