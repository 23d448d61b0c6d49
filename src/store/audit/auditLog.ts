/** The audit in a database: records are added at its end, and read from its beginning. */
import { UserError } from '../../application/userError.js';
import type {
  AuditEntry,
  AuditFilter,
  AuditHead,
  AuditLog,
  AuditRecord,
  Known,
  Recording,
} from '../../application/ports/auditLog.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { insertRow } from '../insertRows.js';
import { pages } from '../pages.js';
import { run, select, selectOne, selectRows, type Binding } from '../rows.js';
import { transact } from '../transaction.js';
import { AUDIT, AUDIT_RECORD, recordOf, type StoredRecord } from './auditRecords.js';

const CHUNK = 1000;

export function createAuditLog(connection: Connection): AuditLog {
  return {
    // Also of what was interrupted, which commits nothing else.
    add: (entry) => transact(withoutSignal(connection), (inside) => appendAudit(inside, entry)),
    records: (filter) => readRecords(connection, filter),
    head: () => readHead(connection),
  };
}

function withoutSignal({ signal: _, ...connection }: Connection): Connection {
  return connection;
}

/** Adds what a transaction records of itself. */
export async function recordDone(inside: Connection, record: Recording | undefined, known: Known = {}): Promise<void> {
  for (const entry of record?.(known) ?? []) await appendAudit(inside, entry);
}

/**
 * Adds a record as the last thing that a transaction does: what was changed and that it was changed are
 * written together or not at all. Writers wait for each other at the head, so that numbers have no gaps.
 */
async function appendAudit(inside: Connection, entry: AuditEntry): Promise<void> {
  const { knex } = inside;
  // A write, so that whoever comes next waits for this one.
  const head = await selectOne<AuditHead>(
    knex,
    `insert into audit_head (id, number, hash) values (1, 1, '')
     on conflict (id) do update set number = audit_head.number + 1 returning number, hash`,
  );
  if (!head) throw new UserError('failure', 'db.auditHeadGone');
  const hash = await insertRow(inside, AUDIT, { number: head.number, entry, before: head.hash }, 'hash');
  await run(knex, 'update audit_head set hash = ? where id = 1', [hash]);
}

export async function readHead({ knex }: Pick<Connection, 'knex'>): Promise<AuditHead> {
  const head = await selectOne<AuditHead>(knex, 'select number, hash from audit_head where id = 1');
  return { number: head?.number ?? 0, hash: head?.hash ?? '' };
}

async function* readRecords(connection: Connection, filter: AuditFilter): AsyncGenerator<AuditRecord[]> {
  const conditions: string[] = [];
  const bindings: Binding[] = [];
  const add = (sql: string, value: Binding | undefined): void => {
    if (value === undefined) return;
    conditions.push(` and ${sql}`);
    bindings.push(value);
  };
  add('at >= ?', filter.since);
  add('run_id = ?', filter.run);
  add('login = ?', filter.login);
  const user = filter.user === undefined ? undefined : caseKey(filter.user);
  for await (const rows of storedRecords(connection, filter.after ?? 0, conditions.join(''), bindings)) {
    const found = rows.filter((record) => user === undefined || caseKey(record.user ?? '') === user);
    if (found.length > 0) yield await withReasons(connection, found);
  }
}

/** Records with what their runs say of why. */
async function withReasons({ knex, dialect }: Connection, records: readonly StoredRecord[]): Promise<AuditRecord[]> {
  const runs = [...new Set(records.map(({ run: id }) => id).filter((id) => id !== null))];
  const said = await select<{ id: number; reason: string }>(
    knex,
    `select id, reason from runs where reason is not null and id in ${dialect.numbers}`,
    [JSON.stringify(runs)],
  );
  const reasons = new Map(said.map(({ id, reason }) => [id, reason]));
  return records.map((record) => ({ ...recordOf(record), reason: reasons.get(record.run ?? 0) ?? null }));
}

/** Records behind a number as they are stored, oldest first, in chunks. */
export function storedRecords(
  connection: Connection,
  behind: number,
  condition = '',
  bindings: readonly Binding[] = [],
): AsyncGenerator<readonly StoredRecord[]> {
  return pages<StoredRecord>({
    key: ['number'],
    keyOf: ({ number }) => [number],
    size: CHUNK,
    read: (after, order, from) =>
      selectRows(connection, AUDIT_RECORD, `from audit where number > ?${condition} and ${after} ${order}`, [
        behind,
        ...bindings,
        ...from,
      ]),
  });
}
