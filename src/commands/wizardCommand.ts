/** `instroom` alone: the wizard. */
import { UserError } from '../application/userError.js';
import type { Command } from './command.js';

export const wizard: Command = {
  words: '',
  summary: 'command.instroom',
  flags: [],
  run: async (_args, { interactive, wizard: open }) => {
    if (!interactive) throw new UserError('wrongUse', 'usage.needsTerminal');
    return open({});
  },
};
