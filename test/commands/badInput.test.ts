/** Bad input: one clear sentence on stderr, the right exit status, nothing on stdout, nothing written. */
import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { DEMO_DIRECTORY, sample, startProgram } from './program.js';

const GOOD = sample('single-sign-on.csv');
const PLAN = ['plan', GOOD, '--env', 'T12345AA', '--type', 'user'];
const planning = (file: string, ...more: string[]): string[] => [
  'plan',
  file,
  '--env',
  'T12345AA',
  '--type',
  'user',
  ...more,
];

const BAD: readonly (readonly [what: string, words: readonly string[], says: RegExp])[] = [
  ['an unknown command', ['plna'], /no command plna; do you mean plan\?/u],
  ['a word that starts commands, alone', ['env'], /add, set, list, remove, connect, disconnect, pull, drift/u],
  ['an unknown word behind it', ['env', 'lst'], /do you mean env list\?/u],
  [
    'an unknown flag',
    [...PLAN, '--delimter', ';'],
    /--delimter is not a flag of instroom plan; do you mean --delimiter\?/u,
  ],
  [
    'a guard flag where nothing is raised',
    ['discard', '1', '--max-blocks', '5'],
    /--max-blocks is not a flag of instroom discard/u,
  ],
  ['a flag without its value', ['plan', GOOD, '--type', 'user', '--env'], /--env needs a value/u],
  ['a flag before another one, without its value', ['plan', GOOD, '--env', '--type', 'user'], /--env needs a value/u],
  ['a flag twice', [...PLAN, '--type', 'user'], /--type is given twice/u],
  ['a word too many', ['show', '1', '2'], /no use for 2/u],
  ['no file', ['plan', '--env', 'T12345AA', '--type', 'user'], /lacks FILE/u],
  ['no environment', ['plan', GOOD, '--type', 'user'], /lacks --env/u],
  [
    'an unknown environment',
    ['plan', GOOD, '--env', 'T99999ZZ', '--type', 'user'],
    /T99999ZZ does not exist\. There are: O12345AA, /u,
  ],
  ['a removed environment', ['plan', GOOD, '--env', 'T12345AX', '--type', 'user'], /T12345AX was removed/u],
  [
    'an unknown type',
    ['plan', GOOD, '--env', 'T12345AA', '--type', 'users'],
    /--type cannot be users; choose from user, mutation/u,
  ],
  ['a file that is not there', planning('nowhere.csv'), /nowhere\.csv/u],
  ['an empty file', planning('{empty}'), /empty\.csv is empty/u],
  ['a header alone', planning('{header}'), /header\.csv holds no rows/u],
  ['an unknown header', planning('{unknown}'), /1 column of unknown\.csv has no field[^]*Kleur/u],
  ['no column for the user', planning('{nouser}'), /no column with the user code/u],
  ['an unknown field', planning(GOOD, '--map', 'Emial=E-mail'), /Emial[^]*email/u],
  ['an unknown column', planning(GOOD, '--map', 'E-mail=Post'), /Post/u],
  ['a pair without an equals sign', planning(GOOD, '--map', 'email'), /--map email: write it as/u],
  ['a default of a field that has none', planning(GOOD, '--default', 'email=x'), /E-mail has no default/u],
  [
    'a default that does not fit',
    planning(GOOD, '--default', 'OutSite=perhaps'),
    /perhaps is neither yes nor no for OutSite/u,
  ],
  ['a default of an unknown field', planning(GOOD, '--default', 'OutSiet=J'), /do you mean OutSite\?/u],
  ['an empty rule for the user', planning(GOOD, '--empty', 'user=clear'), /empty cell of User/u],
  ['an empty rule that is none', planning(GOOD, '--empty', 'person=wipe'), /write keep or clear/u],
  ['clearing a field without a column', planning(GOOD, '--empty', 'profit=clear'), /would clear Profit of everyone/u],
  ['one password for everyone', planning(GOOD, '--fix', 'password=Zomer-in-Utrecht'), /password/iu],
  [
    'a fixed value that does not fit',
    planning(GOOD, '--fix', 'Profit=perhaps'),
    /perhaps is neither yes nor no for Profit/u,
  ],
  [
    'a field that type mutation has not',
    ['plan', GOOD, '--env', 'T12345AA', '--type', 'mutation'],
    /Mutation code[^]*User \(Gebruiker\)/u,
  ],
  ['an unknown definition', planning(GOOD, '--definition', 'maandelijks'), /no import definition maandelijks/u],
  ['an unknown run', ['show', '99'], /no run 99/u],
  ['what is no run', ['show', 'abc'], /abc is not the number of a run/u],
  ['rows that are no numbers', ['exclude', '1', '--row', '2,x'], /--row 2,x/u],
  ['a limit that is none', ['apply', '1', '--max-blocks', 'many'], /--max-blocks many/u],
  ['fields that cannot be cleared', ['apply', '1', '--allow-clear', 'person'], /choose from description, email, upn/u],
  ['days that are none', ['history', 'prune', '--older-than', 'long'], /--older-than long/u],
  [
    'a type that is not that of the environment to follow',
    ['env', 'drift', '--align', 'O12345AA', '--type', 'test'],
    /O12345AA is production/u,
  ],
  ['an environment whose type is not told', ['env', 'add', 'X1'], /type of X1 does not follow/u],
  ['an environment that is there', ['env', 'add', 'T12345AA'], /exists already/u],
  ['an environment, changed in nothing', ['env', 'set', 'T12345AA'], /what to change/u],
  ['a directory that is no JSON', ['directory', 'import', '{empty}'], /not valid JSON/u],
  ['a directory with a dangling reference', ['directory', 'import', '{dangling}'], /there is no group NERGENS/u],
  ['a directory of another shape', ['directory', 'import', '{shape}'], /users/u],
  [
    'a template of an unknown type',
    ['template', 'users', '-o', 'x.csv'],
    /users; choose from user, mutation|cannot be users/u,
  ],
  [
    'a template with users of nowhere',
    ['template', 'user', '-o', 'x.csv', '--with-users'],
    /only works together with --env/u,
  ],
  ['an unknown language', ['env', 'list', '--lang', 'fr'], /--lang cannot be fr/u],
  ['the wizard without a terminal', [], /needs a terminal/u],
];

const FILES: Readonly<Record<string, string>> = {
  empty: '',
  header: 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\r\n',
  unknown: 'Gebruiker;Omschrijving;E-mail;UPN;Kleur\r\n12345.BBA;Bea;b@voorbeeld.nl;;rood\r\n',
  nouser: 'Omschrijving;E-mail;UPN\r\nBea;b@voorbeeld.nl;\r\n',
  dangling: JSON.stringify({ users: [{ environment: 'T12345AA', user: '12345.X', groups: ['NERGENS'] }] }),
  shape: JSON.stringify({ users: [{ environment: 'T12345AA' }] }),
};

it('is refused in one sentence with status 2, and nothing is written', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  for (const [name, text] of Object.entries(FILES)) await writeFile(program.path(`${name}.csv`), text);
  const before = (await program.run(['directory', 'export'])).stdout;
  for (const [what, words, says] of BAD) {
    const typed = words.map((word) => word.replace(/^\{(\w+)\}$/u, (_, name: string) => program.path(`${name}.csv`)));
    const { status, stdout, stderr } = await program.run(typed);
    expect.soft({ what, status, stdout }).toEqual({ what, status: 2, stdout: '' });
    expect.soft(stderr, what).toMatch(says);
    expect.soft(stderr, what).not.toMatch(/\n\s+at |Error:|\{\w+\}/u);
  }
  expect((await program.run(['directory', 'export'])).stdout).toBe(before);
  expect(await program.json(['history'])).toMatchObject({ runs: [] });
}, 120_000);

it('says the same in Dutch', async () => {
  const program = await startProgram();
  const { stderr, status } = await program.run(['plna'], { env: { LANG: 'nl_NL.UTF-8' } });
  expect({ stderr, status }).toEqual({ stderr: 'De opdracht plna bestaat niet; bedoel je plan?\n', status: 2 });
});

it('lists every column that is not settled, with its suggestion', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const { stderr } = await program.run(planning(sample('hr-export.csv'), '--lang', 'nl'));
  expect(stderr).toContain('7 kolommen van hr-export.csv hebben geen bestemming');
  expect(stderr).toContain(
    '#2 "Inlognaam": waarschijnlijk Gebruiker. --map "Gebruiker=Inlognaam" of --ignore-column "Inlognaam"',
  );
  expect(stderr).toContain('#8 "Kostenplaats": geen veld.');
});

it('an unusable database is told by its path, with status 1', async () => {
  const program = await startProgram();
  await writeFile(
    program.path('broken.db'),
    'this is no database, but it is long enough to be taken for one'.repeat(40),
  );
  const { status, stderr } = await program.run(['env', 'list', '--db', program.path('broken.db')]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/not a usable database/u);
});
