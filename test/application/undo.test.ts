/** A plan that puts back what a run changed (docs/rules.md, *Undo*). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '../../src/application/userError.js';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import {
  directoryOf,
  readDirectory,
  type DirectoryNote,
  type FullDirectory,
  type UserNote,
} from '../support/engineDirectory.js';
import { openEngine, rowsOf, stopOf, type Engine } from '../support/engine.js';
import { chunks, directories, imports, TARGET, type AnyImport } from '../support/engineArbitraries.js';
import { replayed } from '../support/engineReplay.js';
import { EVERY_GUARD_RAISED, madeFiles, planRows } from '../support/engineRows.js';
import { freshEngine } from '../support/engineTest.js';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 20) };
const guards = EVERY_GUARD_RAISED;

async function applied(
  engine: Engine,
  { type, columns, rows, empty }: AnyImport,
): Promise<{ run: number; rows: PlannedRow[] }> {
  const { run } = await planRows(engine.useCases, { type, columns, rows, settings: { emptyRules: empty } });
  await engine.useCases.apply({ run: run.id, guards });
  return { run: run.id, rows: await rowsOf(engine, run.id) };
}

/** The rows of the undo, applied; none where there is nothing to undo. */
async function undone(engine: Engine, run: number): Promise<PlannedRow[]> {
  const undo = await engine.useCases.undo(run).catch((error: unknown) => {
    if (error instanceof UserError && error.key === 'plan.nothing.undo') return undefined;
    throw error;
  });
  if (!undo) return [];
  await engine.useCases.apply({ run: undo.run.id, guards });
  return rowsOf(engine, undo.run.id);
}

async function withEngine(
  directory: DirectoryNote,
  chunk: number | undefined,
  work: (engine: Engine) => Promise<void>,
): Promise<void> {
  const engine = await openEngine({ directory: directoryOf(directory), files: madeFiles(chunk) });
  try {
    await work(engine);
    expect(await engine.store.directory.check()).toEqual([]);
  } finally {
    await engine.close();
  }
}

/** What can come back: all but tokens of users that got another code; users that were made go. */
function comesBack(before: FullDirectory, rows: readonly PlannedRow[]): Record<string, UserNote> {
  const renamed = new Set(
    rows.flatMap(({ changes }) =>
      changes.flatMap(({ fields }) =>
        fields.flatMap(([field, from]) => (field === 'user' && from !== null ? [String(from).toLowerCase()] : [])),
      ),
    ),
  );
  const known = Object.entries(before.users).map(([key, user]) => {
    const [environment = '', code = ''] = key.split(' ');
    const lost = environment.startsWith('T') && environment !== 'T12345AX' && renamed.has(code.toLowerCase());
    return [key, lost ? { ...user, tokens: [] } : user] as const;
  });
  return Object.fromEntries(known);
}

/** Made by the run, and perhaps renamed by it since. */
function isMade(key: string, rows: readonly PlannedRow[]): boolean {
  let made = false;
  for (const { changes } of rows) {
    for (const { environment, fields } of changes) {
      for (const [field, from, to] of fields) {
        if (field !== 'user') continue;
        if (`${environment} ${String(to)}` === key)
          made = from === null || isMade(`${environment} ${String(from)}`, rows);
      }
    }
  }
  return made;
}

/** A code that somebody got, after another gave it up or lost it to a new letter case, cannot go back to who had it. */
function codesMeet(rows: readonly PlannedRow[]): boolean {
  const made = rows.filter(({ outcome }) => outcome === 'create').map(({ user }) => user.toLowerCase());
  const left = rows.flatMap(({ changes }) =>
    changes.flatMap(({ fields }) =>
      fields.flatMap(([field, from]) => (field === 'user' && from !== null ? [String(from).toLowerCase()] : [])),
    ),
  );
  return made.some((code) => left.includes(code));
}

/** A UPN that a leftover holds as well cannot be given back: docs/rules.md, *UPNs*. */
function leftoversHold({ users }: FullDirectory): boolean {
  const upns = (environment: string): string[] =>
    Object.entries(users).flatMap(([key, { upn }]) => (key.startsWith(environment) && upn !== '' ? [upn] : []));
  const held = upns('T12345AX');
  return [...upns('T12345AA'), ...upns('T12345AB')].some((upn) => held.includes(upn));
}

test('undone, a run leaves everything as it was that can come back', async () => {
  await fc.assert(
    fc.asyncProperty(directories, imports(), chunks, (directory, given, chunk) =>
      withEngine(directory, chunk, async (engine) => {
        const before = await readDirectory(engine.store.directory);
        const { run, rows } = await applied(engine, given);
        fc.pre(!codesMeet(rows) && !leftoversHold(before));
        const after = await readDirectory(engine.store.directory);
        const undo = await undone(engine, run);
        expect(undo.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
        const back = await readDirectory(engine.store.directory);
        expect(back.users).toEqual(comesBack(before, rows));
        expect(back.groups).toEqual(before.groups);
        expect(replayed(after, undo, TARGET)).toEqual(back.users);
      }),
    ),
    RUNS,
  );
});

/** Changed again, or given to somebody else since. */
const CONFLICTS = ['UNDO_CONFLICT', 'UPN_TAKEN', 'UPN_LEFTOVER', 'NEW_CODE_TAKEN'];

const MEANWHILE: readonly Partial<UserNote>[] = [
  { description: 'Intussen' },
  { email: 'intussen@x.nl' },
  { upn: 'intussen@x.nl' },
  { blocked: true },
  { blocked: false },
  { person: 'P2' },
  { groups: ['G2'] },
  { access: ['connector'] },
];

test('what changed again since stays as it is, and is told as a conflict', async () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...MEANWHILE)), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(directories, imports(), changes, (directory, given, meanwhile) =>
      withEngine(directory, undefined, async (engine) => {
        const { run, rows } = await applied(engine, given);
        const after = await readDirectory(engine.store.directory);
        const keys = Object.keys(after.users).filter((key) => key.startsWith(TARGET));
        fc.pre(keys.length > 0);
        // Of each user one thing, and each UPN once.
        const chosen = new Map(meanwhile.map(([at, change]) => [keys[at % keys.length]!, change]));
        fc.pre([...chosen.values()].filter(({ upn }) => upn !== undefined).length <= 1);
        const changed = Object.fromEntries(
          [...chosen].map(([key, change]) => [key, { ...after.users[key]!, ...change }]),
        );
        await engine.store.directory.import(directoryOf({ environments: { T12345AA: {} }, users: changed }));
        const between = await readDirectory(engine.store.directory);
        const undo = await undone(engine, run);
        const back = await readDirectory(engine.store.directory);
        expect(replayed(between, undo, TARGET)).toEqual(back.users);
        for (const row of undo) {
          if (row.outcome === 'rejected')
            expect(row.messages.filter(({ code }) => CONFLICTS.includes(code))).not.toEqual([]);
          for (const { environment, user, fields } of row.changes) {
            const was = after.users[`${environment} ${user}`];
            const is = between.users[`${environment} ${user}`];
            for (const [field] of fields) {
              // Who was made goes, whatever happened since.
              if (!was || !is || !(field in was) || isMade(`${environment} ${user}`, rows)) continue;
              const name = field as keyof UserNote;
              expect(is[name], `${environment} ${user} ${field} was changed again`).toEqual(was[name]);
            }
          }
        }
      }),
    ),
    RUNS,
  );
});

test('an undo is undone as any run: everything is as the run had left it', async () => {
  await fc.assert(
    fc.asyncProperty(directories, imports(), (directory, given) =>
      withEngine(directory, undefined, async (engine) => {
        const before = await readDirectory(engine.store.directory);
        const { run, rows } = await applied(engine, given);
        const { summary } = (await engine.useCases.answer(run)).run;
        fc.pre(!codesMeet(rows) && !leftoversHold(before) && Object.keys(summary.environments).length > 0);
        const after = await readDirectory(engine.store.directory);
        const undo = await engine.useCases.undo(run);
        await engine.useCases.apply({ run: undo.run.id, guards });
        const again = await undone(engine, undo.run.id);
        expect(again.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
        const back = await readDirectory(engine.store.directory);
        expect(back.users).toEqual(after.users);
        expect(back.groups).toEqual(after.groups);
      }),
    ),
    { numRuns: Math.ceil(RUNS.numRuns / 2) },
  );
});

test('a group that was made and that nobody was left in comes back when the undo is undone, and can stay out', async () => {
  const engine = await freshEngine();
  const { useCases, store } = engine;
  const before = await readDirectory(store.directory);
  const row = { user: 'JBO', description: 'Jan', email: 'jan@voorbeeld.nl', upn: '' };
  const { run } = await planRows(useCases, {
    rows: [
      { ...row, mutationCode: '3', group: 'LEEG' },
      { ...row, mutationCode: '0', group: '' },
    ],
  });
  await useCases.apply({ run: run.id, guards });
  const after = await readDirectory(store.directory);
  expect(after.groups).toEqual({ ...before.groups, 'T12345AA LEEG': '' });
  const undo = await useCases.undo(run.id);
  await useCases.apply({ run: undo.run.id, guards });
  expect((await readDirectory(store.directory)).groups).toEqual(before.groups);

  const redo = await useCases.undo(undo.run.id);
  const rows = await rowsOf(engine, redo.run.id);
  expect(rows.at(-1)).toMatchObject({ user: '', outcome: 'update', groups: { created: ['LEEG'] } });
  await useCases.exclude(redo.run.id, { out: [rows.length] });
  expect((await rowsOf(engine, redo.run.id)).at(-1)).toMatchObject({ outcome: 'excluded' });
  await useCases.exclude(redo.run.id, { back: [rows.length] });
  await useCases.apply({ run: redo.run.id, guards });
  expect((await readDirectory(store.directory)).groups).toEqual(after.groups);
});

test('a run that made a group and changed no user is undone as well', async () => {
  const engine = await freshEngine();
  const { useCases, store } = engine;
  const kees = (await readDirectory(store.directory)).users['T12345AA 12345.KEES'];
  const row = { user: 'KEES', description: kees?.description ?? '', email: kees?.email ?? '', upn: kees?.upn ?? '' };
  await store.directory.import(
    directoryOf({
      environments: { T12345AA: {} },
      users: { 'T12345AA 12345.KEES': { ...kees!, blocked: true, groups: [] } },
    }),
  );
  const before = await readDirectory(store.directory);
  const { run } = await planRows(useCases, {
    rows: [
      { ...row, mutationCode: '3', group: 'LEEG' },
      { ...row, mutationCode: '0', group: '' },
    ],
  });
  await useCases.apply({ run: run.id, guards });
  const undo = await useCases.undo(run.id);
  const told = (await rowsOf(engine, undo.run.id)).flatMap(({ messages }) =>
    messages.map(({ code, params }) => [code, params['group']]),
  );
  expect(told).toContainEqual(['UNDO_GROUP', 'LEEG']);
  await useCases.apply({ run: undo.run.id, guards });
  expect((await readDirectory(store.directory)).groups).toEqual(before.groups);
});

const NEW = { user: 'NIEUW', mutationCode: '3', newUser: '', description: 'Nieuw', email: '', upn: '', group: 'NIEUW' };
const JAN = { ...NEW, user: 'JBO', description: 'Jan', email: 'jan@voorbeeld.nl' };

test('who was made goes, and with them a group that was made and holds nobody else', async () => {
  const engine = await freshEngine();
  const { useCases, store } = engine;
  const before = await readDirectory(store.directory);
  const { run } = await planRows(useCases, { rows: [NEW, JAN, { ...JAN, group: 'BLIJFT' }] });
  await useCases.apply({ run: run.id });
  // Somebody else joins one of the groups.
  const kees = before.users['T12345AA 12345.KEES']!;
  await store.directory.import(
    directoryOf({ environments: { T12345AA: {} }, users: { 'T12345AA 12345.KEES': { ...kees, groups: ['BLIJFT'] } } }),
  );
  const undo = await useCases.undo(run.id);
  const told = (await rowsOf(engine, undo.run.id)).map(({ user, messages }) => [
    user,
    messages.filter(({ code }) => code === 'UNDO_GROUP').map(({ params }) => params['group']),
  ]);
  expect(Object.fromEntries(told)).toEqual({ '12345.NIEUW': ['NIEUW'], '12345.JBO': ['NIEUW', 'BLIJFT'] });
  await useCases.apply({ run: undo.run.id, guards });
  const back = await readDirectory(store.directory);
  expect(back.groups).toEqual({ ...before.groups, 'T12345AA BLIJFT': '' });
  expect(back.users).toEqual({
    ...before.users,
    'T12345AA 12345.KEES': { ...kees, groups: ['BLIJFT'] },
  });
});

test('tokens and passwords do not come back, and the plan says so', async () => {
  const engine = await freshEngine();
  const { useCases } = engine;
  const bea = { user: 'BBA', description: 'Bea Bakker', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' };
  const { run } = await planRows(useCases, {
    columns: ['user', 'mutationCode', 'newUser', 'description', 'email', 'upn', 'password'],
    rows: [
      { ...bea, mutationCode: '5', password: 'lang-genoeg-zo' },
      { ...bea, mutationCode: '4', newUser: 'BSM' },
    ],
  });
  await useCases.apply({ run: run.id });
  const undo = await useCases.undo(run.id);
  const [row, ...more] = await rowsOf(engine, undo.run.id);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ outcome: 'rename', user: '12345.BSM' });
  expect(row?.messages.map(({ code, level }) => `${code} ${level}`)).toContain('UNDO_INCOMPLETE warning');
});

test('a run that was undone may be imported again, and is undone once', async () => {
  const { useCases } = await freshEngine();
  const { run } = await planRows(useCases, { rows: [JAN] });
  expect(await stopOf(useCases.undo(run.id))).toMatchObject({ kind: 'wrongUse', key: 'undo.notApplied' });
  await useCases.apply({ run: run.id });
  const undo = await useCases.undo(run.id);
  await useCases.apply({ run: undo.run.id });
  expect((await useCases.answer(run.id)).run.undoneBy).toBe(undo.run.id);
  expect(await stopOf(useCases.undo(run.id))).toMatchObject({ kind: 'wrongUse', key: 'undo.already' });
  expect((await planRows(useCases, { rows: [JAN] })).run.status).toBe('planned');
});

test('rows that are left out of an undo stay so when others are left out as well, until they are taken back', async () => {
  const engine = await freshEngine();
  const { useCases } = engine;
  const row = { mutationCode: '1', description: 'Anders', email: 'anders@voorbeeld.nl', upn: '' };
  const { run } = await planRows(useCases, {
    rows: [
      { ...row, user: 'JBO' },
      { ...row, user: 'BBA' },
    ],
  });
  await useCases.apply({ run: run.id, guards });
  const { run: undo } = await useCases.undo(run.id);
  const leftOut = async (): Promise<number[]> =>
    (await rowsOf(engine, undo.id)).flatMap(({ outcome, row: number }) => (outcome === 'excluded' ? [number] : []));
  await useCases.exclude(undo.id, { out: [1] });
  await useCases.exclude(undo.id, { out: [2] });
  expect(await leftOut()).toEqual([1, 2]);
  await useCases.exclude(undo.id, { back: [1] });
  expect(await leftOut()).toEqual([2]);
});
