/** Which letters the bytes of a file are: told by them, asked for, or guessed, and never replaced. */
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { cellsOf, fileOf, readWhole } from './reading.js';

const HEADER = 'Gebruiker;Omschrijving;Wachtwoord\n';
const bytes = (text: string, encoding: string): Buffer => iconv.encode(text, encoding);
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

const SINGLE_BYTE = [
  ...['windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254', 'windows-1257', 'windows-1258'],
  ...['iso-8859-2', 'iso-8859-3', 'iso-8859-7', 'iso-8859-15', 'cp437', 'cp850', 'cp852', 'cp858', 'cp866'],
  ...['macintosh', 'maccenteuro', 'koi8-r', 'ascii'],
];

describe('UTF-8', () => {
  const ACCENTS = `${HEADER}12345.A;Zoë;\n12345.B;Chloé;\n`;

  test.each(['c3', 'e282', 'f09f98', 'ff', '80', 'a0', 'e9', 'c0af', 'eda080'])(
    'with the bytes %s among good ones is refused with their row',
    async (damage) => {
      const content = Buffer.concat([Buffer.from(`${ACCENTS}12345.C;Rik `), Buffer.from(damage, 'hex'), latin(';\n')]);
      for (const options of [{}, { encoding: 'windows-1252' }, { encoding: 'utf-8' }]) {
        const key = options.encoding === 'windows-1252' ? 'unreadable.otherThanTold' : 'unreadable.notInEncoding';
        await expect(readWhole(fileOf(content), options)).rejects.toMatchObject({ key });
        if (key === 'unreadable.notInEncoding')
          await expect(readWhole(fileOf(content), options)).rejects.toMatchObject({ params: { row: 4 } });
      }
    },
  );

  test('is refused with the row where a download was cut off inside a character, also far down', async () => {
    const content = Buffer.from(`${ACCENTS}${'12345.C;"Rik\nBos";\n'.repeat(40_000)}12345.D;Zoë`);
    await expect(readWhole(fileOf(content.subarray(0, -1)))).rejects.toMatchObject({
      key: 'unreadable.notInEncoding',
      params: { row: 40_004, bytes: 'c3', encoding: 'utf-8' },
    });
  });

  test('that holds the sign for a lost character is read: what it means is judged with the value', async () => {
    const reading = await readWhole(fileOf(`${HEADER}12345.A;Zo\ufffd;\n`));
    expect(reading.file.layout.encoding).toBe('utf-8');
    expect(cellsOf(reading)).toEqual([['12345.A', 'Zo\ufffd', '']]);
  });

  test('is not read as one byte a character because somebody asks for it', async () => {
    for (const encoding of ['windows-1252', 'latin1', 'cp850', 'macintosh'])
      await expect(readWhole(fileOf(ACCENTS), { encoding })).rejects.toMatchObject({
        key: 'unreadable.otherThanTold',
        params: { told: 'utf-8' },
      });
  });
});

describe.each(SINGLE_BYTE)('%s', (encoding) => {
  const all = Array.from({ length: 0x80 }, (_, at) => 0x80 + at).map((byte) => ({
    byte,
    character: iconv.decode(Buffer.from([byte]), encoding),
    line: Buffer.concat([latin(`12345.${byte};x`), Buffer.from([byte]), latin('x;\n')]),
  }));
  const start = latin(`${HEADER}12345.A;Jan;\n`);

  test('gives the character of every byte that has one', async () => {
    const known = all.filter(({ character }) => character !== '\ufffd');
    const content = Buffer.concat([start, ...known.map(({ line }) => line)]);
    expect(cellsOf(await readWhole(fileOf(content), { encoding })).slice(1)).toEqual(
      known.map(({ byte, character }) => [`12345.${byte}`, `x${character}x`, '']),
    );
  });

  test('is refused with the row of a byte that it lacks', async () => {
    for (const { byte, character, line } of all) {
      if (character !== '\ufffd') continue;
      await expect(readWhole(fileOf(Buffer.concat([start, line])), { encoding })).rejects.toMatchObject({
        key: 'unreadable.notInEncoding',
        params: { row: 3, bytes: byte.toString(16), encoding },
      });
    }
  });
});

describe('Windows-1252', () => {
  test('is a guess that says what it decided first', async () => {
    const { file } = await readWhole(
      fileOf(bytes(`${HEADER}12345.A;Jan;\n12345.B;Zoë Bos;\n12345.C;René;\n`, 'cp1252')),
    );
    expect(file.layout).toMatchObject({ encoding: 'windows-1252', encodingGuess: { row: 3, value: 'Zoë Bos' } });
  });

  test('that was asked for, or is not needed, is no guess', async () => {
    const content = bytes(`${HEADER}12345.B;Zoë;\n`, 'cp1252');
    expect((await readWhole(fileOf(content), { encoding: 'windows-1252' })).file.layout.encodingGuess).toBeUndefined();
    expect((await readWhole(fileOf(`${HEADER}12345.B;Zoë;\n`))).file.layout.encodingGuess).toBeUndefined();
  });

  test('never shows a password', async () => {
    const secret = await readWhole(fileOf(bytes(`${HEADER}12345.A;Jan;geheim-één-twee\n`, 'cp1252')));
    expect(secret.file.layout).toMatchObject({ encoding: 'windows-1252' });
    expect(secret.file.layout.encodingGuess).toBeUndefined();
    const other = await readWhole(fileOf(bytes(`${HEADER}12345.A;Jan;geheim-één-twee\n12345.B;Zoë;x\n`, 'cp1252')));
    expect(other.file.layout.encodingGuess).toEqual({ row: 3, value: 'Zoë' });
    for (const header of ['Gebruiker;ww\n', '']) {
      const { file } = await readWhole(fileOf(bytes(`${header}12345.A;g\u00e9heim1234567\n`, 'cp1252')), {
        header: header !== '',
      });
      expect(file.layout.encodingGuess).toBeUndefined();
    }
    const refused = readWhole(fileOf(bytes(`${HEADER}12345.A;Jan;wachtw\u2018ord1\n`, 'cp1252')));
    await expect(refused).rejects.toMatchObject({ key: 'unreadable.guess', params: { row: 2 } });
  });

  test.each([
    'M\u00fcller',
    'Zo\u00eb',
    'Ren\u00e9e',
    'Jos\u00e9',
    'Fran\u00e7ois',
    'Lo\u00efs',
    'Andr\u00e9 de Wit',
    'Ana\u00efs',
    'S\u00e3o Jo\u00e3o',
    'G\u00fcnther',
    'P\u00e9rez',
    'Ir\u00e8ne',
    'Bj\u00f8rn',
  ])('is not what old programs wrote: %s', async (name) => {
    for (const encoding of ['cp850', 'macintosh']) {
      const content = bytes(`${HEADER}12345.A;Jan;\n12345.B;${name};\n`, encoding);
      await expect(readWhole(fileOf(content))).rejects.toMatchObject({ params: { row: 3 } });
      expect(cellsOf(await readWhole(fileOf(content), { encoding }))[1]).toEqual(['12345.B', name, '']);
    }
  });

  test.each([
    ['windows-1251', 'Щербак Ёлкина'],
    ['windows-1253', 'Άννα Ίων'],
    ['iso-8859-5', 'Иван Петров'],
    ['iso-8859-10', 'Ģirts Ķēniņš'],
    ['cp775', 'Łukasz Żółć'],
    ['cp852', 'Čedomir Đorđević'],
    ['cp857', 'RenÀta'],
    ['koi8-u', 'Ґалаґан'],
  ])('is not what was written in %s: %s', async (encoding, name) => {
    const content = bytes(`${HEADER}12345.A;Jan;\n12345.B;${name};\n`, encoding);
    await expect(readWhole(fileOf(content))).rejects.toMatchObject({
      key: 'unreadable.guessShown',
      params: { row: 3 },
    });
  });

  test('shows a name as it would be in the encodings of old programs', async () => {
    await expect(readWhole(fileOf(bytes(`${HEADER}12345.B;Zo\u00eb;\n`, 'macintosh')))).rejects.toMatchObject({
      key: 'unreadable.guessShown',
      params: { row: 2, value: 'Zo\u2018', mac: 'Zo\u00eb', dos: 'Zo\u00e6' },
    });
  });

  test.each([
    ...[
      'CAF\u00c9\u2019S',
      'Jos\u00e9 \u2013 balie',
      '\u201cVan\u201d \u2019t Hof',
      '\u201eBea\u201c',
      '\u20ac 5',
      'Bedrijf\u00ae',
      'Team\u2122 Noord',
    ],
    ...[
      '25\u00b0',
      'm\u00b2',
      'Milo\u0161',
      '\u017daneta',
      '\u0160imon',
      'Bea\u2026',
      'O\u00b4Neill',
      'Jan\u00a0Bos',
      'Kwaliteit \u00bd',
      '1\u00aa',
      'R\u00e9my\u2019s',
    ],
  ])('keeps %s', async (name) => {
    const reading = await readWhole(fileOf(bytes(`${HEADER}12345.A;${name};\n12345.B;Zo\u00eb;\n`, 'windows-1252')));
    expect(cellsOf(reading)[0]).toEqual(['12345.A', name, '']);
  });
});

describe('other encodings of Unicode', () => {
  test('UTF-7 and UTF-32 are told, and read where they are asked for', async () => {
    const content = `${HEADER}12345.A;Zo\u00eb;\n`;
    for (const [encoding, key] of [
      ['utf-7', 'unreadable.utf7'],
      ['utf-32le', 'unreadable.utf32'],
      ['utf-32be', 'unreadable.utf32'],
    ] as const) {
      const path = fileOf(bytes(content, encoding));
      await expect(readWhole(path)).rejects.toMatchObject({ key });
      expect(cellsOf(await readWhole(path, { encoding }))).toEqual([['12345.A', 'Zo\u00eb', '']]);
    }
    const marked = fileOf(iconv.encode(content, 'utf-32le', { addBOM: true }));
    await expect(readWhole(marked)).rejects.toMatchObject({ key: 'unreadable.utf32' });
  });

  test.each(['bea+AB-test@voorbeeld.nl', 'a+Abc-d', 'R+D', '+Abonnement-x', 'x+AAAA-y'])(
    'a plus in ASCII is no UTF-7: %s',
    async (value) => {
      expect(cellsOf(await readWhole(fileOf(`${HEADER}12345.A;${value};\n`)))).toEqual([['12345.A', value, '']]);
    },
  );

  test('UTF-16 without a mark is read, and refused with its row where half a pair is left', async () => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const content = bytes(`${HEADER}12345.A;Zo\u00eb \ud83d\ude00;\n`, encoding);
      expect(cellsOf(await readWhole(fileOf(content)))).toEqual([['12345.A', 'Zo\u00eb \ud83d\ude00', '']]);
      const damaged = bytes(`${HEADER}12345.A;Bea \ud83d;\n`, encoding);
      await expect(readWhole(fileOf(damaged), { encoding })).rejects.toMatchObject({
        key: 'unreadable.notInEncoding',
        params: { row: 2 },
      });
    }
  });

  test.each(['base64', 'hex', 'klingon'])('%s is no encoding of text', async (encoding) => {
    await expect(readWhole(fileOf(HEADER), { encoding })).rejects.toMatchObject({ key: 'unreadable.unknownEncoding' });
  });
});
