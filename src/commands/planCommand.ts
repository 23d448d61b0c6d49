/** `plan FILE` and `plan --again RUN`: a plan is stored, and nothing else is written. */
import { rowName } from '../presentation/rowName.js';
import { UserError } from '../application/userError.js';
import type { RowDifference, RunAnswer, UseCases } from '../application/useCases.js';
import type { Line } from '../presentation/lines.js';
import { translate } from '../language/index.js';
import { runAnswered, summaryOf } from './answers/answerRun.js';
import { readGuards, readNumber, readReason, readRun } from './line/flagValues.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import type { Command, CommandContext } from './command.js';
import { savedRequest } from './line/savedRequest.js';
import { statusOfRun, type ExitStatus } from './answers/exitStatus.js';
import type { Flag } from './line/flagTypes.js';
import {
  ABSENT_FLAGS,
  AGAIN,
  DEFINITION,
  ENV,
  ENVS,
  EXIT_ON_CHANGES,
  EXPIRES,
  GUARD_FLAGS,
  IMPORT_AGAIN,
  MAX_AGE,
  REASON,
} from './line/flags.js';
import { maxAgeIn, noticeOldMirrors } from './mirrorAge.js';
import { IMPORT_FLAGS, importNeeds, readAbsent, readImportRequest } from './line/importRequest.js';
import { wrapped } from '../presentation/layout.js';
import { planFile, planFiles, noticeIdleDefaults, watching } from './planFile.js';
import { differenceJson, runJson } from './answers/runJson.js';
import { textLines, readLater, type Answer } from './answers/answer.js';

const DIFFERENCES_TOLD = 50;

/** What can be said anew of rows that are planned again. */
const AGAIN_TAKES: readonly Flag[] = [IMPORT_AGAIN, EXPIRES, REASON, ...ABSENT_FLAGS];

export const plan: Command = {
  words: 'plan',
  answers: (args) => (environmentsOf(args).length > 1 ? 'run-of-set' : 'run'),
  summary: 'command.plan',
  argument: { name: 'file', required: false, text: 'argument.file' },
  flags: [AGAIN, ENVS, ...IMPORT_FLAGS.filter((flag) => flag !== ENV), ...GUARD_FLAGS, EXIT_ON_CHANGES, MAX_AGE],
  run: async (args, context) => {
    const again = args.text(AGAIN);
    const maxAge = maxAgeIn(args);
    if (again !== undefined) return planAgain(readRun(again), args, context);
    args.requireAll(importNeeds(args), args.argument === undefined ? ['FILE'] : []);
    const environments = environmentsOf(args);
    if (environments.includes(''))
      throw new UserError('wrongUse', 'usage.flagWithoutValue', { flag: `--${ENVS.name}` });
    const { useCases, definitions } = await context.services();
    const request = readImportRequest(args, await savedRequest(args.text(DEFINITION), definitions));
    noticeIdleDefaults(args, request, context);
    const exitOnChanges = args.has(EXIT_ON_CHANGES);
    const [environment = '', ...others] = environments;
    if (others.length === 0) {
      const planned = await planFile({ ...request, environment, exitOnChanges }, useCases, context);
      await noticeOldMirrors(planned, maxAge, useCases, context);
      return runAnswered(planned, useCases, context, exitOnChanges);
    }
    const planned = await planFiles({ ...request, exitOnChanges }, environments, useCases, context);
    for (const one of planned) await noticeOldMirrors(one, maxAge, useCases, context);
    return setAnswered(planned, useCases, context, exitOnChanges);
  },
};

/** The codes, each given for itself or with commas between. */
function environmentsOf(args: ParsedArgs): readonly string[] {
  return args.list(ENVS).flatMap((text) => text.split(',').map((code) => code.trim()));
}

/** Each plan as it would be told alone, and the highest status of all. */
function setAnswered(
  answers: readonly RunAnswer[],
  useCases: UseCases,
  context: CommandContext,
  exitOnChanges: boolean,
): Answer {
  const told = answers.map((answer) => runAnswered(answer, useCases, context, exitOnChanges));
  return {
    each: answers.map(runJson),
    lines: readLater(async () => {
      const lines: Line[] = [];
      for (const answer of answers) {
        if (lines.length > 0) lines.push(['']);
        lines.push(...(await summaryOf(answer, useCases, context.language)));
      }
      return lines;
    }),
    status: told.reduce<ExitStatus>((highest, { status = 0 }) => (status > highest ? status : highest), 0),
    done: told.map(({ done }) => done).join(' '),
  };
}

async function planAgain(run: number, args: ParsedArgs, context: CommandContext): Promise<Answer> {
  const odd = IMPORT_FLAGS.find((flag) => args.has(flag) && !AGAIN_TAKES.includes(flag));
  if (args.argument !== undefined)
    throw new UserError('wrongUse', 'usage.flagsClash', { one: '--again', other: args.argument });
  if (odd) throw new UserError('wrongUse', 'usage.flagsClash', { one: '--again', other: `--${odd.name}` });
  const expires = args.text(EXPIRES);
  const exitOnChanges = args.has(EXIT_ON_CHANGES);
  const { useCases } = await context.services();
  const options = {
    importAgain: args.has(IMPORT_AGAIN),
    raised: readGuards(args),
    exitOnChanges,
    reason: readReason(args),
    ...(ABSENT_FLAGS.some((flag) => args.has(flag)) && { absent: readAbsent(args).absent ?? null }),
    ...(expires !== undefined && { expiresAfterDays: readNumber(EXPIRES, expires) }),
  };
  const { differences, ...answer } = await useCases.planAgain(run, options, watching(context));
  await noticeOldMirrors(answer, maxAgeIn(args), useCases, context);
  const { language } = context;
  return {
    json: { ...runJson(answer), differences: differences.map((one) => differenceJson(language, one)) },
    lines: readLater(async () => [
      ...(await summaryOf(answer, useCases, language)),
      ...textLines(differenceLines(run, differences, context)),
    ]),
    status: statusOfRun(answer, exitOnChanges),
  };
}

function differenceLines(
  run: number,
  differences: readonly RowDifference[],
  { language, say }: CommandContext,
): string[] {
  if (differences.length === 0) return ['', say('again.same', { run })];
  const told = differences.slice(0, DIFFERENCES_TOLD).flatMap(({ row, user, before, after }) => {
    const outcome = (planned: RowDifference['before']): string =>
      planned ? translate(language, `outcome.${planned.outcome}`) : say('again.absent');
    const same = before?.outcome === after?.outcome;
    const params = { place: rowName(language, row), user, before: outcome(before), after: outcome(after) };
    return wrapped(translate(language, same ? 'again.values' : 'again.row', params), 4, 2);
  });
  const more = differences.length - DIFFERENCES_TOLD;
  return ['', say('again.different', { run }), ...told, ...(more > 0 ? [`  + ${more}`] : [])];
}
