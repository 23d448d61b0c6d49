/** What happens to the database and to the import file while the program works with them. */
import { chmod, chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { copyDatabase, exportedDirectory, faultsOf, newDatabase, newFolder, runsOf } from '../support/breakDatabase.js';
import type { Faults } from '../support/breakFaults.js';
import { ALL_RAISED, fileOf, populationOf, TARGET } from '../support/breakPopulation.js';
import { ended, lastLineOf, runProgram, startProgram, type Ran } from '../support/breakProgram.js';
import { Random } from '../support/breakRandom.js';
import { timePasses, until } from '../support/waiting.js';

const NOBODY = 65534;

export interface Stage {
  readonly folder: string;
  readonly file: string;
  readonly bare: string;
  readonly planned: string;
  readonly before: string;
  readonly after: string;
}

export async function prepareFiles(rows: number): Promise<Stage> {
  const folder = await newFolder();
  const file = join(folder, 'import.csv');
  await writeFile(file, fileOf(rows));
  const bare = await newDatabase(join(folder, 'bare.db'), populationOf(rows));
  const planned = await copyDatabase(bare, join(folder, 'planned.db'));
  expect(await runProgram(['plan', ...orderOf(file, planned)])).toMatchObject({ status: 0 });
  const whole = await copyDatabase(planned, join(folder, 'whole.db'));
  expect(await runProgram(applyOf(whole))).toMatchObject({ status: 0 });
  return { folder, file, bare, planned, before: await exportedDirectory(bare), after: await exportedDirectory(whole) };
}

function orderOf(file: string, database: string): string[] {
  return [file, '--env', TARGET, '--type', 'user', '--db', database, '--json', '--yes'];
}

function applyOf(database: string): string[] {
  return ['apply', '1', ...ALL_RAISED, '--db', database, '--json'];
}

/** One sentence on stderr that says what is wrong, no answer, and nothing of the program's insides. */
function expectClear(ran: Ran, status: number, text: RegExp): void {
  expect(ran, ran.stderr).toMatchObject({ status, signal: null, stdout: '' });
  expect(lastLineOf(ran)).toMatch(/^(?:[A-Z]|\S+\.csv )/u);
  expect(lastLineOf(ran)).toMatch(text);
  expect(ran.stderr).not.toMatch(/\.js:\d+|node:|Error:|select |insert /u);
}

/** The database may be read only, or not at all, by who runs the program; needs root, to be somebody else. */
export async function lockOut(faults: Faults, stage: Stage): Promise<void> {
  const folder = join(stage.folder, 'closed');
  await mkdir(folder, { mode: 0o755 });
  await chmod(stage.folder, 0o755);
  await chmod(stage.file, 0o644);
  const database = await copyDatabase(stage.planned, join(folder, 'closed.db'));
  const closings: readonly (readonly [name: string, file: number, folder: number, owner: number])[] = [
    ['of somebody else', 0o600, 0o755, 0],
    ['that may only be read', 0o444, 0o755, 0],
    ['in a folder that may not be written', 0o666, 0o755, 0],
    ['of one’s own in a folder that may not be written', 0o600, 0o755, NOBODY],
    ['in a folder that may not be entered', 0o666, 0o700, 0],
  ];
  for (const [name, file, access, owner] of closings) {
    for (const words of [applyOf(database), ['plan', ...orderOf(stage.file, database)]]) {
      await chown(database, owner, owner);
      await chmod(database, file);
      await chmod(folder, access);
      const ran = await runProgram(words, { uid: NOBODY });
      await faults.inject(`a database ${name}: ${words[0]}`, async () => {
        expectClear(ran, 1, /cannot be opened|read-only|may only be read|not be written|disk/u);
        expect(await exportedDirectory(database)).toBe(stage.before);
        expect(await runsOf(database)).toMatchObject([{ status: 'planned' }]);
      });
    }
  }
}

/** While the program waits for its input, which it does with the database open, the file of the database goes. */
export async function takeAwayWhileOpen(faults: Faults, stage: Stage): Promise<void> {
  const content = fileOf(50);
  const other = populationOf(3);
  const acts: Readonly<Record<string, (database: string, aside: string) => Promise<unknown>>> = {
    removed: (database, aside) => rename(database, aside),
    'replaced by another database': async (database, aside) => {
      await rename(database, aside);
      await newDatabase(database, other);
    },
    'replaced by a text': async (database, aside) => {
      await rename(database, aside);
      await writeFile(database, 'dear diary');
    },
  };
  for (const [act, take] of Object.entries(acts)) {
    await faults.inject(`a database that is ${act} under a running program`, async () => {
      const database = await copyDatabase(stage.bare, join(stage.folder, 'victim.db'));
      const aside = join(stage.folder, 'aside.db');
      const child = startProgram(['import', ...orderOf('-', database), ...ALL_RAISED]);
      const end = ended(child);
      await untilOpened(database);
      await take(database, aside);
      const mark = await markOf(database);
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(content);
      expectClear(await end, 1, /replaced|removed|gone|cannot be opened|no longer/u);
      // Neither what was there nor what took its place has changed, and nothing was put where nothing was.
      expect(await exportedDirectory(aside)).toBe(stage.before);
      expect(await markOf(database)).toBe(mark);
      if (act === 'replaced by another database') expect(await runsOf(database)).toEqual([]);
      await rm(database, { force: true });
    });
  }
}

/** What a file is and when it was written; empty when there is none. */
async function markOf(path: string): Promise<string> {
  return stat(path).then(
    ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
    () => '',
  );
}

/** SQLite makes the WAL when the program first reads; from then on it has the database open. */
async function untilOpened(database: string): Promise<void> {
  await until('the program opens the database', () => stat(`${database}-wal`).catch(() => undefined));
}

/** At random moments of an import the database is moved away: it is as before or as after, wherever it is. */
export async function takeAwayAtRandom(faults: Faults, stage: Stage, moments: number): Promise<void> {
  const random = new Random();
  const database = join(stage.folder, 'moving.db');
  const words = ['import', ...orderOf(stage.file, database), ...ALL_RAISED];
  const whole = async (): Promise<void> => {
    await copyDatabase(stage.bare, database);
    await runProgram(words);
  };
  const start = performance.now();
  await whole();
  const duration = performance.now() - start;
  for (let moment = 0; moment < moments; moment++) {
    await copyDatabase(stage.bare, database);
    const end = ended(startProgram(words));
    await timePasses((duration * (moment + random.next())) / moments);
    const aside = join(stage.folder, 'moved.db');
    await moveDatabase(database, aside);
    const ran = await end;
    await faults.inject(`moved away at moment ${moment + 1} of ${moments}, seed ${random.seed}`, async () => {
      // Taken away before it was opened, a new one is made, without environments.
      expect([0, 1, 2]).toContain(ran.status);
      const found = await exportedDirectory(aside);
      expect(found === stage.before || found === stage.after, 'before or after').toBe(true);
      expect(await faultsOf(aside)).toEqual([]);
      if (ran.status !== 0) expectClear(ran, ran.status ?? 1, /./u);
    });
    await rm(database, { force: true });
  }
}

async function moveDatabase(from: string, to: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) {
    await rm(`${to}${suffix}`, { force: true });
    await rename(`${from}${suffix}`, `${to}${suffix}`).catch(() => undefined);
  }
}

/** The file is written again while it is read: what is planned is one of both, or nothing. */
export async function changeWhileRead(faults: Faults, stage: Stage, moments: number): Promise<void> {
  const random = new Random();
  const path = join(stage.folder, 'changing.csv');
  const first = wideFile('Omschrijving;E-mail;UPN', 'een');
  const second = wideFile('UPN;Omschrijving;E-mail', 'twee');
  const database = await copyDatabase(stage.bare, join(stage.folder, 'changing.db'));
  const words = ['plan', ...orderOf(path, database)];
  await writeFile(path, first);
  const start = performance.now();
  expect(await runProgram(words)).toMatchObject({ status: 0 });
  const duration = performance.now() - start;
  let refused = 0;
  for (let moment = 0; moment < moments; moment++) {
    await copyDatabase(stage.bare, database);
    await writeFile(path, first);
    const end = ended(startProgram(words));
    await timePasses((duration * (moment + random.next())) / moments);
    if (random.chance(0.5)) await writeFile(path, second);
    else {
      await writeFile(`${path}.new`, second);
      await rename(`${path}.new`, path);
    }
    const ran = await end;
    await faults.inject(`a file that changes at moment ${moment + 1} of ${moments}, seed ${random.seed}`, async () => {
      expect(await exportedDirectory(database)).toBe(stage.before);
      const runs = await runsOf(database);
      if (ran.status === 2) {
        refused += 1;
        expectClear(ran, 2, /has changed meanwhile|is empty/u);
        expect(runs).toEqual([]);
        return;
      }
      expect(ran.status, ran.stderr).toBe(0);
      await expectOneOfBoth(database);
    });
  }
  console.log(`a file that changes while it is read: ${refused} of ${moments} refused`);
}

/** Large enough to be read in several pieces; every value tells its column and which of the files it is of. */
function wideFile(columns: string, tag: string): string {
  const names = columns.split(';').map((name) => name.toLowerCase().replace('-', ''));
  const lines = Array.from({ length: 12_000 }, (_, row) =>
    [`12345.X${row}`, ...names.map((name) => `${name}-${row}-${tag}@voorbeeld.nl`)].join(';'),
  );
  return `${[`Gebruiker;${columns}`, ...lines].join('\n')}\n`;
}

async function expectOneOfBoth(database: string): Promise<void> {
  const { stdout } = await runProgram(['show', '1', '--rows', '--json', '--db', database]);
  expect(stdout.includes('-een@') && stdout.includes('-twee@'), 'of both files').toBe(false);
}
