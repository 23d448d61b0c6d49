/** `rejected`, `report` and `tokens`: what is taken along from a run. */
import { RUN, type Command, type CommandContext } from './command.js';
import { readRun } from './line/flagValues.js';
import { AS_REPORT, OUTPUT, ROWS_WHERE, WITHOUT_VALUES } from './line/flags.js';
import { readWhere } from './line/rowsWhere.js';
import {
  neededTarget,
  OUTPUT_FLAGS,
  readTarget,
  TABLE_OUTPUT_FLAGS,
  unlessOnStdout,
  writtenUnlessOnStdout,
} from './line/outputTarget.js';
import { requireHandedOut, type WrittenFile } from '../application/runFiles.js';
import { done, tableLines, type Answer } from './answers/answer.js';

export const rejected: Command = {
  words: 'rejected',
  answers: writtenUnlessOnStdout,
  summary: 'command.rejected',
  argument: RUN,
  flags: [...OUTPUT_FLAGS, ROWS_WHERE],
  needs: () => [OUTPUT],
  run: async (args, context) => {
    const run = readRun(args.required);
    const target = neededTarget(args);
    const { runFiles } = await context.services('read');
    return written(await runFiles.rejected(run, target, context.signal, readWhere(args)), context);
  },
};

export const report: Command = {
  words: 'report',
  answers: writtenUnlessOnStdout,
  summary: 'command.report',
  argument: RUN,
  flags: [...OUTPUT_FLAGS, AS_REPORT, WITHOUT_VALUES, ROWS_WHERE],
  needs: () => [OUTPUT],
  run: async (args, context) => {
    const run = readRun(args.required);
    const target = neededTarget(args);
    const where = readWhere(args);
    const options = { withoutValues: args.has(WITHOUT_VALUES), ...(where && { where }) };
    const { runFiles } = await context.services('read');
    return written(await runFiles.report(run, target, options, context.signal), context);
  },
};

export const tokens: Command = {
  words: 'tokens',
  answers: (args) => (args.has(OUTPUT) ? writtenUnlessOnStdout(args) : 'tokens'),
  summary: 'command.tokens',
  argument: RUN,
  flags: TABLE_OUTPUT_FLAGS,
  run: async (args, context) => {
    const run = readRun(args.required);
    const target = readTarget(args);
    const { useCases, runFiles } = await context.services('read');
    if (target) return written(await runFiles.tokens(run, target), context);
    requireHandedOut((await useCases.answer(run)).run);
    const revoked = await useCases.revokedTokens(run);
    const rows = revoked.map(({ user, environment, application, device }) => [user, environment, application, device]);
    const titles = ['user', 'environment', 'application', 'device'] as const;
    return { name: 'tokens', list: revoked, lines: tableLines(titles, rows, context) };
  },
};

function written({ path, count }: WrittenFile, { say }: CommandContext): Answer {
  return unlessOnStdout({ path }, () => done({ path, rows: count }, say('done.written', { path, count })));
}
