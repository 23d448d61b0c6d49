/** What the program ends with (docs/cli.md, *Exit status*). */
import { EXIT_OF_USER_ERROR, type UserErrorKind } from '../application/userError.js';
import type { RunAnswer } from '../application/useCases.js';

export type ExitStatus = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 8 | 130;

export function statusOfError(kind: UserErrorKind): ExitStatus {
  return EXIT_OF_USER_ERROR[kind];
}

/** Done, but a script has to know when rows were rejected. */
export function statusOfRun({ run }: RunAnswer): ExitStatus {
  return run.summary.outcomes.rejected > 0 ? 3 : 0;
}
