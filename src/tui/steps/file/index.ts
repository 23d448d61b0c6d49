/** How the file is read. */
import type { StepDefinition } from '../../shell/wizard.js';
import { FileScreen } from './FileScreen.js';
import { FILE_KEYS } from './keys.js';
import type { FileStep } from './state.js';
import { fileStep } from './update.js';

export const file: StepDefinition<FileStep> = {
  at: 'file',
  crumb: 'wizard.step.path',
  context: 'file',
  from: ['home', 'type', 'environment', 'path'],
  enter: (_destination, { choices }) => ({ step: fileStep(choices) }),
  keys: [FILE_KEYS],
  Screen: FileScreen,
};
