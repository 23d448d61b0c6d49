/** `show RUN`: a run's summary, or its rows as they are read from the database. */
import { UserError } from '../application/userError.js';
import type { PlannedSource, RowFilter } from '../application/ports/planStore.js';
import { requireRowsIn } from '../application/settingsPlan.js';
import { isMutationCode, MUTATION_CODES } from '../domain/mutationCodes.js';
import { fieldFrom, headerOf } from '../application/mendPlaces.js';
import type { MadeValue } from '../domain/madeValues.js';
import { RowReader } from '../domain/readRow.js';
import { mendedTexts } from '../domain/mendedRow.js';
import type { Outcome } from '../domain/outcomes.js';
import type { Run } from '../domain/run.js';
import { runAnswered } from './answers/answerRun.js';
import { readRun } from './line/flagValues.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import { RUN, type Command } from './command.js';
import { BY, CODE, MESSAGE, OUTCOME, ROWS, ROWS_WHERE } from './line/flags.js';
import { shownByChange, shownByMessage } from './showGroups.js';
import { readWhere } from './line/rowsWhere.js';
import { rowJson } from './answers/rowJson.js';
import { madeLines, mendedLines, rowLines } from '../presentation/rowLines.js';
import type { RowJson } from './answers/schemas/row.js';
import { streamed, type Answer } from './answers/answer.js';
import type { PlannedRow } from '../domain/plannedRow.js';

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
    const reader = new RowReader(answer.run.settings);
    const isOther = reader.makesValues || (await useCases.countRows(run, { mark: 'mended' })) > 0;
    return streamed(
      foundRows(
        isOther ? rowsOfFile(useCases.sources(run, filter), answer.run, reader) : plainRows(useCases.rows(run, filter)),
        filter.code,
      ),
      ({ planned, ...of }) => rowJson(language, planned, of),
      ({ planned, mended = [], made = [] }) => [
        ...rowLines(language, planned),
        ...madeLines(language, made),
        ...mendedLines(language, mended),
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

interface ShownRow {
  readonly planned: PlannedRow;
  readonly mended?: RowJson['mended'];
  readonly source?: RowJson['source'];
  readonly made?: readonly MadeValue[];
}

async function* plainRows(rows: AsyncIterable<readonly PlannedRow[]>): AsyncGenerator<readonly ShownRow[]> {
  for await (const chunk of rows) yield chunk.map((planned) => ({ planned }));
}

/** What the file has, where it was mended or a value was made of it, is kept with the row of the file. */
async function* rowsOfFile(
  sources: AsyncIterable<readonly PlannedSource[]>,
  run: Run,
  reader: RowReader,
): AsyncGenerator<readonly ShownRow[]> {
  for await (const chunk of sources)
    yield chunk.map(({ planned, source }) => {
      const mended = mendedTexts(source).map(({ column, from, to }) => {
        const field = fieldFrom(run, column);
        return { ...(field && { field }), column: headerOf(run, column), from, to };
      });
      const made = reader.madeValues(source);
      const of = made.map(({ field, columns, value }) => [
        field,
        { columns: Object.fromEntries(columns.map(({ header, text }) => [header, text])), value },
      ]);
      return {
        planned,
        ...(mended.length > 0 && { mended }),
        ...(made.length > 0 && { made, source: Object.fromEntries(of) as RowJson['source'] }),
      };
    });
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
