/**
 * What is set on a PostgreSQL server, and how. Behind a pooler that hands a connection to another client after each
 * transaction (pgbouncer), a plain `set` would stay on it: settings go with the start of a connection, or with a
 * transaction.
 */
import type { Access } from '../../application/ports/databaseAccess.js';
import { BUSY_TIMEOUT } from './pool.js';

/** A statement that takes longer is given up: nobody waits for ever. In milliseconds, as are the others. */
export const STATEMENT_TIMEOUT = 10 * 60_000;

/** A program that stands still in the middle of a transaction lets go of what it locked. */
const IDLE_TIMEOUT = 2 * 60_000;

/** Statements work on many rows at once: room to join them in memory, and no compiling of what runs once. */
const SETTINGS: Readonly<Record<string, string>> = {
  statement_timeout: String(STATEMENT_TIMEOUT),
  lock_timeout: String(BUSY_TIMEOUT),
  idle_in_transaction_session_timeout: String(IDLE_TIMEOUT),
  standard_conforming_strings: 'on',
  timezone: 'UTC',
  work_mem: '64MB',
  jit: 'off',
};

/** For the start of a connection, behind those that the address gives; who only looks writes nothing. */
export function startOptions(given: string | undefined, access: Access): string {
  const inspecting = access === 'inspect' ? { default_transaction_read_only: 'on' } : {};
  const own = Object.entries({ ...SETTINGS, ...inspecting }).map(([name, value]) => `-c ${name}=${value}`);
  return [...(given === undefined ? [] : [given]), ...own].join(' ');
}

/** For the start of each transaction: a pooler may refuse or forget what a connection started with. */
export const SET_LOCAL = Object.entries(SETTINGS)
  .map(([name, value]) => `set local ${name} = '${value}'`)
  .join('; ');

/** Whether it is the options that a pooler would not take. */
export function refusesOptions(error: unknown): boolean {
  return error instanceof Error && /unsupported startup parameter/iu.test(error.message);
}
