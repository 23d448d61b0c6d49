/** Why a key that is about a run does nothing. */
import type { Run } from '../../domain/run.js';
import { text } from '../keys/commonKeys.js';
import type { DisabledReason } from '../shell/wizard.js';

type RunOf<S> = (step: S) => Run | undefined;

export function notPlanned<S>(runOf: RunOf<S>): DisabledReason<S> {
  return {
    reason: text('Dit plan is al uitgevoerd of weggegooid.', 'This plan was applied or discarded already.'),
    when: (step) => runOf(step)?.status !== 'planned',
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
