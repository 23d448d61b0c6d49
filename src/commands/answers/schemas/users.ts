/** Users: a line of `user list`, all of one user, and what happened to one. */
import { z } from 'zod';
import { RUN_KINDS } from '../../../domain/run.js';
import { value } from './row.js';
import { answer, list, moment } from './shapes.js';

export const user = z.strictObject({
  environment: z.string(),
  user: z.string(),
  description: z.string().nullable().describe('Null where it is not known, as are those below.'),
  email: z.string().nullable(),
  upn: z.string().nullable(),
  person: z.string().nullable(),
  personName: z.string(),
  system: z.boolean().nullable(),
  blocked: z.boolean().nullable(),
  leftover: z.boolean().describe('Its environment was removed.'),
  access: z.record(z.string(), z.boolean().nullable()),
  siteLanguage: z.string().nullable(),
  unknown: list(z.string()).optional().describe('The fields that are not known.'),
  gone: z.literal(true).optional().describe('The live environment of the mirror has it no more.'),
  groups: list(z.string()),
  tokens: list(z.strictObject({ application: z.string(), device: z.string() })),
});

const change = z.strictObject({
  run: z.number(),
  kind: z.enum(RUN_KINDS),
  row: z.number().nullable().describe('Null where no row of the file names the user.'),
  appliedAt: moment,
  operator: z.string(),
  environment: z.string(),
  user: z.string(),
  field: z.string(),
  from: value,
  to: value,
  unknown: z.enum(['from', 'to']).optional().describe('Which of the two is not known.'),
});

export const account = answer({ user: z.string(), environments: list(user), history: list(change) });
export const history = answer({ user: z.string(), history: list(change) });

export type UserLineJson = z.infer<typeof user>;
