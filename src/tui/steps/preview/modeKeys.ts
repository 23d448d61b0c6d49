/** The keys of what the preview shows instead of its list: everything of a row, and the rows one by one. */
import { CLOSE, text } from '../../keys/commonKeys.js';
import type { KeyGroup } from '../../shell/wizard.js';
import { endReview, keep, leaveOut, onward, reviewing } from './review.js';
import type { PreviewStep } from './state.js';
import { showDetails, showList } from './update.js';

export const DETAILS_KEYS: KeyGroup<PreviewStep> = {
  title: 'All of a row',
  applies: ({ mode }) => mode.kind === 'details',
  bindings: [
    { ...CLOSE, run: showList },
    { keys: ['up', 'k'], label: text('omhoog', 'up'), run: (step) => showDetails(step, -1) },
    { keys: ['down', 'j'], label: text('omlaag', 'down'), footer: 20, run: (step) => showDetails(step, 1) },
    { keys: ['d'], label: text('alles van de rij', 'all of the row'), footer: 25, run: showList },
  ],
};

export const REVIEW_KEYS: KeyGroup<PreviewStep> = {
  title: 'Review, one by one',
  applies: ({ mode }) => mode.kind === 'review',
  bindings: [
    { keys: ['enter'], label: text('laten staan, volgende', 'keep, next'), footer: 10, run: reviewing(keep) },
    { ...CLOSE, run: reviewing(endReview) },
    {
      keys: ['space'],
      label: text('weglaten, volgende', 'leave out, next'),
      footer: 11,
      deliberate: true,
      run: reviewing(leaveOut),
    },
    {
      keys: ['down', 'j', 'right'],
      label: text('volgende', 'next'),
      footer: 12,
      run: reviewing((step, review, wizard) => onward(step, review, 1, wizard)),
    },
    {
      keys: ['up', 'k', 'left'],
      label: text('vorige', 'before'),
      footer: 13,
      run: reviewing((step, review, wizard) => onward(step, review, -1, wizard)),
    },
  ],
};
