/** `instroom` alone: the wizard; and `--version` beside other flags. */
import { Stop } from '../application/errors.js';
import type { Command } from './command.js';
import { VERSION } from './flags.js';

export const wizard: Command = {
  words: '',
  summary: 'command.instroom',
  flags: [],
  run: async (args, { interactive, output, version, wizard: open }) => {
    if (args.has(VERSION)) {
      await output.line(version);
      return 0;
    }
    if (!interactive) throw new Stop('wrongUse', 'usage.needsTerminal');
    return open({});
  },
};
