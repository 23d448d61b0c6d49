/** `env drift`: linked users whose synced fields differ; a plan that brings them in line. */
import { UserError } from '../application/userError.js';
import type { RunAnswer } from '../application/useCases.js';
import type { DriftingUser } from '../application/ports/directoryStore.js';
import type { EnvironmentType } from '../domain/directory.js';
import { fieldLabel, translate } from '../language/index.js';
import { runAnswered } from './answers/answerRun.js';
import { readReason } from './line/flagValues.js';
import type { Command, CommandContext } from './command.js';
import { SOMETHING_TO_DO } from './answers/exitStatus.js';
import { ALIGN, ENVIRONMENT_TYPE, EXIT_ON_CHANGES, REASON } from './line/flags.js';
import { watching } from './planFile.js';
import { streamed } from './answers/answer.js';
import type { Line } from '../presentation/lines.js';
import { valueText } from '../presentation/values.js';

export const envDrift: Command = {
  words: 'env drift',
  answers: (args) => (args.has(ALIGN) ? ['run', 'drift'] : 'drift'),
  summary: 'command.env drift',
  flags: [ENVIRONMENT_TYPE, ALIGN, EXIT_ON_CHANGES, REASON],
  run: async (args, context) => {
    const align = args.text(ALIGN);
    const exitOnChanges = args.has(EXIT_ON_CHANGES);
    const { useCases } = await context.services(align === undefined ? 'read' : 'change');
    const type = args.text(ENVIRONMENT_TYPE) as EnvironmentType | undefined;
    if (align !== undefined) {
      const { code, type: own } = await useCases.environment(align);
      if (type !== undefined && type !== own)
        throw new UserError('wrongUse', 'usage.alignType', { environment: code, type: own });
      const aligned = await unlessNothing(useCases.align(code, watching(context), readReason(args)), exitOnChanges);
      if (aligned) return runAnswered(aligned, useCases, context, exitOnChanges);
    }
    const found = await begun(align === undefined ? useCases.drift(type) : []);
    const { each, lines } = streamed(
      found.items,
      driftJson,
      (user) => driftLines(user, context),
      context.say('drift.none'),
    );
    return { name: 'drift', list: each, lines, ...(exitOnChanges && found.any && { status: SOMETHING_TO_DO }) };
  },
};

/** What is not known is null. */
function driftJson({ values, ...user }: DriftingUser): object {
  const known = values.map(({ unknown = [], ...value }) => ({
    ...value,
    ...Object.fromEntries(unknown.map((field) => [field, null])),
  }));
  return { ...user, values: known };
}

/** A plan, or nothing where there was nothing to plan and that is what was asked. */
async function unlessNothing(planning: Promise<RunAnswer>, asked: boolean): Promise<RunAnswer | undefined> {
  try {
    return await planning;
  } catch (error) {
    if (asked && error instanceof UserError && error.key === 'plan.nothing.align') return undefined;
    throw error;
  }
}

/** Chunks of things, read as far as it takes to know whether there are any. */
async function begun<Item>(
  chunks: AsyncIterable<readonly Item[]> | readonly never[],
): Promise<{ readonly any: boolean; readonly items: AsyncIterable<readonly Item[]> }> {
  const rest = (async function* (): AsyncGenerator<readonly Item[]> {
    yield* chunks;
  })();
  let first = await rest.next();
  while (first.done !== true && first.value.length === 0) first = await rest.next();
  async function* items(): AsyncGenerator<readonly Item[]> {
    if (first.done === true) return;
    yield first.value;
    yield* rest;
  }
  return { any: first.done !== true, items: items() };
}

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
