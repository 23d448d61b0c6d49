/** The keys of reading lists. */
import { BACK, CLOSE, text } from '../../keys/commonKeys.js';
import { browse, complete, editPath } from '../../paths/pathKeys.js';
import type { KeyGroup } from '../../shell/wizard.js';
import { unknownColumns, type ListsStep } from './state.js';
import { askRead, choose, open, scroll, tryOut, tryWithout } from './update.js';

export const LISTS_PATH_KEYS: KeyGroup<ListsStep> = {
  title: 'The file with a list',
  applies: ({ tried }) => tried === null,
  edit: editPath,
  bindings: [
    { keys: ['up'], label: text('omhoog', 'up'), run: (step, wizard) => browse(step, 'up', wizard) },
    { keys: ['down'], label: text('omlaag', 'down'), run: (step, wizard) => browse(step, 'down', wizard) },
    { keys: ['enter'], label: text('openen', 'open'), footer: 10, deliberate: true, run: open },
    BACK,
    { keys: ['tab'], label: text('aanvullen', 'complete'), footer: 20, run: complete },
  ],
};

export const LISTS_COUNTS_KEYS: KeyGroup<ListsStep> = {
  title: 'What a list would do',
  applies: ({ tried }) => tried?.kind === 'counts',
  bindings: [
    { keys: ['enter'], label: text('inlezen', 'read it'), footer: 10, deliberate: true, run: askRead },
    { ...CLOSE, label: BACK.label, run: choose },
  ],
};

export const LISTS_FAULTS_KEYS: KeyGroup<ListsStep> = {
  title: 'What does not fit in a list',
  applies: ({ tried }) => tried?.kind === 'faults',
  bindings: [
    { keys: ['up', 'k'], label: text('omhoog', 'up'), run: (step) => scroll(step, -1) },
    { keys: ['down', 'j'], label: text('omlaag', 'down'), footer: 20, run: (step) => scroll(step, 1) },
    {
      keys: ['x'],
      label: text('niet importeren', 'do not import'),
      disabled: [
        {
          reason: text('Alle kolommen zijn bekend.', 'All columns are known.'),
          when: (step) => unknownColumns(step).length === 0,
        },
      ],
      footer: 11,
      run: tryWithout,
    },
    {
      keys: ['ctrl+r'],
      label: text('opnieuw kijken', 'look again'),
      footer: 21,
      run: ({ tried }) => (tried ? { effects: [tryOut(tried.source)] } : {}),
    },
    { ...CLOSE, label: BACK.label, run: choose },
  ],
};
