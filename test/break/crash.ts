/**
 * The program is killed (SIGKILL) at random moments while it plans and applies: the directory is exactly as
 * it was before or as it is after, the database is sound, and the plan can be used or is clearly gone.
 */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import {
  copyDatabase,
  exportedDirectory,
  faultsOf,
  newDatabase,
  newFolder,
  query,
  runsOf,
} from '../support/breakDatabase.js';
import type { Faults } from '../support/breakFaults.js';
import { ALL_RAISED, fileOf, populationOf, TARGET } from '../support/breakPopulation.js';
import { ended, runProgram, startProgram, type Ran } from '../support/breakProgram.js';
import { Random } from '../support/breakRandom.js';
import { timePasses } from '../support/waiting.js';

export interface CrashSizes {
  readonly kills: number;
  readonly rows: number;
}

/** What is killed: the making of a plan, the applying of one, and both in one command. */
const SCENES = ['plan', 'apply', 'import'] as const;
type Scene = (typeof SCENES)[number];

/** How often a moment is drawn anew when the program was done before it came. */
const TRIES = 20;

interface Stage {
  readonly folder: string;
  readonly file: string;
  /** A database without a plan, and one with a plan. */
  readonly bare: string;
  readonly planned: string;
  readonly before: string;
  readonly after: string;
}

export async function killAtRandomMoments(faults: Faults, { kills, rows }: CrashSizes): Promise<void> {
  const random = new Random();
  const stage = await prepare(rows);
  const durations = await measure(stage);
  const done: Record<Scene, number> = { plan: 0, apply: 0, import: 0 };
  const shares: Record<Scene, number> = { plan: 0.3, apply: 0.4, import: 0.3 };
  for (const scene of SCENES) {
    const count = Math.round(kills * shares[scene]);
    for (let kill = 0; kill < count; kill++) {
      // One moment in each part of the whole duration, so that no part is spared.
      const { from, to } = durations[scene];
      const moment = (part: number): number => from + ((to - from) * (part + random.next())) / count;
      const database = await killed(stage, scene, (tries) => moment(tries === 0 ? kill : random.below(count)));
      done[scene] += 1;
      await faults.inject(`${scene}, kill ${kill + 1} of ${count}, seed ${random.seed}`, () =>
        expectSound(stage, scene, database),
      );
    }
  }
  console.log(`killed: ${JSON.stringify(done)}, while they last (ms): ${JSON.stringify(durations)}`);
}

async function prepare(rows: number): Promise<Stage> {
  const folder = await newFolder();
  const file = join(folder, 'import.csv');
  await writeFile(file, fileOf(rows));
  const bare = await newDatabase(join(folder, 'bare.db'), populationOf(rows));
  const planned = await copyDatabase(bare, join(folder, 'planned.db'));
  expect(await runProgram(wordsOf('plan', planned, file))).toMatchObject({ status: 0 });
  const whole = await copyDatabase(planned, join(folder, 'whole.db'));
  expect(await runProgram(wordsOf('apply', whole, file))).toMatchObject({ status: 0 });
  const before = await exportedDirectory(bare);
  const after = await exportedDirectory(whole);
  expect(after).not.toBe(before);
  return { folder, file, bare, planned, before, after };
}

function wordsOf(scene: Scene, database: string, file: string): string[] {
  const global = ['--db', database, '--json', '--yes'];
  const order = [file, '--env', TARGET, '--type', 'user'];
  if (scene === 'plan') return ['plan', ...order, ...global];
  if (scene === 'apply') return ['apply', '1', ...ALL_RAISED, ...global];
  return ['import', ...order, ...ALL_RAISED, ...global];
}

/** In milliseconds. */
interface Duration {
  /** Before this, the program is loading and has not opened the database. */
  readonly from: number;
  readonly to: number;
}

/** How long each takes when nobody kills it. */
async function measure(stage: Stage): Promise<Record<Scene, Duration>> {
  const timed = async (words: readonly string[]): Promise<number> => {
    const start = performance.now();
    await runProgram(words);
    return Math.round(performance.now() - start);
  };
  const from = Math.round((await timed(['--help'])) / 2);
  const durations: Record<Scene, Duration> = { plan: { from, to: 0 }, apply: { from, to: 0 }, import: { from, to: 0 } };
  for (const scene of SCENES) {
    const database = await fresh(stage, scene);
    durations[scene] = { from, to: await timed(wordsOf(scene, database, stage.file)) };
  }
  return durations;
}

function fresh({ folder, bare, planned }: Stage, scene: Scene): Promise<string> {
  return copyDatabase(scene === 'apply' ? planned : bare, join(folder, 'victim.db'));
}

/** Runs the program until it was really killed; answers the database that it leaves. */
async function killed(stage: Stage, scene: Scene, momentOf: (tries: number) => number): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const database = await fresh(stage, scene);
    const child = startProgram(wordsOf(scene, database, stage.file));
    const end = ended(child);
    await timePasses(momentOf(tries));
    child.kill('SIGKILL');
    if ((await end).signal === 'SIGKILL') return database;
  }
  throw new Error(`${scene} could not be killed`);
}

async function expectSound(stage: Stage, scene: Scene, database: string): Promise<void> {
  expect(await faultsOf(database)).toEqual([]);
  const found = await exportedDirectory(database);
  expect(found === stage.before || found === stage.after, 'before or after').toBe(true);
  const runs = await runsOf(database);
  expect(runs.length, 'a run at most').toBeLessThanOrEqual(1);
  const [run] = runs;
  expect(found === stage.after, 'applied, or as before').toBe(run?.status === 'applied');
  if (scene === 'apply') expect(run).toBeDefined();
  if (run?.status === 'planned') await expectUsable(stage, database);
  if (run === undefined) await expectGone(stage, database);
  if (run?.status === 'applied') expect(await runProgram(wordsOf('apply', database, ''))).toMatchObject({ status: 2 });
}

/** The plan that survived is applied as if nothing had happened. */
async function expectUsable(stage: Stage, database: string): Promise<void> {
  expect(await runProgram(wordsOf('apply', database, ''))).toMatchObject({ status: 0 });
  expect((await exportedDirectory(database)) === stage.after, 'after applying the plan that survived').toBe(true);
  expect(query(database, 'select 1 from plan_secrets')).toEqual([]);
}

/** Nobody sees the parts of a plan that was never finished; the next plan sweeps those that were left behind. */
async function expectGone(stage: Stage, database: string): Promise<void> {
  const shown: Ran = await runProgram(['show', '1', '--rows', '--db', database]);
  expect(shown).toMatchObject({ status: 2, stdout: '' });
  query(database, "update plans set touched_at = '2020-01-01T00:00:00.000Z'");
  expect(await runProgram(wordsOf('plan', database, stage.file))).toMatchObject({ status: 0 });
  for (const table of [
    'plans where id',
    'plan_rows where plan_id',
    'plan_users where plan_id',
    'plan_groups where plan_id',
    'plan_secrets where plan_id',
  ])
    expect(query(database, `select * from ${table} not in (select plan_id from runs) limit 1`), table).toEqual([]);
}
