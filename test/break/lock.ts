/** Another program holds the write lock of the database and does not let go. */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { exportedDirectory, newDatabase, newFolder } from '../support/breakDatabase.js';
import type { Faults } from '../support/breakFaults.js';
import { ALL_RAISED, fileOf, populationOf, TARGET } from '../support/breakPopulation.js';
import { lastLineOf, runProgram, type Ran } from '../support/breakProgram.js';

/** The program waits 15 seconds for another one's write; the rest is for a machine that is busy itself. */
const LONGEST = 45_000;

export async function holdTheLock(faults: Faults): Promise<void> {
  const folder = await newFolder();
  const file = join(folder, 'import.csv');
  await writeFile(file, fileOf(20));
  const database = await newDatabase(join(folder, 'locked.db'), populationOf(20));
  const order = [file, '--env', TARGET, '--type', 'user', '--db', database, '--yes', '--json'];
  expect(await runProgram(['plan', ...order])).toMatchObject({ status: 0 });
  const before = await exportedDirectory(database);

  const holder = new DatabaseSync(database);
  holder.exec('begin immediate');
  const start = performance.now();
  const writers: readonly (readonly string[])[] = [
    ['apply', '1', ...ALL_RAISED, '--db', database, '--json'],
    ['import', ...order, ...ALL_RAISED, '--import-again'],
    ['env', 'set', TARGET, '--name', 'Anders', '--db', database],
    ['discard', '1', '--db', database],
  ];
  const refused = await Promise.all(writers.map((words) => runProgram(words)));
  const waited = performance.now() - start;
  // Who only reads is not held up.
  const reader = await runProgram(['show', '1', '--rows', '--db', database]);
  holder.exec('rollback');
  holder.close();

  for (const [at, ran] of refused.entries())
    await faults.inject(`locked: ${writers[at]?.[0]}`, () => expectBusy(ran, waited));
  await faults.inject('reading while locked', async () => {
    expect(reader).toMatchObject({ status: 0, stderr: '' });
    expect(await exportedDirectory(database)).toBe(before);
    expect(await runProgram(writers[0]!)).toMatchObject({ status: 0 });
  });
}

function expectBusy(ran: Ran, waited: number): void {
  const { status, stderr } = ran;
  expect(status, stderr).toBe(8);
  expect(stderr).toMatch(/in use by somebody else/u);
  expect(lastLineOf(ran)).not.toMatch(/SQLITE|\bat\b .*\.js/u);
  expect(waited).toBeLessThan(LONGEST);
}
