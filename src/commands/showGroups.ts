/** `show RUN --by change|message`: what rows have in common, the rarest first. */
import type { KindOfPlan, MessageOfPlan } from '../application/rowGroups.js';
import type { UseCases } from '../application/useCases.js';
import { numberInFile } from '../domain/absent.js';
import { messageReason, sayIn } from '../language/index.js';
import { environmentsText, kindText } from '../presentation/kindText.js';
import type { Line } from '../presentation/lines.js';
import { tableLines, type Answer } from './answers/answer.js';
import type { KindJson, MessageGroupJson } from './answers/schemas/groups.js';
import type { CommandContext } from './command.js';

export async function shownByChange(run: number, useCases: UseCases, context: CommandContext): Promise<Answer> {
  const { kinds, leftOut } = await useCases.kinds(run);
  return {
    json: { kinds: kinds.map(kindJson), leftOut: leftOut.map(kindJson) },
    lines: [
      ...kindLines(kinds, context),
      ...(leftOut.length === 0
        ? []
        : [[], [[context.say('kind.leftOut'), 'strong'] as const], ...kindLines(leftOut, context)]),
    ],
  };
}

function kindLines(kinds: readonly KindOfPlan[], context: CommandContext): readonly Line[] {
  const rows = kinds.map((kind) => [
    String(kind.rows),
    kind.kind,
    kindText(context.language, kind),
    environmentsText(kind.environments),
    kind.example.name || kind.example.user,
  ]);
  return tableLines(['rows', 'change', 'happens', 'environments', 'example'], rows, context, ['right']);
}

function kindJson({ kind, rows, outcome, changes, environments, example }: KindOfPlan): KindJson {
  return {
    kind,
    rows,
    outcome,
    changes: changes.map((change) => ({ ...change })),
    environments: [...environments],
    example: exampleJson(example),
  };
}

export async function shownByMessage(run: number, useCases: UseCases, context: CommandContext): Promise<Answer> {
  const messages = await useCases.messages(run);
  const say = sayIn(context.language);
  const rows = messages.map(({ rows: count, code, level, example }) => [
    String(count),
    say(`level.${level}`),
    code,
    messageReason(context.language, { code }),
    example.name || example.user,
  ]);
  return {
    json: { messages: messages.map(messageJson) },
    lines: tableLines(['rows', 'level', 'message', 'happens', 'example'], rows, context, ['right']),
  };
}

function messageJson({ code, level, rows, example }: MessageOfPlan): MessageGroupJson {
  return { code, level, rows, example: exampleJson(example) };
}

function exampleJson({ row, user }: KindOfPlan['example']): KindJson['example'] {
  return { row: numberInFile(row), user };
}
