/** Who is not in the file, by command: counted in every answer, blocked where that is asked, and kept in a definition. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { codeOf, populationOf, TARGET } from '../support/breakPopulation.js';
import { newDatabase, newFolder } from '../support/breakDatabase.js';
import { answerOf, runProgram } from '../support/breakProgram.js';

let db: string[];
let file: string;

beforeEach(async () => {
  const folder = await newFolder();
  db = ['--db', await newDatabase(join(folder, 'absent.db'), populationOf(10))];
  file = join(folder, 'hr.csv');
  // Ten users, of whom the tenth is blocked; two of the others are missing.
  const lines = [0, 1, 2, 3, 4, 5, 6].map(
    (at) => `${codeOf(at)};1;Gebruiker ${at};u${at}@voorbeeld.nl;u${at}@voorbeeld.nl`,
  );
  await writeFile(file, ['Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN', ...lines].join('\n'));
});

const plan = (...more: string[]): ReturnType<typeof runProgram> =>
  runProgram(['plan', file, '--env', TARGET, '--type', 'user', ...db, ...more]);

function jsonLines({ stdout }: { readonly stdout: string }): readonly unknown[] {
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
}

test('a plan counts them, and says that nothing happens to them', async () => {
  const ran = await plan('--json');
  expect(answerOf(ran)).toMatchObject({ absent: { users: 2, action: 'none' }, changes: 0 });
  const text = await plan('--lang', 'nl');
  expect(text.stdout).toContain('2 actieve gebruikers staan niet in het bestand; daarmee gebeurt niets');
});

test('asked to block them, each is a row without a number', async () => {
  const { run, absent, summary } = answerOf<{
    run: number;
    absent: unknown;
    summary: { outcomes: unknown; codes: Record<string, unknown> };
  }>(await plan('--absent', 'block', '--json'));
  expect(absent).toEqual({ users: 2, action: 'block' });
  expect(summary.outcomes).toMatchObject({ block: 2, unchanged: 7 });
  expect(summary.codes['absent']).toMatchObject({ block: 2 });
  const rows = await runProgram(['show', String(run), '--rows', '--outcome', 'block', '--json', ...db]);
  expect(jsonLines(rows)).toMatchObject([
    { row: null, source: 'absent', user: codeOf(7), outcome: 'block', lastChange: null },
    { row: null, source: 'absent', user: codeOf(8), outcome: 'block' },
  ]);
  const text = await runProgram(['show', String(run), '--rows', '--outcome', 'block', '--lang', 'en', ...db]);
  expect(text.stdout).toMatch(/^Not in the file/mu);
  const report = await runProgram(['report', String(run), '-o', '-', '--as', 'csv', ...db]);
  expect(report.stdout).toMatch(new RegExp(`^Not in the file;${codeOf(7)};0;block;`, 'mu'));
});

test('a definition says the same, for those whom a filter finds', async () => {
  const saved = await runProgram([
    ...['definition', 'save', 'HR', '--type', 'user', '--absent', 'block-keep-groups'],
    ...['--absent-where', `-user:${codeOf(8)}`, '--json', ...db],
  ]);
  expect(answerOf(saved)).toMatchObject({ absent: { action: 'block-keep-groups', where: `-user:${codeOf(8)}` } });
  const planned = await runProgram(['plan', file, '--env', TARGET, '--definition', 'HR', '--json', ...db]);
  expect(answerOf(planned)).toMatchObject({
    absent: { users: 2, action: 'block-keep-groups' },
    summary: { outcomes: { block: 1 } },
  });
  const shown = await runProgram(['definition', 'show', 'HR', ...db]);
  expect(shown.stdout).toContain('action: block-keep-groups');
});

test.each([
  [['--absent', 'weg'], /none, block, block-keep-groups/u],
  [['--absent-where', 'group:HRM'], /--absent block/u],
  [['--absent', 'block', '--absent-where', 'afdeling:HRM'], /afdeling:HRM/u],
])('%j is refused', async (given, told) => {
  const ran = await plan(...given, '--lang', 'nl');
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(told);
});

test('`row:` lists them without a row of the plan too, as they are now, with what was changed last', async () => {
  await runProgram(['user', 'set', codeOf(8), '--env', TARGET, 'description=Anders', '--yes', ...db]);
  const { run } = answerOf<{ run: number }>(await plan('--json'));
  await runProgram(['user', 'block', codeOf(7), '--env', TARGET, '--yes', ...db]);
  const shown = await runProgram(['show', String(run), '--rows', '--where', 'row:', '--json', ...db]);
  expect(jsonLines(shown)).toMatchObject([
    {
      ...{ row: null, source: 'absent', user: codeOf(8), name: 'Anders', outcome: 'unchanged', changes: [] },
      lastChange: { run: 1, operator: expect.any(String) },
    },
  ]);
  expect(shown.stderr).toContain('remark.absentNow');
});
