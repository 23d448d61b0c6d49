/** `mend`: two faults that were made in many rows of a large file are put right with two orders. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerOf, runProgram } from '../support/breakProgram.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const SAMPLE = join(import.meta.dirname, '../../samples/groot');
const folder = temporaryFolder('mend');
const db = ['--db', join(folder, 'groot.db')];

beforeAll(async () => {
  await runProgram(['directory', 'import', join(SAMPLE, 'directory.json'), ...db]);
  const order = [join(SAMPLE, 'personeel.csv'), '--env', 'O24680AA', '--type', 'user'];
  expect(await runProgram(['plan', ...order, ...db])).toMatchObject({ status: 3 });
}, 60_000);

const mend = (...words: string[]): ReturnType<typeof runProgram> => runProgram(['mend', '1', ...words, ...db]);

describe('5,000 rows', { timeout: 60_000 }, () => {
  test('every cell that says the same is mended, and the rows are told of with what the file has', async () => {
    const ran = await mend('--replace', 'group:Fin=FINANCE', '--json');
    expect(ran.status).toBe(3);
    expect(answerOf(ran)).toMatchObject({ mended: { cells: 37, rows: 37 }, summary: { outcomes: { rejected: 60 } } });
    const { stdout } = await runProgram(['show', '1', '--rows', '--where', 'user:24680.MPRINS1163', '--json', ...db]);
    expect(JSON.parse(stdout)).toMatchObject({
      mended: [{ field: 'group', column: 'Groep', from: 'Fin', to: 'FINANCE' }],
    });
    const text = await runProgram(['show', '1', '--rows', '--where', 'user:24680.MPRINS1163', '--lang', 'nl', ...db]);
    expect(text.stdout).toContain('Groep hersteld: Fin → FINANCE');
  });

  test('by a filter, in a field by its label', async () => {
    const ran = await mend('--where', 'outcome:rejected', 'Voorkeur site=1043', '--lang', 'nl');
    expect(ran.status).toBe(0);
    expect(ran.stderr).toContain('60 cellen van 60 rijen hersteld; plan 1 is opnieuw uitgewerkt');
  });

  test('what was mended is taken back', async () => {
    const ran = await mend('--restore', 'group', '--json');
    expect(answerOf(ran)).toMatchObject({ mended: { cells: 37, rows: 37 }, summary: { outcomes: { rejected: 37 } } });
    const all = await mend('--restore', '--json');
    expect(answerOf(all)).toMatchObject({ mended: { cells: 60, rows: 60 } });
    expect(all.stderr).toContain('60 cells of 60 rows as in the file again');
  });

  test('what comes to nothing is told, and changes nothing', async () => {
    const ran = await mend('--replace', 'group:NERGENS=HRM', '--lang', 'nl');
    expect(ran.stderr).toContain('Geen cel van plan 1 wordt hierdoor anders');
  });
});

test.each([
  [[], /field=value, --replace/u],
  [['group=HRM'], /--row or --where/u],
  [['--row', '2', 'Kleur=rood'], /Kleur[^]*group/u],
  [['--row', '2', 'Emial=x'], /Emial is no field[^]*Did you mean email\?/u],
  [['--row', '2', 'password=geheim-geheim-1'], /give no password/u],
  [['--row', '9-2', 'group=HRM'], /9-2/u],
  [['--replace', 'Fin=FINANCE'], /group:Fin=FINANCE/u],
  [['--row', '2', 'person'], /mend person/u],
  [['--row', '2', 'group=HRM', 'Groep=PZ'], /two values: Groep/u],
  [['--replace', 'group:Fin=HRM', '--replace', 'Groep:Fin=PZ'], /two values: Groep:Fin/u],
  [['--replace', 'group:Fin=HRM', '--restore'], /--restore/u],
])('%j is refused', async (words, told) => {
  const ran = await mend(...words, '--lang', 'en');
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(told);
  expect(ran.stderr).not.toContain('geheim-geheim-1');
});
