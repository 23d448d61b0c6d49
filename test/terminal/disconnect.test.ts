/** The connection is lost, or the program is told to end, in each step: nothing is half, and the plan can be gone on with. */
import { describe, expect, it } from 'vitest';
import { exportedDirectory, faultsOf, runsOf } from '../support/breakDatabase.js';
import { startWizard, strike, type WizardTerminal } from './wizardProgram.js';
import { walkTo, WIZARD_STEPS, type WizardStep } from './wizardSteps.js';

const INTERRUPTED = 130;

/** What the directory is at first, and what it is when the import was applied. */
interface Directories {
  before: string;
  after?: string;
}

/** Walks to a step, ends the wizard there, and answers the directory before it. */
async function endIn(
  { name }: WizardStep,
  end: (terminal: WizardTerminal) => void,
): Promise<{ readonly terminal: WizardTerminal; readonly before: string }> {
  const terminal = startWizard();
  const before = await exportedDirectory(terminal.database);
  const letGo = await walkTo(terminal, name);
  end(terminal);
  letGo();
  expect(await terminal.exit).toEqual({ code: INTERRUPTED });
  return { terminal, before };
}

/** The screen that was there before the wizard, with a cursor, and a line that shows what is typed. */
function expectRestored(terminal: WizardTerminal): void {
  expect(terminal.alternate).toBe(false);
  expect(terminal.cursor.visible).toBe(true);
  expect(terminal.text()).not.toMatch(/\[(Soort|Omgeving|Bestand|Koppelen|Bekijken|Bevestigen)\]/u);
  // Ways of reporting keys and pastes that were switched on are switched off again.
  for (const mode of new Set(terminal.output.matchAll(/\x1b\[\?(\d+)h/gu).map(([, mode]) => mode!))) {
    if (mode === '25') continue;
    expect(terminal.output.lastIndexOf(`\x1b[?${mode}l`), `mode ${mode}`).toBeGreaterThan(
      terminal.output.lastIndexOf(`\x1b[?${mode}h`),
    );
  }
}

/** Nothing is written unless it was applied, and a plan that was made is offered. */
async function expectWhole(terminal: WizardTerminal, before: string, { plan }: WizardStep): Promise<void> {
  const { database } = terminal;
  expect(await faultsOf(database)).toEqual([]);
  expect((await runsOf(database)).map(({ status }) => status)).toEqual(plan === 'none' ? [] : [plan]);
  if (plan !== 'applied') expect(await exportedDirectory(database)).toBe(before);
}

describe.each(WIZARD_STEPS)('in the step $name', (step) => {
  it.each(['SIGTERM', 'SIGHUP'])('%s leaves the terminal as it was', async (signal) => {
    const { terminal, before } = await endIn(step, (wizard) => wizard.signal(signal));
    expectRestored(terminal);
    await expectWhole(terminal, before, step);
  });

  it('a lost connection loses nothing: the plan is gone on with', async () => {
    const { terminal, before } = await endIn(step, (wizard) => wizard.hangUp());
    await expectWhole(terminal, before, step);
    const again = startWizard({ place: terminal });
    await again.waitFor('Wat wil je importeren?');
    if (step.plan === 'planned') {
      await strike(again, [
        ['', 'Verdergaan met een plan'],
        ['down', '▸ Gebruiker mutatie'],
        ['down', /▸ 1 .*mutaties-gemengd\.csv/u],
        ['enter', '[Alle 16]'],
        ['', 'Gaat uit groep INKOOP'],
      ]);
    } else {
      await strike(again, [
        ['H', 'Geschiedenis'],
        ['', step.plan === 'applied' ? 'Gepland door' : 'Er is nog niets'],
      ]);
    }
  });
});
