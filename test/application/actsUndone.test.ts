/** Any act, and its undo, leave everything as it was, but for what cannot come back (docs/rules.md, *Acts*). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActRequest } from '../../src/application/userUseCases.js';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import { openEngine, rowsOf, type Engine } from '../support/engine.js';
import { directories, TARGET } from '../support/engineArbitraries.js';
import { directoryOf, readDirectory, type FullDirectory, type UserNote } from '../support/engineDirectory.js';
import { replayed } from '../support/engineReplay.js';
import { EVERY_GUARD_RAISED as guards, madeFiles } from '../support/engineRows.js';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 15) };

const codes = fc.constantFrom('A', '12345.b', 'C', 'd@x', 'SYS', 'NIEUW');
const one = fc.tuple(codes);
const some = fc.uniqueArray(codes, { minLength: 1, maxLength: 4 });
const groups = fc.uniqueArray(fc.constantFrom('G1', 'g2', 'Iedereen'), { minLength: 1, maxLength: 2 });
const values = fc.record(
  {
    description: fc.constantFrom('Drie', ''),
    email: fc.constantFrom('c@x.nl', ''),
    upn: fc.constantFrom('u4@x.nl', 'u1@x.nl', ''),
    person: fc.constantFrom('P1', 'P2', ''),
    outSite: fc.constantFrom('J', 'N', ''),
    siteLanguage: fc.constantFrom('2057', ''),
  },
  { requiredKeys: ['description'] },
);
const system = fc.boolean();
const fixed = fc.constant.bind(fc);

type Asked = Omit<ActRequest, 'environment'>;

const acts: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ act: fixed('add' as const), users: one, values, groups }),
  fc.record({ act: fixed('set' as const), users: some, values, system }),
  fc.record({ act: fixed('block' as const), users: some, keepGroups: fc.boolean(), system }),
  fc.record({ act: fixed('unblock' as const), users: some, system }),
  fc.record({
    act: fixed('rename' as const),
    users: one,
    values: fc.record({ newUser: fc.constantFrom('NIEUWER', 'a', 'B') }),
  }),
  fc.record({ act: fixed('join' as const), users: some, groups }),
  fc.record({ act: fixed('leave' as const), users: some, groups }),
  fc.record({
    act: fixed('link' as const),
    users: one,
    values: fc.record({ person: fc.constantFrom('P1', 'P2', 'P9') }),
  }),
  fc.record({ act: fixed('accept' as const), users: one, values: fc.record({ accept: fc.constantFrom('J', 'nee') }) }),
  fc.record({ act: fixed('merge' as const), users: one, into: codes }),
  fc.record({ act: fixed('delete' as const), users: one, system }),
  fc.record({ act: fixed('make-ordinary' as const), users: one, values: fc.record({ person: fixed('P1') }) }),
);

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
