/** A run that is not in any database, with what the keys and the frame look at. */
import type { RunAnswer } from '../../../src/application/useCases.js';
import { noOutcomes } from '../../../src/domain/outcomes.js';
import type { RunStatus, RunSummary } from '../../../src/domain/run.js';

export function madeRun(summary: Partial<RunSummary> = {}, status: RunStatus = 'planned'): RunAnswer {
  const run = {
    id: 1,
    kind: 'import',
    status,
    type: 'user',
    environment: 'T12345AA',
    environmentType: 'test',
    file: { name: 'alles.csv', rows: 3 },
    counts: {},
    summary: { outcomes: noOutcomes(), environments: {}, staysActive: {}, tokensRevoked: 0, ...summary },
    deferredUpns: 0,
  };
  return { run, guards: [], approvalAsked: false, approvalNeeded: false } as unknown as RunAnswer;
}
