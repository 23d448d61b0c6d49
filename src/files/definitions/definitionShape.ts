/** What the text of an import definition has to look like, checked name by name. */
import { z } from 'zod';
import {
  DEFAULTED_FIELDS,
  fieldOf,
  FIELDS,
  IDENTITY_FIELDS,
  IMPORT_TYPES,
  SITE_LANGUAGES,
  type CatalogueField,
  type DefaultedField,
  type NewUserDefaults,
} from '../../domain/fields.js';
import { ABSENT_ACTIONS } from '../../domain/absent.js';
import { CHECK_EFFECTS } from '../../domain/checks.js';
import { readLimit } from '../../domain/guards/limits.js';

const FIELD_IDS = FIELDS.map(({ id }) => id);
const text = z.string().max(1000);
const yesNo = z.enum(['true', 'false']).transform((word) => word === 'true');
const width = z
  .string()
  .regex(/^[1-9]\d{0,3}$/u)
  .transform(Number);
/** A limit as `readLimit` reads it, up to this percentage. */
const limit = (highest: number) =>
  z
    .string()
    .refine((word) => readLimit(word, highest) !== undefined)
    .transform((word) => readLimit(word, highest) ?? 0)
    .exactOptional();
const listed = { values: z.record(text, text).exactOptional(), valuesOnly: yesNo.exactOptional() };
const source = z.union([
  z.strictObject({ column: text.min(1), ...listed }),
  z.strictObject({ composed: text.min(1), ...listed }),
  z.strictObject({ fixed: text }),
]);

function newUserDefault({ kind }: CatalogueField): z.ZodType<boolean | string> {
  if (kind === 'yesNo') return yesNo;
  return kind === 'siteLanguage' ? z.enum(SITE_LANGUAGES) : text;
}

/**
 * What a definition's text holds. Every plain value is read as text (so `00012` and `no` stay what
 * they are) and becomes a yes/no or a number here, where one is meant.
 */
export const definitionShape = z.strictObject({
  name: text.min(1).max(80),
  type: z.enum(IMPORT_TYPES),
  file: z
    .strictObject({
      format: z.enum(['csv', 'tsv', 'fixed', 'xlsx']).exactOptional(),
      delimiter: z.string().length(1).exactOptional(),
      encoding: text.exactOptional(),
      sheet: text.exactOptional(),
      header: yesNo.exactOptional(),
      widths: z.array(width).min(1).max(1000).readonly().exactOptional(),
    })
    .default({}),
  mapping: z.partialRecord(z.enum(FIELD_IDS), source).default({}),
  ignoredColumns: z.array(text).default([]),
  skipped: z.array(z.enum(FIELD_IDS)).default([]),
  defaults: z
    .strictObject(
      Object.fromEntries(DEFAULTED_FIELDS.map((id) => [id, newUserDefault(fieldOf(id)).exactOptional()])) as {
        readonly [Name in DefaultedField]: z.ZodExactOptional<z.ZodType<NewUserDefaults[Name]>>;
      },
    )
    .default({}),
  emptyRules: z.partialRecord(z.enum(FIELD_IDS), z.enum(['keep', 'clear'])).default({}),
  guards: z
    .strictObject({
      acceptEmptyCode: yesNo.exactOptional(),
      allowClear: z.array(z.enum(IDENTITY_FIELDS)).readonly().exactOptional(),
      maxClears: limit(100),
      maxBlocks: limit(100),
      maxRenames: limit(100),
      maxRejected: limit(100),
      maxCreates: limit(10_000),
      maxUpdates: limit(10_000),
      maxAbsent: limit(100),
    })
    .default({}),
  checks: z
    .array(z.strictObject({ name: text.min(1).max(80), where: text, then: z.enum(CHECK_EFFECTS) }))
    .max(100)
    .exactOptional(),
  absent: z
    .strictObject({ action: z.enum(ABSENT_ACTIONS).exclude(['none']), where: text.exactOptional() })
    .exactOptional(),
});
