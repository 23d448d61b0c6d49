/** Passwords of an import: in no output, no file and no process listing, as they are or as their hash. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { copyDatabase, newDatabase, newFolder, query } from '../support/breakDatabase.js';
import { Faults } from '../support/breakFaults.js';
import { populationOf, TARGET } from '../support/breakPopulation.js';
import { ended, runProgram, startProgram, type ProgramOptions, type Ran } from '../support/breakProgram.js';

const faults = new Faults('secrets');

const SECRETS = {
  strong: 'Zeer-Geheim-9431-Wolk',
  ofNewUser: 'Nieuw-Geheim-7712-Berg',
  ofRejected: 'Afgewezen-Geheim-5523',
  weak: 'Kort-3344',
  moved: 'Verschoven-Geheim-8810',
  tooMany: 'Teveel-Geheim-6621-Zee',
  afterQuote: 'Ge"heim;met-1177-tekens',
  formula: '=Geheim-2288+Formule',
  letters: 'Gehéîm-Ünïcode-9090-ß',
} as const;

const HEADER = ['Gebruiker', 'Mutatiecode', 'Omschrijving', 'E-mail', 'UPN', 'Wachtwoord', 'Profit', 'Voorkeur site'];

/** Rows that are done and rows that are refused for every reason that tells of values. */
const ROWS: readonly (readonly string[])[] = [
  ['12345.U1', '5', 'Een', 'u1@voorbeeld.nl', 'u1@voorbeeld.nl', SECRETS.strong, '', ''],
  ['12345.NIEUW', '1', 'Nieuw', 'n@voorbeeld.nl', 'n@voorbeeld.nl', SECRETS.ofNewUser, '', ''],
  ['12345.ONBEKEND', '5', 'Weg', 'w@voorbeeld.nl', '', SECRETS.ofRejected, 'misschien', '9999'],
  ['12345.U2', '5', 'Twee', 'u2@voorbeeld.nl', 'u2@voorbeeld.nl', SECRETS.weak, '', ''],
  ['12345.U3', '9', 'Drie', 'geen adres', 'u3@voorbeeld.nl', SECRETS.afterQuote, '', ''],
  ['12345.U4', '5', 'Vier', 'u4@voorbeeld.nl', 'u4@voorbeeld.nl', SECRETS.formula, '', ''],
  ['12345.U5', '1', 'Vijf', 'u5@voorbeeld.nl', 'u5@voorbeeld.nl', SECRETS.letters, '', ''],
];

/** A row that lost a cell in front of its password, and one that has a cell too many. */
const MISSHAPEN: readonly (readonly string[])[] = [
  ['12345.U6', '5', 'u6@voorbeeld.nl', 'u6@voorbeeld.nl', SECRETS.moved, '', ''],
  ['12345.U7', '5', 'Zeven', 'en nog iets', 'u7@voorbeeld.nl', 'u7@voorbeeld.nl', SECRETS.tooMany, '', 'J', '1043'],
];

const quoted = (cell: string): string => (/[;"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

async function files(folder: string): Promise<{ csv: string; xlsx: string }> {
  const csv = join(folder, 'import.csv');
  const lines = [HEADER, ...ROWS, ...MISSHAPEN].map((cells) => cells.map(quoted).join(';'));
  await writeFile(csv, `${lines.join('\n')}\n`);
  const xlsx = join(folder, 'import.xlsx');
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('import').addRows([HEADER, ...ROWS].map((row) => [...row]));
  await workbook.xlsx.writeFile(xlsx);
  return { csv, xlsx };
}

/** The secrets that some bytes hold, in any of the ways that text is written. */
function found(bytes: Buffer | string, secrets: readonly string[]): string[] {
  const haystack = Buffer.from(bytes);
  return secrets.filter((secret) =>
    [
      Buffer.from(secret),
      Buffer.from(secret, 'utf16le'),
      Buffer.from(secret.normalize('NFD')),
      Buffer.from(JSON.stringify(secret).slice(1, -1)),
      Buffer.from(Buffer.from(secret).toString('base64').slice(0, -4)),
    ].some((needle) => haystack.includes(needle)),
  );
}

/** Every text of every table, but where hashes belong. */
function textsOf(database: string): string {
  const tables = query<{ name: string }>(database, "select name from sqlite_master where type = 'table'");
  return JSON.stringify(
    tables
      .filter(({ name }) => name !== 'plan_secrets')
      .map(({ name }) => query(database, `select * from ${name}`).map(({ password_hash: _, ...rest }) => rest)),
  );
}

const plain = Object.values(SECRETS);
const hashesOf = (database: string): string[] =>
  [
    ...query<{ hash: string }>(database, 'select hash from plan_secrets'),
    ...query<{ hash: string }>(database, 'select password_hash as hash from users where password_hash is not null'),
  ].map(({ hash }) => hash.split('$').at(-1) ?? hash);

/** The bytes of the database and of what SQLite keeps beside it. */
async function bytesOf(database: string): Promise<Buffer> {
  const parts = ['', '-wal', '-shm', '-journal'].map((suffix) =>
    readFile(`${database}${suffix}`).catch(() => Buffer.alloc(0)),
  );
  return Buffer.concat(await Promise.all(parts));
}

const RAISED = ['--max-rejected', '100%', '--max-clears', '100%', '--max-blocks', '100%', '--max-creates', '1000'];

async function stage(): Promise<{ folder: string; database: string; csv: string; xlsx: string }> {
  const folder = await newFolder();
  return {
    folder,
    database: await newDatabase(join(folder, 'secrets.db'), populationOf(10)),
    ...(await files(folder)),
  };
}

describe('a password', { timeout: 120_000 }, () => {
  test('is in no output, no file that is written, and no table but its own', async () => {
    const { folder, database, csv, xlsx } = await stage();
    // Keeps SQLite from emptying the WAL when the program ends.
    const reader = new DatabaseSync(database);
    reader.exec('begin; select * from users');
    const seen: Ran[] = [];
    const say = async (words: readonly string[], options?: ProgramOptions): Promise<Ran> => {
      const ran = await runProgram([...words, '--db', database], options);
      seen.push(ran);
      return ran;
    };
    const order = ['--env', TARGET, '--type', 'user'];
    expect((await say(['plan', csv, ...order])).status).toBe(3);
    expect((await say(['plan', '-', ...order, '--json'], { input: await readFile(csv) })).status).toBe(3);
    expect((await say(['plan', xlsx, ...order])).status).toBe(3);
    const hashes = hashesOf(database);
    await faults.inject('hashed when planned', () => {
      expect(query(database, 'select * from plan_secrets').length).toBeGreaterThanOrEqual(9);
      expect(hashes.every((hash) => hash.length > 40)).toBe(true);
    });
    for (const run of ['1', '2', '3']) {
      for (const words of [
        ['show', run],
        ['show', run, '--rows'],
        ['show', run, '--rows', '--json'],
        ['show', run, '--json'],
      ])
        await say(words);
      const extension = run === '3' ? 'xlsx' : 'csv';
      for (const [command, ending] of [
        ['report', 'csv'],
        ['report', 'xlsx'],
        ['rejected', extension],
      ] as const)
        expect((await say([command, run, '-o', join(folder, `${command}-${run}.${ending}`)])).status).toBe(0);
    }
    await say(['plan', '--again', '2', '--json']);
    await say(['apply', '1', ...RAISED, '--json']);
    await say(['apply', '3', ...RAISED]);
    await say(['undo', '1']);
    for (const words of [
      ['history'],
      ['history', '--json'],
      ['directory', 'export'],
      ['env', 'drift', '--json'],
      ['tokens', '1'],
      ['show', '1', '--rows', '--json'],
    ])
      await say(words);
    hashes.push(...hashesOf(database));

    const wanted = [...plain, ...hashes];
    await faults.inject('stdout and stderr', () => {
      expect(found(seen.map(({ stdout, stderr }) => stdout + stderr).join('\n'), wanted)).toEqual([]);
    });
    for (const name of await readdir(folder)) {
      if (name.startsWith('import.') || name.startsWith('secrets.db')) continue;
      await faults.inject(`the file ${name}`, async () => {
        expect(
          found(
            name.endsWith('.xlsx') ? await sheetsOf(join(folder, name)) : await readFile(join(folder, name)),
            wanted,
          ),
        ).toEqual([]);
      });
    }
    await faults.inject('the tables', () => {
      expect(found(textsOf(database), wanted)).toEqual([]);
    });
    await faults.inject('the bytes of the database and its WAL', async () => {
      expect(found(await bytesOf(database), plain)).toEqual([]);
    });
    reader.close();
    faults.expectNoneLost();
  });

  test('leaves no hash behind when its plan is discarded, replaced, expired or pruned', async () => {
    const { folder, database, csv } = await stage();
    expect((await runProgram(['plan', csv, '--env', TARGET, '--type', 'user', '--db', database])).status).toBe(3);
    const hashes = hashesOf(database);
    const planned = await copyDatabase(database, join(folder, 'planned.db'));
    const expired = "update runs set expires_at = '2020-01-01T00:00:00.000Z', created_at = '2019-12-24T00:00:00.000Z'";
    const ends: Readonly<Record<string, readonly (readonly string[])[]>> = {
      discarded: [['discard', '1']],
      'planned again': [
        ['plan', '--again', '1', '--import-again'],
        ['discard', '2'],
      ],
      expired: [['env', 'list']],
      'expired, and applied': [['apply', '1', ...RAISED]],
      pruned: [['history', 'prune', '--older-than', '1d']],
    };
    for (const [end, commands] of Object.entries(ends)) {
      await faults.inject(`${end}: no hash is left`, async () => {
        await copyDatabase(planned, database);
        if (end.startsWith('expired') || end === 'pruned') query(database, expired);
        for (const words of commands) await runProgram([...words, '--db', database]);
        expect(query(database, 'select * from plan_secrets')).toEqual([]);
        expect(found(await bytesOf(database), hashes)).toEqual([]);
      });
    }
    await faults.inject('applied: the hash is where it belongs, once', async () => {
      await copyDatabase(planned, database);
      expect((await runProgram(['apply', '1', ...RAISED, '--db', database])).status).toBe(3);
      expect(query(database, 'select * from plan_secrets')).toEqual([]);
      const used = hashesOf(database);
      const bytes = (await bytesOf(database)).toString('latin1');
      for (const hash of used)
        expect(bytes.split(hash).length - 1).toBe(
          query(database, 'select 1 from users where password_hash like ?', `%${hash}`).length,
        );
      expect(
        found(
          bytes,
          hashes.filter((hash) => !used.includes(hash)),
        ),
      ).toEqual([]);
    });
    faults.expectNoneLost();
  });

  test('cannot be given in words, and is in no process listing', async () => {
    const { folder, database, csv } = await stage();
    const order = [csv, '--env', TARGET, '--type', 'user', '--db', database];
    const fixed = join(folder, 'fixed.yaml');
    await writeFile(fixed, `name: vast\ntype: user\nmapping:\n  password:\n    fixed: ${SECRETS.strong}\n`);
    for (const words of [
      ['plan', ...order, '--fix', `Wachtwoord=${SECRETS.strong}`],
      ['plan', ...order, '--default', `password=${SECRETS.strong}`],
      ['plan', ...order, '--empty', 'password=clear'],
      ['definition', 'save', 'vast', '--type', 'user', '--fix', `password=${SECRETS.strong}`, '--db', database],
      ['definition', 'import', fixed, '--db', database],
    ]) {
      await faults.inject(
        words
          .filter((word) => !word.startsWith('/'))
          .join(' ')
          .slice(0, 60),
        async () => {
          const ran = await runProgram(words);
          expect(ran.status, ran.stderr).toBe(2);
          expect(query(database, 'select * from runs')).toEqual([]);
          expect(query(database, 'select * from definitions')).toEqual([]);
          expect(found(await bytesOf(database), plain)).toEqual([]);
        },
      );
    }
    await faults.inject('the process listing', async () => {
      const child = startProgram(['plan', '-', '--env', TARGET, '--type', 'user', '--db', database]);
      const listed: string[] = [];
      const theme = setInterval(() => void listings().then((text) => listed.push(text)), 20);
      child.stdin?.end(await readFile(csv));
      const ran = await ended(child);
      clearInterval(theme);
      expect(ran.status).toBe(3);
      expect(found(listed.join('\n'), plain)).toEqual([]);
    });
    faults.expectNoneLost();
  });
});

/** What `ps` shows of all processes. */
async function listings(): Promise<string> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  return (await Promise.all(numbers.map((number) => readFile(`/proc/${number}/cmdline`, 'utf8').catch(() => '')))).join(
    '\n',
  );
}

async function sheetsOf(path: string): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const texts: string[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => texts.push(JSON.stringify(row.values))));
  return texts.join('\n');
}
