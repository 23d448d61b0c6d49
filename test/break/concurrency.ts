/**
 * Processes that plan and apply at the same time on one database: each is applied as planned, or refused in
 * a clear word; the end state is what the applied ones give one after the other; nobody waits for ever.
 */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { exportedDirectory, faultsOf, newDatabase, newFolder, query } from '../support/breakDatabase.js';
import type { Faults } from '../support/breakFaults.js';
import { ALL_RAISED, codeOf, populationOf, TARGET } from '../support/breakPopulation.js';
import { answerOf, runProgram, type Ran } from '../support/breakProgram.js';
import { Random } from '../support/breakRandom.js';

export interface ConcurrencySizes {
  readonly processes: number;
  /** Files that each process imports. */
  readonly files: number;
  readonly users: number;
  readonly rows: number;
}

const APPLIED = 0;
const BUSY = 1;
const STALE = 5;

/** What became of a file that somebody imported while others did. */
interface Told {
  readonly file: string;
  readonly run: number | null;
  readonly ran: Ran;
}

export async function planAndApplyAtOnce(faults: Faults, sizes: ConcurrencySizes): Promise<void> {
  const random = new Random();
  const folder = await newFolder();
  const directory = populationOf(sizes.users);
  const database = await newDatabase(join(folder, 'shared.db'), directory);
  // Written by the transaction that applies, so that it tells the order in which they were written.
  query(database, 'create table written (at integer primary key autoincrement, run integer)');
  query(
    database,
    `create trigger written_in_order after update of status on runs when new.status = 'applied'
     begin insert into written (run) values (new.id); end`,
  );

  const clients = Array.from({ length: sizes.processes }, async (_, client) => {
    const told: Told[] = [];
    for (let at = 0; at < sizes.files; at++) {
      const file = join(folder, `client-${client}-${at}.csv`);
      await writeFile(file, fileOf(random, sizes, `${client}.${at}`));
      told.push(await importFile(database, file, random.chance(0.5)));
    }
    return told;
  });
  const told = (await Promise.all(clients)).flat();

  for (const one of told) await faults.inject(one.file, () => expectClear(one));
  await faults.inject('the end state', async () => {
    expect(await faultsOf(database)).toEqual([]);
    const written = query<{ run: number }>(database, 'select run from written order by at').map(({ run }) => run);
    const applied = told.filter(({ ran }) => ran.status === APPLIED);
    expect([...written].sort()).toEqual(applied.map(({ run }) => run).sort());
    expect(applied.length).toBeGreaterThan(0);
    const inTurn = await newDatabase(join(folder, 'in-turn.db'), directory);
    for (const run of written) {
      const file = applied.find((one) => one.run === run)!.file;
      expect(await runProgram(wordsOf('import', inTurn, file))).toMatchObject({ status: APPLIED });
    }
    expect(await exportedDirectory(database)).toBe(await exportedDirectory(inTurn));
  });
  const count = (status: number): number => told.filter(({ ran }) => ran.status === status).length;
  console.log(`at once: ${told.length} imports, ${count(APPLIED)} applied, ${count(STALE)} stale, ${count(BUSY)} busy`);
}

function wordsOf(command: 'plan' | 'import', database: string, file: string): string[] {
  const raised = command === 'import' ? ALL_RAISED : [];
  return [command, file, '--env', TARGET, '--type', 'user', ...raised, '--db', database, '--json', '--yes'];
}

/** In one command, or in two, between which others come. */
async function importFile(database: string, file: string, inOne: boolean): Promise<Told> {
  const ran = await runProgram(wordsOf(inOne ? 'import' : 'plan', database, file));
  const run = ran.stdout === '' ? null : answerOf<{ run: number }>(ran).run;
  if (inOne || run === null || ran.status !== APPLIED) return { file, run, ran };
  return { file, run, ran: await runProgram(['apply', String(run), ...ALL_RAISED, '--db', database, '--json']) };
}

/** Rows about users that others write too, and a group that others make too. */
function fileOf(random: Random, { users, rows }: ConcurrencySizes, tag: string): string {
  const chosen = new Set(Array.from({ length: rows }, () => random.below(users)));
  const lines = [...chosen].map((user) => {
    const code = random.pick([0, 1, 1, 2, 3, 3, 6]);
    const group = code === 1 ? 'VERKOOP' : code === 3 ? random.pick(['NIEUW1', 'NIEUW2', 'INKOOP']) : '';
    return `${codeOf(user)};${code};Van ${tag};u${user}@voorbeeld.nl;u${user}-${tag}@voorbeeld.nl;${group}`;
  });
  return `${['Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Groep', ...lines].join('\n')}\n`;
}

function expectClear({ ran }: Told): void {
  const { status, stderr, signal } = ran;
  expect(signal).toBeNull();
  expect([APPLIED, BUSY, STALE], stderr).toContain(status);
  if (status === BUSY) expect(stderr).toMatch(/in use by somebody else/u);
  if (status === STALE) expect(stderr).toMatch(/something changed since/u);
}
