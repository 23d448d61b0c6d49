/** `show RUN`: a run's summary, or its rows as they are read from the database. */
import { UserError } from '../application/userError.js';
import type { RowFilter } from '../application/ports/planStore.js';
import { requireRowsIn } from '../application/settingsPlan.js';
import { isMutationCode, MUTATION_CODES } from '../domain/mutationCodes.js';
import { rowsOfFile } from '../application/rowsOfFile.js';
import type { MadeValue } from '../domain/madeValues.js';
import type { Outcome } from '../domain/outcomes.js';
import { runAnswered } from './answers/answerRun.js';
import { readRun, refuseBoth } from './line/flagValues.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import { RUN, type Command } from './command.js';
import { BY, CODE, MESSAGE, OUTCOME, ROWS, ROWS_WHERE } from './line/flags.js';
import { withAbsent, type ShownRow } from './showAbsent.js';
import { shownByChange, shownByMessage } from './showGroups.js';
import { readWhere } from './line/rowsWhere.js';
import { rowJson } from './answers/rowJson.js';
import { lastChangeLines, rowLines, sourceLines } from '../presentation/rowLines.js';
import type { RowJson } from './answers/schemas/row.js';
import { streamed, type Answer } from './answers/answer.js';

export const show: Command = {
  words: 'show',
  answers: (args) => {
    const by = args.text(BY);
    if (by !== undefined) return by === 'change' ? 'kinds' : 'messages';
    return args.has(ROWS) || Object.keys(readFilter(args)).length > 0 ? 'row' : 'run';
  },
  summary: 'command.show',
  argument: RUN,
  flags: [ROWS, OUTCOME, CODE, MESSAGE, ROWS_WHERE, BY],
  run: async (args, context) => {
    const run = readRun(args.required);
    // What rows have in common is counted over all of them.
    for (const flag of [OUTCOME, CODE, MESSAGE, ROWS_WHERE]) refuseBoth(args, BY, flag);
    const filter = readFilter(args);
    const { useCases } = await context.services('read');
    const by = args.text(BY);
    if (by === 'change') return shownByChange(run, useCases, context);
    if (by === 'message') return shownByMessage(run, useCases, context);
    const answer = await useCases.answer(run);
    const rows = args.has(ROWS) || Object.keys(filter).length > 0;
    if (!rows) return shown(answer, useCases, context);
    requireRowsIn(answer.run);
    const { language, say } = context;
    const found = rowsOfFile(useCases, answer.run, filter);
    return streamed(
      foundRows(await withAbsent(found, answer.run, filter, useCases, context), filter.code),
      ({ planned, mended, made, lastChange }) =>
        rowJson(language, planned, {
          ...(lastChange !== undefined && { lastChange }),
          ...(mended.length > 0 && { mended: [...mended] }),
          ...(made.length > 0 && { source: sourceJson(made) }),
        }),
      ({ planned, lastChange, mended, made, fixed }) => [
        ...rowLines(language, planned),
        ...(lastChange === undefined ? [] : lastChangeLines(language, lastChange)),
        ...sourceLines(language, { mended, made: [...made, ...fixed] }),
      ],
      say('list.empty'),
    );
  },
};

/** It did nothing: what becomes of its answer is all that there is to tell. */
function shown(...given: Parameters<typeof runAnswered>): Answer {
  const { done: _, ...answer } = runAnswered(...given);
  return { ...answer, status: 0 };
}

function readFilter(args: ParsedArgs): RowFilter {
  const outcome = args.chosen<Outcome>(OUTCOME);
  const code = args.text(CODE);
  const message = args.text(MESSAGE);
  const where = readWhere(args);
  if (code === '') throw new UserError('wrongUse', 'usage.flagWithoutValue', { flag: `--${CODE.name}` });
  return {
    ...(outcome !== undefined && { outcome }),
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
    ...(where && { where }),
  };
}

/** By field, what the file holds and what is made of it. */
function sourceJson(made: readonly MadeValue[]): NonNullable<RowJson['source']> {
  return Object.fromEntries(
    made.map(({ field, columns, value }) => [
      field,
      { columns: Object.fromEntries(columns.map(({ header, text }) => [header, text])), value },
    ]),
  );
}

/** A row with a code that does not exist is rejected, and is found by it; without one, the code was misspelled. */
async function* foundRows(
  rows: AsyncIterable<readonly ShownRow[]>,
  code: string | undefined,
): AsyncGenerator<readonly ShownRow[]> {
  let any = false;
  for await (const chunk of rows) {
    any ||= chunk.length > 0;
    yield chunk;
  }
  if (!any && code !== undefined && !isMutationCode(code))
    throw new UserError('wrongUse', 'usage.choice', { flag: '--code', value: code, known: MUTATION_CODES.join(', ') });
}
