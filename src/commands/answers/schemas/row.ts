/** A row of a plan: a line of `show RUN --rows`. */
import { z } from 'zod';
import { MESSAGE_CODES } from '../../../domain/messages.js';
import { OUTCOMES } from '../../../domain/outcomes.js';
import { list, moment, params } from './shapes.js';

export const value = z.union([z.string(), z.boolean(), z.null()]);

const message = z.strictObject({
  code: z.enum(MESSAGE_CODES),
  level: z.enum(['error', 'warning', 'notice']),
  field: z.string().nullable(),
  text: z.string(),
  params,
});

export const row = z.strictObject({
  row: z
    .number()
    .nullable()
    .describe('The number that a person sees in a spreadsheet; null for a user whom no row names.'),
  source: z
    .union([
      z.literal('absent'),
      z.record(z.string(), z.strictObject({ columns: z.record(z.string(), z.string()), value: z.string() })),
    ])
    .optional()
    .describe(
      'absent: it is no row of the file, its user is missing from it. Else, by field, what the file holds for values that are composed or come from a list.',
    ),
  user: z.string(),
  name: z.string(),
  code: z.string().nullable().describe('Null for type mutation.'),
  codeDefaulted: z.boolean(),
  outcome: z.enum(OUTCOMES),
  changes: list(
    z.strictObject({
      environment: z.string(),
      user: z.string(),
      field: z
        .string()
        .describe('A field of the catalogue, or blocked; user from null is who is made, to null who is removed.'),
      from: value,
      to: value,
      unknown: z.enum(['from', 'to']).optional().describe('Which of the two is not known: null there.'),
    }),
  ),
  groups: z.strictObject({ added: list(z.string()), removed: list(z.string()), created: list(z.string()) }),
  mended: list(
    z.strictObject({
      field: z.string().optional().describe('That takes its value from the cell.'),
      column: z.string().describe('By its header.'),
      from: z.string().describe('As the file has it.'),
      to: z.string(),
    }),
  )
    .optional()
    .describe('Cells that were mended; absent where none were.'),
  lastChange: z
    .strictObject({ run: z.number(), appliedAt: moment, operator: z.string() })
    .nullable()
    .optional()
    .describe('Of a user whom no row names: the last run that changed the user; null where none is known.'),
  tokensRevoked: z.number(),
  messages: list(message),
});

export const difference = z.strictObject({
  row: z.number().nullable(),
  user: z.string(),
  before: row.nullable(),
  after: row.nullable(),
});

export type RowJson = z.infer<typeof row>;
export type DifferenceJson = z.infer<typeof difference>;
