/** `show RUN`: a run's summary, or its rows as they are read from the database. */
import { UserError } from '../application/userError.js';
import type { RowFilter } from '../application/ports/planStore.js';
import { requireRowsIn } from '../application/settingsPlan.js';
import type { UseCases } from '../application/useCases.js';
import { isMutationCode, MUTATION_CODES } from '../domain/mutationCodes.js';
import type { Outcome } from '../domain/outcomes.js';
import { answerRun } from './answerRun.js';
import { readRun } from './arguments.js';
import type { Args } from './args.js';
import type { Command, CommandContext } from './command.js';
import { CODE, MESSAGE, OUTCOME, ROWS } from './flags.js';
import { rowJson } from './rowJson.js';
import { rowLines } from '../presentation/rowLines.js';

export const show: Command = {
  words: 'show',
  summary: 'command.show',
  argument: { name: 'run', required: true, text: 'argument.run' },
  flags: [ROWS, OUTCOME, CODE, MESSAGE],
  run: async (args, context) => {
    const run = readRun(args.required);
    const filter = readFilter(args);
    const { useCases } = await context.services('read');
    const answer = await useCases.answer(run);
    const rows = args.has(ROWS) || Object.keys(filter).length > 0;
    if (rows) requireRowsIn(answer.run);
    if (rows) await showRows(run, filter, useCases, context);
    else await answerRun(answer, useCases, context);
    return 0;
  },
};

function readFilter(args: Args): RowFilter {
  const outcome = args.text(OUTCOME) as Outcome | undefined;
  const code = args.text(CODE);
  const message = args.text(MESSAGE);
  if (code === '') throw new UserError('wrongUse', 'usage.flagWithoutValue', { flag: `--${CODE.name}` });
  return {
    ...(outcome !== undefined && { outcome }),
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
  };
}

/** A row with a code that does not exist is rejected, and is found by it; without one, the code was misspelled. */
function refuseNoCode(code: string | undefined): void {
  if (code === undefined || isMutationCode(code)) return;
  throw new UserError('wrongUse', 'usage.choice', { flag: '--code', value: code, known: MUTATION_CODES.join(', ') });
}

async function showRows(
  run: number,
  filter: RowFilter,
  useCases: UseCases,
  { output, language, say }: CommandContext,
): Promise<void> {
  let any = false;
  for await (const rows of useCases.rows(run, filter)) {
    for (const planned of rows) {
      any = true;
      if (output.json) await output.jsonLine(rowJson(language, planned));
      else await output.lines(rowLines(language, planned));
    }
    if (output.closed) return;
  }
  if (!any) refuseNoCode(filter.code);
  if (!any && !output.json) await output.line(say('list.empty'));
}
