/** The number of cells of a text file's rows: what is more, or less, is told, whatever the cells hold. */
import { describe, expect, test } from 'vitest';
import { cellsOf, fileOf, readWhole } from './reading.js';

const HEADER = 'Gebruiker;Mutatiecode;Omschrijving;UPN';

async function shapesOf(content: string): Promise<readonly unknown[]> {
  return (await readWhole(fileOf(content))).rows.map(({ row, shape }) => [row, shape?.found, shape?.expected]);
}

const told = (found: number): unknown[] => [3, found, 4];
const RIGHT = [
  [2, undefined, undefined],
  [4, undefined, undefined],
];

describe('a row of a text file', () => {
  const cells = ['12345.B', '1', 'Piet', 'p@voorbeeld.nl'];
  for (let at = 0; at <= cells.length; at++) {
    for (const last of ['p@voorbeeld.nl', '']) {
      test(`with a cell more at place ${at + 1}, the last one "${last}", is told`, async () => {
        const row = cells
          .with(3, last)
          .toSpliced(at, 0, at % 2 === 0 ? '' : 'Bea')
          .join(';');
        const [first, second] = RIGHT;
        expect(await shapesOf(`${HEADER}\n12345.A;1;Jan;\n${row}\n12345.C;1;Kim;k@voorbeeld.nl\n`)).toEqual([
          first,
          told(5),
          second,
        ]);
      });
      if (at === cells.length) continue;
      test(`with a cell less at place ${at + 1}, the last one "${last}", is told`, async () => {
        const row = cells.with(3, last).toSpliced(at, 1).join(';');
        expect((await shapesOf(`${HEADER}\n12345.A;1;Jan;\n${row}\n`))[1]).toEqual(told(3));
      });
    }
  }

  test.each([1, 2, 5])('may have %i delimiters behind the last column, where all rows have', async (more) => {
    const reading = await readWhole(
      fileOf(`${HEADER}\n12345.A;1;Jan;j@voorbeeld.nl${';'.repeat(more)}\n12345.B;1;Piet;${';'.repeat(more)}\n`),
    );
    expect(reading.rows.map(({ shape }) => shape)).toEqual([undefined, undefined]);
    expect(reading.rows[0]?.cells.slice(0, 4)).toEqual(['12345.A', '1', 'Jan', 'j@voorbeeld.nl']);
  });

  test('is told where only some rows have a delimiter more', async () => {
    expect(await shapesOf(`${HEADER}\n12345.A;1;Jan;;\n12345.B;1;Piet;\n`)).toEqual([
      [2, 5, 4],
      [3, undefined, undefined],
    ]);
  });

  test('is judged by the whole file, also far down', async () => {
    const many = '12345.A;1;Jan;;\n'.repeat(20_000);
    const { rows } = await readWhole(fileOf(`${HEADER}\n${many}`));
    expect(rows.filter(({ shape }) => shape)).toEqual([]);
    const other = await readWhole(fileOf(`${HEADER}\n${many}12345.B;1;Piet;\n`));
    expect(other.rows.filter(({ shape }) => shape).length).toBe(20_000);
    expect(other.rows.at(-1)?.shape).toBeUndefined();
  });

  test.each(['12345.A;1;Bakker; Bea;', '12345.A;1;Noor O&#39;Neill;', '12345.A;1;R&amp;D;'])(
    'is told where a delimiter within a text made it longer, in each row: %s',
    async (row) => {
      expect(await shapesOf(`${HEADER}\n${row}\n${row}\n`)).toEqual([
        [2, 5, 4],
        [3, 5, 4],
      ]);
    },
  );

  test('may lack the cells behind the last column that has a name, and no others', async () => {
    const header = 'Gebruiker;Omschrijving;;\n';
    expect(cellsOf(await readWhole(fileOf(`${header}12345.A;Jan;;\n12345.B;Piet\n`)))).toEqual([
      ['12345.A', 'Jan', '', ''],
      ['12345.B', 'Piet'],
    ]);
    expect(await shapesOf(`${header}12345.A\n`)).toEqual([[2, 1, 2]]);
    expect(await shapesOf(`${header}12345.A;Jan;;;\n12345.B;Piet;;\n`)).toEqual([
      [2, 5, 4],
      [3, undefined, undefined],
    ]);
  });
});
