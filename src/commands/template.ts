/** `template user|mutation`: a file to fill in, empty or with the users that there are. */
import { UserError } from '../application/userError.js';
import { IMPORT_TYPES } from '../domain/fields.js';
import { fieldLabel } from '../language/index.js';
import type { TemplateContent } from '../application/templateContent.js';
import type { Command } from './command.js';
import { ENV, OUTPUT, WITH_USERS } from './line/flags.js';
import { neededTarget, TABLE_OUTPUT_FLAGS, unlessOnStdout, writtenUnlessOnStdout } from './line/outputTarget.js';
import { readWhile } from '../application/interruption.js';
import { done } from './answers/answer.js';

export const template: Command = {
  words: 'template',
  answers: writtenUnlessOnStdout,
  summary: 'command.template',
  argument: { name: 'type', required: true, text: 'argument.type' },
  flags: [...TABLE_OUTPUT_FLAGS, ENV, WITH_USERS],
  needs: () => [OUTPUT],
  run: async (args, context) => {
    const type = IMPORT_TYPES.find((one) => one === args.required);
    if (!type)
      throw new UserError('wrongUse', 'usage.choice', {
        flag: 'TYPE',
        value: args.required,
        known: IMPORT_TYPES.join(', '),
      });
    const target = neededTarget(args);
    const code = args.text(ENV);
    if (code === undefined && args.has(WITH_USERS))
      throw new UserError('wrongUse', 'usage.flagNeeds', { one: '--with-users', other: '--env' });
    const { language, signal, say } = context;
    const outputFiles = await context.outputFiles();
    const request = { environment: code ?? '', type, language, withUsers: args.has(WITH_USERS) };
    // An empty one needs no database.
    const { unknown = [], ...content }: TemplateContent =
      code === undefined ? {} : await (await context.services('read')).useCases.templateContent(request, signal);
    const writing = outputFiles.writeTemplate({ type, language, ...content }, target);
    if (unknown.length > 0) {
      const fields = unknown.map((field) => fieldLabel(language, field)).join(', ');
      context.remark(
        { key: 'remark.templateUnknown', params: { environment: code ?? '', fields } },
        { tone: 'warning', kept: true },
      );
    }
    const written = await (content.rows ? readWhile(content.rows, writing) : writing);
    return unlessOnStdout(target, () => done({ path: written }, say('done.fileWritten', { path: written })));
  },
};
