/** The keys of the history. */
import { BACK, text } from '../../keys/commonKeys.js';
import { deliverKey, verifyKey } from '../../runs/delivering.js';
import { discardKey } from '../../runs/discard.js';
import { followUpKeys } from '../../runs/followUpKeys.js';
import { noRun } from '../../runs/reasons.js';
import type { KeyGroup } from '../../shell/wizard.js';
import { runHere, type HistoryStep } from './state.js';
import { loadRuns, move, open, showAudit } from './update.js';

export const HISTORY_KEYS: KeyGroup<HistoryStep> = {
  title: 'The history',
  move,
  bindings: [
    {
      keys: ['enter'],
      label: text('rijen bekijken', 'look at its rows'),
      disabled: [noRun(runHere)],
      footer: 10,
      deliberate: true,
      run: open,
    },
    BACK,
    discardKey(runHere, loadRuns),
    deliverKey(runHere),
    verifyKey(runHere),
    ...followUpKeys(runHere),
    { keys: ['L'], label: text('logboek', 'audit'), disabled: [noRun(runHere)], footer: 25, run: showAudit },
  ],
};
