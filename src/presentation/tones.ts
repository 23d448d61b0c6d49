/** How outcomes and messages stand out. */
import type { MessageLevel } from '../domain/messages.js';
import type { Outcome } from '../domain/outcomes.js';
import type { Tone } from './lines.js';

/** What is dangerous jumps out; what does nothing recedes. */
export const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = {
  create: 'good',
  update: 'plain',
  block: 'warning',
  unblock: 'plain',
  rename: 'warning',
  password: 'plain',
  delete: 'warning',
  unchanged: 'dim',
  rejected: 'danger',
  excluded: 'dim',
};

export const LEVEL_TONES: Readonly<Record<MessageLevel, Tone>> = { error: 'danger', warning: 'warning', notice: 'dim' };
