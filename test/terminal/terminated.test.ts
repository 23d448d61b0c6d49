/** The program is told to end, in each step: the terminal is as it was, and nothing is half. */
import { expect, it } from 'vitest';
import { exportedDirectory } from '../support/breakDatabase.js';
import { endIn, expectRestored, expectWhole } from './endWizard.js';
import { startWizard } from './wizardProgram.js';
import { stepNamed, walkTo, WIZARD_STEPS } from './wizardSteps.js';

it.each(WIZARD_STEPS)('SIGTERM in the step $name', async (step) => {
  const ended = await endIn(step, (wizard) => wizard.signal('SIGTERM'));
  expectRestored(ended);
  await expectWhole(ended, step);
});

it('leaves the terminal as it was on SIGHUP as well, where the terminal is still there', async () => {
  expectRestored(await endIn(stepNamed('preview'), (wizard) => wizard.signal('SIGHUP')));
});

it('waits for nobody on a second SIGTERM', async () => {
  const terminal = startWizard();
  const before = await exportedDirectory(terminal.database);
  const letGo = await walkTo(terminal, 'progress');
  terminal.signal('SIGTERM');
  // What the database does can't be interrupted, but the terminal is given back at once.
  await terminal.waitFor('Plan 1 voor T12345AA');
  expectRestored({ terminal, before });
  terminal.signal('SIGTERM');
  expect(await terminal.exit).toEqual({ code: 130 });
  letGo();
  await expectWhole({ terminal, before }, stepNamed('progress'));
});
