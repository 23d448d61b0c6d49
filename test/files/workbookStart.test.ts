/** Workbooks that do not begin where their file does. */
import { describe, expect, test } from 'vitest';
import { cellsOf, fileOf, readWhole } from './reading.js';
import { bookOfCells } from './zip.js';

const read = async (bytes: Buffer, name = 'b.xlsx'): Promise<readonly (readonly unknown[])[]> =>
  cellsOf(await readWhole(fileOf(bytes, name)));

describe('bytes before the beginning of a workbook', () => {
  const book = bookOfCells(['<c t="str"><v>12345.A</v></c>']);

  test.each<[string, Buffer, string]>([
    ['a line end', Buffer.concat([Buffer.from('\n'), book]), 'b.xlsx'],
    ['a mark', Buffer.concat([Buffer.from('\ufeff'), book]), 'b.xlsx'],
    ['the mark of UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), book]), 'b.xlsx'],
    ['a mark, and bytes that were taken for Latin letters', Buffer.from(`\ufeff${book.toString('latin1')}`), 'b.csv'],
    ['all of it in UTF-16', Buffer.from(`\ufeff${book.toString('latin1')}`, 'utf16le'), 'b.xlsx'],
    ['the lines of a download', Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nA: b\r\n\r\n'), book]), 'b'],
    ['none, as they are lost', book.subarray(30), 'b.XLSX'],
    ['zeros', Buffer.concat([Buffer.alloc(5000), book]), 'b.xlsx'],
  ])('%s', async (_, bytes, name) => {
    await expect(read(bytes, name)).rejects.toMatchObject({ key: 'unreadable.bytesInFront', params: { file: name } });
  });

  test('are not looked for in a text', async () => {
    expect(await read(Buffer.from('Gebruiker;UPN\n12345.A;PK\n', 'utf16le'), 'b.xlsx')).toEqual([['12345.A', 'PK']]);
  });

  test('a text that was re-encoded from its first byte is a damaged workbook too', async () => {
    await expect(read(Buffer.from(book.toString('latin1')))).rejects.toMatchObject({
      key: 'unreadable.brokenWorkbook',
    });
  });
});
