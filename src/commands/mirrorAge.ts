/** A plan is made on what a mirror had when it was last read: where that is long ago, it is said. */
import type { RunAnswer, UseCases } from '../application/useCases.js';
import { MIRROR_MAX_AGE } from '../domain/directory.js';
import { momentText } from '../language/index.js';
import type { CommandContext } from './command.js';
import { MAX_AGE } from './line/flags.js';
import { readAge } from './line/flagValues.js';
import type { ParsedArgs } from './line/parsedArgs.js';

/** Milliseconds that a mirror may be old. */
export function maxAgeIn(args: ParsedArgs): number {
  const text = args.text(MAX_AGE);
  return text === undefined ? MIRROR_MAX_AGE : readAge(MAX_AGE, text);
}

/** Tells of each environment that the plan reaches and that was read too long ago. */
export async function noticeOldMirrors(
  { run }: RunAnswer,
  maxAge: number,
  useCases: Pick<UseCases, 'environment'>,
  { remark, language }: Pick<CommandContext, 'remark' | 'language'>,
): Promise<void> {
  const codes = new Set([run.environment, ...Object.keys(run.summary.environments)]);
  for (const code of codes) {
    const { mirror } = await useCases.environment(code);
    if (!mirror || Date.parse(run.createdAt) - Date.parse(mirror.pulledAt) <= maxAge) continue;
    const params = { environment: code, at: momentText(language, mirror.pulledAt) };
    remark({ key: 'remark.oldMirror', params }, { tone: 'warning', kept: true });
  }
}
