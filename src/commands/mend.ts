/** `mend RUN`: cells of a plan are put right, and the plan is worked out again. */
import type { MendRequest, UseCases } from '../application/useCases.js';
import { UserError } from '../application/userError.js';
import { fieldOf, type FieldId } from '../domain/fields.js';
import { runAnswered } from './answers/answerRun.js';
import { RUN, type Command } from './command.js';
import { readExchange, readPair } from './line/fieldSettings.js';
import { readRows, readRun, refuseBoth } from './line/flagValues.js';
import { REPLACE_VALUE, RESTORE, ROW, ROWS_WHERE } from './line/flags.js';
import { nearest } from './line/nearest.js';
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
    const run = readRun(args.words[0] ?? '');
    const request = readMend(args);
    const { useCases } = await context.services();
    const { mended, ...answer } = await useCases.mend(run, request, watching(context)).catch(async (error: unknown) => {
      throw await withNearPlace(error, run, useCases);
    });
    const told = { run: answer.run.id, cells: mended.cells, rows: mended.rows };
    if (mended.cells === 0) context.remark({ key: 'mend.nothing', params: told }, { tone: 'warning' });
    else context.remark({ key: request.restore ? 'mend.restored' : 'mend.done', params: told });
    const answered = runAnswered(answer, useCases, context);
    return 'json' in answered ? { ...answered, json: { ...answered.json, mended } } : answered;
  },
};

/** What no column is called is told with the name that was probably meant, where one comes near. */
async function withNearPlace(error: unknown, run: number, useCases: UseCases): Promise<unknown> {
  if (!(error instanceof UserError) || error.key !== 'mend.unknown') return error;
  const { headers, settings } = (await useCases.answer(run)).run;
  const fields = (Object.keys(settings.mapping) as FieldId[]).map(fieldOf);
  const names = [...headers, ...fields.flatMap(({ id, nl, en }) => [id, nl, en])].filter((name) => name !== '');
  const place = String(error.params['place']);
  const keys = names.map((name) => name.toLowerCase());
  const near = names[keys.indexOf(nearest(place.toLowerCase(), keys) ?? '')];
  return near === undefined ? error : new UserError('wrongUse', 'mend.unknownNear', { place, near });
}

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
  refuseBoth(args, RESTORE, REPLACE_VALUE);
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
