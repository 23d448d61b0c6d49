/** The keys of the path. */
import { BACK, text } from '../../keys/commonKeys.js';
import { browse, complete, editPath } from '../../paths/pathKeys.js';
import type { KeyGroup } from '../../shell/wizard.js';
import type { PathStep } from './state.js';
import { back, open } from './update.js';

export const PATH_KEYS: KeyGroup<PathStep> = {
  title: 'The path of the file',
  edit: editPath,
  bindings: [
    { keys: ['up'], label: text('omhoog', 'up'), run: (step, wizard) => browse(step, 'up', wizard) },
    { keys: ['down'], label: text('omlaag', 'down'), run: (step, wizard) => browse(step, 'down', wizard) },
    { keys: ['enter'], label: text('openen', 'open'), footer: 10, deliberate: true, run: open },
    { ...BACK, run: back },
    { keys: ['tab'], label: text('aanvullen', 'complete'), footer: 20, run: complete },
  ],
};
