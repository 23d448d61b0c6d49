/** `completion bash|zsh|fish`: the script by which a shell completes commands (docs/cli.md, *Completion*). */
import { fileURLToPath } from 'node:url';
import { UserError } from '../../application/userError.js';
import type { Command } from '../command.js';
import { isShell, SCRIPT_OF, SHELLS } from './shells.js';

export const completion: Command = {
  words: 'completion',
  summary: 'command.completion',
  argument: { name: 'shell', required: true, text: 'argument.shell' },
  flags: [],
  run: async (args, { readText, root }) => {
    const shell = args.required;
    if (!isShell(shell)) throw new UserError('wrongUse', 'usage.shell', { name: shell, known: SHELLS.join(', ') });
    return { text: [await readText(fileURLToPath(new URL(SCRIPT_OF[shell], root)))] };
  },
};
