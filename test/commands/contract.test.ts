/** What a script can rely on (docs/cli.md, *Streams and JSON*): shapes, errors, notes and progress as JSON. */
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../../src/commands/program.js';
import { SHAPES } from '../../src/commands/answers/schemas/index.js';
import { DEMO_DIRECTORY, sample, startProgram } from './program.js';

const planning = (name: string, ...more: string[]): string[] => [
  'plan',
  sample(name),
  '--env',
  'T12345AA',
  '--type',
  'user',
  ...more,
];

const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('schema', () => {
  it('prints a JSON Schema of every answer, which takes an answer with keys of a later version', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const planned = await program.json(planning('alle-mutatiecodes.csv'));
    const { stdout } = await program.run(['schema', 'run']);
    const shape = z.fromJSONSchema(JSON.parse(stdout));
    expect(shape.safeParse({ ...planned, later: 1 }).error).toBeUndefined();
    expect(shape.safeParse({ ...planned, run: 'one' }).success).toBe(false);
    expect(shape.safeParse({ ...planned, digest: undefined }).success).toBe(false);
  });

  it('has a name for whatever a command answers', () => {
    const silent = COMMANDS.filter(({ run, answers, words }) => run && !answers && !words.startsWith('__'));
    expect(silent.map(({ words }) => words)).toEqual(WITHOUT_SHAPE);
    for (const shape of Object.values(SHAPES)) expect(() => z.toJSONSchema(shape)).not.toThrow();
  });
});

/** For people alone, a directory, or a text that is the same for everybody. */
const WITHOUT_SHAPE = ['', 'schema', 'completion', 'demo'];

describe('an error', () => {
  it('is the last line of stderr, with the run that a script goes on with', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    await program.run(['import', sample('vijf-groepen.csv'), '--env', 'T12345AA', '--type', 'user', '--yes']);
    expect(await program.error(planning('vijf-groepen.csv'))).toMatchObject({
      code: 'import.already',
      exit: 6,
      run: 1,
      text: expect.stringContaining('run 1'),
    });
  });

  it('names the columns without a field, with what is probably meant', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const file = program.path('kolommen.csv');
    await writeFile(file, 'Gebruiker;Omschrijvng;Kleur\n12345.BBA;Bea;rood\n');
    const error = await program.error(['plan', file, '--env', 'T12345AA', '--type', 'user']);
    expect(error).toMatchObject({
      code: 'mapping.incomplete',
      exit: 2,
      columns: [
        { index: 2, header: 'Omschrijvng', suggestion: 'description' },
        { index: 3, header: 'Kleur', suggestion: null },
      ],
    });
  });

  it('has the same code in both languages, and another text', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const [dutch, english] = [await program.error(['show', '9', '--lang', 'nl']), await program.error(['show', '9'])];
    expect(dutch.code).toBe(english.code);
    expect(dutch.text).not.toBe(english.text);
  });

  it('is JSON also where the command line itself is wrong', async () => {
    const program = await startProgram();
    expect(await program.error(['pln'])).toMatchObject({ code: 'usage.unknownCommandNear', exit: 2 });
  });

  it('names all that is missing at once', async () => {
    const program = await startProgram();
    for (const [words, missing] of [
      [['plan'], 'FILE, --env, --type'],
      [['import', 'x.csv'], '--env, --type'],
      [['plan', '--definition', 'HR'], 'FILE, --env'],
      [['db', 'copy'], '--from, --to'],
      [['report'], 'RUN, --output'],
      [['user', 'rename'], 'USER, NEW, --env'],
    ] as const)
      expect(await program.error(words), words.join(' ')).toMatchObject({
        exit: 2,
        code: 'usage.missing',
        params: { name: missing },
      });
  });
});

describe('beside the answer', () => {
  it('notes are JSON with --json, a line each', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const { stderr } = await program.run([...planning('alle-mutatiecodes.csv'), '--json']);
    const notes = linesOf(stderr);
    expect(notes.length).toBeGreaterThan(1);
    expect(notes[0]).toEqual({
      format: '1.0',
      event: 'note',
      code: expect.stringMatching(/^file\.encoding/u),
      text: expect.any(String),
    });
  });

  it('--quiet leaves what was guessed and what went wrong, and nothing else', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    expect((await program.run([...planning('alle-mutatiecodes.csv'), '--quiet'])).stderr).toBe('');
    const guessed = program.path('gok.csv');
    await writeFile(
      guessed,
      Buffer.from('Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\n12345.BBA;1;Zo\u00eb;b@x.nl;\n', 'latin1'),
    );
    const words = ['plan', guessed, '--env', 'T12345AA', '--type', 'user'];
    expect((await program.run([...words, '-q'])).stderr).toMatch(/^Encoding windows-1252: [^\n]*\n$/u);
    expect((await program.run([...words, '-q', '--encoding', 'windows-1252'])).stderr).toBe('');
    expect((await program.run(['show', '9', '--quiet'])).stderr).not.toBe('');
  });

  it('--progress json tells each step to a program', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const file = program.path('veel.csv');
    const rows = Array.from({ length: 3000 }, (_, at) => `12345.V${at};2;Naam ${at};v${at}@voorbeeld.nl;`);
    await writeFile(file, ['Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN', ...rows, ''].join('\n'));
    const { stderr, status } = await program.run([
      ...['import', file, '--env', 'T12345AA', '--type', 'user', '--yes', '--max-creates', '5000'],
      ...['--json', '--progress', 'json', '--quiet'],
    ]);
    expect(status).toBe(0);
    const events = linesOf(stderr);
    expect(new Set(events.map(({ step }) => step))).toEqual(new Set(['read', 'plan', 'apply']));
    expect(events.at(-1)).toMatchObject({ event: 'progress', step: 'apply' });
    expect(await program.error([...planning('vijf-groepen.csv'), '--progress', 'yes'])).toMatchObject({ exit: 2 });
  });

  it('marks are ASCII where the locale has no more, and letters stay', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    await program.run(planning('alle-mutatiecodes.csv'));
    const shown = async (LANG: string): Promise<string> =>
      (await program.run(['show', '1', '--rows'], { env: { LANG } })).stdout;
    expect(await shown('en_GB.UTF-8')).toContain('→');
    const plain = await shown('C');
    expect(plain).toContain('->');
    expect(plain).toContain('Yılmaz');
    expect(plain).not.toMatch(/[→…·“”’–]/u);
  });
});

describe('lists', () => {
  it('are never cut where no terminal reads them', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const file = program.path(`${'een-lange-naam-'.repeat(8)}.csv`);
    await writeFile(file, 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\n12345.BBA;1;Bea;b@x.nl;\n');
    await program.run(['plan', file, '--env', 'T12345AA', '--type', 'user']);
    expect((await program.run(['history'])).stdout).toContain(`${'een-lange-naam-'.repeat(8)}.csv`);
  });

  it('of fields says what an empty cell does', async () => {
    const program = await startProgram();
    const { fields } = await program.json(['fields']);
    const empty = Object.fromEntries(fields.map((field: { id: string; empty: string }) => [field.id, field.empty]));
    expect(empty).toMatchObject({ upn: 'clear', person: 'keep', mutationCode: 'code-0', user: 'rejects' });
    expect((await program.json(['fields', '--type', 'mutation'])).fields).not.toContainEqual(
      expect.objectContaining({ id: 'mutationCode' }),
    );
    expect((await program.run(['fields', '--lang', 'nl'])).stdout).toMatch(/upn\s+UPN.*wist de waarde/u);
  });
});
