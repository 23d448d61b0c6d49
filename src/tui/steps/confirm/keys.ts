/** The keys of confirming, and of waiting for somebody else’s approval. */
import { changesOf } from '../../../domain/outcomes.js';
import { BACK, text } from '../../keys/commonKeys.js';
import { BLOCK_ELSEWHERE } from '../../runs/blockElsewhere.js';
import { PLAN_AGAIN } from '../../runs/planAgain.js';
import type { Binding, KeyGroup } from '../../shell/wizard.js';
import { askFirst } from './firstRows.js';
import { asksFile, changesNothing, isFile, isKeyBeforeTyping, waitsForApproval, type ConfirmStep } from './state.js';
import { approve, back, confirm, edit, lookAgain, sayWhy, scroll } from './update.js';

const isNothing = ({ answer }: ConfirmStep): boolean => changesNothing(answer);

/** Some rows first, then the rest. */
const FIRST_ROWS: Binding<ConfirmStep> = {
  keys: ['tab'],
  label: text('eerst een paar', 'a few first'),
  disabled: [
    {
      reason: text('Dit plan heeft geen rijen, of draait een run terug.', 'This plan has no rows, or undoes a run.'),
      when: ({ answer: { run } }) => run.settingsChange !== null || run.kind === 'undo',
    },
    {
      reason: text(
        'Wie goedkeurt, keurt een heel plan goed: laat rijen weg.',
        'A plan is approved as a whole: leave rows out.',
      ),
      when: ({ answer }) => answer.approvalAsked,
    },
    {
      reason: text('Hier wordt een heel bestand van gemaakt.', 'A file is made of all of it.'),
      when: ({ answer }) => isFile(answer),
    },
    {
      reason: text('Er wijzigt maar één rij, of geen.', 'One row changes something, or none does.'),
      when: ({ answer }) => changesOf(answer.run.summary) < 2,
    },
  ],
  footer: 22,
  deliberate: true,
  run: askFirst,
};

export const APPROVAL_KEYS: KeyGroup<ConfirmStep> = {
  title: 'Waiting for approval',
  applies: waitsForApproval,
  bindings: [
    { ...BACK, run: back },
    { keys: ['a'], label: text('goedkeuren', 'approve'), footer: 20, deliberate: true, run: approve },
    { keys: ['ctrl+r'], label: text('opnieuw kijken', 'look again'), footer: 21, run: lookAgain },
    BLOCK_ELSEWHERE,
  ],
};

/** Kept with the run: asked for where an environment wants it, and there for whoever wants to say it. */
const WHY: Binding<ConfirmStep> = { keys: ['ctrl+t'], label: text('reden', 'reason'), footer: 27, run: sayWhy };

export const CONFIRM_KEYS: KeyGroup<ConfirmStep> = {
  title: 'Confirming',
  applies: (step) => !waitsForApproval(step) && !asksFile(step),
  edit,
  bindings: [
    {
      keys: ['enter'],
      label: text('doen wat je typte', 'confirm what you typed'),
      footer: 10,
      deliberate: true,
      disabled: [{ reason: text('Dit plan wijzigt niets.', 'This plan changes nothing.'), when: isNothing }],
      run: confirm,
    },
    { ...BACK, run: back },
    FIRST_ROWS,
    { ...PLAN_AGAIN, footer: 26 },
    WHY,
    { keys: ['up'], label: text('omhoog', 'up'), run: (step) => scroll(step, -1) },
    { keys: ['down'], label: text('omlaag', 'down'), footer: 20, run: (step) => scroll(step, 1) },
    { ...BLOCK_ELSEWHERE, whileTyping: isKeyBeforeTyping },
  ],
};

/** In a mirror the file is the way; elsewhere it is made from the history. */
export const FILE_KEYS: KeyGroup<ConfirmStep> = {
  title: 'A file for AFAS',
  applies: (step) => !waitsForApproval(step) && asksFile(step),
  bindings: [
    {
      keys: ['enter', 'ctrl+f'],
      label: text('bestand voor AFAS', 'file for AFAS'),
      footer: 10,
      deliberate: true,
      run: confirm,
    },
    { ...BACK, run: back },
    { ...PLAN_AGAIN, footer: 26 },
    WHY,
    { keys: ['up'], label: text('omhoog', 'up'), run: (step) => scroll(step, -1) },
    { keys: ['down'], label: text('omlaag', 'down'), footer: 20, run: (step) => scroll(step, 1) },
    BLOCK_ELSEWHERE,
  ],
};
