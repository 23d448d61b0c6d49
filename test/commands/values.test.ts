/** An HR export with its own words: composed values and value lists, by flags, from a file and from a definition. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { answerOf, runProgram } from '../support/breakProgram.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLE = join(ROOT, 'samples/hr-personeel.csv');
const folder = temporaryFolder('values');
const db = ['--db', join(folder, 'demo.db')];
const PLAN = ['plan', SAMPLE, '--env', 'T12345AA', '--json', ...db];

interface Row {
  readonly row: number;
  readonly user: string;
  readonly outcome: string;
  readonly source?: Readonly<Record<string, { readonly columns: object; readonly value: string }>>;
  readonly messages: readonly { readonly code: string; readonly field: string }[];
}

const rowsOf = async (run: number): Promise<Row[]> => {
  const { stdout } = await runProgram(['show', String(run), '--rows', '--json', ...db]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
};

beforeAll(async () => {
  await runProgram(['directory', 'import', join(ROOT, 'data/directory.json'), ...db]);
}, 60_000);

test('the sample is planned with its definition, and tells what it was made of', async () => {
  const imported = await runProgram(['definition', 'import', join(ROOT, 'samples/hr-personeel.yaml'), ...db]);
  expect(imported.status, imported.stderr).toBe(0);
  const planned = answerOf<{ run: number; summary: { outcomes: object } }>(
    await runProgram([...PLAN, '--definition', 'HR personeel']),
  );
  expect(planned.summary.outcomes).toMatchObject({ create: 4, rejected: 2 });
  const rows = await rowsOf(planned.run);
  expect(rows[0]).toMatchObject({
    user: '12345.4711B',
    source: {
      user: { columns: { Personeelsnummer: '4711', Roepnaam: 'Bea' }, value: '4711B' },
      group: { columns: { Afdeling: 'Financiële administratie' }, value: 'FIN' },
    },
  });
  // A value that is what its cell says has nothing beside it.
  expect(rows[1]?.source).not.toHaveProperty('group');
  expect(rows[4]?.messages).toContainEqual(expect.objectContaining({ code: 'VALUE_UNMAPPED', field: 'siteLanguage' }));
  expect(rows[5]?.messages.filter(({ code }) => code === 'COMPOSED_EMPTY').length).toBeGreaterThan(0);
});

const FLAGS = [
  ...['--type', 'user', '--map', 'user={Personeelsnummer|digits}{Roepnaam|ascii|first:1|upper}'],
  ...['--map', 'Omschrijving={Roepnaam} {Achternaam}', '--map', 'Groep=Afdeling', '--map', 'Mutatiecode=Status'],
  ...['--fix', 'E-mail=', '--fix', 'UPN=', '--ignore-column', 'Taal'],
  ...['--values', 'Status:In dienst=1', '--values', 'Status:Uit dienst=0', '--values-only', 'Status'],
];

test('the same by flags, with a list from a file; a definition is made of them', async () => {
  const list = join(folder, 'groepen.csv');
  await writeFile(list, 'Afdeling;Groep\nFinanciële administratie;FIN\nFin;FIN\n');
  const given = [...FLAGS, '--values-file', `Afdeling=${list}`];
  const { run } = answerOf<{ run: number }>(await runProgram([...PLAN, ...given]));
  const rows = await rowsOf(run);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'create', 'create', 'create', 'rejected', 'rejected']);
  const groups = await runProgram(['show', String(run), '--rows', '--where', 'field:group to:FIN', '--json', ...db]);
  expect(groups.stdout.trim().split('\n')).toHaveLength(2);
});

test.each([
  [['--map', 'UPN={Xyz}@x.nl'], /Xyz/u],
  [['--map', 'UPN={Roepnaam|groot}'], /groot[^]*lower, upper/u],
  [['--map', 'Persoon={Roepnaam'], /character 1/u],
  [['--map', 'password={Roepnaam}'], /assword/u],
  [['--values', 'Fin=FIN'], /Groep:Fin=FINANCE/u],
  [['--values', 'Persoon:a=b'], /Map a column first/u],
  [['--values', 'Status:In dienst=2'], /both 1 and 2/u],
])('%j is refused', async (more, told) => {
  const ran = await runProgram([...PLAN, ...FLAGS, ...more, '--lang', 'en']);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(told);
});

test.each([
  ['een;twee;drie\n1;2;3\n', /two columns/u],
  ['een;twee\na;b\na;c\n', /both b and c/u],
  ['een;twee\na;\n', /row 2/u],
])('a list that is none is refused: %j', async (content, told) => {
  const list = join(folder, 'fout.csv');
  await writeFile(list, content);
  const ran = await runProgram([...PLAN, ...FLAGS, '--values-file', `Afdeling=${list}`, '--lang', 'en']);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(told);
});
