/** `leftover list | clear-upn`: users of removed environments, and the UPNs that they still hold (docs/rules.md, *Leftovers*). */
import type { Command } from './command.js';
import { done, tableLines } from './answers/answer.js';

export const leftover: Command = { words: 'leftover', summary: 'command.leftover', flags: [] };

export const leftoverList: Command = {
  words: 'leftover list',
  answers: () => 'leftovers',
  summary: 'command.leftover list',
  flags: [],
  run: async (_args, context) => {
    const { useCases } = await context.services('read');
    const leftovers = await useCases.leftovers();
    const rows = leftovers.map(({ environment, user, upn, description }) => [environment, user, upn, description]);
    return {
      name: 'leftovers',
      list: leftovers,
      lines: tableLines(['environment', 'user', 'upn', 'name'], rows, context),
    };
  },
};

export const leftoverClearUpn: Command = {
  words: 'leftover clear-upn',
  answers: () => 'leftover-cleared',
  summary: 'command.leftover clear-upn',
  argument: { name: 'user', required: true, text: 'argument.user' },
  flags: [],
  run: async (args, { services, say }) => {
    const { useCases } = await services();
    const count = await useCases.clearLeftoverUpn(args.required);
    return done({ user: args.required, cleared: count }, say('done.upnCleared', { count }));
  },
};
