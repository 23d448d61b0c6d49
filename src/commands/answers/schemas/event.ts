/** What happens while a command runs: lines on stderr, and what a hook is told. */
import { z } from 'zod';
import { AUDITED_ACTS } from '../../../application/ports/auditLog.js';
import { RUN_EVENTS } from '../../../application/ports/runEvents.js';
import { absent, guard } from './run.js';
import { answer, counts, list, moment } from './shapes.js';

const progress = answer({
  event: z.literal('progress'),
  step: z.enum(['read', 'plan', 'apply', 'write']),
  done: z.number().describe('Rows; bytes of read.'),
  total: z.number().nullable().describe('Null while the end is not known.'),
});

const note = answer({
  event: z.literal('note'),
  code: z.string().optional(),
  text: z.string(),
});

/** What a hook is told on its standard input. */
const happened = answer({
  event: z.enum(RUN_EVENTS),
  at: moment,
  what: z.enum(AUDITED_ACTS).nullable().describe('Null where the database could not be opened.'),
  run: z.number().nullable(),
  environment: z.string().nullable(),
  operator: z.string(),
  exit: z.number().describe('What applying it answers: 4 as it stands.'),
  counts: counts.nullable().describe('Rows by outcome.'),
  absent: absent
    .nullable()
    .describe(
      'Active users whom no row of the file names, and what the plan does about them; null where it is of no file.',
    ),
  database: z.string(),
  guards: list(guard).describe('Those that stop it.'),
  error: z.strictObject({ code: z.string(), text: z.string() }).nullable(),
});

export const event = z.discriminatedUnion('event', [progress, note, happened]);

export type HappenedJson = Omit<z.infer<typeof happened>, 'format'>;
