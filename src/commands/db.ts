/** `db check`: invariants that hold whatever happens. `db copy`: everything moves to another database. */
import { translate } from '../language/index.js';
import type { Command } from './command.js';
import { FROM, TO } from './flags.js';

export const db: Command = { words: 'db', summary: 'command.db', flags: [] };

export const dbCheck: Command = {
  words: 'db check',
  summary: 'command.db check',
  flags: [],
  run: async (_args, { services, output, language, say }) => {
    const { useCases } = await services();
    const broken = await useCases.directory.check();
    const texts = broken.map(({ key, params }) => ({ key, text: translate(language, key, params) }));
    if (output.json) await output.jsonLine({ sound: broken.length === 0, broken: texts });
    else {
      for (const { text } of texts) await output.line(['red', text]);
      await output.line(broken.length === 0 ? say('done.checked') : say('done.checkFailed', { count: broken.length }));
    }
    return broken.length === 0 ? 0 : 1;
  },
};

export const dbCopy: Command = {
  words: 'db copy',
  summary: 'command.db copy',
  flags: [FROM, TO],
  run: async (args, { copyDatabase, output, signal, say }) => {
    const copied = await copyDatabase(args.needed(FROM), args.needed(TO), {
      signal,
      onProgress: ({ table, done, total }) => output.progress(say('progress.copying', { table, done, total })),
    });
    const rows = copied.tables.reduce((sum, table) => sum + table.rows, 0);
    if (output.json) await output.jsonLine(copied);
    else
      await output.line(say('done.copied', { from: copied.from, to: copied.to, tables: copied.tables.length, rows }));
    return 0;
  },
};
