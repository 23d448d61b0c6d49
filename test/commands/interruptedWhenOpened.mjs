// @ts-check
/** Loaded before the program: it gets a signal in the moment in which it opens a SQLite database. */
import { createRequire } from 'node:module';

const sqlite3 = createRequire(import.meta.url)('sqlite3');
const { Database } = sqlite3;

sqlite3.Database = class extends Database {
  /** @param {unknown[]} given */
  constructor(...given) {
    super(...given);
    const signal = process.env['TEST_SIGNAL'];
    if (given[0] !== ':memory:' && signal !== undefined) process.kill(process.pid, signal);
    delete process.env['TEST_SIGNAL'];
  }
};
