/** Rows of a plan by what they have in common: what `show RUN --by` answers. */
import { z } from 'zod';
import { HOWS } from '../../../domain/kinds/kind.js';
import { MESSAGE_CODES } from '../../../domain/messages.js';
import { OUTCOMES } from '../../../domain/outcomes.js';
import { value } from './row.js';
import { answer, list } from './shapes.js';

const example = z.strictObject({
  row: z.number().nullable().describe('Null for a user whom no row names.'),
  user: z.string(),
});

const kind = z.strictObject({
  kind: z.string().describe('What it is called in this plan: hexadecimal.'),
  rows: z.number(),
  outcome: z.enum(OUTCOMES),
  changes: list(
    z.strictObject({
      field: z.string(),
      how: z.enum(HOWS),
      from: value
        .optional()
        .describe('The values, of what has few of them; of `domain`, what stands behind the at sign.'),
      to: value.optional(),
    }),
  ),
  environments: list(z.string()),
  example: example.describe('The first of its rows.'),
});

const message = z.strictObject({
  code: z.enum(MESSAGE_CODES),
  level: z.enum(['error', 'warning', 'notice']),
  rows: z.number(),
  example,
});

export const kinds = answer({
  kinds: list(kind).describe('The rarest first; each row that is done is of one.'),
  leftOut: list(kind).describe('Of rows that are left out, as they were before that.'),
});

export const messages = answer({ messages: list(message) });

export type KindJson = z.infer<typeof kind>;
export type MessageGroupJson = z.infer<typeof message>;
