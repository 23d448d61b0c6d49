/** Audit records, as they are stored and as they are chained. */
import { createHash } from 'node:crypto';
import type { AuditEntry, AuditRecord, AuditValues } from '../../application/ports/auditLog.js';
import type { JsonValue } from '../dialect.js';
import { columnsOf, reader, table } from '../table.js';

/** An entry at its place in the chain. */
interface ChainedEntry {
  readonly number: number;
  readonly entry: AuditEntry;
  /** The hash of the record before it. */
  readonly before: string;
}

const { int, text } = columnsOf<ChainedEntry>();

/** Everything that a record says, in the order in which it is hashed. */
const SAID = table('audit', {
  number: int('number', ({ number }) => number),
  at: text('at', ({ entry }) => entry.at),
  login: text('login', ({ entry }) => entry.login),
  sessionLogin: text('session_login', ({ entry }) => entry.sessionLogin),
  databaseLogin: text('database_login', ({ entry }) => entry.databaseLogin),
  origin: text('origin', ({ entry }) => entry.origin),
  what: text('what', ({ entry }) => entry.what),
  run: int('run_id', ({ entry }) => entry.run),
  environment: text('environment', ({ entry }) => entry.environment),
  user: text('user_code', ({ entry }) => entry.user),
  old: text('old_values', ({ entry }) => textOf(entry.old)),
  new: text('new_values', ({ entry }) => textOf(entry.new)),
  outcome: text('outcome', ({ entry }) => entry.outcome),
  exit: int('exit_status', ({ entry }) => entry.exit),
});

export const AUDIT = table('audit', {
  ...SAID.columns,
  hash: text('hash', (chained) => hashOf(SAID.encode(chained), chained.before)),
});

export const AUDIT_RECORD = reader(AUDIT.columns);
export type StoredRecord = ReturnType<typeof AUDIT_RECORD.decode>;

/** Whether a record that follows the one with this hash is as it was written. */
export function isAsWritten({ hash, ...said }: StoredRecord, before: string): boolean {
  return hash === hashOf(Object.values(said), before);
}

/** SHA-256, hexadecimal, over the hash of the record before and everything that this one says. */
function hashOf(said: readonly JsonValue[], before: string): string {
  return createHash('sha256')
    .update(JSON.stringify([before, ...said]))
    .digest('hex');
}

export function recordOf({ hash: _, ...record }: StoredRecord): Omit<AuditRecord, 'reason'> {
  return { ...record, old: valuesOf(record.old), new: valuesOf(record.new) };
}

function textOf(values: AuditValues | null): string | null {
  return values && JSON.stringify(values);
}

function valuesOf(text: string | null): AuditValues | null {
  return text === null ? null : (JSON.parse(text) as AuditValues);
}
