/** Reads a directory from JSON text (SPEC 9, `directory export`), with the place of whatever does not fit. */
import type { ZodError } from 'zod';
import { UnreadableFile } from '../application/errors.js';
import type { DirectoryJson } from '../application/directoryJson.js';
import { APPROVALS, ENVIRONMENT_TYPES, flagsToAccess, proposedParticipant } from '../domain/directory.js';
import { ACCESS_FIELDS, fieldOf, SITE_LANGUAGES, type AccessField } from '../domain/fields.js';
import { codePoints, normaliseText } from '../domain/sourceRow.js';
import { isStorable } from '../domain/text/characters.js';

/** Throws `UnreadableFile` that names the place and what was expected there. */
export async function readDirectoryFile(name: string, text: string): Promise<DirectoryJson> {
  const shape = await directoryShape();
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    throw new UnreadableFile('directory.notJson', { file: name });
  }
  const read = shape.safeParse(json);
  if (read.success) return read.data;
  throw refusal(name, json, read.error.issues[0]);
}

type Issue = ZodError['issues'][number];

/** What does not fit, in a text of our own: the validator speaks English alone. */
function refusal(file: string, json: unknown, issue: Issue | undefined): UnreadableFile {
  const place = placeOf(issue?.path ?? []);
  if (issue?.code === 'unrecognized_keys') {
    const key = placeOf([...issue.path, issue.keys[0] ?? '']);
    return new UnreadableFile('directory.unknownKey', { file, place: key });
  }
  if (place === '') return new UnreadableFile('directory.notDirectory', { file });
  if (issue?.code === 'invalid_value')
    return new UnreadableFile('directory.notAllowed', { file, place, allowed: allowed(issue.values) });
  if (issue?.code === 'custom')
    return new UnreadableFile(String(issue.params?.['key']), { file, place, ...issue.params });
  if (issue?.code === 'invalid_type')
    return isThere(json, issue.path)
      ? new UnreadableFile('directory.wrongKind', { file, place, expected: issue.expected })
      : new UnreadableFile('directory.missing', { file, place });
  return new UnreadableFile('directory.shape', { file, place });
}

const allowed = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

function isThere(json: unknown, path: readonly PropertyKey[]): boolean {
  let at = json;
  for (const key of path) at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
  return at !== undefined;
}

/** `users[3].access.profit` for a path of keys and places. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('');
}

/** The validator is loaded when it is needed only: most commands read no directory. */
async function directoryShape() {
  const { z } = await import('zod');
  const text = (max: number) =>
    z.string().refine((value) => codePoints(normaliseText(value)) <= max && isStorable(value), {
      params: { key: 'directory.tooLong', max },
    });
  const code = (max: number) =>
    text(max).refine((value) => normaliseText(value) !== '', { params: { key: 'directory.noCode' } });
  const max = (field: Parameters<typeof fieldOf>[0]): number => fieldOf(field).maxLength ?? 0;
  const environment = z
    .object({
      code: code(20),
      type: z.enum(ENVIRONMENT_TYPES),
      name: text(80).default(''),
      participant: z
        .string()
        .refine((value) => /^\d*$/u.test(value), { params: { key: 'directory.notDigits' } })
        .optional(),
      approval: z.enum(APPROVALS).default('none'),
      deleted: z.boolean().default(false),
    })
    .transform((given) => ({ ...given, participant: given.participant ?? proposedParticipant(given.code) }));
  const flag = z.boolean().default(false);
  const access = Object.fromEntries(ACCESS_FIELDS.map((field) => [field, flag])) as Record<AccessField, typeof flag>;
  return z.strictObject({
    environments: z.array(environment).optional(),
    persons: z
      .array(z.object({ environment: code(20), code: code(max('person')), name: text(255).default('') }))
      .optional(),
    groups: z
      .array(
        z.object({
          environment: code(20),
          code: code(max('group')),
          description: text(max('groupDescription')).default(''),
        }),
      )
      .optional(),
    users: z
      .array(
        z.object({
          environment: code(20),
          user: code(max('user')),
          description: text(max('description')).default(''),
          email: text(max('email')).default(''),
          upn: text(max('upn')).default(''),
          person: text(max('person')).nullable().default(null),
          system: z.boolean().default(false),
          blocked: z.boolean().default(false),
          access: z.object(access).default(flagsToAccess(0)),
          siteLanguage: z.enum(['', ...SITE_LANGUAGES]).default('1043'),
          groups: z.array(code(max('group'))).default([]),
          tokens: z.array(z.object({ application: text(255), device: text(255) })).default([]),
        }),
      )
      .optional(),
  });
}
