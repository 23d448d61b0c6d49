/** `mend RUN`: cells of a plan are put right, and the plan is worked out again. */
import type { MendRequest } from '../application/useCases.js';
import { UserError } from '../application/userError.js';
import { runAnswered } from './answers/answerRun.js';
import { RUN, type Command } from './command.js';
import { readExchange, readPair } from './line/fieldSettings.js';
import { readRows, readRun } from './line/flagValues.js';
import { REPLACE_VALUE, RESTORE, ROW, ROWS_WHERE } from './line/flags.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import { readWhere } from './line/rowsWhere.js';
import { watching } from './planFile.js';

export const mend: Command = {
  words: 'mend',
  answers: () => 'run',
  summary: 'command.mend',
  argument: RUN,
  more: [{ name: 'field=value', required: false, many: true, text: 'argument.cells' }],
  flags: [ROW, ROWS_WHERE, REPLACE_VALUE, RESTORE],
  run: async (args, context) => {
    const [run] = args.words;
    const request = readMend(args);
    const { useCases } = await context.services();
    const { mended, ...answer } = await useCases.mend(readRun(run ?? ''), request, watching(context));
    const told = { run: answer.run.id, cells: mended.cells, rows: mended.rows };
    if (mended.cells === 0) context.remark({ key: 'mend.nothing', params: told }, { tone: 'warning' });
    else context.remark({ key: 'mend.done', params: told });
    const answered = runAnswered(answer, useCases, context);
    return 'json' in answered ? { ...answered, json: { ...answered.json, mended } } : answered;
  },
};

/** Throws `UserError` for what says nothing, or not of which rows. */
function readMend(args: ParsedArgs): MendRequest {
  const words = args.words.slice(1);
  const pairs = words.map((word) =>
    args.has(RESTORE) ? { field: word, value: '' } : readPair('mend', word, 'group=INKOOP'),
  );
  const replace = args.list(REPLACE_VALUE).map((text) => {
    const { field, ...exchange } = readExchange('--replace', text, '"group:Fin=FINANCE"');
    return { place: field, ...exchange };
  });
  const where = readWhere(args);
  const rows = args.has(ROW) ? readRows(ROW, args.list(ROW)) : undefined;
  if (args.has(RESTORE) && replace.length > 0)
    throw new UserError('wrongUse', 'usage.flagsClash', { one: '--restore', other: '--replace' });
  if (pairs.length > 0 && replace.length > 0)
    throw new UserError('wrongUse', 'usage.flagsClash', { one: '--replace', other: words[0] ?? '' });
  if (pairs.length === 0 && replace.length === 0 && !args.has(RESTORE))
    throw new UserError('wrongUse', 'usage.mendWhat');
  if (pairs.length > 0 && !args.has(RESTORE) && !where && !rows) throw new UserError('wrongUse', 'usage.mendRows');
  const places = pairs.map(({ field }) => field);
  return {
    ...(rows && { rows }),
    ...(where && { where }),
    ...(replace.length > 0 && { replace }),
    ...(args.has(RESTORE)
      ? { restore: places }
      : { values: pairs.map(({ field, value }) => ({ place: field, value })) }),
  };
}
