/** `rejected`, `report` and `tokens`: what is taken along from a run. */
import { requireRowsIn } from '../application/settingsPlan.js';
import type { Argument, Command, CommandContext } from './command.js';
import { readRun } from './arguments.js';
import { OUTPUT } from './flags.js';
import { table } from '../presentation/layout.js';
import { writeRejected, writeReport, writeTokens, type Written } from './runFiles.js';

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
    await told(await write(services, context.language, run, path), context);
    return 0;
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
    const { output, say } = context;
    requireRowsIn((await services.useCases.answer(run)).run);
    const path = args.text(OUTPUT);
    if (path !== undefined) {
      await told(await writeTokens(services, context.language, run, path), context);
      return 0;
    }
    const revoked = await services.useCases.revokedTokens(run);
    if (output.json) await output.jsonList(revoked);
    else if (revoked.length === 0) await output.line(say('list.empty'));
    else {
      const head = [say('list.user'), say('list.environment'), say('list.application'), say('list.device')];
      const rows = revoked.map(({ user, environment, application, device }) => [
        user,
        environment,
        application,
        device,
      ]);
      await output.lines(table([head, ...rows]).map((line) => [line]));
    }
    return 0;
  },
};

async function told({ path, count }: Written, { output, say }: CommandContext): Promise<void> {
  await output.done({ path, rows: count }, say('done.written', { path, count }));
}
