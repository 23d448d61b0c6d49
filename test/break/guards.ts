/** Every guard at its limit: just under it is applied, just over it nothing is written and the status is 4. */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { GuardName } from '../../src/domain/guards/guard.js';
import { copyDatabase, exportedDirectory, newDatabase, newFolder, runsOf } from '../support/breakDatabase.js';
import type { Faults } from '../support/breakFaults.js';
import { codeOf, populationOf, TARGET } from '../support/breakPopulation.js';
import { answerOf, runProgram } from '../support/breakProgram.js';

/** Of which one in ten is blocked: 90 are active, and 10% of them is 9. */
const USERS = 100;
const ACTIVE = 90;

/** How a limit is given: none, by a flag, or as the environment's default. */
export interface Limit {
  readonly guard: LimitName;
  readonly by: 'default' | 'flag' | 'environment';
  readonly value: string;
  /** How many may be done under it; one more is too many. */
  readonly allowed: number;
  /** Users in the target environment; 100 when absent. */
  readonly users?: number;
}

/** The others are no limits: test/application/absentGuard, checks, administrators, licences and freeze try them. */
type LimitName = Exclude<GuardName, 'shrunk' | 'check' | 'administrators' | 'licences' | 'freeze'>;

const FLAG: Readonly<Record<LimitName, string>> = {
  'empty-code': '--accept-empty-code',
  'unmapped-identity': '--allow-clear',
  clears: '--max-clears',
  blocks: '--max-blocks',
  renames: '--max-renames',
  rejected: '--max-rejected',
  creates: '--max-creates',
  updates: '--max-updates',
  absent: '--max-absent',
};

const COUNTED = ['clears', 'blocks', 'renames'] as const;

export const DEFAULTS: readonly Limit[] = [
  ...COUNTED.map((guard): Limit => ({ guard, by: 'default', value: '10%', allowed: 9 })),
  // 10% of 18 active users is 1, and at least 5 are allowed.
  ...COUNTED.map((guard): Limit => ({ guard, by: 'default', value: '10%, at least 5', allowed: 5, users: 20 })),
  { guard: 'rejected', by: 'default', value: '50%', allowed: 10 },
  { guard: 'creates', by: 'default', value: '10%, at least 25', allowed: 25 },
  { guard: 'absent', by: 'default', value: '5%', allowed: 4 },
  { guard: 'absent', by: 'default', value: '5%, at least 3', allowed: 3, users: 20 },
  { guard: 'empty-code', by: 'default', value: '0', allowed: 0 },
  { guard: 'unmapped-identity', by: 'default', value: '0', allowed: 0 },
];

export const GIVEN: readonly Limit[] = [...COUNTED, 'creates' as const, 'updates' as const].flatMap((guard) => [
  { guard, by: 'flag', value: '3', allowed: 3 },
  { guard, by: 'flag', value: '0', allowed: 0 },
  { guard, by: 'flag', value: '7%', allowed: Math.floor(ACTIVE * 0.07) },
  // "At least 5" belongs to the default alone.
  { guard, by: 'flag', value: '10%', allowed: 1, users: 20 },
  { guard, by: 'environment', value: '2', allowed: 2 },
  { guard, by: 'environment', value: '2%', allowed: 1 },
]);

export const GIVEN_REJECTED: readonly Limit[] = [
  { guard: 'rejected', by: 'flag', value: '0', allowed: 0 },
  { guard: 'rejected', by: 'flag', value: '5', allowed: 5 },
  { guard: 'rejected', by: 'flag', value: '25%', allowed: 5 },
  { guard: 'rejected', by: 'environment', value: '10%', allowed: 2 },
];

export type Applying = 'apply' | 'import --yes';

export async function tryLimit(faults: Faults, limit: Limit, commands: readonly Applying[]): Promise<void> {
  const { guard, by, value, allowed, users = USERS } = limit;
  const folder = await newFolder();
  const bare = await newDatabase(join(folder, 'bare.db'), populationOf(users));
  const flag = by === 'flag' ? [FLAG[guard], value] : [];
  if (by === 'environment') {
    const set = await runProgram(['env', 'set', TARGET, FLAG[guard], value, '--db', bare]);
    expect(set, set.stderr).toMatchObject({ status: 0 });
  }
  const before = await exportedDirectory(bare);
  for (const count of allowed > 0 ? [allowed, allowed + 1] : [allowed + 1]) {
    const file = join(folder, `${count}.csv`);
    await writeFile(file, fileFor(guard, count, users * 0.9));
    const order = [file, '--env', TARGET, '--type', 'user', '--json', '--yes', ...skipped(guard)];
    for (const command of commands) {
      await faults.inject(`${guard} ${value} by ${by}: ${count} of ${allowed} with ${command}`, async () => {
        const database = await copyDatabase(bare, join(folder, 'tried.db'));
        const db = ['--db', database];
        if (command === 'apply') await runProgram(['plan', ...order, ...db]);
        const ran = await runProgram(
          command === 'apply' ? ['apply', '1', ...flag, ...db, '--json'] : ['import', ...order, ...flag, ...db],
        );
        const done = guard === 'rejected' ? 3 : 0;
        expect(ran.status, ran.stderr).toBe(count > allowed ? 4 : done);
        const judged = answerOf<{ guards: { guard: string; count: number; allowed: number; tripped: boolean }[] }>(ran);
        const told = judged.guards.find((one) => one.guard === guard);
        expect(told).toMatchObject({ count, allowed, tripped: count > allowed });
        expect(judged.guards.filter((one) => one.tripped).map((one) => one.guard)).toEqual(
          count > allowed ? [guard] : [],
        );
        const [run] = await runsOf(database);
        expect(run?.status).toBe(count > allowed ? 'planned' : 'applied');
        if (count > allowed) expect(await exportedDirectory(database)).toBe(before);
        if (count > allowed) await raise(guard, database, done);
      });
    }
  }
}

/** Raised on purpose, what was stopped is applied. */
async function raise(guard: LimitName, database: string, status: number): Promise<void> {
  const value = guard === 'empty-code' ? [] : [guard === 'unmapped-identity' ? 'upn' : '100%'];
  const ran = await runProgram(['apply', '1', FLAG[guard], ...value, '--db', database]);
  expect(ran.status, ran.stderr).toBe(status);
}

function skipped(guard: LimitName): string[] {
  if (guard === 'absent') return ['--absent', 'block'];
  return guard === 'unmapped-identity' ? ['--skip', 'upn'] : [];
}

const HEADER = 'Gebruiker;Mutatiecode;Nieuwe gebruikerscode;Omschrijving;E-mail;UPN';

/** Does what a guard counts to this many users, and nothing that another one counts. */
function fileFor(guard: LimitName, count: number, active: number): string {
  const rows = guard === 'rejected' ? 20 : guard === 'absent' ? active - count : count;
  const lines = Array.from({ length: rows }, (_, row) => {
    // The tenth user of every ten is blocked already.
    const user = row + Math.floor(row / 9);
    const upn = `u${user}@voorbeeld.nl`;
    const same = `Gebruiker ${user};u${user}@voorbeeld.nl`;
    switch (guard) {
      case 'blocks':
        return `${codeOf(user)};2;;${same};${upn}`;
      case 'renames':
        return `${codeOf(user)};4;12345.H${user};${same};${upn}`;
      case 'creates':
        return `NIEUW${row};1;;Nieuw ${row};nieuw${row}@voorbeeld.nl;`;
      case 'updates':
        return `${codeOf(user)};1;;Anders ${user};u${user}@voorbeeld.nl;${upn}`;
      case 'clears':
        return `${codeOf(user)};1;;${same};`;
      case 'unmapped-identity':
      case 'absent':
        return `${codeOf(user)};1;;${same};${upn}`;
      case 'empty-code':
        // Blocked already, so that it counts for one guard alone.
        return `${codeOf(row * 10 + 9)};;;Gebruiker ${row * 10 + 9};u${row * 10 + 9}@voorbeeld.nl;u${row * 10 + 9}@voorbeeld.nl`;
      case 'rejected':
        return row < count ? `${codeOf(user)};9;;${same};${upn}` : `${codeOf(user)};1;;${same};${upn}`;
    }
  });
  return `${[HEADER, ...lines].join('\n')}\n`;
}
