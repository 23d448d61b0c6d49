/** A plan is applied, or where it was just stored and `--yes` was not given, told. */
import { RunRefused } from '../application/runRefused.js';
import type { ApplyRequest, RunAnswer, UseCases } from '../application/useCases.js';
import type { Answer } from './answers/answer.js';
import { runAnswered, runStands, summaryOf } from './answers/answerRun.js';
import type { CommandContext } from './command.js';
import { MIRROR_ONLY, SECOND_PASS, YES } from './line/flags.js';
import { maxAgeIn, noticeOldMirrors } from './mirrorAge.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import { watching } from './planFile.js';

export async function applyWhenAsked(
  planned: RunAnswer,
  args: ParsedArgs,
  useCases: UseCases,
  context: CommandContext,
): Promise<Answer> {
  await noticeOldMirrors(planned, maxAgeIn(args), useCases, context);
  if (!args.has(YES) || isRefused(planned)) return runAnswered(planned, useCases, context);
  const request = { secondPass: args.has(SECOND_PASS), mirrorOnly: args.has(MIRROR_ONLY) };
  return applied({ run: planned.run.id, ...request }, useCases, context);
}

/** Applies a run. Where its second pass waits, people are told what was applied before they are told why. */
export async function applied(request: ApplyRequest, useCases: UseCases, context: CommandContext): Promise<Answer> {
  try {
    return runAnswered(await useCases.apply(request, watching(context)), useCases, context);
  } catch (error) {
    if (error instanceof RunRefused && error.facts.applied !== undefined) {
      const answer = await useCases.answer(error.facts.applied);
      const lines = await summaryOf(answer, useCases, context.language);
      await context.print({ each: [], lines, done: runStands(answer, context.say) });
    }
    throw error;
  }
}

/** An act of which every row is rejected has nothing to apply, whatever else would stop it. */
function isRefused({ run }: RunAnswer): boolean {
  return run.settings.act !== undefined && run.summary.outcomes.rejected === run.file.rows;
}
