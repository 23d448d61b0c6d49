/** People as the use cases know them, where no operating system is asked. */
import type { Operator } from '../../src/domain/operator.js';

/** Somebody in their own session, on a file. */
export function person(login: string, more: Partial<Operator> = {}): Operator {
  return { login, sessionLogin: null, databaseLogin: null, bar: null, ...more };
}
