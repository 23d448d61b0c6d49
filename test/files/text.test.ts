import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { createImportFiles } from '../../src/files/importFiles.js';
import { decodeText } from '../../src/files/readers/text/decodeText.js';
import { readDelimited } from '../../src/files/readers/text/readDelimited.js';
import { cellsOf, fileOf, readWhole } from './reading.js';

const HEADER = 'Gebruiker;Omschrijving\n';

/** The pieces of a text or of bytes that is cut at fractions of its length. */
function cutAt<T extends string | Buffer>(whole: T, fractions: readonly number[]): T[] {
  const places = [0, ...fractions.map((at) => Math.floor(at * whole.length)).sort((a, b) => a - b), whole.length];
  return places.slice(1).map((end, at) => whole.slice(places[at], end) as T);
}

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

describe('a text file', () => {
  test('gives the same records however it comes in pieces', async () => {
    // A cell with both may hold a row that a lone quote took along, and that is refused.
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '"', ';', ' ', 'é'), maxLength: 6 }),
      fc.string({ unit: fc.constantFrom('a', '"', '\n', ' ', 'é'), maxLength: 6 }),
    );
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, cuts, async (rows, fractions) => {
        const text = `sep=;\n${rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\n')}\n`;
        const found: unknown[] = [];
        for await (const block of readDelimited(inTurn(cutAt(text, fractions)), {
          name: 'x',
          encoding: 'utf-8',
          delimiter: ';',
        })) {
          for (const { cells } of block) found.push(cells);
        }
        expect(found).toEqual(rows);
      }),
      { numRuns: 400 },
    );
  });

  test('is decoded the same however its bytes come in pieces', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '€', '👩', '\ufffd', '\r\n', '\n', '\r', '\ufeff'),
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
        cuts,
        async (content, encoding, fractions) => {
          const bytes = iconv.encode(content, encoding, { addBOM: true });
          let found = '';
          for await (const piece of decodeText(inTurn(cutAt(bytes, fractions)), encoding)) found += piece;
          expect(found).toBe(content.replaceAll(/\r\n?/gu, '\n'));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('with its first accent far down is read in the right encoding', async () => {
    const many = HEADER + '12345.A;Jan\n'.repeat(60_000);
    for (const encoding of ['utf-8', 'windows-1252']) {
      const reading = await readWhole(fileOf(iconv.encode(`${many}12345.B;Zoë\n`, encoding)));
      expect(reading.file.layout.encoding).toBe(encoding);
      expect(reading.rows.at(-1)).toEqual({ row: 60_002, cells: ['12345.B', 'Zoë'] });
      expect(reading.totals.rows).toBe(60_001);
    }
  });

  test('is known by the hash of its bytes', async () => {
    const path = fileOf(HEADER + '12345.A;Zoë\n');
    const { totals } = await readWhole(path);
    expect(totals.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  });

  test.each(['utf-8', 'utf-16le', 'windows-1252'])(
    'is known to end within a line, or behind one, in %s',
    async (encoding) => {
      for (const [end, endsOpen] of [
        ['', true],
        ['\n', false],
        ['\r\n', false],
        ['\r', false],
        ['\n\u001a', false],
      ] as const) {
        const { totals } = await readWhole(
          fileOf(iconv.encode(`${HEADER}12345.A;Jan${end}`, encoding, { addBOM: true })),
        );
        expect(totals.endsOpen, JSON.stringify(end)).toBe(endsOpen);
      }
    },
  );

  test('is read in chunks of the size that is asked for', async () => {
    const room = createImportFiles();
    const file = await room.inspect(fileOf(HEADER + '12345.A;Jan\n'.repeat(2500)), {}, 'user');
    const sizes: number[] = [];
    for await (const chunk of room.read(file, 1000).chunks) sizes.push(chunk.length);
    expect(sizes).toEqual([1000, 1000, 500]);
    expect(file.sample.length).toBe(20);
  });

  test('can be left halfway, and read again', async () => {
    const room = createImportFiles();
    const file = await room.inspect(fileOf(HEADER + '12345.A;Jan\n'.repeat(100_000)), {}, 'user');
    for (let turn = 0; turn < 3; turn++)
      for await (const chunk of room.read(file, 100).chunks) if (chunk.length > 0) break;
    const { totals, chunks } = room.read(file, 50_000);
    for await (const _ of chunks);
    expect(totals.rows).toBe(100_000);
  });

  test('tells the row of a quote that is not closed, also far down', async () => {
    const many = '12345.A;"Jan"\n'.repeat(50_000);
    await expect(readWhole(fileOf(`${HEADER}${many}12345.B;"Piet\n${many}`))).rejects.toMatchObject({
      key: 'unreadable.quote',
      params: { row: 50_002 },
    });
  });

  test('may have no last line end, or one line alone', async () => {
    const { file, rows } = await readWhole(fileOf('Gebruiker;UPN\n12345.A;a@x.nl'));
    expect(file.sample).toEqual(rows);
    expect(rows.length).toBe(1);
    expect((await readWhole(fileOf('Gebruiker;UPN'))).file.headers).toEqual(['Gebruiker', 'UPN']);
    expect((await readWhole(fileOf('12345.A;a@x.nl'))).rows.length).toBe(1);
  });

  test('may have a quoted cell anywhere, also where the part ends that is looked at first', async () => {
    const lines = '12345.A;"Jan\nBos"\n'.repeat(40_000);
    for (const padding of ['', 'x', 'xx', 'xxx', 'xxxx']) {
      const { totals } = await readWhole(fileOf(`${HEADER}12345.B;${padding}\n${lines}`));
      expect(totals.rows).toBe(40_001);
    }
  });

  test('is read as it is asked for', async () => {
    const path = fileOf('a:b;c\n1:2;3\n');
    expect(cellsOf(await readWhole(path, { delimiter: ':', header: true }))).toEqual([['1', '2;3']]);
    expect(cellsOf(await readWhole(path, { delimiter: ':', header: false }))).toEqual([
      ['a', 'b;c'],
      ['1', '2;3'],
    ]);
    expect(cellsOf(await readWhole(path, { widths: [2, 2, 1], header: true }))).toEqual([['1:', '2;', '3']]);
    expect(cellsOf(await readWhole(path, { format: 'tsv', header: true }))).toEqual([['1:2;3']]);
    expect((await readWhole(path, { encoding: 'latin1' })).file.layout.encoding).toBe('windows-1252');
  });

  test.each([
    [{ delimiter: ';;' }, 'unreadable.delimiter'],
    [{ delimiter: '"' }, 'unreadable.delimiter'],
    [{ encoding: 'klingon' }, 'unreadable.unknownEncoding'],
    [{ encoding: 'utf-8' }, 'unreadable.notInEncoding'],
    [{ format: 'fixed' }, 'unreadable.noWidths'],
    [{ format: 'xlsx' }, 'unreadable.isText'],
  ] as const)('that is not what is asked for (%j) is refused', async (options, key) => {
    await expect(
      readWhole(fileOf(Buffer.from('Gebruiker;Omschrijving\nx;Zo\xeb\n', 'latin1')), options),
    ).rejects.toMatchObject({ key });
  });
});
