/** `env drift`: linked users whose synced fields differ; a plan that brings them in line. */
import { UserError } from '../application/userError.js';
import type { DriftingUser } from '../application/ports/directoryStore.js';
import type { EnvironmentType } from '../domain/directory.js';
import { fieldLabel, translate } from '../language/index.js';
import { runAnswered } from './answerRun.js';
import type { Command, CommandContext } from './command.js';
import { ALIGN, ENVIRONMENT_TYPE } from './flags.js';
import { watching } from './planFile.js';
import { streamed } from './answer.js';
import type { Line } from '../presentation/lines.js';
import { valueText } from '../presentation/values.js';

export const envDrift: Command = {
  words: 'env drift',
  summary: 'command.env drift',
  flags: [ENVIRONMENT_TYPE, ALIGN],
  run: async (args, context) => {
    const align = args.text(ALIGN);
    const { useCases } = await context.services(align === undefined ? 'read' : 'change');
    const type = args.text(ENVIRONMENT_TYPE) as EnvironmentType | undefined;
    if (align !== undefined) {
      const { code, type: own } = await useCases.environment(align);
      if (type !== undefined && type !== own)
        throw new UserError('wrongUse', 'usage.alignType', { environment: code, type: own });
      return runAnswered(await useCases.align(code, watching(context)), useCases, context);
    }
    const { each, lines } = streamed(
      useCases.drift(type),
      (user) => user,
      (user) => driftLines(user, context),
      context.say('drift.none'),
    );
    return { name: 'drift', list: each, lines };
  },
};

/** A user, and below each field that differs its value in every environment. */
function driftLines({ user, type, values, fields }: DriftingUser, { language }: CommandContext): readonly Line[] {
  return [
    [[user, 'strong'], `  ${translate(language, `type.${type}`)}`],
    ...fields.flatMap((field): readonly Line[] => [
      [`  ${fieldLabel(language, field)}`],
      ...values.map((value): Line => [`    ${value.environment}  ${valueText(language, value[field])}`]),
    ]),
  ];
}
