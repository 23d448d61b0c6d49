/** Why a command stopped: the last line on stderr with `--json`. */
import { z } from 'zod';
import { guard } from './run.js';
import { answer, definitionDifferences, list, params } from './shapes.js';

const told = z.strictObject({ code: z.string(), text: z.string(), params });

export const errorBody = z.strictObject({
  code: z.string().describe('Stable; the text is not.'),
  exit: z.number().describe('The exit status.'),
  text: z.string(),
  params: params.optional(),
  run: z.number().optional().describe('The run that it is about.'),
  applied: z.number().optional().describe('A run that was applied all the same.'),
  digest: z.string().nullable().optional(),
  guards: list(guard.extend({ flags: z.string().optional().describe('What raises it just so far.') })).optional(),
  rows: list(
    z.strictObject({ row: z.number().nullable(), user: z.string(), reason: z.string(), subject: z.string() }),
  ).optional(),
  columns: list(
    z.strictObject({ index: z.number(), header: z.string(), suggestion: z.string().nullable() }),
  ).optional(),
  differences: definitionDifferences.optional().describe('From the definition that would be replaced.'),
  details: list(told).optional().describe('What it is about, one by one; at most 51.'),
});

export const error = answer({ error: errorBody });

export type TextJson = z.infer<typeof told>;
export type ErrorJson = z.infer<typeof errorBody>;
