/** Kinds of change: every row that is done is of one, whatever the directory and the file. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KindOfPlan } from '../../src/application/rowGroups.js';
import { kindKey, kindOf, roughKey } from '../../src/domain/kinds/rowKind.js';
import { isDone } from '../../src/domain/outcomes.js';
import { chunks, directories, imports, TARGET } from '../support/engineArbitraries.js';
import { directoryOf } from '../support/engineDirectory.js';
import { openEngine, rowsOf, type Engine } from '../support/engine.js';
import { madeFiles, planRows } from '../support/engineRows.js';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 20) };

/** The rows of each kind, as the database finds them, of those that are done or those that are left out. */
async function rowsByKind(
  { useCases }: Engine,
  run: number,
  kinds: readonly KindOfPlan[],
  among: ReadonlySet<number>,
): Promise<readonly (readonly [string, readonly number[]])[]> {
  const found: (readonly [string, readonly number[]])[] = [];
  for (const kind of kinds) {
    const rows = [...(await useCases.rowNumbers(run, { kinds: [kind.number] }))].filter((row) => among.has(row));
    expect(rows).toHaveLength(kind.rows);
    expect(kind.example.row).toBe(Math.min(...rows));
    found.push([kindKey(kind), rows]);
  }
  return found;
}

/** The same, worked out from the rows. */
async function keysOfRows(
  engine: Engine,
  run: number,
  isAsked: (outcome: string) => boolean,
): Promise<Map<string, number[]>> {
  const keys = new Map<string, number[]>();
  const shorts = new Map<string, string>();
  for (const row of await rowsOf(engine, run)) {
    const kind = kindOf(row, TARGET);
    // By the short way rows of two kinds are never taken for one.
    const rough = roughKey(row);
    expect(rough === undefined).toBe(kind === undefined);
    if (rough !== undefined && kind) expect(shorts.get(rough) ?? kindKey(kind)).toBe(kindKey(kind));
    if (rough !== undefined && kind) shorts.set(rough, kindKey(kind));
    if (!kind || !isAsked(row.outcome)) continue;
    keys.set(kindKey(kind), [...(keys.get(kindKey(kind)) ?? []), row.row]);
  }
  return keys;
}

async function expectPartition(engine: Engine, run: number): Promise<void> {
  const { kinds, leftOut } = await engine.useCases.kinds(run);
  const rows = await rowsOf(engine, run);
  const done = new Set(rows.filter(({ outcome }) => isDone(outcome)).map(({ row }) => row));
  const out = new Set(rows.filter(({ outcome }) => outcome === 'excluded').map(({ row }) => row));
  const found = await rowsByKind(engine, run, kinds, done);
  expect(new Map(found)).toEqual(await keysOfRows(engine, run, (outcome) => outcome !== 'excluded'));
  const each = found.flatMap(([, numbers]) => numbers);
  expect(each.toSorted((one, other) => one - other)).toEqual([...done].toSorted((one, other) => one - other));
  const foundOut = await rowsByKind(engine, run, leftOut, out);
  expect(new Map(foundOut)).toEqual(await keysOfRows(engine, run, (outcome) => outcome === 'excluded'));
  const counts = kinds.map((kind) => kind.rows);
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  const ids = new Map([...kinds, ...leftOut].map((kind) => [kind.kind, kind.number]));
  expect(new Set(ids.values()).size).toBe(new Set([...kinds, ...leftOut].map(({ number }) => number)).size);
  for (const id of ids.keys()) expect(id).toMatch(/^[0-9a-f]{4,12}$/u);
}

test('they partition the rows that are done, and those that are left out keep theirs', async () => {
  await fc.assert(
    fc.asyncProperty(directories, imports(), chunks, fc.nat(9), async (directory, given, chunk, choice) => {
      const engine = await openEngine({ directory: directoryOf(directory), files: madeFiles(chunk) });
      try {
        const { type, columns, rows, empty } = given;
        const { run } = await planRows(engine.useCases, { type, columns, rows, settings: { emptyRules: empty } });
        await expectPartition(engine, run.id);
        const before = await engine.useCases.kinds(run.id);
        const chosen = before.kinds[choice % Math.max(1, before.kinds.length)];
        if (!chosen) return;
        const numbers = await engine.useCases.rowsOfKinds(run.id, [chosen.kind]);
        await engine.useCases.exclude(run.id, { out: numbers });
        await expectPartition(engine, run.id);
        const { kinds, leftOut } = await engine.useCases.kinds(run.id);
        expect(leftOut).toHaveLength(1);
        expect(leftOut[0]).toMatchObject({ number: chosen.number, rows: chosen.rows, changes: chosen.changes });
        // What waited for these rows may have become something else; none of them is done any more.
        expect(kinds.reduce((sum, kind) => sum + kind.rows, 0)).toBe((await doneRows(engine, run.id)).length);
        await engine.useCases.exclude(run.id, { back: await engine.useCases.rowsOfKinds(run.id, [leftOut[0]!.kind]) });
        expect(await engine.useCases.kinds(run.id)).toEqual(before);
      } finally {
        await engine.close();
      }
    }),
    RUNS,
  );
});

test('two kinds that were made to have one number are two', async () => {
  const engine = await openEngine({
    directory: directoryOf({
      environments: { T12345AA: {} },
      users: { 'T12345AA 12345.A': { email: 'a@oud.nl' }, 'T12345AA 12345.B': { email: 'b@oud.nl' } },
    }),
    files: madeFiles(),
  });
  // The first 48 bits of the SHA-256 of both kinds are the same: found by trying.
  const rows = [
    { user: '12345.A', email: 'a@k5yo24.nl' },
    { user: '12345.B', email: 'b@k8lz0q.nl' },
  ];
  const { run } = await planRows(engine.useCases, { type: 'mutation', columns: ['user', 'email'], rows });
  const domains = async (): Promise<readonly unknown[]> =>
    (await engine.useCases.kinds(run.id)).kinds.map(({ rows: count, changes }) => [count, changes[0]?.to]);
  expect(await domains()).toEqual([
    [1, 'k5yo24.nl'],
    [1, 'k8lz0q.nl'],
  ]);
  const [first] = (await engine.useCases.kinds(run.id)).kinds;
  await engine.useCases.exclude(run.id, { out: await engine.useCases.rowsOfKinds(run.id, [first!.kind]) });
  expect(await domains()).toEqual([[1, 'k8lz0q.nl']]);
  await engine.close();
});

async function doneRows(engine: Engine, run: number): Promise<readonly number[]> {
  return (await rowsOf(engine, run)).filter(({ outcome }) => isDone(outcome)).map(({ row }) => row);
}
