/** `env pull`: a mirror is brought in line with its live environment. */
import { PULLED_LISTS } from '../domain/pullCounts.js';
import { table } from '../presentation/layout.js';
import { done, textLines } from './answers/answer.js';
import type { Command } from './command.js';
import { ACCEPT_SHRUNK, DRY_RUN } from './line/flags.js';
import { watching } from './planFile.js';

export const envPull: Command = {
  words: 'env pull',
  answers: () => 'pulled',
  summary: 'command.env pull',
  argument: { name: 'code', required: true, text: 'argument.code' },
  flags: [DRY_RUN, ACCEPT_SHRUNK],
  run: async (args, context) => {
    const { services, say } = context;
    const dryRun = args.has(DRY_RUN);
    const { useCases } = await services();
    const request = { dryRun, acceptShrunk: args.has(ACCEPT_SHRUNK) };
    const { environment, counts } = await useCases.pullEnvironment(args.required, request, watching(context));
    const title = say(dryRun ? 'done.pullTried' : 'done.pulled', { environment });
    const head = ['', say('count.created'), say('count.changed'), say('count.gone'), say('count.same')];
    const rows = PULLED_LISTS.map((list) => {
      const { created, changed, gone, same } = counts[list];
      return [say(`count.${list}`), String(created), String(changed), String(gone), String(same)];
    });
    return {
      ...done(counts, title),
      lines: textLines([title, ...table([head, ...rows], ['left', 'right', 'right', 'right', 'right'])]),
    };
  },
};
