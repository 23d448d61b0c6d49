/** What holds for any directory and any file. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import { cellText } from '../../src/domain/sourceRow.js';
import {
  directoryOf,
  fullOf,
  readDirectory,
  type DirectoryNote,
  type FullDirectory,
  type UserNote,
} from '../support/engineDirectory.js';
import { openEngine, rowsOf, type Engine } from '../support/engine.js';
import { chunks, directories, imports, TARGET, type AnyImport } from '../support/engineArbitraries.js';
import { replayed } from '../support/engineReplay.js';
import { EVERY_GUARD_RAISED, madeFiles, planRows } from '../support/engineRows.js';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 24) };

async function withEngine<T>(
  directory: DirectoryNote,
  work: (engine: Engine) => Promise<T>,
  chunk?: number,
): Promise<T> {
  const engine = await openEngine({ directory: directoryOf(directory), files: madeFiles(chunk) });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function planned(engine: Engine, given: AnyImport): Promise<{ run: number; rows: PlannedRow[] }> {
  const { type, columns, rows, empty } = given;
  const { run } = await planRows(engine.useCases, {
    type,
    columns,
    rows,
    settings: { emptyRules: empty },
    importAgain: true,
  });
  return { run: run.id, rows: await rowsOf(engine, run.id) };
}

async function applied(engine: Engine, given: AnyImport, secondPass = false): Promise<PlannedRow[]> {
  const { run, rows } = await planned(engine, given);
  await engine.useCases.apply({ run, guards: EVERY_GUARD_RAISED, secondPass });
  return rows;
}

test('nothing changes but the users of the rows, in the target and linked to it in environments of its type', async () => {
  await fc.assert(
    fc.asyncProperty(directories, imports(), async (directory, given) => {
      const before = fullOf(directory);
      const { after, rows } = await withEngine(directory, async (engine) => {
        const done = (await applied(engine, given)).filter(({ outcome }) => outcome !== 'rejected');
        expect(await engine.store.directory.check()).toEqual([]);
        return { after: await readDirectory(engine.store.directory), rows: done };
      });
      const named = new Set(rows.map(({ user }) => user.toLowerCase()));
      const untouched = ({ users }: FullDirectory): Record<string, UserNote> =>
        Object.fromEntries(
          Object.entries(users).filter(([key]) => {
            const [environment = '', code = ''] = key.split(' ');
            return !['T12345AA', 'T12345AB'].includes(environment) || !wasNamed(code, named, rows);
          }),
        );
      expect(untouched(after)).toEqual(untouched(before));
      const ownOnly = (user: UserNote): unknown => [
        user.blocked,
        user.groups,
        user.access,
        user.person,
        user.siteLanguage,
      ];
      const linked = (full: FullDirectory): string[] =>
        Object.entries(full.users).flatMap(([key, user]) =>
          key.startsWith('T12345AB') ? [JSON.stringify(ownOnly(user))] : [],
        );
      expect(linked(after).sort(), 'block state, groups, access and person are the environment’s own').toEqual(
        linked(before).sort(),
      );
    }),
    RUNS,
  );
});

/** Named by a row, or by the new code that a row gave. */
function wasNamed(code: string, named: ReadonlySet<string>, rows: readonly PlannedRow[]): boolean {
  const given = rows.flatMap(({ changes }) =>
    changes.flatMap(({ fields }) =>
      fields.flatMap(([field, , to]) => (field === 'user' ? [String(to).toLowerCase()] : [])),
    ),
  );
  return named.has(code.toLowerCase()) || given.includes(code.toLowerCase());
}

test('a rejected row changes nothing anywhere: without it the file does the same', async () => {
  await fc.assert(
    fc.asyncProperty(directories, imports(), async (directory, given) => {
      const { after, kept } = await withEngine(directory, async (engine) => {
        const rows = await applied(engine, given);
        for (const row of rows) {
          if (row.outcome !== 'rejected') continue;
          expect([row.changes, row.groups, row.tokensRevoked]).toEqual([
            [],
            { added: [], removed: [], created: [] },
            0,
          ]);
        }
        return {
          after: await readDirectory(engine.store.directory),
          kept: given.rows.filter((_, at) => rows[at]?.outcome !== 'rejected'),
        };
      });
      fc.pre(kept.length > 0 && kept.length < given.rows.length);
      const without = await withEngine(directory, async (engine) => {
        const rows = await applied(engine, { ...given, rows: kept });
        expect(rows.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
        return readDirectory(engine.store.directory);
      });
      expect(without).toEqual(after);
    }),
    RUNS,
  );
});

test('planning twice gives the same plan, and writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(directories, imports(), (directory, given) =>
      withEngine(directory, async (engine) => {
        const before = await readDirectory(engine.store.directory);
        const first = await planned(engine, given);
        const second = await planned(engine, given);
        expect(second.rows).toEqual(first.rows);
        const answers = await Promise.all([first.run, second.run].map((run) => engine.useCases.answer(run)));
        expect(answers[1]?.run.summary).toEqual(answers[0]?.run.summary);
        expect(answers[1]?.guards).toEqual(answers[0]?.guards);
        expect(await readDirectory(engine.store.directory)).toEqual(before);
      }),
    ),
    RUNS,
  );
});

test('applied, with its second pass, and planned again: every row that was done is unchanged', async () => {
  const steady = fc.oneof(
    imports({ codes: ['0', '1', '2', '3', '6', ''], type: 'user' }),
    imports({ type: 'mutation' }),
  );
  await fc.assert(
    fc.asyncProperty(directories, steady, async (directory, given) => {
      const columns = given.columns.filter((field) => field !== 'password');
      // One row a user: two rows that want different things never come to rest.
      const rows = [
        ...new Map(given.rows.map((row) => [cellText(row.user).toLowerCase().replace('12345.', ''), row])).values(),
      ];
      const done = await withEngine(directory, async (engine) => {
        const { rows: first } = await planned(engine, { ...given, columns, rows });
        return rows.filter(
          (row, at) => first[at]?.outcome !== 'rejected' && !upnOfLinkedStays(directory, first[at], row.upn),
        );
      });
      fc.pre(done.length > 0);
      await withEngine(directory, async (engine) => {
        await applied(engine, { ...given, columns, rows: done }, true);
        const again = await planned(engine, { ...given, columns, rows: done });
        expect(again.rows.map(({ outcome, changes }) => [outcome, changes])).toEqual(done.map(() => ['unchanged', []]));
      });
    }),
    RUNS,
  );
});

/** The one exception: a new user without UPN leaves a linked user's UPN until a later import (docs/decisions/0013-rules-upn.md). */
function upnOfLinkedStays(directory: DirectoryNote, row: PlannedRow | undefined, upn: unknown): boolean {
  if (row?.outcome !== 'create' || (upn !== undefined && upn !== '')) return false;
  return Object.entries(directory.users ?? {}).some(
    ([key, user]) => key.toLowerCase() === `t12345ab ${row.user.toLowerCase()}` && user.upn !== '',
  );
}

test('in how many chunks a file is planned does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(directories, imports({ maxRows: 12 }), chunks, async (directory, given, chunk) => {
      const plan = (size?: number): Promise<unknown> =>
        withEngine(
          directory,
          async (engine) => {
            const { run, rows } = await planned(engine, given);
            const { guards, run: answered } = await engine.useCases.answer(run);
            await engine.useCases.apply({ run, guards: EVERY_GUARD_RAISED });
            const numbersAside = rows.map(({ planUser: _, ...row }) => row);
            return {
              rows: numbersAside,
              guards,
              summary: answered.summary,
              after: await readDirectory(engine.store.directory),
            };
          },
          size,
        );
      expect(await plan(chunk ?? 1)).toEqual(await plan());
    }),
    RUNS,
  );
});

test('the changes of a plan, played on the directory before, give the directory after', async () => {
  await fc.assert(
    fc.asyncProperty(directories, imports(), chunks, (directory, given, chunk) =>
      withEngine(
        directory,
        async (engine) => {
          const before = await readDirectory(engine.store.directory);
          const rows = await applied(engine, given);
          const after = await readDirectory(engine.store.directory);
          expect(replayed(before, rows, TARGET)).toEqual(after.users);
        },
        chunk,
      ),
    ),
    RUNS,
  );
});
