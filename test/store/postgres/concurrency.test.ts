/** Eight processes plan and apply at the same time, and a ninth changes what they rely on. On both databases. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlannedRow } from '../../../src/domain/plannedRow.js';
import { openStore, type Store } from '../../../src/store/openStore.js';
import { directoryOf, readDirectory, type FullDirectory } from '../../support/engineDirectory.js';
import { PostgresServer } from '../../support/postgres.js';
import type { Attempt } from './worker.js';

const WORKERS = 8;
const ROUNDS = 6;

/** How an attempt may end: done, or refused with a clear word. */
const CLEAR = ['done', 'apply.stale', 'run.changedMeanwhile', 'run.notPlanned', 'db.busy'];

let server: PostgresServer;
let folder: string;
let worker: string;

beforeAll(async () => {
  server = await PostgresServer.start();
  folder = await mkdtemp(join(tmpdir(), 'instroom-concurrency-'));
  // Inside the project, so that it finds the packages.
  const bundles = join('node_modules', '.cache', 'instroom');
  await mkdir(bundles, { recursive: true });
  worker = join(await mkdtemp(join(bundles, 'worker-')), 'worker.mjs');
  await build({
    entryPoints: ['test/store/postgres/worker.ts'],
    outfile: worker,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
});
afterAll(async () => {
  await server.remove();
  await rm(folder, { recursive: true, force: true });
  await rm(join(worker, '..'), { recursive: true, force: true });
});

const targets = {
  SQLite: () => Promise.resolve(join(folder, 'shared.db')),
  PostgreSQL: () => server.createDatabase(),
};

describe.each(Object.entries(targets))('%s', (name, target) => {
  test(
    'each attempt is done or refused with a clear word, and the end is that of some order',
    { timeout: 180_000 },
    async () => {
      const database = await target();
      const store = await openStore(database);
      await store.directory.import(START);
      const before = await readDirectory(store.directory);

      const started = Date.now() + 4000;
      const names = [...Array.from({ length: WORKERS }, (_, at) => `w${at}`), 'disturber'];
      const answers = await Promise.all(
        names.map((one) =>
          promisify(execFile)(process.execPath, [worker, database, folder, one, String(started), String(ROUNDS)]),
        ),
      );
      const attempts = answers.flatMap(({ stdout }) => JSON.parse(stdout) as Attempt[]);

      expect(answers.map(({ stderr }) => stderr).join('')).toBe('');
      expect(attempts.map(({ ended }) => ended).filter((ended) => !CLEAR.includes(ended))).toEqual([]);
      expect(attempts.filter(({ ended }) => ended === 'db.busy').length, 'who waits a little gets in').toBeLessThan(
        attempts.length / 4,
      );
      const applied = attempts.flatMap(({ run }) => (run === undefined ? [] : [run]));
      expect(applied.length).toBeGreaterThan(0);
      expect(await store.directory.check()).toEqual([]);
      expect((await store.plans.runs({ statuses: ['applied'] })).map(({ id }) => id).sort()).toEqual(
        [...applied].sort(),
      );
      await expectSomeOrder(store, applied, before);
      const counts = CLEAR.map((ended) => `${ended} ${attempts.filter((one) => one.ended === ended).length}`);
      console.info(`${name}: ${counts.join(', ')} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      await store.close();
    },
  );
});

const START = directoryOf({
  environments: { T12345AA: {}, T12345AB: {}, T12345OUD: { deleted: true } },
  users: Object.fromEntries([
    ...Array.from({ length: 30 }, (_, at) => `12345.U${at}`).flatMap((code) => [
      [`T12345AA ${code}`, { description: 'begin', email: `${code.slice(6)}@x.nl` }],
      [`T12345AB ${code}`, { description: 'begin', email: `${code.slice(6)}@x.nl` }],
    ]),
    ['T12345OUD 12345.OUD', { upn: 'oud@x.nl' }],
  ]),
});

/**
 * Descriptions are unique, so the changes of the applied runs have to form one chain for each user, from the
 * value at the start to the value at the end; and the orders of the chains must fit together.
 */
async function expectSomeOrder(store: Store, applied: readonly number[], before: FullDirectory): Promise<void> {
  const links = new Map<string, Map<string | null, { to: string; run: number }>>();
  for (const run of applied) {
    for (const [user, { from, to }] of await netDescriptions(store, run)) {
      const own = links.get(user) ?? new Map<string | null, { to: string; run: number }>();
      expect(own.has(from), `two runs changed ${user} from ${from}`).toBe(false);
      links.set(user, own.set(from, { to, run }));
    }
  }
  const after = await readDirectory(store.directory);
  const follows = new Map<number, Set<number>>();
  for (const [user, own] of links) {
    let value = before.users[user]?.description ?? null;
    let previous: number | undefined;
    for (let left = own.size; left > 0; left--) {
      const link = own.get(value);
      expect(link, `the changes of ${user} are a chain`).toBeDefined();
      if (previous !== undefined) follows.set(link!.run, (follows.get(link!.run) ?? new Set()).add(previous));
      value = link!.to;
      previous = link!.run;
    }
    expect(after.users[user]?.description, user).toBe(value);
  }
  const done = new Set<number>();
  for (let left = [...applied]; left.length > 0;) {
    const ready = left.filter((run) => [...(follows.get(run) ?? [])].every((earlier) => done.has(earlier)));
    expect(ready.length, 'the runs have an order').toBeGreaterThan(0);
    for (const run of ready) done.add(run);
    left = left.filter((run) => !done.has(run));
  }
}

/** First and last description of each user that a run changed. */
async function netDescriptions(store: Store, run: number): Promise<Map<string, { from: string | null; to: string }>> {
  const net = new Map<string, { from: string | null; to: string }>();
  const rows: PlannedRow[] = [];
  for await (const chunk of store.plans.rows(run, {})) rows.push(...chunk);
  for (const { changes } of rows) {
    for (const { environment, user, fields } of changes) {
      const change = fields.find(([field]) => field === 'description');
      if (!change) continue;
      const key = `${environment} ${user}`;
      net.set(key, { from: net.get(key)?.from ?? (change[1] as string | null), to: change[2] as string });
    }
  }
  return net;
}
