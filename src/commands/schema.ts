/** `schema NAME`: the JSON Schema of what others read and write. */
import { UserError } from '../application/userError.js';
import type { Command } from './command.js';

export const schema: Command = {
  words: 'schema',
  summary: 'command.schema',
  argument: { name: 'name', required: true, text: 'argument.schema' },
  flags: [],
  run: async (args, { schemas }) => {
    const known = Object.keys(schemas);
    const make = known.includes(args.required) ? schemas[args.required] : undefined;
    if (!make) throw new UserError('wrongUse', 'usage.schema', { name: args.required, known: known.join(', ') });
    return { text: [`${JSON.stringify(await make(), null, 2)}\n`] };
  },
};
