/** What the program ends with (docs/cli.md, *Exit status*). */
import { EXIT_OF_USER_ERROR, type UserErrorKind } from '../../application/userError.js';
import { statusOfPlan } from '../../application/planStatus.js';
import type { RunAnswer } from '../../application/useCases.js';

export type ExitStatus = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 130;

export function statusOfError(kind: UserErrorKind): ExitStatus {
  return EXIT_OF_USER_ERROR[kind];
}

/** Done, but a script has to know when rows were rejected, and, where it asked, when there is something to do. */
export function statusOfRun({ run }: RunAnswer, exitOnChanges = false): ExitStatus {
  return statusOfPlan(run.summary, exitOnChanges);
}

/** With `--exit-on-changes`, something that is only looked for. */
export const SOMETHING_TO_DO: ExitStatus = 7;
