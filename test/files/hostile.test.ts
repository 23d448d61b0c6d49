import { closeSync, openSync, writeSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fileOf, newPath, readWhole } from './reading.js';
import { makeWorkbook } from './zip.js';

const MEGABYTE = 1_048_576;

interface Stopped {
  readonly key: string;
  readonly rose: number;
  readonly seconds: number;
}

/**
 * The key of the error that reading gives, how far memory rose meanwhile, in megabytes, and how many seconds of the
 * processor it took: on a busy machine they are no more.
 */
async function stoppedBy(path: string): Promise<Stopped> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
  const start = process.cpuUsage();
  const found = (key: string): Stopped => {
    const { user, system } = process.cpuUsage(start);
    return { key, rose: (peak - before) / MEGABYTE, seconds: (user + system) / 1_000_000 };
  };
  try {
    const { rows } = await readWhole(path);
    return found(`read ${rows.length} rows`);
  } catch (error) {
    return found(error instanceof Error && 'key' in error ? String(error.key) : String(error));
  } finally {
    clearInterval(watch);
  }
}

/** `text` repeated until it unpacks to `size` bytes, packed without ever unpacking it here. */
function packedRepeat(start: string, text: string, size: number): { bytes: Buffer; size: number } {
  const block = Buffer.from(text.repeat(Math.ceil((4 * MEGABYTE) / text.length)));
  const flush = { level: 9, finishFlush: constants.Z_FULL_FLUSH };
  const packed = deflateRawSync(block, flush);
  const times = Math.ceil(size / block.length);
  const bytes = Buffer.concat([
    deflateRawSync(Buffer.from(start), flush),
    ...Array.from({ length: times }, () => packed),
    Buffer.from([0x03, 0x00]),
  ]);
  return { bytes, size: start.length + times * block.length };
}

const SHEET = '<worksheet><sheetData>';
const bombOf = (start: string, text: string): string =>
  fileOf(
    makeWorkbook('', [
      { name: 'xl/worksheets/sheet1.xml', content: '', packed: packedRepeat(start, text, 1024 * MEGABYTE) },
    ]),
    'bomb.xlsx',
  );

describe('memory and time stay bounded for', () => {
  const row = '<row><c t="inlineStr"><is><t>12345.A</t></is></c></row>';
  test.each([
    ['a zip bomb of rows', () => bombOf(SHEET, row), 'unreadable.zipBomb'],
    ['a zip bomb of blanks', () => bombOf(SHEET, ' '.repeat(64)), 'unreadable.cellTooLong'],
    ['a zip bomb of one text', () => bombOf(`${SHEET}<row><c t="str"><v>`, 'aaaaaaaa'), 'unreadable.cellTooLong'],
    ['a zip bomb of nesting', () => bombOf(SHEET, '<a>'), 'unreadable.hostileXml'],
    ['a zip bomb in one tag', () => bombOf(`${SHEET}<row `, 'a="b" '), 'unreadable.cellTooLong'],
    ['a zip bomb in one comment', () => bombOf(`${SHEET}<!--`, ' <a> '), 'unreadable.cellTooLong'],
    [
      'a zip bomb of cells in one row',
      () => bombOf(`${SHEET}<row>`, '<c t="b"><v>1</v></c>'),
      'unreadable.tooManyColumns',
    ],
  ])('%s', async (_, make, key) => {
    const found = await stoppedBy(make());
    expect(found.key).toBe(key);
    expect(found.rose).toBeLessThan(250);
    expect(found.seconds).toBeLessThan(20);
  });

  test('a zip bomb of shared strings', async () => {
    const packed = packedRepeat('<sst>', '<si><t>a</t></si>', 1024 * MEGABYTE);
    const path = fileOf(
      makeWorkbook(`${SHEET}</sheetData></worksheet>`, [{ name: 'xl/sharedStrings.xml', content: '', packed }]),
      'bomb.xlsx',
    );
    const found = await stoppedBy(path);
    expect(found.key).toBe('unreadable.zipBomb');
    expect(found.rose).toBeLessThan(400);
  });

  test('billion laughs', async () => {
    const entities = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const sheet = `<!DOCTYPE x [<!ENTITY l0 "lol">${entities}]>${SHEET}<row><c t="str"><v>&l10;</v></c></row></sheetData></worksheet>`;
    const found = await stoppedBy(fileOf(makeWorkbook(sheet), 'laughs.xlsx'));
    expect(found.key).toBe('unreadable.hostileXml');
    expect(found.rose).toBeLessThan(50);
  });

  test('16,384 columns', async () => {
    const cells = Array.from({ length: 16_384 }, () => '<c t="str"><v>x</v></c>').join('');
    expect(
      (await stoppedBy(fileOf(makeWorkbook(`${SHEET}<row>${cells}</row></sheetData></worksheet>`), 'wide.xlsx'))).key,
    ).toBe('unreadable.tooManyColumns');
    expect((await stoppedBy(fileOf(`${'x;'.repeat(16_383)}x\n`))).key).toBe('unreadable.tooManyColumns');
    expect((await stoppedBy(fileOf(`Gebruiker;UPN\n${'x;'.repeat(16_383)}x\n`))).key).toBe('unreadable.tooManyColumns');
  });

  test.each([
    ['of plain text', 'Gebruiker;UPN\n12345.A;', 'a', 'unreadable.recordTooLong'],
    ['of a quote that never ends', 'Gebruiker;UPN\n12345.A;"', 'a\n', 'unreadable.quote'],
    ['of one line', '', 'a', 'unreadable.recordTooLong'],
    ['of fixed widths', 'Gebruiker     UPN\n12345.A       a\n12345.B       ', 'a', 'unreadable.recordTooLong'],
  ])('a cell of 100 MB %s', async (_, start, text, key) => {
    const path = newPath('long.csv');
    const file = openSync(path, 'w');
    writeSync(file, start);
    const block = text.repeat(MEGABYTE / text.length);
    for (let at = 0; at < 100; at++) writeSync(file, block);
    closeSync(file);
    const found = await stoppedBy(path);
    expect(found.key).toBe(key);
    expect(found.rose).toBeLessThan(250);
    expect(found.seconds).toBeLessThan(10);
  });

  test('an archive that lies about sizes', async () => {
    const { bytes } = packedRepeat(SHEET, row, 8 * MEGABYTE);
    for (const size of [10, 0xffffffff - 1]) {
      const found = await stoppedBy(
        fileOf(
          makeWorkbook('', [{ name: 'xl/worksheets/sheet1.xml', content: '', packed: { bytes, size } }]),
          'lie.xlsx',
        ),
      );
      expect(found.key).toBe('unreadable.brokenWorkbook');
    }
  });

  test('rows at the far end of a sheet', async () => {
    const sheet = `${SHEET}<row r="1"><c t="str"><v>Gebruiker</v></c></row><row r="1048576"><c t="str"><v>12345.A</v></c></row></sheetData></worksheet>`;
    const { totals, rows } = await readWhole(fileOf(makeWorkbook(sheet), 'far.xlsx'));
    expect(totals).toMatchObject({ rows: 1, blank: 1_048_574 });
    expect(rows[0]!.row).toBe(1_048_576);
  });
});
