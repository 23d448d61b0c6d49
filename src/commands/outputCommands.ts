/** `rejected`, `report` and `tokens`: what is taken along from a run. */
import { requireRowsIn } from '../application/settingsPlan.js';
import { RUN, type Command, type CommandContext } from './command.js';
import { readRun } from './flagValues.js';
import { OUTPUT } from './flags.js';
import type { WrittenFile } from '../application/runFiles.js';
import { done, tableLines, type Answer } from './answer.js';

const writing = (what: 'rejected' | 'report'): Command => ({
  words: what,
  summary: `command.${what}`,
  argument: RUN,
  flags: [OUTPUT],
  needs: () => [OUTPUT],
  run: async (args, context) => {
    const run = readRun(args.required);
    const path = args.needed(OUTPUT);
    const { runFiles } = await context.services('read');
    return written(await runFiles[what](run, path, context.signal), context);
  },
});

export const rejected = writing('rejected');
export const report = writing('report');

export const tokens: Command = {
  words: 'tokens',
  summary: 'command.tokens',
  argument: RUN,
  flags: [OUTPUT],
  run: async (args, context) => {
    const run = readRun(args.required);
    const { useCases, runFiles } = await context.services('read');
    const path = args.text(OUTPUT);
    if (path !== undefined) return written(await runFiles.tokens(run, path), context);
    requireRowsIn((await useCases.answer(run)).run);
    const revoked = await useCases.revokedTokens(run);
    const rows = revoked.map(({ user, environment, application, device }) => [user, environment, application, device]);
    const titles = ['user', 'environment', 'application', 'device'] as const;
    return { name: 'tokens', list: revoked, lines: tableLines(titles, rows, context) };
  },
};

function written({ path, count }: WrittenFile, { say }: CommandContext): Answer {
  return done({ path, rows: count }, say('done.written', { path, count }));
}
