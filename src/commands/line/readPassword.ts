/** The password of an act: asked twice at a terminal, or the one line of a file; never a word of the command. */
import { UserError } from '../../application/userError.js';
import { unlessInterrupted } from '../../application/interruption.js';
import type { Act } from '../../domain/acts.js';
import type { CommandContext } from '../command.js';
import { PASSWORD_FILE } from './flags.js';
import type { ParsedArgs } from './parsedArgs.js';

type Asking = Pick<CommandContext, 'askSecret' | 'readText' | 'say' | 'signal'>;

/** Undefined for an act that needs none, and was given none. */
export async function readPassword(act: Act, args: ParsedArgs, asking: Asking): Promise<string | undefined> {
  const path = args.text(PASSWORD_FILE);
  if (path !== undefined) return passwordIn(path, await unlessInterrupted(asking.readText(path), asking.signal));
  return act === 'password' ? askTwice(args.command, asking) : undefined;
}

function passwordIn(path: string, text: string): string {
  const [password = '', ...more] = text.replace(/\r?\n$/u, '').split(/\r?\n/u);
  if (more.length > 0) throw new UserError('wrongUse', 'usage.passwordLines', { path });
  return filled(password);
}

async function askTwice(command: string, { askSecret, say }: Asking): Promise<string> {
  if (!askSecret) throw new UserError('wrongUse', 'usage.passwordNeeded', { command });
  const password = filled(await askSecret(`${say('password.question')} `));
  if ((await askSecret(`${say('password.again')} `)) !== password)
    throw new UserError('wrongUse', 'usage.passwordsDiffer');
  return password;
}

function filled(password: string): string {
  if (password === '') throw new UserError('wrongUse', 'usage.passwordEmpty');
  return password;
}
