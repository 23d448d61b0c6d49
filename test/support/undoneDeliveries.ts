/** Runs that were delivered, imported and seen to be so, and then undone the same way: what comes of it is what there was. */
import { expect } from 'vitest';
import fc from 'fast-check';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import { anyImport, deliveredIfAny, importDelivered, opened, planned, unlessNothing } from './deliveries.js';
import { directories, TARGET, type AnyImport } from './engineArbitraries.js';
import { directoryOf, fullOf, readDirectory, type DirectoryNote, type FullDirectory } from './engineDirectory.js';
import { openEngine, rowsOf } from './engine.js';
import { replayed } from './engineReplay.js';
import { madeFiles } from './engineRows.js';
import { connectAll, LiveDirectory, pullAll } from './liveDirectory.js';

/** How many runs were put back wholly, in part with the rest told, and not at all; and how many did nothing. */
export interface UndoneTally {
  whole: number;
  part: number;
  none: number;
  idle: number;
}

/** AFAS keeps no tokens that a mirror could read. */
const withoutTokens = directories.map((note): DirectoryNote => ({
  ...note,
  users: Object.fromEntries(Object.entries(note.users ?? {}).map(([key, user]) => [key, { ...user, tokens: [] }])),
}));

/**
 * For any directory and any plan: its delivered undo, imported after it, gives the users as they were, but for those of whom
 * a row of the undo is rejected or not delivered, with the reason.
 */
export async function checkUndoneDeliveries(numRuns: number): Promise<UndoneTally> {
  const tally: UndoneTally = { whole: 0, part: 0, none: 0, idle: 0 };
  await fc.assert(
    fc.asyncProperty(withoutTokens, anyImport, async (note, given) => {
      tally[await undoneAsDelivered(fullOf(note), given)]++;
    }),
    { numRuns },
  );
  return tally;
}

async function undoneAsDelivered(before: FullDirectory, given: AnyImport): Promise<keyof UndoneTally> {
  const live = new LiveDirectory(before);
  const engine = await openEngine({ directory: directoryOf(before), files: madeFiles(), live });
  try {
    await connectAll(engine);
    const run = await planned(engine, given);
    const file = await deliveredIfAny(engine, { run, as: 'user' });
    if (!file) return 'idle';
    const imported = await importedInto(before, file.path);
    await pullAll(engine, live, imported);
    const { changes } = await engine.useCases.verify(run);
    expect(
      changes.filter(({ state }) => state === 'notYet' || state === 'otherwise'),
      'what was delivered is so',
    ).toEqual([]);
    const undo = await engine.useCases.undo(run).catch(unlessNothing);
    if (!undo) {
      expect(imported.users, 'nothing to undo is nothing done').toEqual(before.users);
      return 'idle';
    }
    const rows = await rowsOf(engine, undo.run.id);
    const back = await deliveredIfAny(engine, { run: undo.run.id });
    const left = new Set(back ? back.refused.map(({ row }) => row) : rows.map(({ row }) => row));
    const after = back ? await importedInto(imported, back.path) : imported;
    const [done, told] = [rows.filter(({ row }) => !left.has(row)), rows.filter(isTold(left))];
    expect(after.users, 'what its rows say is done').toEqual(replayed(imported, done, TARGET));
    const asTold = withRenamed(codesOf(told), await rowsOf(engine, run));
    expect(usersBut(after, asTold), 'all others are as they were').toEqual(usersBut(before, asTold));
    return told.length === 0 ? 'whole' : back ? 'part' : 'none';
  } finally {
    await engine.close();
  }
}

function importedInto(directory: FullDirectory, path: string): Promise<FullDirectory> {
  return opened(directory, true, async (reading) => {
    await importDelivered(reading, path, 'user');
    return readDirectory(reading.store.directory);
  });
}

/** A user that was made is not removed from a live environment, but blocked, as who is there may be in use. */
const isTold =
  (left: ReadonlySet<number>) =>
  ({ row, outcome, messages }: PlannedRow): boolean =>
    left.has(row) || outcome === 'rejected' || messages.some(({ code }) => code === 'USER_IN_USE');

/** By every code that a row has a user under, before it and after it. */
function codesOf(rows: readonly PlannedRow[]): ReadonlySet<string> {
  const codes = rows.flatMap(({ user, changes }) => [
    user,
    ...changes.flatMap((change) => [
      change.user,
      ...change.fields.flatMap(([field, from, to]) => (field === 'user' ? [String(from), String(to)] : [])),
    ]),
  ]);
  return new Set(codes.map((code) => code.toLowerCase()));
}

/** Who was renamed is told of under one of its codes. */
function withRenamed(codes: ReadonlySet<string>, rows: readonly PlannedRow[]): ReadonlySet<string> {
  const renamed = rows.map((row) => codesOf([row])).filter((both) => [...both].some((code) => codes.has(code)));
  const all = new Set([...codes, ...renamed.flatMap((both) => [...both])]);
  return all.size === codes.size ? all : withRenamed(all, rows);
}

function usersBut({ users }: FullDirectory, codes: ReadonlySet<string>): FullDirectory['users'] {
  return Object.fromEntries(
    Object.entries(users).filter(([key]) => !codes.has((key.split(' ')[1] ?? '').toLowerCase())),
  );
}
