/** Why a key that is about a run does nothing. */
import { UNDECIDED, type Run } from '../../domain/run.js';
import { text } from '../keys/commonKeys.js';
import type { DisabledReason } from '../shell/wizard.js';

type RunOf<S> = (step: S) => Run | undefined;

/** Neither planned nor expired. */
export function isDecided<S>(runOf: RunOf<S>): DisabledReason<S> {
  return {
    reason: text(
      'Dit plan is al aangeleverd, uitgevoerd of weggegooid.',
      'This plan was delivered, applied or discarded already.',
    ),
    when: (step) => !UNDECIDED.some((status) => status === runOf(step)?.status),
  };
}

/** Neither planned nor delivered: there is nothing left to throw away. */
export function isOver<S>(runOf: RunOf<S>): DisabledReason<S> {
  return {
    reason: text('Deze run is al uitgevoerd of weggegooid.', 'This run was applied or discarded already.'),
    when: (step) => {
      const status = runOf(step)?.status;
      return status !== 'delivered' && !UNDECIDED.some((one) => one === status);
    },
  };
}

export function hasExpired<S>(runOf: RunOf<S>): DisabledReason<S> {
  return {
    reason: text('Dit plan is verlopen; maak het opnieuw met R.', 'This plan has expired; plan it again with R.'),
    when: (step) => runOf(step)?.status === 'expired',
  };
}

export function notApplied<S>(runOf: RunOf<S>): DisabledReason<S> {
  return {
    reason: text('Deze import is niet uitgevoerd.', 'This import was not applied.'),
    when: (step) => runOf(step)?.status !== 'applied',
  };
}

export function noRun<S>(runOf: RunOf<S>): DisabledReason<S> {
  return {
    reason: text('Er is hier geen import.', 'There is no import here.'),
    when: (step) => runOf(step) === undefined,
  };
}
