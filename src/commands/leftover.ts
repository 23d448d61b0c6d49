/** `leftover list | clear-upn`: users of removed environments, and the UPNs that they still hold (docs/rules.md, *Leftovers*). */
import type { Command } from './command.js';
import { table } from '../presentation/layout.js';

export const leftover: Command = { words: 'leftover', summary: 'command.leftover', flags: [] };

export const leftoverList: Command = {
  words: 'leftover list',
  summary: 'command.leftover list',
  flags: [],
  run: async (_args, { services, output, say }) => {
    const { useCases } = await services('read');
    const leftovers = await useCases.directory.leftovers();
    if (output.json) await output.jsonList(leftovers);
    else if (leftovers.length === 0) await output.line(say('list.empty'));
    else {
      const head = [say('list.environment'), say('list.user'), 'UPN', say('list.name')];
      const rows = leftovers.map(({ environment, user, upn, description }) => [environment, user, upn, description]);
      await output.lines(table([head, ...rows]).map((line) => [line]));
    }
    return 0;
  },
};

export const leftoverClearUpn: Command = {
  words: 'leftover clear-upn',
  summary: 'command.leftover clear-upn',
  argument: { name: 'user', required: true, text: 'argument.user' },
  flags: [],
  run: async (args, { services, output, say }) => {
    const { useCases } = await services();
    const count = await useCases.clearLeftoverUpn(args.required);
    await output.done({ user: args.required, cleared: count }, say('done.upnCleared', { count }));
    return 0;
  },
};
