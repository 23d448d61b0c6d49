/**
 * Several imports after each other, undone last first, while others may have changed the directory between:
 * without conflicts everything is as it was at the beginning; with them, nothing else stays behind.
 * (One run and its undo: test/application/undo.test.ts.)
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import { directories, imports, TARGET, type AnyImport } from '../support/engineArbitraries.js';
import { directoryOf, readDirectory, type FullDirectory, type UserNote } from '../support/engineDirectory.js';
import { openEngine, rowsOf, type Engine } from '../support/engine.js';
import { replayed } from '../support/engineReplay.js';
import { EVERY_GUARD_RAISED, madeFiles, planRows } from '../support/engineRows.js';
import { SEED } from '../support/breakRandom.js';
import type { Faults } from '../support/breakFaults.js';

/** Why a row of an undo may be refused: something else is there now. */
const CONFLICTS = ['UNDO_CONFLICT', 'UPN_TAKEN', 'UPN_LEFTOVER', 'NEW_CODE_TAKEN'];
const guards = EVERY_GUARD_RAISED;

/** What somebody else does to users of the target between the imports and the undo. */
const MEANWHILE: readonly Partial<UserNote>[] = [
  { description: 'Intussen' },
  { email: 'intussen@x.nl' },
  { blocked: true },
  { groups: ['G2'] },
  { access: ['connector'] },
];

export async function undoHistories(faults: Faults, numRuns: number): Promise<void> {
  const histories = fc.array(imports({ maxRows: 6 }), { minLength: 2, maxLength: 4 });
  const meanwhile = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...MEANWHILE)), { maxLength: 2 });
  const times = { clean: 0, withConflicts: 0 };
  await fc.assert(
    fc.asyncProperty(directories, histories, meanwhile, async (directory, history, changes) => {
      const engine = await openEngine({ directory: directoryOf(directory), files: madeFiles() });
      try {
        let failure: Error | undefined;
        await faults.inject('a history', async () => {
          const conflicts = await walk(engine, history, changes).catch((error: unknown) => {
            failure = error instanceof Error ? error : new Error(String(error));
            throw error;
          });
          times[conflicts > 0 ? 'withConflicts' : 'clean'] += 1;
        });
        if (failure) throw failure;
      } finally {
        await engine.close();
      }
    }),
    { numRuns, seed: SEED },
  );
  console.log(`histories undone: ${times.clean} clean, ${times.withConflicts} with conflicts`);
}

type Changes = readonly (readonly [number, Partial<UserNote>])[];

/** Answers how many rows could not be undone. */
async function walk(engine: Engine, history: readonly AnyImport[], changes: Changes): Promise<number> {
  const before = await readDirectory(engine.store.directory);
  const runs: number[] = [];
  for (const [at, given] of history.entries()) {
    // The same rows twice are no second import.
    const { run } = await planRows(engine.useCases, {
      ...given,
      settings: { emptyRules: given.empty },
      importAgain: at > 0,
    });
    await engine.useCases.apply({ run: run.id, guards });
    if (changed(run.summary)) runs.push(run.id);
  }
  const touched = await changeMeanwhile(engine, changes);
  const codesMeet = meet((await Promise.all(runs.map((run) => rowsOf(engine, run)))).flat());
  let conflicts = 0;
  for (const run of runs.reverse()) {
    const first = await undo(engine, run);
    conflicts += first.conflicts;
    // Brought back by undoing the undo, and undone again.
    if (first.conflicts > 0 || !first.changes) continue;
    const again = await undo(engine, first.id);
    if (!codesMeet) expect(again.conflicts).toBe(0);
    conflicts += again.conflicts;
    if (again.conflicts === 0) expect(await undo(engine, run)).toMatchObject({ conflicts: 0 });
  }
  expect(await engine.store.directory.check()).toEqual([]);
  if (conflicts === 0 && touched.size === 0) expectBack(before, await readDirectory(engine.store.directory));
  return conflicts;
}

const changed = (summary: { environments: object; groupsCreated: number }): boolean =>
  Object.keys(summary.environments).length > 0 || summary.groupsCreated > 0;

/** Whether a code was given up by one user and made for another: it cannot be everybody's (docs/decisions/0012-rules-undo.md). */
function meet(rows: readonly PlannedRow[]): boolean {
  const made = rows.filter(({ outcome }) => outcome === 'create').map(({ user }) => user.toLowerCase());
  const names = rows.flatMap(({ changes }) => changes.flatMap(({ fields }) => fields));
  return names.some(([field, from]) => field === 'user' && from !== null && made.includes(String(from).toLowerCase()));
}

async function changeMeanwhile(engine: Engine, changes: Changes): Promise<Set<string>> {
  const { users } = await readDirectory(engine.store.directory);
  const keys = Object.keys(users).filter((key) => key.startsWith(TARGET));
  if (keys.length === 0) return new Set();
  const chosen = new Map(changes.map(([at, change]) => [keys[at % keys.length]!, change]));
  const notes = Object.fromEntries([...chosen].map(([key, change]) => [key, { ...users[key]!, ...change }]));
  if (chosen.size > 0)
    await engine.store.directory.import(directoryOf({ environments: { [TARGET]: {} }, users: notes }));
  return new Set(chosen.keys());
}

interface Undone {
  readonly id: number;
  readonly conflicts: number;
  /** Whether there was anything to put back. */
  readonly changes: boolean;
}

/** Undoes a run: every row is done as it is shown, or refused with a conflict. */
async function undo(engine: Engine, run: number): Promise<Undone> {
  const { useCases, store } = engine;
  const now = await readDirectory(store.directory);
  const planned = await useCases.undo(run);
  const { id } = planned.run;
  await useCases.apply({ run: id, guards });
  const rows = await rowsOf(engine, id);
  expect(replayed(now, rows, TARGET)).toEqual((await readDirectory(store.directory)).users);
  const refused = rows.filter(({ outcome }) => outcome === 'rejected');
  for (const { messages } of refused) expect(messages.some(({ code }) => CONFLICTS.includes(code))).toBe(true);
  return { id, conflicts: refused.length, changes: changed((await useCases.answer(id)).run.summary) };
}

/** Everything that can come back: tokens do not, and who was made stays, blocked and in no group. */
function expectBack(before: FullDirectory, back: FullDirectory): void {
  const plain = ({ tokens: _, ...user }: UserNote): Omit<UserNote, 'tokens'> => user;
  for (const [key, user] of Object.entries(back.users)) {
    const was = before.users[key];
    if (was) expect(plain(user), key).toEqual(plain(was));
    else expect(user, key).toMatchObject({ blocked: true, groups: [] });
    if (was) for (const token of user.tokens) expect(was.tokens).toContain(token);
  }
  expect(Object.keys(back.users)).toEqual(expect.arrayContaining(Object.keys(before.users)));
  expect(back.groups).toEqual(before.groups);
}
