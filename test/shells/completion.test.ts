/** Tab in bash, zsh and fish themselves (docs/cli.md, *Completion*): what ends up in the line, and what is shown. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { SHELLS } from '../../src/commands/completion/shells.js';
import { DEMO_DIRECTORY, sample } from '../commands/program.js';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { instroom, isInstalled, openShell, SCRIPTS } from './shell.js';

const databases = temporaryFolder('completion');
const database = join(databases, 'instroom.db');
const DEFINITION = 'HR: "nieuw" & co';

/** Names that a shell would run, expand or read otherwise, each with a beginning of its own. */
const HOSTILE = [
  'a $(touch made)',
  'b `touch made`',
  'c; touch made',
  "d 'one' $HOME",
  'e "two" \\ back',
  'f !! !$ ^x^y',
  'g * ? [a-z] {x,y}',
  'h <in >out | & (x)',
  'i %n %{ %F{red}',
  'j=k: l#m ~n',
  'k Zoë 😀 名',
  '~root',
  '#n',
  '$(touch made)',
];
const UNSEEN = ['y\u001b]0;owned\u0007', 'z one\nz two', 'x\u202etxt'];

beforeAll(() => {
  const statuses = [
    instroom(database, 'directory', 'import', DEMO_DIRECTORY),
    instroom(database, 'plan', sample('alle-mutatiecodes.csv'), '--env', 'T12345AA', '--type', 'user'),
    instroom(database, 'user', 'block', '12345.ABE', '--env', 'T12345AA'),
    instroom(database, 'discard', '2'),
    instroom(database, 'definition', 'save', DEFINITION, '--type', 'user'),
    instroom(database, 'definition', 'save', 'Zomer', '--type', 'user'),
  ];
  expect(statuses).toEqual([0, 3, 0, 0, 0, 0]);
  const written = new DatabaseSync(database);
  const content = written.prepare('select content from definitions').get()?.['content'];
  for (const name of [...HOSTILE, ...UNSEEN])
    written.prepare('insert into definitions values (?, ?, ?, ?)').run(name.toLowerCase(), name, content ?? '', '2026');
  written.close();
});

describe.each(SHELLS)('in %s', (shell) => {
  const start: typeof openShell = (_shell, options) => openShell(shell, { database, ...options });

  it('commands, flags and choices are completed', async ({ skip }) => {
    skip(!isInstalled(shell), `${shell} is not installed`);
    const { given } = await start(shell);
    expect(await given('instroom us\tjo\t')).toEqual(['user', 'join']);
    expect(await given('instroom plan --defin\tx')).toEqual(['plan', '--definition', 'x']);
    expect(await given('instroom show 1 --outcome cre\t')).toEqual(['show', '1', '--outcome', 'create']);
    expect(await given('instroom show 1 --outcome=cre\t')).toEqual(['show', '1', '--outcome=create']);
    expect(await given('instroom plan --allow-clear email,u\t')).toEqual(['plan', '--allow-clear', 'email,upn']);
  });

  it('runs are shown with what they are, and environments, fields and users are completed', async ({ skip }) => {
    skip(!isInstalled(shell), `${shell} is not installed`);
    const { given, shows } = await start(shell);
    await shows(
      'instroom show ',
      /2 .*T12345AA, discarded, block \(by hand\) 12345\.ABE[^]*1 .*T12345AA, planned, alle-mutatiecodes\.csv/u,
    );
    expect(await given('instroom apply \t')).toEqual(['apply', '1']);
    expect(await given('instroom plan --env T6\t')).toEqual(['plan', '--env', 'T67890AA']);
    expect(await given('instroom plan --env=T6\t')).toEqual(['plan', '--env=T67890AA']);
    expect(await given('instroom plan --map E-m\tMail')).toEqual(['plan', '--map', 'E-mail=Mail']);
    expect(await given('instroom plan --empty E-mail=c\t')).toEqual(['plan', '--empty', 'E-mail=clear']);
    expect(await given('instroom plan --skip upn\t')).toEqual(['plan', '--skip', 'upn']);
    expect(await given('instroom user set BKU emai\tx')).toEqual(['user', 'set', 'BKU', 'email=x']);
    expect(await given('instroom user show 12345.BK\t')).toEqual(['user', 'show', '12345.BKU']);
    expect(await given('instroom user join BKU --env T12345AA MAG\t')).toEqual([
      'user',
      'join',
      'BKU',
      '--env',
      'T12345AA',
      'MAGAZIJN',
    ]);
  });

  it('a name with blanks, quotes and colons is completed however it was begun', async ({ skip }) => {
    skip(!isInstalled(shell), `${shell} is not installed`);
    const { given } = await start(shell);
    const expected = ['plan', '--definition', DEFINITION];
    expect(await given('instroom plan --definition HR\t')).toEqual(expected);
    expect(await given('instroom plan --definition HR:\t')).toEqual(expected);
    expect(await given('instroom plan --definition HR:\\ \t')).toEqual(expected);
    expect(await given(`instroom plan --definition 'HR: \t`)).toEqual(expected);
    expect(await given('instroom plan --definition "HR: \t')).toEqual(expected);
    expect(await given('instroom plan --definition=HR\t')).toEqual(['plan', `--definition=${DEFINITION}`]);
  });

  it('what a database holds is never run, and reaches neither the line nor the screen where it cannot be seen', async ({
    skip,
  }) => {
    skip(!isInstalled(shell), `${shell} is not installed`);
    const { given, shows, terminal, folder } = await start(shell);
    for (const name of HOSTILE) {
      // What a shell reads otherwise cannot be begun with: it is begun in quotes.
      const begin = /^[a-z]/u.test(name) ? name.charAt(0) : `'${name.charAt(0)}`;
      expect(await given(`instroom plan --definition ${begin}\t`)).toEqual(['plan', '--definition', name]);
    }
    expect(await given('instroom plan --definition y\t')).toEqual(['plan', '--definition', 'y']);
    await shows('instroom plan --definition ', 'touch made');
    for (const name of UNSEEN) expect(terminal.output).not.toContain(name);
    expect(existsSync(join(folder, 'made'))).toBe(false);
  });

  it('files are completed where a file is taken, and nowhere else', async ({ skip }) => {
    skip(!isInstalled(shell), `${shell} is not installed`);
    const { given, folder } = await start(shell);
    mkdirSync(join(folder, 'map één'));
    writeFileSync(join(folder, 'map één', 'hr $x.csv'), '');
    expect(await given('instroom plan map\thr\t')).toEqual(['plan', 'map één/hr $x.csv']);
    expect(await given('instroom report 1 -o map\thr\t')).toEqual(['report', '1', '-o', 'map één/hr $x.csv']);
    expect(await given('instroom report 1 --output=map\thr\t')).toEqual(['report', '1', '--output=map één/hr $x.csv']);
    expect(await given('instroom show 1 --db map\t')).toEqual([
      'show',
      '1',
      '--db',
      expect.stringMatching(/^map één\/?$/u),
    ]);
    expect(await given('instroom plan --env map\t')).toEqual(['plan', '--env', 'map']);
    expect(await given('instroom plan --definition map\t')).toEqual(['plan', '--definition', 'map']);
  });

  it('values are those of the database on the line; without one nothing is offered, made or said', async ({ skip }) => {
    skip(!isInstalled(shell), `${shell} is not installed`);
    const other = join(databases, `${shell}.db`);
    expect(instroom(other, 'env', 'add', 'O777XX')).toBe(0);
    const { given, terminal, folder } = await start(shell, { database: join(databases, 'absent.db') });
    expect(await given('instroom plan --env O\t')).toEqual(['plan', '--env', 'O']);
    expect(terminal.text()).not.toMatch(/database|error|warning/iu);
    expect(existsSync(join(databases, 'absent.db'))).toBe(false);
    expect(await given(`instroom plan --db ${other} --env O\t`)).toEqual(['plan', '--db', other, '--env', 'O777XX']);
    expect(await given(`instroom plan --db=${other} --env O\t`)).toEqual(['plan', `--db=${other}`, '--env', 'O777XX']);
    expect(readdirSync(folder).filter((name) => !/^\.|^fish/u.test(name))).toEqual(['bin']);
  });
});

it('bash that puts matches in the line without asking puts nothing else there', async ({ skip }) => {
  skip(!isInstalled('bash'), 'bash is not installed');
  const { given, terminal } = await openShell('bash', { database });
  // insert-completions, which puts all of them there.
  expect(await given('instroom show \x1b*')).toEqual(['show', '2', '1']);
  terminal.press("bind 'TAB: menu-complete'\r");
  expect(await given('instroom show \t')).toEqual(['show', '2']);
});

it('zsh finds the script by its name in a folder of completions, as an installed package has it', async ({ skip }) => {
  skip(!isInstalled('zsh'), 'zsh is not installed');
  const { given } = await openShell('zsh', {
    database,
    lines: [`fpath=('${SCRIPTS}' $fpath); autoload -Uz compinit; compinit -u -D`, "PS1='ready> '"],
  });
  expect(await given('instroom plan --env T6\t')).toEqual(['plan', '--env', 'T67890AA']);
});

it('fish finds the script by its name in a folder of completions, as an installed package has it', async ({ skip }) => {
  skip(!isInstalled('fish'), 'fish is not installed');
  const { given } = await openShell('fish', {
    database,
    lines: [`set -g fish_complete_path '${SCRIPTS}'`, "function fish_prompt; echo -n 'ready> '; end"],
  });
  expect(await given('instroom plan --env T6\t')).toEqual(['plan', '--env', 'T67890AA']);
});
