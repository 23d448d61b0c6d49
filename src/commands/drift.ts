/** `env drift`: linked users whose synced fields differ; a plan that brings them in line. */
import { UserError } from '../application/userError.js';
import type { DriftingUser } from '../application/ports/directoryStore.js';
import type { EnvironmentType } from '../domain/directory.js';
import { fieldLabel, translate } from '../language/index.js';
import { answerRun } from './answerRun.js';
import type { Command, CommandContext } from './command.js';
import { ALIGN, ENVIRONMENT_TYPE } from './flags.js';
import { watching } from './planFile.js';

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
      return answerRun(await useCases.align(code, watching(context)), useCases, context);
    }
    const drifting = flat(useCases.directory.drift(type));
    if (context.output.json) await context.output.jsonList(drifting);
    else await showDrift(drifting, context);
    return 0;
  },
};

async function* flat(chunks: AsyncIterable<readonly DriftingUser[]>): AsyncGenerator<DriftingUser> {
  for await (const chunk of chunks) yield* chunk;
}

async function showDrift(
  drifting: AsyncIterable<DriftingUser>,
  { output, language, say }: CommandContext,
): Promise<void> {
  let any = false;
  for await (const { user, type, values, fields } of drifting) {
    any = true;
    await output.line([user, 'strong'], `  ${translate(language, `type.${type}`)}`);
    for (const field of fields) {
      await output.line(`  ${fieldLabel(language, field)}`);
      for (const value of values)
        await output.line(`    ${value.environment}  ${value[field] === '' ? say('value.empty') : value[field]}`);
    }
    if (output.closed) return;
  }
  if (!any) await output.line(say('drift.none'));
}
