import { SaxesParser } from 'saxes';
import { MAX_RECORD_CHARACTERS } from '../../limits.js';
import { unreadable } from '../../remarks.js';

/** What is done with the elements of a part; names are without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Elements of a workbook lie some ten deep. */
const MAX_DEPTH = 100;

/**
 * Parses a part of a workbook and answers after every piece, so that the caller can hand on what
 * the handler has gathered. The parser gathers text, tags and comments until they end, so a piece
 * of XML that does not end is refused, and so is a document type, which workbooks do not have: the
 * entities that it can define would multiply. Throws `UnreadableFile`.
 */
export async function* parseXml(
  pieces: AsyncIterable<string>,
  file: string,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let sinceEvent = 0;
  parser.on('error', () => {
    throw unreadable('unreadable.brokenWorkbook', { file });
  });
  parser.on('doctype', () => {
    throw unreadable('unreadable.hostileXml', { file });
  });
  parser.on('opentag', (tag) => {
    sinceEvent = 0;
    if (++depth > MAX_DEPTH) throw unreadable('unreadable.hostileXml', { file });
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on('text', (text) => {
    sinceEvent = 0;
    handler.text?.(text);
  });
  parser.on('cdata', (text) => {
    sinceEvent = 0;
    handler.text?.(text);
  });
  parser.on('closetag', (tag) => {
    sinceEvent = 0;
    depth--;
    handler.close?.(localName(tag.name));
  });
  for await (const piece of pieces) {
    sinceEvent += piece.length;
    parser.write(piece);
    if (sinceEvent > MAX_RECORD_CHARACTERS + 100_000)
      throw unreadable('unreadable.cellTooLong', { file, characters: MAX_RECORD_CHARACTERS });
    yield;
  }
  parser.close();
}

/** Parses a part to its end. */
export async function parseWholeXml(pieces: AsyncIterable<string>, file: string, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(pieces, file, handler));
}

/** The name of an element or attribute without its prefix, which writers choose freely. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
