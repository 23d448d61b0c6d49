/** The keys of the list of kinds of change. */
import { BACK, text } from '../../keys/commonKeys.js';
import { PLAN_AGAIN } from '../../runs/planAgain.js';
import type { KeyGroup } from '../../shell/wizard.js';
import { openKind, toAlone, toggleKind } from './kindActs.js';
import { FILTER } from './filterKeys.js';
import { CONFIRM, LEAVE_OUT, TABS } from './keys.js';
import { isGrouped, type PreviewStep } from './state.js';
import { back, move, showDetails } from './update.js';

export const KIND_KEYS: KeyGroup<PreviewStep> = {
  title: 'The preview, by kind of change',
  applies: (step) => step.mode.kind === 'list' && isGrouped(step),
  move,
  bindings: [
    { keys: ['enter'], label: text('openen', 'open'), footer: 10, deliberate: true, run: openKind },
    { ...CONFIRM, keys: ['c'], footer: 11 },
    { ...BACK, run: back },
    ...TABS,
    { ...LEAVE_OUT, run: toggleKind },
    {
      keys: [']'],
      label: text('volgende die opvalt', 'next that stands out'),
      footer: 22,
      run: (step, wizard) => toAlone(step, 1, wizard),
    },
    {
      keys: ['['],
      label: text('vorige die opvalt', 'one before that stands out'),
      run: (step, wizard) => toAlone(step, -1, wizard),
    },
    FILTER,
    { keys: ['d'], label: text('alles van de rij', 'all of the row'), run: (step) => showDetails(step) },
    PLAN_AGAIN,
  ],
};
