/** A database of an older Instroom: whoever sits at a terminal is asked whether it is brought up to date. */
import { UserError } from '../application/userError.js';
import type { MigratedDatabase } from '../application/ports/databaseMigration.js';
import type { CommandContext } from './command.js';

type Asking = Pick<CommandContext, 'interactive' | 'ask' | 'notice' | 'say' | 'now' | 'signal' | 'migrateDatabase'>;

/** What `open` answers; when the database is older and somebody says yes, what it answers after the migration. */
export async function openOrMigrate<Opened>(open: () => Promise<Opened>, context: Asking): Promise<Opened> {
  try {
    return await open();
  } catch (error) {
    if (!context.interactive || !(error instanceof UserError) || error.key !== 'db.older') throw error;
    await migrateIfAsked(error, context);
    return open();
  }
}

/** Throws what it was given, unless somebody says yes. */
async function migrateIfAsked(older: UserError, context: Asking): Promise<void> {
  const { now, signal, notice, say, migrateDatabase } = context;
  const migrated = await migrateDatabase({
    now,
    signal,
    confirm: async ({ database, from, to, copies }) => {
      notice([say(copies ? 'db.migrateFile' : 'db.migrateServer', { path: database, from, to }), 'warning']);
      if (!(await saysYes(say('db.migrateQuestion'), context))) throw older;
    },
  });
  notice(migratedText(migrated, context));
}

export async function saysYes(question: string, { ask }: Pick<Asking, 'ask'>): Promise<boolean> {
  return /^(?:y|yes|j|ja)$/iu.test((await ask(`${question} `)).trim());
}

export function migratedText({ database, from, to, copy }: MigratedDatabase, { say }: Pick<Asking, 'say'>): string {
  if (from === to) return say('done.migratedAlready', { path: database, to });
  if (copy === null) return say('done.migrated', { path: database, from, to });
  return say('done.migratedWithCopy', { path: database, from, to, copy });
}
