/** `template user|mutation`: a file to fill in, empty or with the users that there are. */
import { resolve } from 'node:path';
import { UserError } from '../application/userError.js';
import type { UserJson } from '../application/directoryJson.js';
import type { Template } from '../application/ports/outputFiles.js';
import type { UseCases } from '../application/useCases.js';
import { IMPORT_TYPES, isAccessField, type FieldId, type ImportType } from '../domain/fields.js';
import { caseKey } from '../domain/sourceRow.js';
import { STATE_FIELDS } from '../domain/userState.js';
import type { Language } from '../language/text.js';
import type { Command, CommandContext } from './command.js';
import { ENV, OUTPUT, WITH_USERS } from './flags.js';
import { untilInterrupted } from './planFile.js';
import { done } from './answer.js';

export const template: Command = {
  words: 'template',
  summary: 'command.template',
  argument: { name: 'type', required: true, text: 'argument.type' },
  flags: [OUTPUT, ENV, WITH_USERS],
  run: async (args, context) => {
    const type = IMPORT_TYPES.find((one) => one === args.required);
    if (!type)
      throw new UserError('wrongUse', 'usage.choice', {
        flag: 'TYPE',
        value: args.required,
        known: IMPORT_TYPES.join(', '),
      });
    const path = args.needed(OUTPUT);
    const code = args.text(ENV);
    if (code === undefined && args.has(WITH_USERS))
      throw new UserError('wrongUse', 'usage.flagNeeds', { one: '--with-users', other: '--env' });
    const outputFiles = await context.outputFiles();
    const filled = code === undefined ? {} : await filledFor(code, type, args.has(WITH_USERS), context);
    await outputFiles.writeTemplate({ type, language: context.language, ...filled }, { path });
    return done({ path: resolve(path) }, context.say('done.fileWritten', { path: resolve(path) }));
  },
};

async function filledFor(
  code: string,
  type: ImportType,
  withUsers: boolean,
  { services, language, signal }: CommandContext,
): Promise<Pick<Template, 'groups' | 'rows'>> {
  const { useCases } = await services('read');
  const environment = await useCases.environment(code);
  const groups = await useCases.directory.groupsOf(environment.id);
  return {
    groups,
    ...(withUsers && { rows: untilInterrupted(userRows(environment.code, type, useCases, language), signal) }),
  };
}

type Row = Readonly<Partial<Record<FieldId, string>>>;

/** The users of an environment as rows that change nothing; system users are left out, as no import changes them. */
async function* userRows(
  environment: string,
  type: ImportType,
  useCases: UseCases,
  language: Language,
): AsyncGenerator<readonly Row[]> {
  for await (const part of useCases.directory.export()) {
    if (part.list !== 'users') continue;
    const users = part.items.filter((user) => !user.system && caseKey(user.environment) === caseKey(environment));
    yield users.flatMap((user) => rowsOf(user, type, language));
  }
}

/** Code 1 on each row, and a row for each group. */
function rowsOf(user: UserJson, type: ImportType, language: Language): Row[] {
  const yesNo = (value: boolean): string => (value ? { nl: 'J', en: 'Y' }[language] : 'N');
  const values: Partial<Record<FieldId, string>> = {};
  for (const field of STATE_FIELDS) {
    if (isAccessField(field)) values[field] = yesNo(user.access[field]);
    else if (field !== 'blocked') values[field] = user[field] ?? '';
  }
  if (type === 'mutation') return [values];
  const groups = user.groups.length > 0 ? user.groups : [''];
  return groups.map((group) => ({ ...values, mutationCode: '1', group }));
}
