/** Lists of what there is. */
import { ABSENT_ACTIONS } from '../../../domain/absent.js';
import { CHECK_EFFECTS } from '../../../domain/checks.js';
import { z } from 'zod';
import { APPROVALS, ENVIRONMENT_TYPES } from '../../../domain/directory.js';
import { FREEZE_EXCEPTIONS } from '../../../domain/environmentRules.js';
import { FIELD_IDS, IMPORT_TYPES } from '../../../domain/fields.js';
import { connectionShape } from './connectionShape.js';
import { answer, definitionDifferences, list, moment } from './shapes.js';

const availability = z.enum(['key', 'identity', 'yes', 'no']);

const field = z.strictObject({
  id: z.enum(FIELD_IDS),
  nl: z.string(),
  en: z.string(),
  knUser: z.string(),
  kind: z.string(),
  maxLength: z.number().nullable(),
  user: availability,
  mutation: availability,
  empty: z.enum(['keep', 'clear', 'rejects', 'code-0', 'nothing']).describe('What an empty cell does.'),
  newUserDefault: z.union([z.boolean(), z.string()]).nullable(),
});

export const fields = answer({ fields: list(field) });
export type FieldJson = z.infer<typeof field>;

const environmentShape = {
  code: z.string(),
  type: z.enum(ENVIRONMENT_TYPES),
  name: z.string(),
  participant: z.string(),
  approval: z.enum(APPROVALS),
  deleted: z.boolean(),
  users: z.number(),
  activeUsers: z.number(),
  guards: z.record(z.string(), z.unknown()).describe('Limits that were set for it.'),
  protect: z.string().nullable().describe('A filter: those whom it finds are protected.'),
  licences: z.number().nullable().describe('How many active users may have access to Profit.'),
  licencesUsed: z.number().optional().describe('How many have it, where that number is set.'),
  freeze: z.string().nullable().describe('Days on which nothing is changed: 2026-12-19..2027-01-04.'),
  freezeAllow: z.enum(FREEZE_EXCEPTIONS).nullable(),
  timeZone: z.string().nullable().describe('Of those days; null for that of the machine.'),
  requireReason: z.boolean(),
  pulledAt: moment
    .optional()
    .describe('When it was last read from its live environment; absent for one that never was.'),
  connection: z.strictObject(connectionShape).optional().describe('Absent where it is connected to nothing.'),
};

export const environments = answer({ environments: list(z.strictObject(environmentShape)) });
export const environment = answer(environmentShape);

export const definitions = answer({
  definitions: list(z.strictObject({ name: z.string(), type: z.enum(IMPORT_TYPES), usedAt: moment })),
});

const listed = { values: z.record(z.string(), z.string()).optional(), valuesOnly: z.boolean().optional() };

export const definition = answer({
  name: z.string(),
  type: z.enum(IMPORT_TYPES),
  file: z.record(z.string(), z.unknown()),
  mapping: z.partialRecord(
    z.enum(FIELD_IDS),
    z.union([
      z.strictObject({ column: z.string(), ...listed }),
      z.strictObject({ composed: z.string(), ...listed }),
      z.strictObject({ fixed: z.string() }),
    ]),
  ),
  ignoredColumns: list(z.string()),
  skipped: list(z.enum(FIELD_IDS)),
  defaults: z.record(z.string(), z.union([z.boolean(), z.string()])),
  emptyRules: z.record(z.string(), z.enum(['keep', 'clear'])),
  guards: z.record(z.string(), z.unknown()),
  absent: z
    .strictObject({ action: z.enum(ABSENT_ACTIONS).exclude(['none']), where: z.string().optional() })
    .optional()
    .describe('What becomes of users whom no row names; absent where nothing does.'),
  checks: list(z.strictObject({ name: z.string(), where: z.string(), then: z.enum(CHECK_EFFECTS) })).optional(),
  replaced: z.boolean().optional().describe('definition save, import: it took the place of another.'),
  differences: definitionDifferences.optional(),
});

export const definitionTested = answer({
  rows: z.number().describe('Of the file.'),
  checks: list(
    z.strictObject({
      name: z.string(),
      where: z.string(),
      then: z.enum(CHECK_EFFECTS),
      rows: z.number(),
      matches: list(
        z.strictObject({ row: z.number().nullable().describe('Null for a user whom no row names.'), user: z.string() }),
      ).describe('The first thousand.'),
    }),
  ),
});

export const tokens = answer({
  tokens: list(
    z.strictObject({ user: z.string(), environment: z.string(), application: z.string(), device: z.string() }),
  ),
});

export const leftovers = answer({
  leftovers: list(
    z.strictObject({ environment: z.string(), user: z.string(), description: z.string(), upn: z.string() }),
  ),
});

export const drift = answer({
  drift: list(
    z.strictObject({
      user: z.string(),
      type: z.enum(ENVIRONMENT_TYPES),
      values: list(
        z.strictObject({
          environment: z.string(),
          user: z.string(),
          description: z.string().nullable().describe('Null where it is not known.'),
          email: z.string().nullable(),
          upn: z.string().nullable(),
        }),
      ),
      fields: list(z.string()),
    }),
  ),
});

/** `config`: every setting with where it comes from, and the files that could hold any. */
export const config = answer({
  config: list(
    z.strictObject({
      name: z.string(),
      value: z.union([z.string(), z.boolean(), list(z.string())]).nullable(),
      source: z.enum(['flag', 'variable', 'file', 'default']),
      variable: z.string().optional(),
      path: z.string().optional(),
    }),
  ),
  files: list(z.strictObject({ path: z.string(), state: z.string() })),
});
