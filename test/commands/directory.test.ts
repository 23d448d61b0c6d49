/** `directory export | import`, `schema` and `env remove`, as a script runs them. */
import { readFile, writeFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { DEMO_DIRECTORY, sample, startProgram, type Program } from './program.js';

const same = (count: number): object => ({ created: 0, changed: 0, same: count });
const UNTOUCHED = { environments: same(8), persons: same(1200), groups: same(80), users: same(566) };

async function give(program: Program, given: unknown, ...more: string[]): ReturnType<Program['run']> {
  return program.run(['directory', 'import', '-', ...more], { stdin: JSON.stringify(given) });
}

/** A file in the program's folder. */
async function file(program: Program, name: string, content: string | Buffer): Promise<string> {
  await writeFile(program.path(name), content);
  return program.path(name);
}

it('counts what was created, changed and the same, in words and in JSON', async () => {
  const program = await startProgram();
  const { stdout } = await program.run(['directory', 'import', DEMO_DIRECTORY]);
  expect(stdout).toMatch(/created +changed +same\n.*environments +8 +0 +0\n.*persons +1200 +0 +0\n/u);
  expect(await program.json(['directory', 'import', DEMO_DIRECTORY])).toEqual({ format: '1.0', ...UNTOUCHED });
  const dutch = await program.run(['directory', 'import', DEMO_DIRECTORY, '--dry-run', '--lang', 'nl']);
  expect(dutch.stdout).toMatch(/^Er is niets geschreven\.[^\n]*\n +nieuw +gewijzigd +gelijk\n/u);
});

it('what is exported carries its format, fits the schema, and is imported as the same', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const { stdout } = await program.run(['directory', 'export']);
  expect(JSON.parse(stdout)).toMatchObject({ format: '1.0' });
  const schema = z.fromJSONSchema(JSON.parse((await program.run(['schema', 'directory'])).stdout));
  for (const text of [stdout, await readFile(DEMO_DIRECTORY, 'utf8')])
    expect(schema.safeParse(JSON.parse(text)).success).toBe(true);
  const bom = await program.run(['directory', 'import', '-', '--json'], { stdin: `\ufeff${stdout}` });
  expect(JSON.parse(bom.stdout)).toEqual({ format: '1.0', ...UNTOUCHED });
  expect(await program.run(['schema', 'rij'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^There is no schema rij; choose from audit, .*, directory, .*, row, run/u) as string,
  });
});

it('an import of the same leaves a waiting plan fresh; a change does not', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(['plan', sample('gebruiker-mutatie.csv'), '--env', 'T12345AA', '--type', 'mutation']);
  const { stdout } = await program.run(['directory', 'export']);
  await program.run(['directory', 'import', '-'], { stdin: stdout });
  const raised = ['--max-clears', '100%', '--allow-clear', 'email,upn,description', '--max-rejected', '100%'];
  const { status, stderr } = await program.run(['apply', '1', ...raised]);
  expect([0, 3], stderr).toContain(status);
});

it('a change of a user that a plan relies on makes it stale', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const planned = await program.json([
    'plan',
    sample('gebruiker-mutatie.csv'),
    '--env',
    'T12345AA',
    '--type',
    'mutation',
  ]);
  const rows = (await program.run(['show', String(planned.run), '--rows', '--json'])).stdout.trim().split('\n');
  const { user } = rows.map((row) => JSON.parse(row)).find(({ outcome }) => outcome === 'update');
  expect(await give(program, { users: [{ environment: 'T12345AA', user, siteLanguage: '2067' }] })).toMatchObject({
    status: 0,
  });
  expect(await program.run(['apply', String(planned.run)])).toMatchObject({ status: 5 });
});

it('an unknown name is refused with its place, and nothing of the user changes', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const before = (await program.run(['directory', 'export'])).stdout;
  const refused = await give(program, {
    users: [{ environment: 'T12345AA', user: '12345.BBA', 'e-mail': 'nieuw@voorbeeld.nl' }],
  });
  expect(refused).toEqual({
    status: 2,
    stdout: '',
    stderr: 'Nothing was imported: 1 fault in standard input.\n  users[0].e-mail: unknown name.\n',
  });
  expect(await give(program, { users: [{ environment: 'T12345AA', user: '12345.BBA', blocked: true }] })).toMatchObject(
    {
      status: 0,
    },
  );
  const after = (await program.run(['directory', 'export'])).stdout.split('\n');
  const changed = before.split('\n').filter((line) => !after.includes(line));
  expect(changed).toHaveLength(1);
  expect(after).toContain(changed[0]?.replace('"blocked":false', '"blocked":true'));
});

it('is no way round a second person', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const user = { environment: 'O67890AA', user: '67890.OVO', upn: 'jan@evil.nl', access: { portalAdmin: true } };
  for (const more of [[], ['--dry-run'], ['--yes']]) {
    const { status, stderr } = await give(program, { users: [user] }, ...more);
    expect(status).toBe(4);
    expect(stderr).toContain('instroom plan FILE --env O67890AA --type user');
  }
  for (const change of [{ approval: 'none' }, { type: 'test' }, { deleted: true }])
    expect(await give(program, { environments: [{ code: 'O67890AA', ...change }] })).toMatchObject({ status: 2 });
  expect(await program.json(['directory', 'import', DEMO_DIRECTORY])).toMatchObject(UNTOUCHED);
});

it('bytes that are not UTF-8 are refused with their line', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const text = '{"persons":[\n{"environment":"T12345AA","code":"1","name":"Zoë"}]}';
  const path = await file(program, 'latin.json', Buffer.from(text, 'latin1'));
  expect(await program.run(['directory', 'import', path])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('latin.json is not UTF-8: line 2 '),
  });
  const utf16 = await file(program, 'utf16.json', Buffer.from(`\ufeff${text}`, 'utf16le'));
  expect(await program.run(['directory', 'import', utf16])).toMatchObject({ status: 2 });
});

it('persons, groups and users come as lists as well, in the words of either language', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const list = (as: string, path: string, ...more: string[]): Promise<unknown> =>
    program.json(['directory', 'import', path, '--env', 't12345aa', '--as', as, ...more]);
  const persons = await file(program, 'p.csv', 'Nummer;Naam\n900001;Zoë Nieuw\n100001;\n');
  expect(await list('persons', persons)).toMatchObject({ persons: { created: 1, changed: 0, same: 1 } });
  const groups = await file(program, 'g.csv', Buffer.from('\ufeffGroup,Description\nNIEUW,Nieuwe groep\n', 'utf16le'));
  expect(await list('groups', groups)).toMatchObject({ groups: { created: 1, changed: 0, same: 0 } });
  const users = await file(
    program,
    'u.csv',
    'Gebruiker;Omschrijving;E-mail;Persoon;Profit;Groep\n' +
      '12345.NIEUW;Zoë Nieuw;zoe@voorbeeld.nl;900001;J;NIEUW\n' +
      '12345.NIEUW;Zoë Nieuw;zoe@voorbeeld.nl;900001;J;INKOOP\n' +
      '12345.BBA;Bea;;;;\n',
  );
  expect(await list('users', users, '--dry-run')).toMatchObject({ users: { created: 1, changed: 1, same: 0 } });
  expect(await list('users', users)).toMatchObject({ users: { created: 1, changed: 1, same: 0 } });
  const { users: all } = JSON.parse((await program.run(['directory', 'export'])).stdout);
  const found = (code: string): unknown =>
    all.find(
      ({ environment, user }: { environment: string; user: string }) => environment === 'T12345AA' && user === code,
    );
  expect(found('12345.NIEUW')).toMatchObject({
    description: 'Zoë Nieuw',
    person: '900001',
    upn: '',
    access: { profit: true, inSite: false },
    groups: ['INKOOP', 'NIEUW'],
  });
  // An empty cell clears what identifies a user, and leaves the rest.
  expect(found('12345.BBA')).toMatchObject({
    description: 'Bea',
    email: '',
    person: '100001',
    access: { profit: true },
  });
});

it('a list that comes as a workbook is read by what is seen', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const sound = [
    ['Persoon', 'Naam'],
    [900001, 'Zoë'],
    ['900002', 'Bas'],
  ];
  const words = async (name: string, rows: readonly unknown[][]): Promise<string[]> => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Personen').addRows([...rows]);
    await workbook.xlsx.writeFile(program.path(name));
    return ['directory', 'import', program.path(name), '--env', 'T12345AA', '--as', 'persons'];
  };
  const refused = await program.run(
    await words('bad.xlsx', [...sound, [900003.5, 'Half'], [{ error: '#N/A' }, 'Fout']]),
  );
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain(
    '  row 4, Persoon: 900003.5 is not a text. Format the cell as text in the file, and type the value again.\n' +
      "  row 5, Persoon: #N/A is a spreadsheet's error, and no value.\n",
  );
  expect(await program.json(await words('good.xlsx', sound))).toMatchObject({
    persons: { created: 2, changed: 0, same: 0 },
  });
});

it('all that is wrong in a list is told with its row', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const path = await file(
    program,
    'u.csv',
    [
      'User;Description;Profit;Group',
      '12345.BBA;Bea',
      '12345.A;Een;misschien;',
      '12345.B;Twee;J;INKOOP',
      '12345.B;Drie;J;NIET',
      'User;Description;Profit;Group',
      'BKR;Vier;J;',
      '12345.C;Vi\ufffdf;J;',
      `12345.D;${'x'.repeat(81)};J;`,
    ].join('\n'),
  );
  const { status, stderr } = await program.run(['directory', 'import', path, '--env', 'T12345AA', '--as', 'users']);
  expect(status).toBe(2);
  expect(stderr.slice(stderr.indexOf('Nothing')).trimEnd().split('\n')).toEqual([
    'Nothing was imported: 8 faults in u.csv.',
    '  row 2: the row has 2 cells instead of 4; something may have shifted.',
    '  row 3, Profit: misschien is neither yes nor no.',
    '  row 5, Description: 12345.B has another value here than in row 4.',
    '  row 5, Group: there is no group NIET in T12345AA.',
    '  row 6: this is the header once more; take the row away.',
    '  row 7, User: BKR is not a whole user code; 12345.BKR is probably meant.',
    '  row 8, Description: it holds a damaged character. Save the file as UTF-8, and type the value again.',
    '  row 9, Description has more than 80 characters.',
  ]);
});

it('columns of a list that are not known are refused, until they are left out by name', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const path = await file(program, 'g.csv', 'Code;Omschrijving;Kleur\nNIEUW;Nieuw;rood\n');
  const words = ['directory', 'import', path, '--env', 'T12345AA', '--as', 'groups'];
  const refused = await program.run(words);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('column Kleur: leave out with --ignore-column "Kleur"');
  expect(await program.json([...words, '--ignore-column', 'Kleur'])).toMatchObject({ groups: { created: 1 } });
  for (const [given, said] of [
    [['--as', 'groups'], '--env'],
    [['--env', 'T12345AA'], '--env only works together with --as'],
    [['--as', 'groups', '--env', 'T12345AX'], 'T12345AX'],
    [['--as', 'tokens', '--env', 'T12345AA'], 'persons, groups, users'],
    [[], '--as persons, groups or users'],
  ] as const) {
    const { status, stderr } = await program.run(['directory', 'import', path, ...given]);
    expect({ status, told: stderr.includes(said) }, stderr).toEqual({ status: 2, told: true });
  }
});

it('an environment is not removed where nobody can be asked, unless that was said', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  for (const more of [[], ['--json']]) {
    const { status, stderr } = await program.run(['env', 'remove', 'O12345AA', ...more]);
    expect({ status, told: stderr.includes('Give --yes') }).toEqual({ status: 2, told: true });
  }
  expect(await program.json(['directory', 'import', DEMO_DIRECTORY])).toMatchObject(UNTOUCHED);
  expect(await program.run(['env', 'remove', 'O12345AA', '--yes'])).toMatchObject({ status: 0 });
});
