/** `schema NAME`: the JSON Schema of what others read and write. */
import { UserError } from '../application/userError.js';
import type { Command } from './command.js';

export const schema: Command = {
  words: 'schema',
  summary: 'command.schema',
  argument: { name: 'name', required: true, text: 'argument.schema' },
  flags: [],
  run: async (args, { schemas }) => {
    const name = args.required;
    const { SHAPES, isShape, jsonSchema } = await import('./answers/schemas/index.js');
    const made = isShape(name) ? jsonSchema(name) : Object.hasOwn(schemas, name) ? await schemas[name]?.() : undefined;
    const known = [...Object.keys(schemas), ...Object.keys(SHAPES)].sort();
    if (!made) throw new UserError('wrongUse', 'usage.schema', { name, known: known.join(', ') });
    return { text: [`${JSON.stringify(made, null, 2)}\n`] };
  },
};
