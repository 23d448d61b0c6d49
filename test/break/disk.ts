/**
 * The disk is full at many different moments: on a small file system of its own where that can be mounted,
 * and otherwise by a limit on the size of files, which fails the same writes.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { copyDatabase, exportedDirectory, faultsOf, newDatabase, newFolder, runsOf } from '../support/breakDatabase.js';
import type { Faults } from '../support/breakFaults.js';
import { ALL_RAISED, fileOf, populationOf, TARGET } from '../support/breakPopulation.js';
import { lastLineOf, runProgram, type Ran } from '../support/breakProgram.js';

export interface DiskSizes {
  readonly rows: number;
  /** How many sizes of disk are tried between one on which nothing fits and one on which all does. */
  readonly steps: number;
}

interface Disk {
  readonly folder: string;
  /** Leaves this much room. */
  leave(kilobytes: number): void;
  enlarge(): void;
}

function system(command: string, ...words: readonly string[]): string {
  return execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** A file system in memory; undefined where none can be mounted. */
async function mountDisk(parent: string): Promise<Disk | undefined> {
  const folder = join(parent, 'disk');
  await mkdir(folder);
  const mount = (options: string): string => system('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder);
  try {
    mount('size=64m,mode=700');
  } catch {
    return undefined;
  }
  onTestFinished(() => void system('umount', '--lazy', folder));
  const used = (): number => Number(system('du', '-sk', folder).split('\t')[0]);
  return {
    folder,
    leave: (kilobytes) => void mount(`remount,size=${used() + kilobytes}k`),
    enlarge: () => void mount('remount,size=64m'),
  };
}

interface Stage {
  readonly bare: string;
  readonly planned: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

async function prepare(folder: string, rows: number): Promise<Stage> {
  const file = join(folder, 'import.csv');
  await writeFile(file, fileOf(rows));
  const bare = await newDatabase(join(folder, 'bare.db'), populationOf(rows));
  const planned = await copyDatabase(bare, join(folder, 'planned.db'));
  expect(await runProgram(['plan', ...orderOf(file, planned)])).toMatchObject({ status: 0 });
  const whole = await copyDatabase(planned, join(folder, 'whole.db'));
  expect(await runProgram(applyOf(whole))).toMatchObject({ status: 0 });
  return { bare, planned, file, before: await exportedDirectory(bare), after: await exportedDirectory(whole) };
}

function orderOf(file: string, database: string): string[] {
  return [file, '--env', TARGET, '--type', 'user', '--db', database, '--json', '--yes'];
}

function applyOf(database: string): string[] {
  return ['apply', '1', ...ALL_RAISED, '--db', database, '--json'];
}

export async function fillTheDisk(faults: Faults, { rows, steps }: DiskSizes): Promise<void> {
  const folder = await newFolder();
  const stage = await prepare(folder, rows);
  const disk = await mountDisk(folder);
  const database = join(disk?.folder ?? folder, 'full.db');
  const seen = { failed: 0, done: 0 };
  for (const command of ['plan', 'apply'] as const) {
    for (let step = 0; step < steps; step++) {
      await copyDatabase(command === 'plan' ? stage.bare : stage.planned, database);
      const words = command === 'plan' ? ['plan', ...orderOf(stage.file, database)] : applyOf(database);
      const room = Math.round((3 * rows * step) / steps);
      let ran: Ran;
      if (disk) {
        disk.leave(room);
        ran = await runProgram(words);
        disk.enlarge();
      } else {
        // Files grow to this size (in blocks of 1 kB) and no further, the WAL above all.
        ran = await runProgram(words, { through: ['bash', '-c', `ulimit -f ${room}; exec "$@"`, 'limited'] });
      }
      seen[ran.status === 0 ? 'done' : 'failed'] += 1;
      await faults.inject(`${command} with ${room} kB left`, () => expectWhole(stage, database, command, ran));
    }
  }
  console.log(`disk full (${disk ? 'tmpfs' : 'ulimit -f'}): ${seen.failed} failed, ${seen.done} had room enough`);
  expect(seen.failed).toBeGreaterThan(0);
  if (disk) await faults.inject('an export on a full disk', () => expectNoHalfFile(disk, stage));
}

async function expectWhole(stage: Stage, database: string, command: 'plan' | 'apply', ran: Ran): Promise<void> {
  expect([0, 1], ran.stderr).toContain(ran.status);
  expect(await faultsOf(database)).toEqual([]);
  const isApplied = command === 'apply' && ran.status === 0;
  expect((await exportedDirectory(database)) === (isApplied ? stage.after : stage.before), 'before or after').toBe(
    true,
  );
  const [run] = await runsOf(database);
  if (ran.status === 0) return expect(run?.status).toBe(command === 'plan' ? 'planned' : 'applied');
  expect(ran.stdout).toBe('');
  expect(lastLineOf(ran)).toMatch(/disk/u);
  expect(run?.status).toBe(command === 'plan' ? undefined : 'planned');
  // With room again, all goes on as if nothing had happened.
  if (command === 'plan')
    expect(await runProgram(['plan', ...orderOf(stage.file, database)])).toMatchObject({ status: 0 });
  expect(await runProgram(applyOf(database))).toMatchObject({ status: 0 });
  expect((await exportedDirectory(database)) === stage.after, 'after').toBe(true);
}

async function expectNoHalfFile(disk: Disk, stage: Stage): Promise<void> {
  await rm(join(disk.folder, 'full.db'));
  disk.leave(8);
  const report = join(disk.folder, 'report.csv');
  for (const words of [
    ['report', '1', '-o', report],
    ['report', '1', '-o', join(disk.folder, 'report.xlsx')],
    ['directory', 'export', '-o', join(disk.folder, 'directory.json')],
  ]) {
    const ran = await runProgram([...words, '--db', stage.planned]);
    expect(ran, words.join(' ')).toMatchObject({ status: 1, stdout: '' });
    expect(lastLineOf(ran)).toMatch(/disk|space/u);
    expect(await readdir(disk.folder)).toEqual([]);
  }
  disk.enlarge();
}
