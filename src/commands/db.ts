/** `db check`: invariants that hold whatever happens. */
import { translate } from '../language/index.js';
import type { Command } from './command.js';

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
