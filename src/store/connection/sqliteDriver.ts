/** The driver of SQLite: a native part, which an installation without a compiler may lack. */
import { UserError } from '../../application/userError.js';

const LONGEST_REASON = 200;

/** Loads the driver that knex asks for; the version of its SQLite. Throws `UserError` that says how to get it. */
export async function loadSqlite(): Promise<string> {
  try {
    const { default: driver } = await import('sqlite3');
    return driver.VERSION;
  } catch (error) {
    throw new UserError('failure', 'db.noDriver', { reason: reasonOf(error) });
  }
}

/** Loaders name every place where they looked, or every file that asked: the first line says what is missing. */
function reasonOf(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return first.replace(/[.:]? *(?:Tried:|Did you|imported from).*$/u, '').slice(0, LONGEST_REASON);
}
