/** How fast files are read, and in how much memory; run by `npm run bench`. */
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createImportFiles } from '../../src/files/importFiles.js';
import { createOutputFiles } from '../../src/files/writers/outputFiles.js';
import { fileTexts } from '../../src/language/files.js';
import { newPath } from './reading.js';

const ROWS = 100_000;
const HEADER = [
  'Gebruiker',
  'Mutatiecode',
  'Nieuwe gebruikerscode',
  'Omschrijving',
  'E-mail',
  'UPN',
  'Groep',
  'Profit',
  'OutSite',
  'Persoon',
];

function cellsOf(at: number): string[] {
  const address = `gebruiker${at}@voorbeeld.nl`;
  return [
    `12345.U${at}`,
    '1',
    '',
    `Gebruiker ${at} van Dam`,
    address,
    address,
    'INKOOP',
    'J',
    'N',
    String(100_000 + at),
  ];
}

function* rows(count: number): Generator<string[][]> {
  for (let at = 0; at < count; at += 1000) yield Array.from({ length: 1000 }, (_, next) => cellsOf(at + next));
}

/** Seconds that recognising and reading take, the best of three, and the megabytes that memory rises. */
async function measure(path: string): Promise<{ seconds: number; rose: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  let seconds = Infinity;
  for (let turn = 0; turn < 3; turn++) {
    const start = performance.now();
    const room = createImportFiles();
    const { chunks, totals } = room.read(await room.inspect(path, {}, 'user'), 5000);
    for await (const _ of chunks) peak = Math.max(peak, process.memoryUsage().rss);
    expect(totals.rows % ROWS).toBe(0);
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
  }
  const rose = (peak - before) / 1_048_576;
  console.log(`${path.split('/').at(-1)}: ${seconds.toFixed(2)} s, ${rose.toFixed(0)} MB`);
  return { seconds, rose };
}

for (const [name, quote] of [
  ['plain.csv', ''],
  ['quoted.csv', '"'],
] as const) {
  test(`100,000 rows of ten columns, ${name}`, async () => {
    const path = newPath(name);
    const lines = [HEADER, ...[...rows(ROWS)].flat()].map((cells) =>
      cells.map((cell) => quote + cell + quote).join(';'),
    );
    writeFileSync(path, lines.join('\r\n'));
    expect((await measure(path)).seconds).toBeLessThan(0.5);
  });
}

test('a million rows take no more memory', async () => {
  const path = newPath('million.csv');
  await createOutputFiles(fileTexts).writeTable(
    { name: '', columns: HEADER.map((title) => ({ title })), rows: rows(ROWS * 10) },
    { path },
  );
  expect((await measure(path)).rose).toBeLessThan(300);
});

test('100,000 rows of ten columns in a workbook', async () => {
  const path = newPath('book.xlsx');
  await createOutputFiles(fileTexts).writeTable(
    { name: 'S', columns: HEADER.map((title) => ({ title })), rows: rows(ROWS) },
    { path },
  );
  const { seconds, rose } = await measure(path);
  expect(seconds).toBeLessThan(5);
  expect(rose).toBeLessThan(300);
});
