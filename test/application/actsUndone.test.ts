/** Any act, and its undo, leave everything as it was, but for what cannot come back (docs/rules.md, *Acts*). */
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import { acts } from '../support/actArbitraries.js';
import { openEngine, rowsOf, type Engine } from '../support/engine.js';
import { directories, TARGET } from '../support/engineArbitraries.js';
import { directoryOf, readDirectory, type FullDirectory, type UserNote } from '../support/engineDirectory.js';
import { replayed } from '../support/engineReplay.js';
import { EVERY_GUARD_RAISED as guards, madeFiles } from '../support/engineRows.js';
import { isProtected, type ModelFilter } from '../support/naiveModel.js';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 15) };

async function applied(engine: Engine, run: number): Promise<readonly PlannedRow[]> {
  await engine.useCases.apply({ run, guards });
  return rowsOf(engine, run);
}

/** Tokens do not come back to who was renamed or taken away. */
const withoutTokens = ({ users }: FullDirectory): Record<string, UserNote> =>
  Object.fromEntries(Object.entries(users).map(([key, user]) => [key, { ...user, tokens: [] }]));

/** A UPN that a leftover holds as well is given back to nobody. */
const heldTwice = ({ users }: FullDirectory): boolean => {
  const upns = (of: RegExp): string[] =>
    Object.entries(users).flatMap(([key, { upn }]) => (of.test(key) && upn !== '' ? [upn] : []));
  const left = upns(/^T12345AX/u);
  return upns(/^T12345A[AB]/u).some((upn) => left.includes(upn));
};

test('an act does what its rows say, and its undo puts everything back', async () => {
  await fc.assert(
    fc.asyncProperty(directories, acts, async (directory, asked) => {
      const engine = await openEngine({ directory: directoryOf(directory), files: madeFiles() });
      try {
        const before = await readDirectory(engine.store.directory);
        fc.pre(!heldTwice(before));
        const { run } = await engine.useCases.act({ environment: TARGET, ...asked });
        const rows = await applied(engine, run.id);
        const after = await readDirectory(engine.store.directory);
        expect(replayed(before, rows, TARGET)).toEqual(after.users);
        if (rows.some(({ outcome }) => outcome !== 'rejected' && outcome !== 'unchanged')) {
          const undo = await engine.useCases.undo(run.id);
          const undone = await applied(engine, undo.run.id);
          expect(undone.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
          expect(replayed(after, undone, TARGET)).toEqual((await readDirectory(engine.store.directory)).users);
        }
        const back = await readDirectory(engine.store.directory);
        expect(withoutTokens(back)).toEqual(withoutTokens(before));
        expect(await engine.store.directory.check()).toEqual([]);
      } finally {
        await engine.close();
      }
    }),
    RUNS,
  );
});

/** Filters that find many. */
const wide = fc.constantFrom<ModelFilter>('blocked:no', '-person:P1', 'group:G1', '.c');

test('no act takes anything from whom an environment protects', async () => {
  await fc.assert(
    fc.asyncProperty(
      directories,
      fc.array(acts, { minLength: 12, maxLength: 12 }),
      fc.record({ [TARGET]: wide, T12345AB: wide }),
      async (note, given, filters) => {
        const protect: Readonly<Record<string, ModelFilter>> = filters;
        const engine = await openEngine({ directory: directoryOf(note), files: madeFiles(), protect });
        try {
          for (const asked of given) {
            const before = await readDirectory(engine.store.directory);
            await applied(engine, (await engine.useCases.act({ environment: TARGET, ...asked })).run.id);
            const after = await readDirectory(engine.store.directory);
            for (const [key, user] of Object.entries(before.users)) {
              const [environment = '', code = ''] = key.split(' ');
              if (!isProtected(protect[environment], code, user)) continue;
              const now = after.users[key];
              expect(now, key).toMatchObject({
                blocked: user.blocked && expect.any(Boolean),
                groups: expect.arrayContaining([...user.groups]),
                access: expect.arrayContaining([...user.access]),
              });
            }
          }
        } finally {
          await engine.close();
        }
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 4) },
  );
});

test('a merge is undone also where the receiver has linked users whom it did not reach', async () => {
  const users = {
    [`${TARGET} 12345.C`]: {},
    [`${TARGET} 12345.D`]: { groups: ['G2'] },
    'T12345AB 12345.C': {},
  };
  const directory = { environments: { [TARGET]: {}, T12345AB: {} }, groups: { [`${TARGET} G2`]: '' }, users };
  const engine = await openEngine({ directory: directoryOf(directory), files: madeFiles() });
  onTestFinished(() => engine.close());
  const before = await readDirectory(engine.store.directory);
  const { run } = await engine.useCases.act({ environment: TARGET, act: 'merge', users: ['D'], values: {}, into: 'C' });
  await applied(engine, run.id);
  const undo = await engine.useCases.undo(run.id);
  await applied(engine, undo.run.id);
  expect((await readDirectory(engine.store.directory)).users).toEqual(before.users);
});
