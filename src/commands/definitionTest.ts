/** `definition test NAME FILE --env CODE`: which rows of a file match which checks. */
import { numberInFile } from '../domain/absent.js';
import { rowName } from '../presentation/rowName.js';
import type { TestedCheck } from '../application/testedChecks.js';
import { tableLines, type Answer } from './answers/answer.js';
import type { Command, CommandContext } from './command.js';
import { ENV, FILE_FLAGS } from './line/flags.js';
import { readImportRequest } from './line/importRequest.js';
import { savedChoices } from './line/savedRequest.js';
import { preparedPlan, watching } from './planFile.js';

export const definitionTest: Command = {
  words: 'definition test',
  answers: () => 'definition-tested',
  summary: 'command.definition test',
  argument: { name: 'name', required: true, text: 'argument.name' },
  more: [{ name: 'file', required: true, text: 'argument.file' }],
  flags: [ENV, ...FILE_FLAGS],
  needs: () => [ENV],
  run: async (args, context) => {
    const { useCases, definitions } = await context.services();
    const saved = await savedChoices(args.required, definitions);
    const { code: environment } = await useCases.environment(args.needed(ENV));
    const request = { ...readImportRequest(args, saved), path: args.words[1] ?? '' };
    const planning = await preparedPlan(request, useCases, context);
    const { rows, checks } = await useCases.testChecks({ ...planning, environment }, watching(context));
    return {
      json: {
        rows,
        checks: checks.map(({ matches, ...check }) => ({
          ...check,
          matches: matches.map(({ row, user }) => ({ row: numberInFile(row), user })),
        })),
      },
      lines: tableLines(
        ['rows', 'check', 'then', 'example'],
        checks.map((check) => cells(check, context)),
        context,
        ['right'],
      ),
    } satisfies Answer;
  },
};

/** Rows that are named. */
const NAMED = 5;

function cells({ rows, name, then, matches }: TestedCheck, { say, language }: CommandContext): string[] {
  const named = matches.slice(0, NAMED).map(({ row, user }) => `${rowName(language, row)} ${user}`);
  const more = rows > NAMED ? [`+ ${rows - NAMED}`] : [];
  return [String(rows), name, say(`check.${then}`), [...named, ...more].join(', ')];
}
