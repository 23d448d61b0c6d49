/**
 * The shape of a directory: what may stand where. What is read, the JSON Schema and the lists all come from
 * these declarations. Loaded when it is needed: most commands read no directory.
 */
import { z } from 'zod';
import type { FaultKey } from '../../application/ports/directoryFaults.js';
import {
  APPROVALS,
  ENVIRONMENT_CODE_MAX,
  ENVIRONMENT_NAME_MAX,
  ENVIRONMENT_TYPES,
  isEnvironmentCode,
} from '../../domain/directory.js';
import {
  ACCESS_FIELDS,
  fieldOf,
  OWN_TEXTS,
  SITE_LANGUAGES,
  SYNCED_TEXTS,
  type AccessField,
  type FieldId,
  type STORED_TEXTS,
} from '../../domain/fields.js';
import { codePoints, normaliseText } from '../../domain/sourceRow.js';
import { UNKNOWN_FIELDS } from '../../domain/unknown.js';
import { controlIn, damageIn, isPrintableAscii, numberOf, unseenIn } from '../../domain/text/characters.js';

/** What a check of ours finds: the key of its text, and what is filled in there. */
export interface OwnIssue {
  readonly key: FaultKey;
  readonly [param: string]: string | number;
}

/** `code` for what is compared (codes, addresses, UPNs), `text` for what is only read. */
type TextUse = 'code' | 'text';

type Judge = (text: string) => OwnIssue | undefined;

/** A text of at most so many characters once it is trimmed; anything wrong with it is told once. */
function text(max: number, use: TextUse, about: string, judge: Judge = () => undefined) {
  return z
    .string()
    .superRefine((value, context) => {
      const issue = judgeText(value, max, use) ?? judge(normaliseText(value));
      if (issue) context.addIssue({ code: 'custom', params: issue });
    })
    .meta({ maxLength: max, description: about });
}

function judgeText(value: string, max: number, use: TextUse): OwnIssue | undefined {
  if (isPrintableAscii(value)) return value.trim().length > max ? { key: 'directory.fault.tooLong', max } : undefined;
  if (damageIn(value) !== undefined) return { key: 'directory.fault.damaged' };
  const clean = normaliseText(value);
  const hidden = use === 'code' ? unseenIn(clean) : controlIn(clean);
  if (hidden !== undefined) return { key: 'directory.fault.hidden', character: numberOf(hidden) };
  return value.length > max && codePoints(clean) > max ? { key: 'directory.fault.tooLong', max } : undefined;
}

/** A text that finds a thing, and is therefore never empty. */
const code = (max: number, about: string, judge?: Judge) =>
  text(max, 'code', about, (value) => (value === '' ? { key: 'directory.fault.empty' } : judge?.(value))).meta({
    minLength: 1,
    maxLength: max,
    description: about,
  });

const lengthOf = (field: FieldId): number => fieldOf(field).maxLength ?? 0;

const environmentCode = code(ENVIRONMENT_CODE_MAX, 'Code of an environment, such as T12345AA.', (value) =>
  isEnvironmentCode(value) ? undefined : { key: 'directory.fault.environmentCode' },
);
const groupCode = code(lengthOf('group'), 'Code of a group.');

const environment = z
  .strictObject({
    code: environmentCode,
    type: z.enum(ENVIRONMENT_TYPES).optional().meta({
      description: 'For a new environment; told by the first letter of its code (O, T, A) where it is absent.',
    }),
    name: text(ENVIRONMENT_NAME_MAX, 'text', 'What people call it.').optional(),
    participant: text(
      ENVIRONMENT_CODE_MAX,
      'code',
      'Participant number; told by the code where it is absent.',
      (value) => (/^\d*$/u.test(value) ? undefined : { key: 'directory.fault.notDigits' }),
    )
      .meta({ pattern: '^\\d*$', maxLength: ENVIRONMENT_CODE_MAX })
      .optional(),
    approval: z.enum(APPROVALS).optional().meta({ description: 'For a new environment.' }),
    deleted: z
      .boolean()
      .optional()
      .meta({ description: 'For a new environment: it was removed, its users are leftovers.' }),
  })
  .meta({ description: 'An environment. Of one that stands, only name and participant can change.' });

const person = z
  .strictObject({
    environment: environmentCode,
    code: code(lengthOf('person'), 'Code of a person.'),
    name: text(255, 'text', 'Name of the person.').optional(),
  })
  .meta({ description: 'A person in the CRM of an environment.' });

const group = z
  .strictObject({
    environment: environmentCode,
    code: groupCode,
    description: text(lengthOf('groupDescription'), 'text', 'What the group is for.').optional(),
  })
  .meta({ description: 'A group of an environment.' });

const flag = z.boolean().optional();
const access = Object.fromEntries(ACCESS_FIELDS.map((field) => [field, flag])) as Record<AccessField, typeof flag>;

/** The texts of a user, by the catalogue. */
function textShapes<Of extends (typeof STORED_TEXTS)[number]>(fields: readonly Of[]) {
  return Object.fromEntries(fields.map((field) => [field.id, textShape(field)])) as Record<
    Of['id'],
    ReturnType<typeof textShape>
  >;
}

function textShape({ id, kind, about }: (typeof STORED_TEXTS)[number]): z.ZodOptional<z.ZodType<string, string>> {
  if (kind !== 'siteLanguage') return text(lengthOf(id), kind === 'text' ? 'text' : 'code', about).optional();
  return z
    .enum(['', ...SITE_LANGUAGES])
    .optional()
    .meta({ description: about });
}

const user = z
  .strictObject({
    environment: environmentCode,
    user: code(lengthOf('user'), 'User code with its participant number, such as 12345.BKR.'),
    ...textShapes(SYNCED_TEXTS),
    person: text(lengthOf('person'), 'code', 'Code of the person in the same environment; null for nobody.')
      .nullable()
      .optional(),
    system: flag.meta({ description: 'A user of the system, which no import file reaches.' }),
    blocked: flag,
    access: z.strictObject(access).optional().meta({ description: 'What the user may enter; false for a new user.' }),
    ...textShapes(OWN_TEXTS),
    unknown: z
      .array(z.enum(UNKNOWN_FIELDS))
      .optional()
      .meta({ description: 'Fields that are not known, as those that a mirror was not told; null above.' }),
    groups: z.array(groupCode).optional().meta({ description: 'All groups of the user but Iedereen: replaced whole.' }),
    tokens: z
      .array(
        z.strictObject({
          application: text(255, 'text', 'Such as Pocket.'),
          device: text(255, 'text', 'Such as iPhone.'),
        }),
      )
      .optional()
      .meta({ description: 'All tokens of the user: replaced whole.' }),
  })
  .meta({ description: 'A user of an environment. What is not named stays as it is.' });

export const DIRECTORY_SHAPE = z
  .strictObject({
    format: z
      .string()
      .refine((value) => /^1\.\d+$/u.test(value), { params: { key: 'directory.fault.format' } satisfies OwnIssue })
      .meta({ pattern: '^1\\.\\d+$', description: 'The number of this shape.' })
      .optional(),
    environments: z.array(environment).optional(),
    persons: z.array(person).optional(),
    groups: z.array(group).optional(),
    users: z.array(user).optional(),
  })
  .meta({
    title: 'Instroom directory',
    description: 'What `directory export` writes and `directory import` reads. Any list may be absent.',
  });
