/** Plans of one file for several environments: applied one by one, in any order, and undone in any. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  directoryOf,
  readDirectory,
  type DirectoryNote,
  type FullDirectory,
  type UserNote,
} from '../support/engineDirectory.js';
import { openEngine, type Engine } from '../support/engine.js';
import { directories, imports, type AnyImport } from '../support/engineArbitraries.js';
import { EVERY_GUARD_RAISED, madeFiles, planSetOf } from '../support/engineRows.js';
import type { FieldId } from '../../src/domain/fields.js';
import { UserError } from '../../src/application/userError.js';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 24) };
const BOTH = ['T12345AA', 'T12345AB'] as const;

async function withSet<T>(
  directory: DirectoryNote,
  given: AnyImport,
  work: (engine: Engine, runs: readonly number[]) => Promise<T>,
): Promise<T> {
  const engine = await openEngine({ directory: directoryOf(directory), files: madeFiles() });
  try {
    const { type, columns, rows, empty } = given;
    const made = { type, columns, rows, settings: { emptyRules: empty }, importAgain: true };
    const { answers } = await planSetOf(engine.useCases, made, BOTH);
    return await work(
      engine,
      answers.map(({ run }) => run.id),
    );
  } finally {
    await engine.close();
  }
}

/** Whether it was applied; what is stale is told, and nothing was written. */
async function applied({ useCases }: Engine, run: number): Promise<boolean> {
  try {
    await useCases.apply({ run, guards: EVERY_GUARD_RAISED });
    return true;
  } catch (error) {
    if (error instanceof UserError && error.key === 'apply.stale') return false;
    throw error;
  }
}

/** UPNs of those who were made are given last, as whoever imports does. */
async function finished(engine: Engine, runs: readonly number[]): Promise<FullDirectory> {
  for (const id of runs) {
    const { run } = await engine.useCases.answer(id);
    if (run.deferredUpns === 0) continue;
    const second = await engine.useCases.secondPass(id);
    expect(await applied(engine, second.run.id)).toBe(true);
  }
  return now(engine);
}

const now = ({ store }: Engine): Promise<FullDirectory> => readDirectory(store.directory);

const CODES = ['A', 'B', 'C', 'NIEUW'];

const user = (code: string, environment: string): fc.Arbitrary<Partial<UserNote>> =>
  fc.record({
    description: fc.constantFrom('Een', 'Twee'),
    email: fc.constantFrom('a@x.nl', 'b@x.nl'),
    upn: fc.constantFrom('', `${code}1@x.nl`, `${code}2@x.nl`),
    person: fc.constantFrom(null, 'P1'),
    blocked: fc.boolean(),
    access: fc.subarray(['profit', 'outSite']),
    groups: fc.subarray(environment === 'T12345AA' ? ['G1', 'G2'] : ['G1']),
  });

/** Two environments in which most users stand in both, not always the same. */
const linked: fc.Arbitrary<DirectoryNote> = fc
  .tuple(
    ...BOTH.flatMap((at) =>
      CODES.map((code) =>
        fc.option(
          user(code, at).map((note) => [at, code, note] as const),
          { freq: 5 },
        ),
      ),
    ),
  )
  .map((given) => ({
    environments: { T12345AA: {}, T12345AB: {} },
    persons: { T12345AA: ['P1', 'P2'], T12345AB: ['P1', 'P2'] },
    groups: { 'T12345AA G1': '', 'T12345AA G2': '', 'T12345AB G1': '' },
    users: Object.fromEntries(given.flatMap((one) => (one ? [[`${one[0]} 12345.${one[1]}`, one[2]]] : []))),
  }));

/** Rows of which most are done. */
const row = fc.constantFrom(...CODES).chain((code) =>
  fc.record({
    user: fc.constant(code),
    mutationCode: fc.constantFrom('1', '1', '1', '1', '3', '0', '2', '6'),
    description: fc.constantFrom('Een', 'Twee', 'Drie'),
    email: fc.constantFrom('a@x.nl', 'c@x.nl', ''),
    upn: fc.constantFrom('', `${code}1@x.nl`, `${code}2@x.nl`),
    person: fc.constantFrom('', 'P2'),
    group: fc.constantFrom('', '', 'G1', 'G2', 'G3'),
    profit: fc.constantFrom('', 'J', 'N'),
    outSite: fc.constantFrom('', 'J', 'N'),
  }),
);

const given: fc.Arbitrary<readonly [DirectoryNote, AnyImport]> = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(directories, imports({ maxRows: 5 })) },
  {
    weight: 3,
    arbitrary: fc.tuple(
      linked,
      fc
        .record({
          type: fc.constantFrom('user' as const, 'user' as const, 'mutation' as const),
          rows: fc.array(row, { minLength: 1, maxLength: 4 }),
          empty: fc.constantFrom({}, {}, { upn: 'keep' as const }),
          left: fc.subarray<FieldId>(['group', 'upn', 'person', 'outSite'], { maxLength: 1 }),
        })
        .map(({ type, rows, empty, left }) => {
          const columns = (Object.keys(rows[0] ?? {}) as FieldId[]).filter(
            (field) => !left.includes(field) && (type === 'user' || !['mutationCode', 'group'].includes(field)),
          );
          return { type, rows, empty, columns };
        }),
    ),
  },
);

test('a plan that is not stale after another of its set does what it would do when it was planned anew', async () => {
  let touched = 0;
  let stale = 0;
  let shared = 0;
  await fc.assert(
    fc.asyncProperty(given, fc.boolean(), async ([directory, file], turned) => {
      const order = (runs: readonly number[]): [number, number] =>
        turned ? [runs[1] ?? 0, runs[0] ?? 0] : [runs[0] ?? 0, runs[1] ?? 0];
      const asPlanned = await withSet(directory, file, async (engine, runs) => {
        const [first, second] = order(runs);
        expect(await applied(engine, first)).toBe(true);
        const between = await now(engine);
        const together = Object.keys(await engine.store.plans.reachedTogether(runs)).length > 0;
        if (!(await applied(engine, second))) {
          stale += 1;
          expect(await now(engine)).toEqual(between);
          return undefined;
        }
        if (together) shared += 1;
        expect(await engine.store.directory.check()).toEqual([]);
        return finished(engine, [first, second]);
      });
      if (!asPlanned) return;
      const anew = await withSet(directory, file, async (engine, runs) => {
        const [first, second] = order(runs);
        await applied(engine, first);
        const { run, differences } = await engine.useCases.planAgain(second, { importAgain: true });
        // A row that was rejected relies on nothing: the plan does less than it could, and nothing that it did not show.
        if (differences.some(({ before, after }) => before?.outcome === 'rejected' && after?.outcome !== 'rejected'))
          return undefined;
        if (Object.keys(run.summary.environments).length > 0) touched += 1;
        expect(await applied(engine, run.id)).toBe(true);
        return finished(engine, [first, run.id]);
      });
      if (anew) expect(asPlanned).toEqual(anew);
    }),
    RUNS,
  );
  expect(touched, 'most plans still have something to do').toBeGreaterThan(RUNS.numRuns / 8);
  expect(shared, 'most reach the same users').toBeGreaterThan(RUNS.numRuns / 8);
  expect(stale, 'few have to be planned anew').toBeLessThan(RUNS.numRuns / 2);
});

test('the order in which plans of a set are applied is nothing to what they come to', async () => {
  await fc.assert(
    fc.asyncProperty(given, async ([directory, file]) => {
      const ends: FullDirectory[] = [];
      for (const turned of [false, true]) {
        await withSet(directory, file, async (engine, runs) => {
          for (const run of turned ? runs.toReversed() : runs) if (!(await applied(engine, run))) return;
          ends.push(await now(engine));
        });
      }
      if (ends.length === 2) expect(ends[0]).toEqual(ends[1]);
    }),
    RUNS,
  );
});

/** Tokens and passwords do not come back, and whoever was made may have been used since. */
function comparable({ users, groups }: FullDirectory): unknown {
  return [groups, Object.fromEntries(Object.entries(users).map(([key, { tokens: _, ...user }]) => [key, user]))];
}

test('undone in any order, a set leaves what was there before, or tells what it cannot put back', async () => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(given, fc.boolean(), fc.boolean(), async ([directory, file], turned, back) => {
      await withSet(directory, file, async (engine, runs) => {
        const before = await now(engine);
        for (const run of turned ? runs.toReversed() : runs) if (!(await applied(engine, run))) return;
        for (const run of back ? runs.toReversed() : runs) {
          const undo = await engine.useCases.undo(run).catch((error: unknown) => {
            if (error instanceof UserError && error.key === 'plan.nothing.undo') return undefined;
            throw error;
          });
          if (!undo) continue;
          if (undo.run.summary.outcomes.rejected > 0) return;
          expect(await applied(engine, undo.run.id)).toBe(true);
        }
        undone += 1;
        expect(comparable(await now(engine))).toEqual(comparable(before));
        expect(await engine.store.directory.check()).toEqual([]);
      });
    }),
    RUNS,
  );
  expect(undone).toBeGreaterThan(0);
});
