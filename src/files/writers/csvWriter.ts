/** Writes separated text, row by row. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import Papa from 'papaparse';
import { loadIconv } from '../encodings.js';

export interface CsvStyle {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly encoding: string;
  readonly byteOrderMark: boolean;
}

/** What a Dutch Excel opens without questions. */
export const PLAIN_CSV: CsvStyle = { delimiter: ';', lineEnd: '\r\n', encoding: 'utf-8', byteOrderMark: true };

/** Writes records of separated values to a stream, no faster than the stream takes them. */
export class CsvWriter {
  private started = false;

  constructor(
    private readonly stream: Writable,
    private readonly style: CsvStyle,
  ) {}

  async write(records: readonly (readonly string[])[]): Promise<void> {
    if (records.length === 0) return;
    const bytes = await csvBytes(records, { ...this.style, byteOrderMark: this.style.byteOrderMark && !this.started });
    this.started = true;
    if (!this.stream.write(bytes)) await once(this.stream, 'drain');
  }
}

/** Records as bytes, each with its line end; the byte order mark stands before the first. */
export async function csvBytes(records: readonly (readonly string[])[], style: CsvStyle): Promise<Buffer> {
  const { delimiter, lineEnd, encoding, byteOrderMark } = style;
  const text = Papa.unparse(records as string[][], { delimiter, newline: lineEnd, escapeChar: '"' }) + lineEnd;
  return encoded(text, encoding, byteOrderMark);
}

async function encoded(text: string, encoding: string, addBOM: boolean): Promise<Buffer> {
  if (encoding === 'utf-8') return Buffer.from(addBOM ? `\ufeff${text}` : text);
  return (await loadIconv()).encode(text, encoding, { addBOM });
}
