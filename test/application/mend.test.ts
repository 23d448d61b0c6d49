/** Cells of a plan are mended: one by one, by a filter, or every cell that says the same (docs/rules.md, *Mended cells*). */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STANDARD_DEFAULTS, type FieldId } from '../../src/domain/fields.js';
import type { ImportSettings } from '../../src/domain/settings.js';
import { cellText } from '../../src/domain/sourceRow.js';
import { directories, imports } from '../support/engineArbitraries.js';
import { directoryOf } from '../support/engineDirectory.js';
import { openEngine, rowsOf, stopOf, type Engine } from '../support/engine.js';
import { madeFiles, planRows, type RowTexts } from '../support/engineRows.js';
import { freshEngine, manyRow, manyUsers } from '../support/engineTest.js';

/** What a plan says, whatever the numbers of its users. */
const essence = async (engine: Engine, run: number): Promise<unknown[]> =>
  (await rowsOf(engine, run)).map(({ planUser: _, dependsOn: __, ...row }) => row);

const cellsOf = async (engine: Engine, run: number, row: number): Promise<readonly string[]> => {
  const [source] = await engine.useCases.sourcesByNumber(run, [row]);
  return source?.source.cells.map(cellText) ?? [];
};

const ROWS: RowTexts[] = [0, 1, 2, 3].map((at) =>
  manyRow(at, { mutationCode: '1', group: at === 3 ? 'INKOOP' : 'Ink' }),
);

async function planned(): Promise<readonly [Engine, number]> {
  const engine = await freshEngine({ users: manyUsers(4), groups: { 'T12345AA INKOOP': '' } });
  const { run } = await planRows(engine.useCases, { rows: ROWS });
  expect(run.summary.outcomes).toMatchObject({ rejected: 3 });
  return [engine, run.id];
}

describe('a mend', () => {
  test('of every cell that is exactly one text mends those, and no others', async () => {
    const [engine, run] = await planned();
    const { mended, run: after } = await engine.useCases.mend(run, {
      replace: [{ place: 'Groep', from: 'Ink', to: 'INKOOP' }],
    });
    expect(mended).toEqual({ cells: 3, rows: 3 });
    expect(after.summary.outcomes).toMatchObject({ rejected: 0, update: 4 });
  });

  test('by a filter, and by rows, in several fields at once', async () => {
    const [engine, run] = await planned();
    const values = [
      { place: 'group', value: 'INKOOP' },
      { place: 'Omschrijving', value: 'Samen' },
    ];
    const { mended } = await engine.useCases.mend(run, {
      where: { terms: [{ field: 'outcome', operator: 'is', value: 'rejected', negated: false }] },
      rows: [2, 3, 5],
      values,
    });
    expect(mended).toEqual({ cells: 4, rows: 2 });
  });

  test('that changes no cell leaves the plan, and its approval, as they are', async () => {
    const [engine, run] = await planned();
    const before = await engine.useCases.answer(run);
    const { mended, run: after } = await engine.useCases.mend(run, {
      replace: [{ place: 'group', from: 'ink', to: 'X' }],
    });
    expect(mended).toEqual({ cells: 0, rows: 0 });
    expect(after).toEqual(before.run);
  });

  test('is taken back one by one, or all at once', async () => {
    const [engine, run] = await planned();
    const whole = await essence(engine, run);
    await engine.useCases.mend(run, {
      rows: [2, 3],
      values: [
        { place: 'group', value: 'INKOOP' },
        { place: 'email', value: 'anders@voorbeeld.nl' },
      ],
    });
    await engine.useCases.mend(run, { rows: [2], restore: ['email'] });
    expect(await cellsOf(engine, run, 2)).toEqual(expect.arrayContaining(['INKOOP', 'm000@voorbeeld.nl']));
    expect(await cellsOf(engine, run, 3)).toContain('anders@voorbeeld.nl');
    const { mended } = await engine.useCases.mend(run, { restore: [] });
    expect(mended).toEqual({ cells: 3, rows: 2 });
    expect(await essence(engine, run)).toEqual(whole);
  });

  test.each([
    ['Afdeling', 'mend.unknown'],
    ['person', 'mend.noColumn'],
    ['password', 'usage.passwordTyped'],
  ])('of %s is refused', async (place, key) => {
    const [engine, run] = await planned();
    const stop = await stopOf(engine.useCases.mend(run, { rows: [2], values: [{ place, value: 'x' }] }));
    expect(stop).toMatchObject({ kind: 'wrongUse', key });
  });

  test('of a password is refused where somebody could read along', async () => {
    const engine = await freshEngine({ users: manyUsers(1) });
    const { run } = await planRows(engine.useCases, {
      rows: [manyRow(0, { mutationCode: '5', password: 'een-lang-wachtwoord' })],
    });
    const values = [{ place: 'password', value: 'een-ander-wachtwoord' }];
    expect(await stopOf(engine.useCases.mend(run.id, { rows: [2], values }))).toMatchObject({
      key: 'usage.passwordTyped',
    });
    expect((await engine.useCases.mend(run.id, { rows: [2], values, hidden: true })).mended.cells).toBe(1);
  });
});

const COLUMNS = ['description', 'email', 'group', 'mutationCode', 'user'] as const satisfies readonly FieldId[];
const texts = fc.constantFrom('', 'G1', 'g9', 'a@x.nl', 'Een', 'a;b "c"', '  ', '1', 'B', 'é');

test('mending a row and importing the mended file give the same plan', async () => {
  await fc.assert(
    fc.asyncProperty(
      directories,
      imports({ type: 'user' }),
      fc.array(fc.record({ at: fc.nat(20), place: fc.constantFrom(...COLUMNS), value: texts }), {
        minLength: 1,
        maxLength: 4,
      }),
      async (note, file, wanted) => {
        const engine = await openEngine({ directory: directoryOf(note), files: madeFiles() });
        try {
          const settings = { emptyRules: file.empty };
          const mends = wanted
            .filter(({ place }) => file.columns.includes(place))
            .map((one) => ({ ...one, at: one.at % file.rows.length }));
          const { run } = await planRows(engine.useCases, { ...file, settings });
          for (const { at, place, value } of mends)
            await engine.useCases.mend(run.id, { rows: [at + 2], values: [{ place, value }] });
          const rows = file.rows.map((row, at): RowTexts => ({
            ...row,
            ...Object.fromEntries(mends.filter((one) => one.at === at).map(({ place, value }) => [place, value])),
          }));
          const other = await planRows(engine.useCases, { ...file, rows, settings });
          expect(await essence(engine, run.id)).toEqual(await essence(engine, other.run.id));
        } finally {
          await engine.close();
        }
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 40) },
  );
});

type Cells = readonly (readonly string[])[];

/** Files as programs write them, with the fields on top. */
const WRITERS: Readonly<Record<string, (path: string, rows: Cells) => Promise<void>>> = {
  csv: (path, rows) =>
    writeFile(path, rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')),
  xlsx: async (path, rows) => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Blad1').addRows(rows.map((row) => [...row]));
    await workbook.xlsx.writeFile(path);
  },
};

async function plannedFile(
  { useCases }: Engine,
  path: string,
  emptyRules: ImportSettings['emptyRules'],
): Promise<number> {
  const file = await useCases.inspect(path, { header: true }, 'user');
  const { mapping, problems, unsettled } = useCases.map(file, 'user', {});
  expect([problems, unsettled]).toEqual([[], []]);
  const settings = { type: 'user', mapping, defaults: STANDARD_DEFAULTS, emptyRules } as const;
  return (await useCases.plan({ file, environment: 'T12345AA', settings, importAgain: true })).run.id;
}

test.each(Object.entries(WRITERS))('so does a mended file that is a real one: %s', async (ending, write) => {
  const one = fc.record({ at: fc.nat(20), place: fc.constantFrom('description', 'email', 'group'), value: texts });
  await fc.assert(
    fc.asyncProperty(
      directories,
      imports({ type: 'user' }),
      fc.array(one, { minLength: 1, maxLength: 4 }),
      async (note, file, wanted) => {
        // A row of nothing at all is no row of a file.
        const rows = file.rows.map((row) => file.columns.map((field) => cellText(row[field])));
        fc.pre(rows.every((row) => row[file.columns.indexOf('user')] !== ''));
        const engine = await openEngine({ directory: directoryOf(note) });
        try {
          const paths = ['file', 'mended'].map((name) => join(engine.folder, `${name}.${ending}`)) as [string, string];
          await write(paths[0], [file.columns, ...rows]);
          const run = await plannedFile(engine, paths[0], file.empty);
          for (const { at, place, value } of wanted) {
            const column = file.columns.indexOf(place);
            if (column < 0) continue;
            await engine.useCases.mend(run, { rows: [(at % rows.length) + 2], values: [{ place, value }] });
            rows[at % rows.length]?.splice(column, 1, value);
          }
          await write(paths[1], [file.columns, ...rows]);
          const other = await plannedFile(engine, paths[1], file.empty);
          expect(await essence(engine, run)).toEqual(await essence(engine, other));
        } finally {
          await engine.close();
        }
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 3) },
  );
});
