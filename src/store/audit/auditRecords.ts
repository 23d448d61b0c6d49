/** Audit records, as they are stored and as they are chained. */
import { createHash } from 'node:crypto';
import type {
  AuditEntry,
  AuditOutcome,
  AuditRecord,
  AuditedAct,
  AuditValues,
} from '../../application/ports/auditLog.js';

export interface AuditRow {
  readonly number: number;
  readonly at: string;
  readonly login: string;
  readonly session_login: string | null;
  readonly database_login: string | null;
  readonly origin: string;
  readonly what: string;
  readonly run_id: number | null;
  readonly environment: string | null;
  readonly user_code: string | null;
  readonly old_values: string | null;
  readonly new_values: string | null;
  readonly outcome: string;
  readonly exit_status: number;
  readonly hash: string;
}

/** Everything that a record says, in the order in which it is hashed and stored. */
export const AUDIT_COLUMNS = [
  'number',
  'at',
  'login',
  'session_login',
  'database_login',
  'origin',
  'what',
  'run_id',
  'environment',
  'user_code',
  'old_values',
  'new_values',
  'outcome',
  'exit_status',
] as const satisfies readonly (keyof AuditRow)[];

export function rowOf(number: number, entry: AuditEntry, before: string): AuditRow {
  const row = {
    number,
    at: entry.at,
    login: entry.login,
    session_login: entry.sessionLogin,
    database_login: entry.databaseLogin,
    origin: entry.origin,
    what: entry.what,
    run_id: entry.run,
    environment: entry.environment,
    user_code: entry.user,
    old_values: entry.old && JSON.stringify(entry.old),
    new_values: entry.new && JSON.stringify(entry.new),
    outcome: entry.outcome,
    exit_status: entry.exit,
  };
  return { ...row, hash: hashOf(row, before) };
}

/** SHA-256, hexadecimal, over the hash of the record before and everything that this one says. */
export function hashOf(row: Omit<AuditRow, 'hash'>, before: string): string {
  const said = AUDIT_COLUMNS.map((name) => row[name]);
  return createHash('sha256')
    .update(JSON.stringify([before, ...said]))
    .digest('hex');
}

export function recordOf(row: AuditRow): AuditRecord {
  return {
    number: row.number,
    at: row.at,
    login: row.login,
    sessionLogin: row.session_login,
    databaseLogin: row.database_login,
    origin: row.origin,
    what: row.what as AuditedAct,
    run: row.run_id,
    environment: row.environment,
    user: row.user_code,
    old: valuesOf(row.old_values),
    new: valuesOf(row.new_values),
    outcome: row.outcome as AuditOutcome,
    exit: row.exit_status,
  };
}

function valuesOf(text: string | null): AuditValues | null {
  return text === null ? null : (JSON.parse(text) as AuditValues);
}
