/** What the program answers a shell that asks what can be typed (docs/cli.md, *Completion*). */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { quotedForBash, readBashLine } from '../../src/commands/completion/bashLine.js';
import { offerAt } from '../../src/commands/completion/candidates.js';
import { makeTable } from '../../src/commands/completion/makeTable.js';
import { placeOf } from '../../src/commands/completion/place.js';
import { readTypedLine, SCRIPT_OF, SHELLS } from '../../src/commands/completion/shells.js';
import { COMMANDS } from '../../src/commands/program.js';
import { LANGUAGES } from '../../src/language/text.js';
import { restoreDump } from '../support/restoreDump.js';
import { DEMO_DIRECTORY, startProgram, type Program, type RunOptions } from './program.js';

const ROOT = new URL('../../', import.meta.url);
const OLDER = new URL('../store/data/before-003.sql', import.meta.url);

/** What is offered for words of which the last one is being typed: its value and what it is. */
async function offered(program: Program, words: readonly string[], options?: RunOptions): Promise<string[][]> {
  const { stdout, ...ended } = await program.run(['__complete', 'fish', ...words], options);
  expect(ended).toEqual({ status: 0, stderr: '' });
  const [kind, ...lines] = stdout.trimEnd().split('\n');
  expect(kind).toBe('words');
  return lines.map((line) => line.split('\t'));
}

const values = async (...asked: Parameters<typeof offered>): Promise<string[]> =>
  (await offered(...asked)).map(([value = '']) => value);

describe('the command', () => {
  it.each(SHELLS)('prints the script of %s, which the shell can read', async (shell) => {
    const program = await startProgram();
    const { stdout, status } = await program.run(['completion', shell]);
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(new URL(SCRIPT_OF[shell], ROOT), 'utf8'));
    expect(readFileSync(new URL(`dist/share/completions/${SCRIPT_OF[shell].split('/').at(-1)}`, ROOT), 'utf8')).toBe(
      stdout,
    );
    const read = spawnSync(shell, ['-n', fileURLToPath(new URL(SCRIPT_OF[shell], ROOT))], { encoding: 'utf8' });
    if (read.error === undefined) expect(read).toMatchObject({ status: 0, stderr: '' });
  });

  it('names the shells that there are', async () => {
    const program = await startProgram();
    const { stderr, status } = await program.run(['completion', 'csh']);
    expect(status).toBe(2);
    expect(stderr).toContain('bash, zsh, fish');
  });
});

it.each(LANGUAGES)('what was made with the program is what the commands are (%s)', (language) => {
  const made: unknown = JSON.parse(readFileSync(new URL(`dist/share/commands.${language}.json`, ROOT), 'utf8'));
  expect(made).toEqual(JSON.parse(JSON.stringify(makeTable(COMMANDS, language))));
});

describe('what can be typed', () => {
  it('is what a command, a flag or an argument takes, and never what it does not', async () => {
    const program = await startProgram();
    const of = (...words: string[]): Promise<string[]> => values(program, words);
    expect(await of('')).toEqual(expect.arrayContaining(['plan', 'user', 'env', 'completion']));
    expect(await of('')).not.toContain('demo');
    expect(await of('env', '')).toEqual(['add', 'set', 'list', 'remove', 'connect', 'disconnect', 'pull', 'drift']);
    expect(await of('help', 'env', '')).toEqual([
      'add',
      'set',
      'list',
      'remove',
      'connect',
      'disconnect',
      'pull',
      'drift',
    ]);
    expect(await of('history', 'prune', '-')).toContain('--older-than');
    expect(await of('plan', '--type', 'user', '-')).not.toContain('--type');
    expect(await of('plan', '--map', 'a=b', '-')).toContain('--map');
    expect(await of('show', '--', '-')).toEqual([]);
    expect(await of('env', 'set', 'X', '--type', '')).toEqual(['production', 'test', 'accept']);
    expect(await of('history', '--status', 'planned,ap')).toContain('planned,applied');
    expect(await of('plan', '--type', '')).toEqual(['user', 'mutation']);
    expect(await of('plan', '--fix', 'profit=')).toEqual(['profit=yes', 'profit=no']);
    expect(await of('plan', '--default', '')).not.toContain('email=');
    expect(await of('user', 'set', 'X', '')).not.toContain('password=');
    expect(await of('user', 'rename', 'X', '')).toEqual([]);
    expect(await of('plan', '--lang', 'nl', '--map', 'Omsch')).toContain('Omschrijving=');
    for (const name of await of('schema', '')) expect(await program.run(['schema', name])).toMatchObject({ status: 0 });
    expect(await of('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });

  it('is told in the language of the line, of INSTROOM_LANG, or of the locale', async () => {
    const program = await startProgram();
    const about = async (words: string[], env: Record<string, string>): Promise<string | undefined> =>
      (await offered(program, words, { env })).find(([value]) => value === 'apply')?.[1];
    expect(await about([''], {})).toBe('Apply a plan');
    expect(await about(['--lang', 'nl', ''], {})).toBe('Voert een plan uit');
    expect(await about([''], { INSTROOM_LANG: 'nl' })).toBe('Voert een plan uit');
    expect(await about([''], { LANG: 'nl_NL.UTF-8' })).toBe('Voert een plan uit');
  });

  it('is a file only where a file is taken', async () => {
    const program = await startProgram();
    for (const words of [
      ['plan', ''],
      ['report', '1', '-o', ''],
      ['user', 'password', 'X', '--password-file', ''],
    ])
      expect((await program.run(['__complete', 'fish', ...words])).stdout).toBe('files\n');
    const redirected = await program.run(['__complete', 'bash', '9', '80', 'x', 'instroom show 1 2> x']);
    expect(redirected.stdout).toBe('files\n');
  });
});

it('in a filter it is a field, or a value of the field before it', async () => {
  const table = makeTable(COMMANDS, 'nl');
  const asked: string[] = [];
  const of = async (typed: string, ...words: string[]): Promise<string[]> => {
    const { candidates } = await offerAt(placeOf(words, typed, table), table, ({ kind }, begun) => {
      asked.push(`${kind} ${begun}`);
      return Promise.resolve([{ word: 'De "A"', about: '' }]);
    });
    return candidates.map(({ value }) => value);
  };
  const rows = (typed: string): Promise<string[]> => of(typed, 'show', '1', '--where');
  expect(await rows('outc')).toEqual(['outcome:']);
  expect(await rows('UITK')).toEqual(['Uitkomst:']);
  expect(await rows('outcome:bl')).toEqual(['outcome:blokkeren']);
  expect(await rows('outcome:nieuw -lev')).toEqual(['outcome:nieuw -level:']);
  expect(await rows('outcome:nieuw ')).toContain('outcome:nieuw upn:');
  expect(await rows('field:ema')).toEqual(['field:email']);
  expect(await rows('profit:')).toEqual(['profit:ja', 'profit:nee']);
  expect([await rows('token:j'), await rows('siteLanguage:205')]).toEqual([['token:ja'], ['siteLanguage:2057']]);
  expect(await rows('upn~@o')).toEqual([]);
  expect(await rows('group:d')).toEqual(['group:"De ""A"""']);
  expect(await of('--where=env:t', 'exclude', '1')).toEqual(['--where=env:"De ""A"""']);
  expect(asked).toEqual(['groups d', 'environments t']);
  for (const words of [
    ['user', 'list', '--where'],
    ['plan', 'x.csv', '--absent-where'],
  ])
    expect([await of('outc', ...words), await of('lefto', ...words)]).toEqual([[], ['leftover:']]);
  const bash = readTypedLine('bash', ['9', '80', 'outc', 'instroom show 1 --where outc']);
  const candidates = [{ value: 'outcome:', about: '', open: true as const }];
  expect(bash.reply({ candidates, before: '' })).toEqual(['open', 'outcome:']);
});

describe('of many values', () => {
  it('fifty are shown that begin as all of them do, and the last one says that there are more', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    await program.run(['user', 'block', '12345.ABE', '--env', 'T12345AA']);
    const database = new DatabaseSync(program.path('instroom.db'));
    const names = database
      .prepare("select name from pragma_table_info('runs') where name <> 'id'")
      .all()
      .map(({ name }) => String(name));
    // The latest fifty of these begin with a 1 all of them.
    for (let run = 2; run <= 199; run++)
      database.exec(`insert into runs (id, ${names.join()}) select ${run}, ${names.join()} from runs where id = 1`);
    database.close();
    const shown = await offered(program, ['show', '']);
    expect(shown.length).toBe(50);
    expect(shown[0]?.[0]).toBe('199');
    expect(shown.map(([run]) => run)).toEqual(expect.arrayContaining(['1', '99']));
    expect(shown.at(-1)?.[1]).toContain('not all: 50 shown, type on');
    expect(shown.filter(([, about]) => about?.includes('not all')).length).toBe(1);
    expect(await values(program, ['show', '19'])).toEqual([
      ...Array.from({ length: 10 }, (_, at) => String(199 - at)),
      '19',
    ]);
    const users = await values(program, ['user', 'show', '']);
    expect(users.length).toBe(50);
    expect(new Set(users.map((user) => user.slice(0, 6)))).toEqual(new Set(['12345.', '67890.']));
  });
});

describe('a database', () => {
  const listing = (folder: string): string[] =>
    readdirSync(folder).map((name) => {
      const { mode, size, mtimeMs } = statSync(`${folder}/${name}`);
      const hash =
        mode & 0o100000
          ? createHash('sha256')
              .update(readFileSync(`${folder}/${name}`))
              .digest('hex')
          : '';
      return [name, mode, size, mtimeMs, hash].join(' ');
    });

  it('is read and left as it is, with its log beside it or without', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const before = listing(program.folder);
    expect(await values(program, ['plan', '--env', ''])).toContain('T12345AA');
    expect(listing(program.folder)).toEqual(before);
    const writer = new DatabaseSync(program.path('instroom.db'));
    writer.exec("update environments set name = 'Anders' where code = 'T12345AA'");
    expect(readdirSync(program.folder)).toContain('instroom.db-wal');
    expect(await offered(program, ['plan', '--env', 'T12345AA'])).toContainEqual(['T12345AA', 'Anders']);
    writer.exec('begin immediate');
    expect(await values(program, ['plan', '--env', ''])).toContain('T12345AA');
    writer.close();
  });

  it('of which a description would move the cursor shows it as a sign', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    change(program.path('instroom.db'), "update environments set name = char(27) || '[2J' || char(10) || 'Test'");
    expect(await offered(program, ['plan', '--env', 'T12345AA'])).toContainEqual(['T12345AA', '␛[2J␊Test']);
  });

  it.each([
    ['is not there', () => undefined],
    ['is empty', (path: string) => writeFileSync(path, '')],
    ['is a folder', (path: string) => mkdirSync(path)],
    ['is a pipe that nobody writes to', (path: string) => execFileSync('mkfifo', [path])],
    ['is of an older Instroom', (path: string) => restoreDump(path, readFileSync(OLDER, 'utf8'))],
    ['is of a newer Instroom', (path: string) => change(path, "insert into migrations values ('999-later')")],
    ['is of another program', (path: string) => new DatabaseSync(path).exec('create table environments (code, name)')],
    ['is no database', (path: string) => writeFileSync(path, 'x'.repeat(9000))],
    ['is damaged', (path: string) => damage(path)],
  ])('that %s offers nothing, and is left as it is', async (_what, make) => {
    const program = await startProgram(DEMO_DIRECTORY);
    const path = program.path('other.db');
    if (/newer|damaged/u.test(_what)) writeFileSync(path, readFileSync(program.path('instroom.db')));
    make(path);
    const before = listing(program.folder);
    for (const words of [
      ['plan', '--env', ''],
      ['show', ''],
      ['user', 'show', ''],
      ['definition', 'show', ''],
    ])
      expect(await values(program, ['--db', path, ...words])).toEqual([]);
    expect(listing(program.folder)).toEqual(before);
  });

  it('is the one of the line, else of INSTROOM_DB, else of the user’s own settings, which say the language as well', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const home = program.path('home');
    mkdirSync(`${home}/instroom`, { recursive: true, mode: 0o700 });
    writeFileSync(`${home}/instroom/instroom.yaml`, `db: ${program.path('instroom.db')}\nlang: nl\n`, { mode: 0o600 });
    const options = { database: null, env: { XDG_CONFIG_HOME: home } };
    expect(await values(program, ['plan', '--env', ''], options)).toContain('T12345AA');
    expect(await offered(program, ['app'], options)).toContainEqual(['apply', 'Voert een plan uit']);
    const absent = program.path('absent.db');
    expect(await values(program, ['plan', '--env', ''], { ...options, database: absent })).toEqual([]);
    expect(await values(program, ['plan', '--db', absent, '--env', ''], options)).toEqual([]);
    chmodSync(`${home}/instroom/instroom.yaml`, 0o666);
    expect(await values(program, ['plan', '--env', ''], options)).toEqual([]);
  });

  it('that somebody holds for themselves offers nothing', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const holder = new DatabaseSync(program.path('instroom.db'));
    holder.exec(
      "pragma journal_mode = delete; pragma locking_mode = exclusive; begin exclusive; update environments set name = 'x'",
    );
    expect(await values(program, ['plan', '--env', ''])).toEqual([]);
    holder.close();
  });

  it('on a server that does not answer is not waited for', async () => {
    const program = await startProgram();
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    for (const mode of ['', '?sslmode=disable'])
      expect(await values(program, ['show', '--db', `postgres://u:p@127.0.0.1:${port}/d${mode}`, ''])).toEqual([]);
    silent.close();
  });

  function change(path: string, sql: string): void {
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
  }

  /** All but the first page, which says that it is a database. */
  function damage(path: string): void {
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x5a, 4096));
  }
});

describe('a line of bash', () => {
  it('is read as bash reads it', () => {
    expect(readBashLine(`a 'b c'"d" e\\ f "g\\"\\h" >x 2>y z`)).toEqual({
      words: ['a', 'b cd', 'e f', 'g"\\h'],
      current: 'z',
      quote: '',
      redirects: false,
    });
    expect(readBashLine(`a --map="E-m`)).toMatchObject({ words: ['a'], current: '--map=E-m', quote: '"' });
    expect(readBashLine(`a 'it`)).toMatchObject({ current: 'it', quote: "'" });
    expect(readBashLine('a ')).toMatchObject({ words: ['a'], current: '' });
  });

  it('gets every text back as it was, whatever quote it is put in', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from(`abé 😀'"\\$\`!(){}[]<>|&;*?~#=:,/%^+-_@x`)) });
    const texts = fc.sample(text, { numRuns: 300, seed: 15 });
    const quotes = ['', '"', "'"] as const;
    const script = texts.flatMap((one) =>
      quotes.map((quote) => `printf '%s\\0' x${quote}${quotedForBash(one, quote)}${quote}`),
    );
    const read = execFileSync('bash', ['--norc', '-i'], {
      input: script.join('\n'),
      encoding: 'utf8',
      // An interactive bash expands history, and says what it reads.
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    expect(read.split('\0').slice(0, -1)).toEqual(texts.flatMap((one) => quotes.map(() => `x${one}`)));
  });
});
