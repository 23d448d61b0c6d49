/** `db check`: invariants that hold whatever happens. `db migrate`: to the present version. `db copy`: to another database. */
import { UserError } from '../application/userError.js';
import { translateRef } from '../language/index.js';
import type { Command, CommandContext, Services } from './command.js';
import { FROM, TO, YES } from './line/flags.js';
import { migratedText, saysYes } from './openDatabase.js';
import { unlessInterrupted } from '../application/interruption.js';
import { done } from './answers/answer.js';
import type { Line } from '../presentation/lines.js';

export const db: Command = { words: 'db', summary: 'command.db', flags: [] };

export const dbCheck: Command = {
  words: 'db check',
  answers: () => 'database-checked',
  summary: 'command.db check',
  flags: [],
  run: async (_args, context) => {
    const { language, say, signal } = context;
    const { useCases } = await openedToCheck(context);
    const broken = await unlessInterrupted(useCases.checkDatabase(), signal);
    const texts = broken.map(({ key, params }) => ({ key, text: translateRef(language, { key, params }) }));
    const sound = broken.length === 0;
    const ended = sound ? say('done.checked') : say('done.checkFailed', { count: broken.length });
    return {
      json: { sound, broken: texts },
      lines: [...texts.map(({ text }): Line => [[text, 'danger']]), [ended]],
      status: sound ? 0 : 1,
    };
  },
};

const NOT_THERE: readonly string[] = ['db.missing', 'db.noTables'];

/** That there is no database is what a check finds, not a mistake in how it was asked. */
async function openedToCheck({ services }: CommandContext): Promise<Services> {
  try {
    return await services('inspect');
  } catch (error) {
    if (error instanceof UserError && NOT_THERE.includes(error.key)) throw UserError.of('failure', error);
    throw error;
  }
}

export const dbMigrate: Command = {
  words: 'db migrate',
  answers: () => 'database-migrated',
  summary: 'command.db migrate',
  flags: [],
  run: async (args, context) => {
    const { notice, say, now, signal, interactive, migrateDatabase } = context;
    const migrated = await migrateDatabase({
      now,
      signal,
      // Of a file a copy is made; of a server somebody else has to have made one.
      confirm: async ({ database, from, to, copies }) => {
        if (copies || args.has(YES)) return;
        if (!interactive) throw new UserError('wrongUse', 'db.migrateNeedsYes', { path: database, from, to });
        notice([say('db.migrateServer', { path: database, from, to }), 'warning']);
        if (!(await saysYes(say('db.migrateQuestion'), context))) throw new UserError('guarded', 'db.notMigrated');
      },
    });
    return done({ ...migrated }, migratedText(migrated, context));
  },
};

export const dbCopy: Command = {
  words: 'db copy',
  answers: () => 'database-copied',
  summary: 'command.db copy',
  flags: [FROM, TO],
  needs: () => [FROM, TO],
  run: async (args, { copyDatabase, progress, signal, say }) => {
    const copied = await copyDatabase(args.needed(FROM), args.needed(TO), {
      signal,
      onProgress: ({ table, done, total }) =>
        progress({ step: 'write', done, total, text: say('progress.copying', { table, done, total }) }),
    });
    const rows = copied.tables.reduce((sum, table) => sum + table.rows, 0);
    const { from, to, tables } = copied;
    return done(copied, say('done.copied', { from, to, tables: tables.length, rows }));
  },
};
