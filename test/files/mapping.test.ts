import { describe, expect, test } from 'vitest';
import type { MappingResult, MappingOverrides } from '../../src/application/ports/importFiles.js';
import { FIELDS } from '../../src/domain/fields.js';
import type { ImportType } from '../../src/domain/fields.js';
import { createImportFiles } from '../../src/files/importFiles.js';
import { nameKey } from '../../src/domain/fieldNames.js';
import { recogniseField } from '../../src/files/mapping/fieldNames.js';
import { OTHER_NAMES } from '../../src/files/mapping/otherNames.js';
import { fileOf } from './reading.js';

const room = createImportFiles();

async function map(
  content: string,
  overrides: MappingOverrides = {},
  type: ImportType = 'user',
): Promise<MappingResult> {
  return room.map(await room.inspect(fileOf(content), {}, type), type, overrides);
}

/** What became of each column: its field, `?` with the guess, or `-` when nothing reads it. */
function columnsOf({ mapping, unsettled, ignored, problems }: MappingResult): Record<string, string> {
  return {
    ...Object.fromEntries(
      Object.entries(mapping).map(([id, source]) =>
        source.kind === 'fixed'
          ? [`=${source.value}`, id]
          : [source.kind === 'column' ? source.header : source.template, id],
      ),
    ),
    ...Object.fromEntries(
      unsettled.map(({ header, suggestion }) => [
        header,
        suggestion ? `? ${suggestion.field} ${suggestion.confidence}` : '?',
      ]),
    ),
    ...Object.fromEntries(ignored.map((header) => [header, '-'])),
    ...Object.fromEntries(problems.map(({ key }) => [key, '!'])),
  };
}

const ROW = 'Gebruiker;Mail;Afdeling\n12345.A;a@x.nl;HR\n';

describe('names of fields', () => {
  test('are known by label in either language, id and KnUser id, however they are written', () => {
    for (const { id, nl, en, knUserId } of FIELDS) {
      for (const name of [nl, en, id, knUserId, nl.toUpperCase(), ` ${en.replace(/[- ]/gu, '_')} `]) {
        expect(recogniseField(name)).toEqual({ field: id, certain: true });
      }
    }
  });

  test('mean one field each', () => {
    const own = FIELDS.flatMap(({ id, ...names }) =>
      [...new Set([id, names.nl, names.en, names.knUserId].map(nameKey))].map((key) => `${key} ${id}`),
    );
    const others = Object.entries(OTHER_NAMES).flatMap(([id, names]) => names.map((name) => `${nameKey(name)} ${id}`));
    const keys = [...new Set([...own, ...others])].map((line) => line.split(' ')[0]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});

describe('a mapping', () => {
  test('takes own names alone, and leaves the rest unsettled with a guess', async () => {
    expect(columnsOf(await map(ROW))).toEqual({ Gebruiker: 'user', Mail: '? email likely', Afdeling: '?' });
  });

  test('follows overrides by label, id or KnUser id, to headers or numbers', async () => {
    const overrides = {
      map: [
        { field: 'EmAd', column: ' mail ' },
        { field: 'group', column: '#3' },
      ],
      fix: [{ field: 'Profit', value: 'N' }],
      skip: ['UPN'],
    };
    expect(columnsOf(await map(ROW, overrides))).toEqual({
      Gebruiker: 'user',
      Mail: 'email',
      Afdeling: 'group',
      '=N': 'profit',
    });
    expect(columnsOf(await map(ROW, { ignoreColumns: ['mail', '#3'] }))).toEqual({
      Gebruiker: 'user',
      Mail: '-',
      Afdeling: '-',
    });
  });

  test('puts a wish before a header', async () => {
    const content = 'Gebruiker;E-mail;Mail\n12345.A;a@x.nl;b@x.nl\n';
    expect(columnsOf(await map(content, { map: [{ field: 'email', column: 'Mail' }] }))).toEqual({
      Gebruiker: 'user',
      Mail: 'email',
      'E-mail': '-',
    });
    expect(columnsOf(await map(content, { fix: [{ field: 'email', value: 'x@x.nl' }] }))).toMatchObject({
      '=x@x.nl': 'email',
      'E-mail': '-',
    });
    expect(columnsOf(await map(content, { skip: ['email'] }))).toMatchObject({ 'E-mail': '-', Mail: '?' });
    expect(columnsOf(await map(content, { ignoreColumns: ['E-mail'] }))).toMatchObject({
      'E-mail': '-',
      Mail: '? email likely',
    });
  });

  test.each<[string, MappingOverrides, string, ImportType?]>([
    ['an unknown field', { map: [{ field: 'emial', column: 'Mail' }] }, 'mapping.unknownFieldNear'],
    ['a field by a name that others use', { map: [{ field: 'Login', column: 'Mail' }] }, 'mapping.unknownFieldNear'],
    ['nothing like a field', { skip: ['schoenmaat'] }, 'mapping.unknownField'],
    ['an unknown column', { map: [{ field: 'email', column: 'Male' }] }, 'mapping.unknownColumn'],
    ['a column beyond the last', { map: [{ field: 'email', column: '#4' }] }, 'mapping.unknownColumn'],
    ['an unknown column to ignore', { ignoreColumns: ['Opmerking'] }, 'mapping.unknownColumn'],
    [
      'two sources',
      { map: [{ field: 'email', column: 'Mail' }], fix: [{ field: 'EmAd', value: 'x' }] },
      'mapping.twoSources',
    ],
    ['a password for everyone', { fix: [{ field: 'password', value: 'Geheim-geheim-1' }] }, 'mapping.fixedPassword'],
    ['no user', { skip: ['user'] }, 'mapping.userSkipped'],
    [
      'a skipped field with a column',
      { skip: ['email'], map: [{ field: 'email', column: 'Mail' }] },
      'mapping.skippedAndMapped',
    ],
    [
      'a field of the other type',
      { map: [{ field: 'Groep', column: 'Afdeling' }] },
      'mapping.notAvailable',
      'mutation',
    ],
  ])('refuses %s', async (_, overrides, key, type) => {
    const { problems } = await map(ROW, overrides, type);
    expect(problems.map((problem) => problem.key)).toEqual([key]);
    // A value that was typed may be a password.
    expect(JSON.stringify(problems)).not.toContain('Geheim');
  });

  test('refuses a header of the other type, unless it is ignored by name', async () => {
    const content = 'Gebruiker;Mutatiecode\n12345.A;1\n';
    expect((await map(content, {}, 'mutation')).problems).toMatchObject([
      { key: 'mapping.notAvailable', params: { field: 'mutationCode', other: 'user' } },
    ]);
    expect(columnsOf(await map(content, { ignoreColumns: ['Mutatiecode'] }, 'mutation'))).toEqual({
      Gebruiker: 'user',
      Mutatiecode: '-',
    });
  });

  test('asks which of two columns of one name is meant', async () => {
    const content = 'Gebruiker;Mail;Mail\n12345.A;a@x.nl;b@x.nl\n';
    expect((await map(content, { map: [{ field: 'email', column: 'Mail' }] })).problems).toMatchObject([
      { key: 'mapping.columnTwice', params: { first: '#2', second: '#3' } },
    ]);
    expect((await map(content, { map: [{ field: 'email', column: '#3' }] })).mapping.email).toMatchObject({ index: 2 });
  });

  test('goes by number alone where there is no header', async () => {
    const file = await room.inspect(fileOf('UPN;E-mail\nGebruiker;Groep\n'), { header: false }, 'user');
    expect(room.map(file, 'user', {}).mapping).toEqual({});
    expect(room.map(file, 'user', { map: [{ field: 'user', column: '#2' }] }).mapping).toEqual({
      user: { kind: 'column', index: 1, header: '#2' },
    });
  });
});
