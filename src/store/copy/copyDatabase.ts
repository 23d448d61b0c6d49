/** Copies everything to another, empty database, and reads it back to see that it is the same. */
import { UserError } from '../../application/userError.js';
import type { CopiedDatabase, CopyDatabase, CopyWatch } from '../../application/ports/databaseCopy.js';
import { connect } from '../connection/connect.js';
import type { Connection } from '../connection/connection.js';
import * as tables from './copyTables.js';
import { checkDatabase } from '../check/checkDatabase.js';
import { readSchema } from '../check/schema.js';
import { run } from '../rows.js';
import { lockDirectory, transact } from '../transaction.js';
import type { TextKey } from '../../language/index.js';

/** One transaction at the target, and one look at the source: what is written there meanwhile stays behind. */
export const copyDatabase: CopyDatabase = async (from, to, watch = {}) => {
  const source = await connectSource(from);
  try {
    const target = await connect(to);
    try {
      const copied = await transact(target, (inside) => snapshot(source, (reading) => copyAll(reading, inside, watch)));
      if (target.dialect.name === 'postgres') await run(target.knex, 'analyze').catch(() => undefined);
      return { from: source.label, to: target.label, tables: copied };
    } catch (error) {
      throw target.toUserError(error);
    } finally {
      await target.knex.destroy();
    }
  } finally {
    await source.knex.destroy();
  }
};

/** What is said of the source names it: the commands that are proposed go to another database. */
async function connectSource(from: string): Promise<Connection> {
  try {
    return await connect(from, 'read');
  } catch (error) {
    const key = error instanceof UserError ? OF_THE_SOURCE[error.key] : undefined;
    throw error instanceof UserError && key !== undefined
      ? UserError.of(error.kind, { key, params: error.params })
      : error;
  }
}

const OF_THE_SOURCE: Readonly<Partial<Record<TextKey, TextKey>>> = {
  'db.missing': 'copy.noSource',
  'db.noTables': 'copy.noSource',
  'db.older': 'copy.olderSource',
};

/** Everything that `read` sees is of one moment. Its errors are mapped as those of the source. */
async function snapshot<Result>(source: Connection, read: (reading: Connection) => Promise<Result>): Promise<Result> {
  const options =
    source.dialect.name === 'postgres' ? ({ isolationLevel: 'repeatable read', readOnly: true } as const) : {};
  return source.knex.transaction(async (knex) => {
    if (source.begin !== undefined) await run(knex, source.begin);
    return read({ ...source, knex });
  }, options);
}

async function copyAll(source: Connection, target: Connection, watch: CopyWatch): Promise<CopiedDatabase['tables']> {
  await lockDirectory(target);
  await requireEmpty(target);
  const progress = new Progress(await total(source), watch);
  const schema = await readSchema(target);
  const checksums = new Map<tables.Table, tables.Checksum>();
  for (const table of tables.TABLES) {
    const columns = tables.columnsOf(schema, table);
    checksums.set(table, await copyTable(source, target, table, columns, progress));
  }
  for (const table of tables.TABLES) await tables.setNextNumber(target, table);
  for (const [table, { value }] of checksums)
    await verify(target, table, tables.columnsOf(schema, table), value, progress);
  const broken = await checkDatabase(target);
  if (broken.length > 0) throw new UserError('failure', 'copy.broken', { from: source.label }, broken);
  return [...checksums].map(([table, { rows }]) => ({ table: table.name, rows }));
}

async function requireEmpty(target: Connection): Promise<void> {
  for (const table of tables.TABLES) {
    if ((await tables.countRows(target, table)) > 0)
      throw new UserError('wrongUse', 'copy.notEmpty', { to: target.label });
  }
}

async function total(source: Connection): Promise<number> {
  let rows = 0;
  for (const table of tables.TABLES) rows += await atSource(source, tables.countRows(source, table));
  return rows;
}

async function copyTable(
  source: Connection,
  target: Connection,
  table: tables.Table,
  columns: tables.Columns,
  progress: Progress,
): Promise<tables.Checksum> {
  const checksum = new tables.Checksum();
  for await (const rows of withSourceErrors(source, tables.readTable(source, table, columns))) {
    checksum.add(columns, rows);
    await tables.writeRows(target, table, columns, rows);
    progress.add(table, rows.length);
  }
  if (table.later !== undefined) {
    for await (const rows of withSourceErrors(source, tables.readTable(source, table, columns)))
      await tables.writeLater(target, table, rows);
  }
  return checksum;
}

async function verify(
  target: Connection,
  table: tables.Table,
  columns: tables.Columns,
  expected: string,
  progress: Progress,
): Promise<void> {
  const checksum = new tables.Checksum();
  for await (const rows of tables.readTable(target, table, columns)) {
    checksum.add(columns, rows);
    progress.add(table, 0);
  }
  if (checksum.value !== expected) throw new UserError('failure', 'copy.differs', { table: table.name });
}

async function atSource<Result>(source: Connection, answer: Promise<Result>): Promise<Result> {
  return answer.catch((error: unknown) => {
    throw source.toUserError(error);
  });
}

async function* withSourceErrors<Item>(source: Connection, items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  for (;;) {
    const next = await atSource(source, items.next());
    if (next.done === true) return;
    yield next.value;
  }
}

class Progress {
  private done = 0;

  constructor(
    private readonly total: number,
    private readonly watch: CopyWatch,
  ) {}

  add({ name }: tables.Table, rows: number): void {
    if (this.watch.signal?.aborted) throw new UserError('interrupted', 'plan.interrupted');
    this.done += rows;
    this.watch.onProgress?.({ table: name, done: this.done, total: this.total });
  }
}
