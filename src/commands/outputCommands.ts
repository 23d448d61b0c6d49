/** `rejected`, `report` and `tokens`: what is taken along from a run. */
import { requireRowsIn } from '../application/settingsPlan.js';
import type { Argument, Command, CommandContext } from './command.js';
import { readRun } from './flagValues.js';
import { OUTPUT } from './flags.js';
import { writeRejected, writeReport, writeTokens, type Written } from './runFiles.js';
import { done, tableLines, type Answer } from './answer.js';

const RUN: Argument = { name: 'run', required: true, text: 'argument.run' };

const writing = (words: string, summary: Command['summary'], write: typeof writeRejected): Command => ({
  words,
  summary,
  argument: RUN,
  flags: [OUTPUT],
  run: async (args, context) => {
    const run = readRun(args.required);
    const path = args.needed(OUTPUT);
    const services = { ...(await context.services('read')), signal: context.signal };
    return written(await write(services, context.language, run, path), context);
  },
});

export const rejected = writing('rejected', 'command.rejected', writeRejected);
export const report = writing('report', 'command.report', writeReport);

export const tokens: Command = {
  words: 'tokens',
  summary: 'command.tokens',
  argument: RUN,
  flags: [OUTPUT],
  run: async (args, context) => {
    const run = readRun(args.required);
    const services = await context.services('read');
    requireRowsIn((await services.useCases.answer(run)).run);
    const path = args.text(OUTPUT);
    if (path !== undefined) return written(await writeTokens(services, context.language, run, path), context);
    const revoked = await services.useCases.revokedTokens(run);
    const rows = revoked.map(({ user, environment, application, device }) => [user, environment, application, device]);
    const titles = ['user', 'environment', 'application', 'device'] as const;
    return { list: revoked, lines: tableLines(titles, rows, context.say) };
  },
};

function written({ path, count }: Written, { say }: CommandContext): Answer {
  return done({ path, rows: count }, say('done.written', { path, count }));
}
