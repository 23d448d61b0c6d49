/** What a file to fill in begins with: the groups of an environment, and its users as rows that change nothing. */
import {
  IDENTITY_FIELDS,
  isAccessField,
  VALUE_FIELDS,
  type FieldId,
  type IdentityField,
  type ImportType,
} from '../domain/fields.js';
import { caseKey } from '../domain/sourceRow.js';
import type { Language } from '../language/text.js';
import type { Context } from './context.js';
import type { UserJson } from './directoryJson.js';
import { reachOf } from './environments.js';
import { untilInterrupted } from './interruption.js';
import type { Template } from './ports/outputFiles.js';
import type { DirectoryStore } from './ports/directoryStore.js';

export interface TemplateRequest {
  readonly environment: string;
  readonly type: ImportType;
  readonly language: Language;
  readonly withUsers: boolean;
}

export interface TemplateContent extends Pick<Template, 'groups' | 'rows'> {
  /** Identity fields that a mirror knows of nobody: their cells are empty, and an empty cell clears them when imported. */
  readonly unknown?: readonly IdentityField[];
}

export async function templateContent(
  { directory }: Pick<Context, 'directory'>,
  request: TemplateRequest,
  signal?: AbortSignal,
): Promise<TemplateContent> {
  const { target } = await reachOf(directory, request.environment);
  const groups = await directory.groupsOf(target.id);
  if (!request.withUsers) return { groups };
  const unknown = IDENTITY_FIELDS.filter((field) => target.mirror?.unknown.includes(field) === true);
  const rows = untilInterrupted(userRows(directory, { ...request, environment: target.code }), signal);
  return { groups, rows, ...(unknown.length > 0 && { unknown }) };
}

type Row = Readonly<Partial<Record<FieldId, string>>>;

/** System users are left out, as no import changes them. */
async function* userRows(
  directory: DirectoryStore,
  { environment, type, language }: TemplateRequest,
): AsyncGenerator<readonly Row[]> {
  for await (const part of directory.export()) {
    if (part.list !== 'users') continue;
    const users = part.items.filter((user) => !user.system && caseKey(user.environment) === caseKey(environment));
    yield users.flatMap((user) => rowsOf(user, type, language));
  }
}

/** Code 1 on each row, and a row for each group. */
function rowsOf(user: UserJson, type: ImportType, language: Language): Row[] {
  const yesNo = (value: boolean): string => (value ? { nl: 'J', en: 'Y' }[language] : 'N');
  const values: Partial<Record<FieldId, string>> = {};
  const { unknown = [] } = user;
  for (const field of VALUE_FIELDS) {
    // An empty cell leaves it as it is; of what nobody knows no row can say that it stays.
    if (field !== 'user' && unknown.includes(field)) values[field] = '';
    else if (isAccessField(field)) values[field] = yesNo(user.access[field]);
    else values[field] = user[field] ?? '';
  }
  if (type === 'mutation') return [values];
  const groups = user.groups.length > 0 ? user.groups : [''];
  return groups.map((group) => ({ ...values, mutationCode: '1', group }));
}
