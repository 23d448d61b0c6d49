/**
 * A year of a company: a file every night, of which some are at fault, and an administrator who errs now and then. What the
 * directory holds is compared every morning with what is worked out from the company alone.
 */
import { afterAll, expect, test } from 'vitest';
import type { DirectoryJson } from '../../src/application/directoryJson.js';
import { Random } from '../support/breakRandom.js';
import { runProgram } from '../support/breakProgram.js';
import { afterMove, afterNight, type Accounts } from './accounts.js';
import { Company, DEPARTMENTS, type Move } from './company.js';
import { FILE_FAULTS, type FileFault } from './fileFaults.js';
import { MISTAKES } from './mistakes.js';
import { accountsIn, activeIn, AT_ONCE, Desk, elsewhereIn, NIGHTLY, PRODUCTION, sorted } from './office.js';
import { startingDirectory } from './start.js';

const { INSTROOM_SEED: given = '2026' } = process.env;
const SEED = given === 'free' ? Date.now() % 1_000_000 : Number(given);
const NIGHTS = Number(process.env['NIGHTS'] ?? 250);
/** Of the last nights all is as it should be, so that every status has run out. */
const QUIET = 8;
const DAY_MS = 86_400_000;
/** The days on which nothing may change. */
const FROZEN = [150, 151, 152, 153];
const BEGIN = Date.now() - (NIGHTS + 2) * DAY_MS;

interface Year {
  readonly desk: Desk;
  readonly company: Company;
  readonly random: Random;
  /** What the directory has to hold. */
  accounts: Accounts;
  /** What nobody was asked to touch. */
  readonly elsewhere: readonly unknown[];
  /** Departments that people were taken off, and are in as long as nobody takes them out. */
  readonly moves: Move[];
  /** The files that were done, the last one last. */
  readonly files: string[];
  /** Rows of the last one. */
  rowsBefore: number;
  /** What was wrong with files so far. */
  readonly faults: Set<string>;
}

let open: Desk | undefined;
afterAll(() => open?.engine.close());

test(`${NIGHTS} nights of a company`, { timeout: 600_000 }, async () => {
  const random = new Random(SEED);
  const company = new Company(random, 42);
  const desk = (open = await Desk.open(startingDirectory(company)));
  const began = await desk.directory();
  const year: Year = {
    ...{ desk, company, random, moves: [], files: [], rowsBefore: 0, faults: new Set() },
    accounts: accountsIn(began),
    elsewhere: elsewhereIn(began),
  };
  let faulty = 0;
  for (let night = 1; night <= NIGHTS; night++) {
    const isQuiet = night > NIGHTS - QUIET;
    if (FROZEN.includes(night)) {
      await frozenNight(year, night);
      continue;
    }
    desk.engine.clock.now = new Date(BEGIN + night * DAY_MS);
    await dayOf(year, night, isQuiet);
    desk.engine.clock.now = new Date(BEGIN + (night + 0.5) * DAY_MS);
    const isFaulty = !isQuiet && faulty < 2 && random.chance(0.22);
    faulty = isFaulty ? faulty + 1 : 0;
    const place = `night ${night} of seed ${SEED}`;
    await (isFaulty ? faultyNight(year, place) : goodNight(year, place));
  }
  await asProcesses(year);
  expect(activeIn(accountsIn(await desk.directory()))).toEqual(company.employed.map(({ number }) => number).sort());
  // Whatever the seed, there was something to withstand.
  expect(year.faults.size).toBeGreaterThan(NIGHTS / 25);
});

/** The last nights are those of the built program, as cron starts it. */
async function asProcesses(year: Year): Promise<void> {
  const { desk, company } = year;
  company.hire();
  company.dismiss(company.regular[4]!, false);
  const file = company.export();
  const half = Buffer.from(file, 'utf8').subarray(0, file.length / 2);
  for (const [content, status] of [
    ['', 2],
    [half, 4],
    [file, 0],
    [file, 6],
  ] as const) {
    const words = ['import', await desk.leave('hr.csv', content), ...NIGHTLY, '--db', desk.database];
    const ran = await runProgram(words);
    expect(ran.status, ran.stderr).toBe(status);
    if (status === 0) year.accounts = afterNight(year.accounts, company);
    await lookRound(year, `a process that ended with ${status}`);
  }
}

/** HR goes on, and nothing is changed until the freeze is over. */
async function frozenNight({ desk, company }: Year, night: number): Promise<void> {
  const dayAt = (day: number): string => new Date(BEGIN + (day + 0.5) * DAY_MS).toISOString().slice(0, 10);
  const [first = 0, last = 0] = [FROZEN[0], FROZEN.at(-1)];
  if (night === first)
    await desk.done('env', 'set', PRODUCTION, '--freeze', `${dayAt(first)}..${dayAt(last)}`, '--time-zone', 'UTC');
  desk.engine.clock.now = new Date(BEGIN + (night + 0.5) * DAY_MS);
  company.hire();
  const before = await desk.exported();
  const said = await desk.line('import', await desk.leave('hr.csv', company.export()), ...NIGHTLY);
  expect(said.status, said.stderr).toBe(4);
  expect(await desk.exported()).toBe(before);
  await desk.done('discard', String(said.run));
}

async function dayOf(year: Year, night: number, isQuiet: boolean): Promise<void> {
  const { desk, company, moves } = year;
  if (isQuiet) company.settle();
  else moves.push(...company.day());
  if (night % 60 === 30) for (const person of company.regular.slice(5, 13)) company.dismiss(person, false);
  if (night % 90 === 45) for (let joiner = 0; joiner < 12; joiner++) company.hire();
  if (night % 14 === 7) {
    const before = await desk.exported();
    const mistake = MISTAKES[((night - 7) / 14) % MISTAKES.length];
    await mistake?.(desk, company);
    expect(await desk.exported(), `${mistake?.name} on day ${night} of seed ${SEED}`).toBe(before);
  }
}

/** All is well in the morning; a plan that a guard stopped for what really happened is looked at, and applied. */
async function goodNight(year: Year, place: string): Promise<void> {
  const { desk, company, moves, files } = year;
  const file = company.export();
  const after = afterNight(year.accounts, company);
  const said = await desk.line('import', await desk.leave('hr.csv', file), ...NIGHTLY);
  const [left, made] = [activeIn(year.accounts).length, after.size - year.accounts.size];
  const isSame = file === files.at(-1);
  // Behind a file of which all rows were doubled, a good one seems to be half of it.
  const isHalf = rowsIn(file) < year.rowsBefore / 2;
  const isLarge = isHalf || left - activeIn(after).length > 3 || made > 10 || (!isSame && files.includes(file));
  const expected = isLarge ? [0, 4] : isSame ? [0, 6] : [0];
  expect(expected, `${place}: ${said.stderr}`).toContain(said.status);
  if (said.status === 4) await desk.applyAll(said.run);
  if (said.status !== 6) files.push(file);
  year.rowsBefore = rowsIn(file);
  year.accounts = after;
  await lookRound(year, place);
  for (const move of moves.splice(0)) await takeOut(year, move);
}

/** Whoever was moved is in the old group still: a file never takes anybody out of a group. */
async function takeOut(year: Year, { number, from }: Move): Promise<void> {
  const { desk, company, accounts } = year;
  const group = DEPARTMENTS[from];
  const isThere = accounts.get(number)?.groups.includes(group) === true;
  if (!isThere || company.people.get(number)?.departments.includes(from) !== false) return;
  await desk.done('user', 'leave', number, group, ...AT_ONCE);
  year.accounts = afterMove(accounts, { number, from });
}

/** What cannot be trusted changes nothing; what can is done; and nobody who works here is locked out. */
async function faultyNight(year: Year, place: string): Promise<void> {
  const { desk, company, accounts } = year;
  const { name, exits, content } = faultyFile(year);
  const before = await desk.exported();
  const said = await desk.line('import', await desk.leave('hr.csv', content), ...NIGHTLY);
  const what = `${name}, ${place}`;
  year.faults.add(name);
  expect(exits, `${what}: ${said.status} ${said.stderr}`).toContain(said.status);
  const after = await desk.exported();
  const directory = JSON.parse(after) as DirectoryJson;
  const found = accountsIn(directory);
  const wellDone = afterNight(accounts, company);
  if (said.status !== 0 && said.status !== 3) expect(after, what).toBe(before);
  else if (exits !== REPEATED) requireNothingWrong(accounts, found, wellDone, what);
  const employed = new Set(company.employed.map(({ number }) => number));
  const lockedOut = activeIn(accounts).filter((number) => employed.has(number) && found.get(number)?.blocked !== false);
  expect(lockedOut, what).toEqual([]);
  expect(elsewhereIn(directory), what).toEqual(year.elsewhere);
  year.accounts = found;
  if (said.status === 0 || said.status === 3) year.rowsBefore = rowsIn(content.toString());
  if (said.status === 4) await desk.done('discard', String(said.run));
}

/** Of the file of yesterday once more: already imported, or there is nothing to do. */
const REPEATED = [0, 6] as const;

function faultyFile({
  company,
  random,
  files,
}: Year): Omit<FileFault, 'damage'> & { readonly content: string | Buffer } {
  if (files.length > 3 && random.chance(0.15)) {
    const age = 1 + random.below(Math.min(40, files.length - 1));
    const content = files.at(-age) ?? '';
    const isLast = content === files.at(-1);
    return { name: isLast ? 'the file of yesterday' : 'an older file', exits: isLast ? REPEATED : [4], content };
  }
  const { name, exits, damage } = random.pick(FILE_FAULTS);
  return { name, exits, content: damage(company.export(), random) };
}

/** Each account is as it was, or as it is to be: rows that were rejected aside, what was done is right. */
function requireNothingWrong(before: Accounts, found: Accounts, wellDone: Accounts, what: string): void {
  for (const [number, account] of found) {
    const [was, becomes] = [before.get(number), wellDone.get(number)];
    for (const field of ['description', 'email', 'upn', 'siteLanguage', 'blocked'] as const)
      expect([was?.[field], becomes?.[field]], `${number} ${field}, ${what}`).toContain(account[field]);
    const groups = new Set([...(was?.groups ?? []), ...(becomes?.groups ?? [])]);
    expect(
      account.groups.filter((group) => !groups.has(group)),
      what,
    ).toEqual([]);
  }
}

const rowsIn = (file: string): number => file.split('\r\n').length - 2;

async function lookRound({ desk, accounts, elsewhere }: Year, place: string): Promise<void> {
  const found = await desk.directory();
  expect(sorted(accountsIn(found)), place).toEqual(sorted(accounts));
  expect(elsewhereIn(found), place).toEqual(elsewhere);
}
