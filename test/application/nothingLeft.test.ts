/** A plan that cannot be published, or compared with the one before it, leaves nothing behind. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UseCases } from '../../src/application/useCases.js';
import { openEngine } from '../support/engine.js';
import { directoryOf } from '../support/engineDirectory.js';
import { EVERY_GUARD_RAISED, madeFiles, planRows } from '../support/engineRows.js';

const JAN = { user: 'JAN', mutationCode: '1', description: 'Jan', email: 'jan@voorbeeld.nl', upn: '' };
const NEW = { user: 'NIEUW', mutationCode: '1', description: 'Nieuw', email: '', upn: 'nieuw@voorbeeld.nl' };
const BLOCK = { ...JAN, mutationCode: '0' };
const JOIN = { ...JAN, mutationCode: '3', group: 'NIEUW' };

const DIRECTORY = directoryOf({
  environments: { T12345AA: {}, T12345AB: {}, O12345AA: { approval: 'second-person' } },
  users: {
    'T12345AA 12345.JAN': { description: 'Jan' },
    'T12345AB 12345.JAN': { description: 'Jan' },
    'T12345AA 12345.PIET': { description: 'Piet' },
    'T12345AB 12345.PIET': { description: 'Anders' },
  },
});

const NO_RUN = "before insert on runs begin select raise(abort, 'refused'); end";
const NO_OTHER_PLAN = "before update of plan_id on runs begin select raise(abort, 'refused'); end";
const UNREADABLE = `after insert on plan_rows begin
  update plan_rows set detail = '{' where plan_id = new.plan_id and row_no = new.row_no; end`;

const TABLES = ['plans', 'plan_rows', 'plan_users', 'plan_groups', 'plan_secrets', 'runs', 'run_people'];

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'instroom-nothing-left-'))));
afterAll(() => rm(folder, { recursive: true }));

/** While no store has it open: the locks of two SQLites in one process do not know each other. */
function inDatabase<Result>(path: string, work: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const sizesOf = (path: string): unknown =>
  inDatabase(path, (database) =>
    TABLES.map((table) => [table, database.prepare(`select count(*) as rows from ${table}`).get()?.['rows']]),
  );

async function inEngine(path: string, work: (useCases: UseCases) => Promise<unknown>, isNew = false): Promise<void> {
  const engine = await openEngine({ path, files: madeFiles(), ...(isNew && { directory: DIRECTORY }) });
  await work(engine.useCases).finally(() => engine.close());
}

/** Run 1 is applied, and run 2 waits. */
async function makeRuns(useCases: UseCases): Promise<void> {
  const { run } = await planRows(useCases, { rows: [NEW, BLOCK] });
  await useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED });
  await planRows(useCases, { rows: [JOIN] });
}

test.each<[string, string, (useCases: UseCases) => Promise<unknown>]>([
  ['an import', NO_RUN, (useCases) => planRows(useCases, { rows: [JAN] })],
  ['a plan made again', NO_RUN, (useCases) => useCases.planAgain(2, {})],
  ['a plan made again and compared', UNREADABLE, (useCases) => useCases.planAgain(2, {})],
  ['a row left out', NO_OTHER_PLAN, (useCases) => useCases.exclude(2, { out: [2] })],
  ['an undo', NO_RUN, (useCases) => useCases.undo(1)],
  ['a second pass', NO_RUN, (useCases) => useCases.secondPass(1)],
  ['environments brought in line', NO_RUN, (useCases) => useCases.align('T12345AA')],
  ['a block elsewhere', NO_RUN, (useCases) => useCases.blockElsewhere(1)],
  ['settings', NO_RUN, (useCases) => useCases.setEnvironment('O12345AA', { approval: 'none' })],
])('%s', async (what, trigger, plan) => {
  const path = join(folder, `${what}.db`);
  await inEngine(path, makeRuns, true);
  const before = sizesOf(path);
  inDatabase(path, (database) => {
    database.exec(`create trigger refused ${trigger}`);
  });
  const refused = { params: { reason: expect.stringContaining('refused') as string } };
  await expect(inEngine(path, plan)).rejects.toMatchObject(trigger === UNREADABLE ? { name: 'SyntaxError' } : refused);
  expect(sizesOf(path)).toEqual(before);
});
