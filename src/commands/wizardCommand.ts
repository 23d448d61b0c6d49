/** `instroom` alone: the wizard. */
import { Stop } from '../application/errors.js';
import type { Command } from './command.js';

export const wizard: Command = {
  words: '',
  summary: 'command.instroom',
  flags: [],
  run: async (_args, { interactive, wizard: open }) => {
    if (!interactive) throw new Stop('wrongUse', 'usage.needsTerminal');
    return open({});
  },
};
