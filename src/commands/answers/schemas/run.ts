/** A run, and what a list of runs has of each: what `plan`, `apply`, `import`, `show`, `undo` and `history` answer. */
import { z } from 'zod';
import { ABSENT_ACTIONS } from '../../../domain/absent.js';
import { ACTS } from '../../../domain/acts.js';
import { DELIVERY_FILES } from '../../../domain/delivery/delivery.js';
import { ENVIRONMENT_TYPES } from '../../../domain/directory.js';
import { IDENTITY_FIELDS, IMPORT_TYPES } from '../../../domain/fields.js';
import { GUARDS } from '../../../domain/guards/guard.js';
import { OUTCOMES } from '../../../domain/outcomes.js';
import { RUN_KINDS, RUN_STATUSES } from '../../../domain/run.js';
import { difference } from './row.js';
import { answer, counts, list, moment } from './shapes.js';

const pulledCount = z.strictObject({ created: z.number(), changed: z.number(), gone: z.number(), same: z.number() });

const limit = z.union([z.number(), z.string()]);

export const absent = z.strictObject({ users: z.number(), action: z.enum(ABSENT_ACTIONS) });

export const guard = z.strictObject({
  guard: z.enum(GUARDS),
  check: z.string().optional().describe('Of guard check: its name.'),
  environment: z
    .string()
    .optional()
    .describe('Of a guard that each environment has for itself, such as freeze: its code.'),
  limit: limit.describe(
    'As it was set: a number, a percentage, or what was accepted; of `shrunk` also what is wrong with the file: `cut` or `older`.',
  ),
  allowed: z.number(),
  count: z.number(),
  tripped: z.boolean(),
});

const outcomes = z.partialRecord(z.enum(OUTCOMES), z.number());

const file = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  rows: z.number(),
  blank: z.number(),
  encoding: z.string().nullable().describe('Null for a workbook.'),
  encodingGuessed: z.boolean(),
  encodingFirst: z.strictObject({ row: z.number(), value: z.string() }).nullable(),
});

const definition = z.strictObject({ name: z.string(), sha256: z.string().describe('Of its text as it is exported.') });

const act = z.strictObject({
  act: z.enum(ACTS),
  user: z.string().nullable(),
  groups: list(z.string()),
  into: z.string().nullable(),
  system: z.boolean(),
  keepGroups: z.boolean(),
});

const summary = z.strictObject({
  outcomes,
  codes: z.record(z.string(), outcomes),
  cleared: z.partialRecord(z.enum(IDENTITY_FIELDS), z.number()),
  environments: z.record(z.string(), z.strictObject({ users: z.number() }).readonly()),
  tokensRevoked: z.number(),
  groupsCreated: z.number(),
  newGroups: list(z.string()),
  staysActive: counts,
  staysBlocked: z.number(),
  unknown: z
    .strictObject({
      fields: counts,
      groups: list(z.string()),
      system: z.number(),
      persons: list(z.string()).optional(),
      administrators: z.number().optional(),
      notAligned: z.number().optional(),
    })
    .readonly()
    .optional()
    .describe('What it relies on, and a mirror does not know.'),
});

const settings = z.record(z.string(), z.unknown());

const judgedRun = z.strictObject({
  run: z.number(),
  kind: z.enum(RUN_KINDS),
  status: z.enum(RUN_STATUSES),
  digest: z.string().nullable().describe('Over its rows, changes and limits: what an approval is given to.'),
  changes: z.number().describe('Rows whose outcome is not unchanged, rejected or excluded.'),
  type: z.enum(IMPORT_TYPES).nullable(),
  environment: z.string(),
  environmentType: z.enum(ENVIRONMENT_TYPES),
  file: file.nullable(),
  definition: definition.nullable().describe('The import definition that it was planned with.'),
  act: act.nullable(),
  settings: z.strictObject({ old: settings, new: settings }).nullable(),
  operator: z.string(),
  origin: z.string(),
  sessionLogin: z.string().nullable(),
  databaseLogin: z.string().nullable(),
  reason: z.string().nullable().describe('Why, as whoever planned or applied it says.'),
  approvedBy: z.string().nullable(),
  approvedAt: moment.nullable(),
  appliedBy: z.string().nullable(),
  raisedBy: list(z.string()),
  createdAt: moment,
  appliedAt: moment.nullable(),
  expiresAt: moment,
  parent: z.number().nullable(),
  again: z.number().nullable().describe('The run that it planned anew.'),
  set: list(z.number()).nullable().describe('The runs that were planned together of one file, this one among them.'),
  rest: z
    .number()
    .optional()
    .describe('Of a run that applied some rows of a plan: the run in which the others are planned.'),
  undoneBy: z.number().nullable(),
  defaults: z.record(z.string(), z.union([z.boolean(), z.string()])),
  summary,
  absent: absent
    .optional()
    .describe('Active users of the environment whom no row names, and what the plan does about them.'),
  pulled: z
    .strictObject({ users: pulledCount, groups: pulledCount, memberships: pulledCount, persons: pulledCount })
    .optional()
    .describe('Of a pull: what it did.'),
  pruned: z.boolean(),
  delivered: z
    .strictObject({
      at: moment,
      by: z.string(),
      as: z.enum([...DELIVERY_FILES, 'kn-user']),
      sha256: z.string(),
      rows: z.number(),
      refused: z.number().describe('Rows of the plan that are not in the file.'),
      second: z
        .strictObject({ at: moment, by: z.string(), sha256: z.string(), rows: z.number() })
        .optional()
        .describe('The file of its second import, where that was made at once.'),
    })
    .nullable(),
  secondPass: z.strictObject({
    rows: z.number(),
    run: z.number().nullable(),
    status: z.enum(RUN_STATUSES).nullable(),
  }),
  approvalNeeded: z.boolean(),
  importedBefore: z.strictObject({ run: z.number(), changedBy: z.number().nullable() }).optional(),
  undecided: list(z.strictObject({ run: z.number(), users: z.number() }))
    .optional()
    .describe('Runs that were delivered and are not seen to be so yet, with the users of this plan that they change.'),
  guards: list(guard),
});

export const run = answer({
  ...judgedRun.shape,
  mended: z
    .strictObject({ cells: z.number(), rows: z.number() })
    .optional()
    .describe('mend: how many cells of how many rows became others.'),
  differences: list(difference).optional().describe('plan --again: what came out otherwise.'),
});

/** One of several that were planned together: a line. */
export const runOfSet = judgedRun;

export const runs = answer({ runs: list(judgedRun) });

export type RunJson = z.infer<typeof judgedRun>;
