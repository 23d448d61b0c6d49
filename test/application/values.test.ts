/** Value lists and composed values, as a plan makes them (docs/rules.md, *Value lists*, *Composed values*). */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionOf } from '../../src/application/definitions.js';
import { readValueList } from '../../src/application/valueList.js';
import { readField } from '../../src/commands/line/fieldSettings.js';
import { createImportFiles } from '../../src/files/importFiles.js';
import type { FieldSource } from '../../src/domain/settings.js';
import { directories, imports } from '../support/engineArbitraries.js';
import { directoryOf } from '../support/engineDirectory.js';
import { openEngine, rowsOf, type Engine } from '../support/engine.js';
import { madeFiles, planRows, type RowTexts } from '../support/engineRows.js';
import { freshEngine, manyRow, manyUsers } from '../support/engineTest.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const folder = temporaryFolder('list');

const column = (index: number, header: string, more: object = {}): FieldSource => ({
  kind: 'column',
  index,
  header,
  ...more,
});
const USERS = { users: manyUsers(3), groups: { 'T12345AA FINANCE': '' } };

const told = async (engine: Engine, run: number): Promise<unknown[]> =>
  (await rowsOf(engine, run)).map(({ outcome, messages }) => [
    outcome,
    ...messages.filter(({ level }) => level === 'error').map(({ code }) => code),
  ]);

describe('a value list', () => {
  const rows: RowTexts[] = ['Fin', 'Xfin', 'FINANCE', ''].map((group, at) =>
    manyRow(Math.min(at, 2), { mutationCode: '1', group }),
  );
  const columns = ['user', 'description', 'email', 'upn', 'mutationCode', 'group'] as const;
  const settings = (more: object): object => ({
    mapping: Object.fromEntries(
      columns.map((field, index) => [field, column(index, field, field === 'group' ? more : {})]),
    ),
  });

  test('points exactly its texts at others; what is not listed stays', async () => {
    const engine = await freshEngine(USERS);
    const given = { rows, columns, settings: settings({ values: { Fin: 'FINANCE' } }) };
    const { run } = await planRows(engine.useCases, given);
    expect(await told(engine, run.id)).toEqual([['update'], ['rejected', 'GROUP_UNKNOWN'], ['update'], ['unchanged']]);
  });

  test('alone rejects what is not in it, and an empty cell is empty', async () => {
    const engine = await freshEngine(USERS);
    const given = { rows, columns, settings: settings({ values: { Fin: 'FINANCE' }, valuesOnly: true }) };
    const { run } = await planRows(engine.useCases, given);
    expect(await told(engine, run.id)).toEqual([
      ['update'],
      ['rejected', 'VALUE_UNMAPPED'],
      ['rejected', 'VALUE_UNMAPPED'],
      ['unchanged'],
    ]);
  });

  test('is not asked again of what somebody mended to what it makes', async () => {
    const engine = await freshEngine(USERS);
    const given = { rows, columns, settings: settings({ values: { Fin: 'FINANCE', FINANCE: 'X' }, valuesOnly: true }) };
    const { run } = await planRows(engine.useCases, given);
    await engine.useCases.mend(run.id, { rows: [3], values: [{ place: 'group', value: 'FINANCE' }] });
    expect((await told(engine, run.id))[1]).toEqual(['update']);
  });

  test('is the same as the file with the values replaced', async () => {
    const lists = fc.dictionary(
      fc.constantFrom('G1', 'g2', 'G3', 'Een', 'Twee', 'a@x.nl', 'A', 'B', '1', '4', 'J'),
      fc.constantFrom('G1', 'G9', 'Anders', 'c@x.nl', 'C', '3', '0', 'N'),
      { maxKeys: 4 },
    );
    await fc.assert(
      fc.asyncProperty(
        directories,
        imports({ type: 'user' }),
        fc.constantFrom('group', 'description', 'email', 'user', 'mutationCode', 'profit'),
        lists,
        async (note, file, field, values) => {
          fc.pre(file.columns.includes(field));
          const engine = await openEngine({ directory: directoryOf(note), files: madeFiles() });
          try {
            const plain = Object.fromEntries(file.columns.map((id, index) => [id, column(index, id)]));
            const listed = { ...plain, [field]: column(file.columns.indexOf(field), field, { values }) };
            const replaced = file.rows.map((row): RowTexts => {
              const cell = row[field];
              return typeof cell === 'string' && Object.hasOwn(values, cell)
                ? { ...row, [field]: { kind: 'typed', text: values[cell] ?? '' } }
                : row;
            });
            const emptyRules = file.empty;
            const one = await planRows(engine.useCases, { ...file, settings: { emptyRules, mapping: listed } });
            const other = await planRows(engine.useCases, {
              ...file,
              rows: replaced,
              settings: { emptyRules, mapping: plain },
            });
            const essence = async (run: number): Promise<unknown[]> =>
              (await rowsOf(engine, run)).map(({ planUser: _, dependsOn: __, ...row }) => row);
            expect(await essence(one.run.id)).toEqual(await essence(other.run.id));
          } finally {
            await engine.close();
          }
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  });
});

describe('a composed value', () => {
  const upn: FieldSource = {
    kind: 'composed',
    template: '{nummer|lower}@school.nl',
    parts: [{ index: 1, header: 'nummer', functions: [{ name: 'lower' }] }, '@school.nl'],
  };
  const given = (cells: readonly string[]): Parameters<typeof planRows>[1] => ({
    rows: cells.map((person, at) => ({ ...manyRow(at, { mutationCode: '1' }), upn: person })),
    columns: ['user', 'upn', 'description', 'email', 'mutationCode'],
    settings: {
      mapping: {
        user: column(0, 'user'),
        upn,
        description: column(2, 'description'),
        email: column(3, 'email'),
        mutationCode: column(4, 'code'),
      },
    },
  });

  test('is what its columns make of it, or the row is rejected', async () => {
    const engine = await freshEngine(USERS);
    const { run } = await planRows(engine.useCases, given(['A12', '', 'B7 ']));
    expect(await told(engine, run.id)).toEqual([['update'], ['rejected', 'COMPOSED_EMPTY'], ['update']]);
    const rows = await rowsOf(engine, run.id);
    expect(rows[0]?.changes[0]?.fields).toContainEqual(['upn', 'm000@voorbeeld.nl', 'a12@school.nl']);
  });

  test('is composed anew when the plan is worked out again, of cells that are mended by their header', async () => {
    const engine = await freshEngine(USERS);
    const { run } = await planRows(engine.useCases, given(['A12', '']));
    await engine.useCases.mend(run.id, { rows: [3], values: [{ place: 'upn', value: 'x' }] }).catch(() => undefined);
    const { run: source } = await engine.useCases.answer(run.id);
    expect(source.headers[1]).toBe('upn');
    const again = await engine.useCases.planAgain(run.id, {});
    expect(again.differences).toEqual([]);
  });
});

test('a definition takes a list by the header of a column as well, of the field that takes its value from it', () => {
  const saved = (field: string): unknown =>
    definitionOf(
      {
        name: 'HR',
        type: 'user',
        overrides: {
          map: [
            { field: 'group', column: 'Afd.' },
            { field: 'person', column: 'AFD' },
          ],
          values: [{ field, from: 'Fin', to: 'FINANCE' }],
          valuesOnly: [field],
        },
      },
      readField,
    ).mapping;
  const list = { values: { Fin: 'FINANCE' }, valuesOnly: true };
  for (const field of ['Groep', 'Afd.'])
    expect(saved(field)).toEqual({ group: { column: 'Afd.', ...list }, person: { column: 'AFD' } });
  expect(saved('AFD')).toEqual({ group: { column: 'Afd.' }, person: { column: 'AFD', ...list } });
  expect(() => saved('Kleur')).toThrow(expect.objectContaining({ key: 'usage.unknownField' }));
});

test('a list of as many values as there may be is none too many with the line above them', async () => {
  const path = join(folder, 'groepen.csv');
  const write = (values: number): Promise<void> =>
    writeFile(path, `Naam;Groep\n${Array.from({ length: values }, (_, at) => `n${at};G${at % 9}\n`).join('')}`);
  const read = (): ReturnType<typeof readValueList> => readValueList({ files: createImportFiles() }, path);
  await write(20_000);
  expect(await read()).toHaveLength(20_001);
  await write(20_001);
  await expect(read()).rejects.toMatchObject({ key: 'values.tooMany' });
});
