/** The connection is lost, in each step: nothing is half, and a plan that was made is gone on with. */
import { it } from 'vitest';
import { endIn, expectWhole } from './endWizard.js';
import { startWizard, strike, TO_TYPE, type Stroke } from './wizardProgram.js';
import { WIZARD_STEPS, type WizardStep } from './wizardSteps.js';

/** What the next wizard has of it. */
const FOUND: Readonly<Record<WizardStep['plan'], readonly Stroke[]>> = {
  none: [['H', 'Er is nog niets geïmporteerd.']],
  planned: [
    ['', 'Wacht op jou'],
    ['end', '▸ plan 1  T12345AA'],
    ['enter', '[Alle 16]'],
    ['', 'Gaat uit groep INKOOP'],
  ],
  applied: [
    ['H', 'Gepland '],
    ['enter', '[Alle 16]'],
    ['', 'Gaat uit groep INKOOP'],
  ],
};

/** The first and the last of the steps that leave the same: what is between them is told by the database alone. */
const GONE_ON_WITH = WIZARD_STEPS.filter(
  ({ plan }, at) => WIZARD_STEPS[at - 1]?.plan !== plan || WIZARD_STEPS[at + 1]?.plan !== plan,
);

it.each(WIZARD_STEPS)('in the step $name', async (step) => {
  const ended = await endIn(step, (wizard) => wizard.hangUp());
  await expectWhole(ended, step);
  if (!GONE_ON_WITH.includes(step)) return;
  const again = startWizard({ place: ended.terminal });
  await strike(again, [TO_TYPE[0]!, ...FOUND[step.plan]]);
});
