/** The shape of every answer, by the name that `schema` knows it by. Loaded by that command alone. */
import { z } from 'zod';
import * as done from './done.js';
import { delivery, verified } from './delivery.js';
import { error } from './error.js';
import { event } from './event.js';
import { kinds, messages } from './groups.js';
import * as lists from './lists.js';
import { row } from './row.js';
import { run, runOfSet, runs } from './run.js';
import * as users from './users.js';

export const SHAPES = {
  run,
  'run-of-set': runOfSet,
  row,
  kinds,
  messages,
  event,
  audit: done.audit,
  error,
  runs,
  environments: lists.environments,
  environment: lists.environment,
  'environment-removed': done.removed,
  fields: lists.fields,
  definitions: lists.definitions,
  definition: lists.definition,
  'definition-deleted': done.deleted,
  'definition-tested': lists.definitionTested,
  tokens: lists.tokens,
  leftovers: lists.leftovers,
  'leftover-cleared': done.cleared,
  drift: lists.drift,
  user: users.user,
  'user-account': users.account,
  'user-history': users.history,
  config: lists.config,
  version: done.version,
  written: done.written,
  delivery,
  verified,
  pruned: done.pruned,
  'audit-head': done.auditHead,
  'directory-exported': done.exported,
  'directory-imported': done.imported,
  connection: done.connection,
  pulled: done.pulled,
  'database-checked': done.checked,
  'database-migrated': done.migrated,
  'database-copied': done.copied,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type ShapeName = keyof typeof SHAPES;

export function isShape(name: string): name is ShapeName {
  return Object.hasOwn(SHAPES, name);
}

/** JSON Schema, draft 7. Keys can be added within one format, so what is not named is allowed. */
export function jsonSchema(name: ShapeName): object {
  return z.toJSONSchema(SHAPES[name], {
    target: 'draft-7',
    override: ({ jsonSchema: schema }) => {
      if (schema.additionalProperties === false) delete schema.additionalProperties;
      delete schema.readOnly;
    },
  });
}
