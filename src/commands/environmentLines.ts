/** `env list` as people read it: a table, and below it what each environment never allows and what it is connected to. */
import type { EnvironmentOverview } from '../application/ports/directoryStore.js';
import type { UseCases } from '../application/useCases.js';
import { momentText, translate } from '../language/index.js';
import { connectionTexts, fieldRows } from '../presentation/connectionTexts.js';
import { section, table } from '../presentation/layout.js';
import type { Line } from '../presentation/lines.js';
import { rulesTexts } from '../presentation/rulesTexts.js';
import { tableLines } from './answers/answer.js';
import type { CommandContext } from './command.js';

export async function environmentLines(
  environments: readonly EnvironmentOverview[],
  useCases: UseCases,
  context: CommandContext,
): Promise<readonly Line[]> {
  return [
    ...environmentTable(environments, context),
    ...(await ruleLines(environments, useCases, context)),
    ...connectedLines(environments, context),
  ];
}

function environmentTable(environments: readonly EnvironmentOverview[], context: CommandContext): readonly Line[] {
  const { say, language } = context;
  const rows = environments.map(({ code, type, participant, users, activeUsers, approval, name, deleted }) => [
    code,
    deleted ? say('env.removedMark') : translate(language, `type.${type}`),
    participant,
    String(users),
    String(activeUsers),
    translate(language, `approval.${approval}`),
    name,
  ]);
  const titles = ['code', 'type', 'participant', 'users', 'active', 'approval', 'name'] as const;
  return tableLines(titles, rows, context, ['left', 'left', 'left', 'right', 'right']);
}

async function ruleLines(
  environments: readonly EnvironmentOverview[],
  useCases: UseCases,
  { say, language }: CommandContext,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const environment of environments) {
    const { code, deleted, rules } = environment;
    if (deleted || !rules) continue;
    const protects = rules.protect === null ? null : await useCases.protectedUsers(code);
    const texts = rulesTexts(language, environment, protects);
    lines.push(...section(say('rules.of', { environment: code }), indented(texts)));
  }
  return lines;
}

/** Which field gives what is to be read. */
function connectedLines(
  environments: readonly EnvironmentOverview[],
  { say, language }: CommandContext,
): readonly Line[] {
  return environments.flatMap(({ code, connection, mirror }) => {
    if (!connection) return [];
    const at = mirror
      ? say('connection.pulledAt', { at: momentText(language, mirror.pulledAt) })
      : say('connection.neverPulled');
    const texts = [...connectionTexts(language, connection), at, ...table(fieldRows(connection))];
    return section(say('connection.of', { environment: code }), indented(texts));
  });
}

function indented(texts: readonly string[]): readonly Line[] {
  return texts.map((text) => [`  ${text}`]);
}
