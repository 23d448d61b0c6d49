/** `instroom` alone: the wizard; and from it the demo, in a database of its own. */
import { UserError } from '../application/userError.js';
import type { Answer } from './answers/answer.js';
import type { Command, CommandContext, WizardRequest } from './command.js';
import { runDemo } from './demo.js';

export const wizard: Command = {
  words: '',
  summary: 'command.instroom',
  flags: [],
  run: async (_args, context) => {
    if (!context.interactive) throw new UserError('wrongUse', 'usage.needsTerminal');
    return openWizard({}, context);
  },
};

export async function openWizard(request: WizardRequest, context: CommandContext): Promise<Answer> {
  const { wantsDemo, ...answer } = await context.wizard(request);
  return wantsDemo ? runDemo(context) : answer;
}
