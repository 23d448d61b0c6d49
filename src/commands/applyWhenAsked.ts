/** A plan that was just stored is told, or with `--yes` applied at once. */
import type { RunAnswer, UseCases } from '../application/useCases.js';
import type { Answer } from './answer.js';
import { runAnswered } from './answerRun.js';
import type { CommandContext } from './command.js';
import { SECOND_PASS, YES } from './flags.js';
import type { ParsedArgs } from './parsedArgs.js';
import { watching } from './planFile.js';

export async function applyWhenAsked(
  planned: RunAnswer,
  args: ParsedArgs,
  useCases: UseCases,
  context: CommandContext,
): Promise<Answer> {
  if (!args.has(YES) || isRefused(planned)) return runAnswered(planned, useCases, context);
  const applying = { run: planned.run.id, secondPass: args.has(SECOND_PASS) };
  return runAnswered(await useCases.apply(applying, watching(context)), useCases, context);
}

/** An act of which every row is rejected has nothing to apply, whatever else would stop it. */
function isRefused({ run }: RunAnswer): boolean {
  return run.settings.act !== undefined && run.summary.outcomes.rejected === run.file.rows;
}
