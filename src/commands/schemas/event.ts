/** What happens while a command runs: lines on stderr, and what a hook is told. */
import { z } from 'zod';
import { answer } from './shapes.js';

export const progress = answer({
  event: z.literal('progress'),
  step: z.enum(['read', 'plan', 'apply', 'write']),
  done: z.number().describe('Rows; bytes of read.'),
  total: z.number().nullable().describe('Null while the end is not known.'),
});

export const note = answer({
  event: z.literal('note'),
  code: z.string().optional(),
  text: z.string(),
});

export const event = z.discriminatedUnion('event', [progress, note]);
