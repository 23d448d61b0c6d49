/** A run that was asked to be applied or changed, and was not: with the run as it was judged. */
import { UserError, type Told } from './userError.js';
import type { RunAnswer } from './useCases.js';

export class RunRefused extends UserError {
  constructor(
    { kind, key, params, details, facts }: UserError,
    /** The run with its guards, as they were judged. */
    readonly answer: RunAnswer,
  ) {
    super(kind, ...([key, params, details] as Told));
    this.with(facts);
  }
}

/** What was asked waits as a plan instead: that is an answer as well, and the run is told. */
export class LeftToPlan extends RunRefused {}
