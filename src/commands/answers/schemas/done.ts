/** What commands answer that did something once: a file, a count, a database. */
import { z } from 'zod';
import { AUDITED_ACTS } from '../../../application/ports/auditLog.js';
import { connectionShape } from './connectionShape.js';
import { answer, list, moment } from './shapes.js';

/** `version`: the newest migration, and the versions of what it runs on. */
export const version = answer({
  version: z.string(),
  database: z.number(),
  node: z.string(),
  sqlite: z.string().nullable(),
});

export const written = answer({ path: z.string(), rows: z.number().optional() });
/** `directory export -o FILE`. */
export const exported = answer({
  path: z.string(),
  environments: z.number(),
  persons: z.number(),
  groups: z.number(),
  users: z.number(),
});
export const pruned = answer({ pruned: z.number().describe('Runs.') });
export const cleared = answer({ user: z.string(), cleared: z.number() });
export const deleted = answer({ name: z.string(), deleted: z.boolean() });
export const removed = answer({ environment: z.string(), leftovers: z.number(), withUpn: z.number() });

const counted = z.strictObject({ created: z.number(), changed: z.number(), same: z.number() });
export const imported = answer({ environments: counted, persons: counted, groups: counted, users: counted });

const pulledCount = z.strictObject({ created: z.number(), changed: z.number(), gone: z.number(), same: z.number() });
/** `env connect`; null after `env disconnect`. */
export const connection = answer({
  environment: z.string(),
  connection: z
    .strictObject({
      ...connectionShape,
      unknown: list(z.string()).describe('Fields of users that no connector gives.'),
      tokenExpiry: z.string().nullable(),
    })
    .nullable(),
});

/** `env pull`. */
export const pulled = answer({
  users: pulledCount,
  groups: pulledCount,
  memberships: pulledCount,
  persons: pulledCount,
});

export const checked = answer({
  sound: z.boolean(),
  broken: list(z.strictObject({ key: z.string(), text: z.string() })),
});
export const migrated = answer({
  database: z.string(),
  from: z.string(),
  to: z.string(),
  copy: z.string().nullable(),
});
export const copied = answer({
  from: z.string(),
  to: z.string(),
  tables: list(z.strictObject({ table: z.string(), rows: z.number() })),
});

const values = z.record(z.string(), z.unknown()).nullable();

/** A line of `audit`. */
export const audit = z.strictObject({
  number: z.number(),
  at: moment,
  login: z.string(),
  sessionLogin: z.string().nullable(),
  databaseLogin: z.string().nullable(),
  origin: z.string(),
  what: z.enum(AUDITED_ACTS),
  run: z.number().nullable(),
  environment: z.string().nullable(),
  user: z.string().nullable(),
  old: values,
  new: values,
  outcome: z.enum(['done', 'planned', 'refused', 'failed']),
  exit: z.number(),
  reason: z.string().nullable().describe('Why, as its run says; null where that was not said, and once it is pruned.'),
});

/** `audit --head`. */
export const auditHead = answer({ number: z.number(), hash: z.string() });
