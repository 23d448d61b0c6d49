/** Every command with `--json`, where its answer cannot be written, where nobody reads it, and where somebody reads slowly. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from '../../src/commands/line/parse.js';
import { COMMANDS } from '../../src/commands/program.js';
import { timePasses } from '../support/waiting.js';
import { DEMO_DIRECTORY, sample, startProgram, type Program } from './program.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A line for each command, in an order in which all go well; the statuses are those of a reader who reads on. */
const lines = (path: (name: string) => string): readonly (readonly [words: string, status?: number])[] => [
  [`plan ${sample('alle-mutatiecodes.csv')} --env T12345AA --type user`, 3],
  ['show 1'],
  ['show 1 --rows'],
  ['exclude 1 --row 4', 3],
  ['include 1 --row 4', 3],
  ['mend 1 --row 4 description=Anders', 3],
  ['apply 1 --accept-empty-code', 3],
  ['undo 1'],
  [`deliver 2 -o ${path('delivered.csv')}`, 3],
  ['verify 2'],
  ['discard 2'],
  [`import ${sample('vijf-groepen.csv')} --env T12345AA --type user --yes`],
  [`rejected 1 -o ${path('rejected.csv')}`],
  [`report 1 -o ${path('report.csv')}`],
  ['tokens 1'],
  ['history'],
  ['history --user 12345.BBA'],
  ['history prune --older-than 90'],
  ['audit'],
  ['audit --head'],
  ['user list --env T12345AA'],
  ['user show 12345.LAM'],
  ['user add ZZZ --env T12345AA description=Zoe upn=z@voorbeeld.nl --yes'],
  ['second-pass 4'],
  ['user set ZZZ --env T12345AA email=z@voorbeeld.nl'],
  ['user block ZZZ --env T12345AA'],
  ['user unblock ZZZ --env T12345AA'],
  ['user rename ZZZ ZZY --env T12345AA'],
  [`user password ZZZ --env T12345AA --password-file ${path('password.txt')}`],
  ['user join ZZZ INKOOP --env T12345AA'],
  ['user leave 12345.LAM INKOOP --env T12345AA'],
  ['user link ZZZ 100001 --env T12345AA'],
  ['user accept ZZZ yes --env T12345AA'],
  ['user merge ZZZ 12345.LAM --env T12345AA'],
  ['user delete ZZZ --env T12345AA'],
  ['user add-system SYS9 --env T12345AA description=Koppeling --yes'],
  ['user make-ordinary SYS9 --person 100001 --env T12345AA'],
  [`template user -o ${path('template.csv')}`],
  ['definition save hr --type user'],
  ['definition list'],
  ['definition show hr'],
  [`definition export hr -o ${path('hr.yaml')}`],
  ['definition delete hr'],
  [`definition import ${path('hr.yaml')}`],
  [`definition import ${path('checks.yaml')}`],
  [`definition test checks ${sample('vijf-groepen.csv')} --env T12345AA`],
  ['env add T12345AC'],
  ['env set T12345AC --name Derde'],
  ['env list'],
  ['env drift'],
  ['env remove T12345AC --yes'],
  ['leftover list'],
  ['leftover clear-upn 12345.OUD2'],
  [`directory export -o ${path('directory.json')}`],
  [`directory import ${path('directory.json')} --dry-run`],
  ['directory export'],
  ['db check'],
  ['db migrate'],
  [`db copy --from ${path('instroom.db')} --to ${path('copy.db')}`],
  ['config'],
  ['fields'],
  ['schema run'],
  ['completion bash'],
  ['version'],
];

/** They want a terminal, somebody else's login (test/break/approval.test.ts), or a live environment (test/afas). */
const ELSEWHERE = ['', 'approve', 'demo', 'env connect', 'env disconnect', 'env pull'];

async function started(): Promise<Program> {
  const program = await startProgram(DEMO_DIRECTORY);
  await writeFile(program.path('password.txt'), 'Zomer-in-Utrecht-1\n');
  await writeFile(
    program.path('checks.yaml'),
    'name: checks\ntype: user\nchecks:\n  - { name: A, where: "outcome:block", then: warning }\n',
  );
  return program;
}

/** `/dev/full` takes nothing; a pipe is closed at once. */
function runInto(
  stdout: 'full' | 'closed',
  program: Program,
  words: string,
): Promise<{ readonly status: number | null; readonly stderr: string }> {
  const full = stdout === 'full' ? openSync('/dev/full', 'w') : 'pipe';
  const child = spawn(
    join(ROOT, 'node_modules/.bin/node'),
    [join(ROOT, 'dist/instroom.js'), ...words.split(' '), '--json'],
    {
      stdio: ['ignore', full, 'pipe'],
      env: {
        PATH: process.env['PATH'],
        LANG: 'en_GB.UTF-8',
        HOME: program.folder,
        INSTROOM_DB: program.path('instroom.db'),
      },
    },
  );
  if (typeof full === 'number') closeSync(full);
  child.stdout?.destroy();
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr })));
}

it('each command has a line here', () => {
  const typed = lines((name) => name).map(([words]) => {
    const parsed = parse(words.split(' '), COMMANDS);
    return parsed.kind === 'run' ? parsed.command.words : '';
  });
  const named = COMMANDS.filter(({ run, words }) => run && !words.startsWith('__')).map(({ words }) => words);
  expect([...new Set([...typed, ...ELSEWHERE])].sort()).toEqual(named.sort());
});

it.skipIf(!existsSync('/dev/full'))('an answer that cannot be written is a failure, told as JSON', async () => {
  const program = await started();
  for (const [words] of lines((name) => program.path(name))) {
    const { status, stderr } = await runInto('full', program, words);
    expect.soft(status, words).toBe(1);
    expect.soft(JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? ''), words).toMatchObject({
      error: { code: 'answer.incomplete', exit: 1 },
    });
  }
});

it('an answer that nobody reads is none', async () => {
  const program = await started();
  for (const [words, expected = 0] of lines((name) => program.path(name))) {
    const { status, stderr } = await runInto('closed', program, words);
    expect.soft(status, `${words}: ${stderr}`).toBe(expected);
    expect.soft(stderr, words).not.toContain('"error"');
  }
});

it('whoever reads slowly gets all of it', async () => {
  const program = await started();
  const file = program.path('veel.csv');
  const rows = Array.from({ length: 3000 }, (_, at) => `12345.V${at};2;Naam ${at};v${at}@voorbeeld.nl;`);
  await writeFile(file, ['Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN', ...rows, ''].join('\n'));
  await program.run(['plan', file, '--env', 'T12345AA', '--type', 'user']);
  const { stdout } = await program.run(['show', '1', '--rows', '--json']);
  const words = ['show', '1', '--rows', '--json', '--db', program.path('instroom.db')];
  const child = spawn(join(ROOT, 'node_modules/.bin/node'), [join(ROOT, 'dist/instroom.js'), ...words]);
  let read = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    read += text;
    child.stdout.pause();
    void timePasses(2).then(() => child.stdout.resume());
  });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  expect(read).toBe(stdout);
});
