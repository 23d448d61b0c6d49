/** What `deliver` and `verify` answer. */
import { z } from 'zod';
import { DELIVERY_FILES, DELIVERY_REFUSALS, DELIVERY_REMARKS } from '../../../domain/delivery/delivery.js';
import { VERIFIED_STATES } from '../../../domain/delivery/verified.js';
import { RUN_STATUSES } from '../../../domain/run.js';
import { answer, list, moment } from './shapes.js';

const note = z.strictObject({
  row: z.number().describe('Of the plan.'),
  user: z.string(),
  code: z.enum([...DELIVERY_REFUSALS, ...DELIVERY_REMARKS]),
  text: z.string(),
});
export type DeliveryNoteJson = z.infer<typeof note>;

export const delivery = answer({
  run: z.number(),
  path: z.string(),
  as: z.enum([...DELIVERY_FILES, 'kn-user']),
  rows: z.number().describe('Of the file, or messages.'),
  refused: list(note).describe('Rows of the plan that are not in the file.'),
  told: list(note).describe('Rows that are, with something to know of them.'),
});

const value = z.union([z.string(), z.boolean()]).nullable();

const states = z.strictObject(
  Object.fromEntries(VERIFIED_STATES.map((state) => [state, z.number()])) as Record<
    (typeof VERIFIED_STATES)[number],
    z.ZodNumber
  >,
);

export const verified = answer({
  run: z.number(),
  status: z.enum(RUN_STATUSES).describe('Applied where all is so.'),
  counts: states,
  changes: list(
    z.strictObject({
      row: z.number().describe('The last one that changes it.'),
      environment: z.string(),
      user: z.string(),
      field: z.string(),
      from: value,
      to: value,
      found: value.describe('As it is now; null for who is not there, and for what is not known.'),
      state: z.enum(VERIFIED_STATES),
    }),
  ),
  waiting: list(
    z.strictObject({
      user: z.string(),
      upn: z.string(),
      found: z.string().nullable().describe('As it is now; null for who is not there.'),
    }),
  ).describe('UPNs that wait for the second import; they do not hold up that the run is applied.'),
  readBefore: moment
    .nullable()
    .describe('When the mirror was read, where that was before the file was made: it tells nothing of it.'),
});
