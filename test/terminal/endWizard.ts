/** Ends the wizard in one of its steps, and looks at what is left: of the terminal, and of the database. */
import { expect } from 'vitest';
import { exportedDirectory, faultsOf, rowsOf, runsOf } from '../support/breakDatabase.js';
import { startWizard, type WizardTerminal } from './wizardProgram.js';
import { walkTo, type WizardStep } from './wizardSteps.js';

const INTERRUPTED = 130;

export interface EndedWizard {
  readonly terminal: WizardTerminal;
  /** The directory as it was before. */
  readonly before: string;
}

/** Every wizard begins with the same directory: it is read once. */
let directory: Promise<string> | undefined;

/** And plans the same rows. */
let plannedRows: string | undefined;

/** Walks to a step and ends the wizard there. */
export async function endIn({ name }: WizardStep, end: (terminal: WizardTerminal) => void): Promise<EndedWizard> {
  const terminal = startWizard();
  const before = await (directory ??= exportedDirectory(terminal.database));
  const letGo = await walkTo(terminal, name);
  end(terminal);
  letGo();
  expect(await terminal.exit).toEqual({ code: INTERRUPTED });
  return { terminal, before };
}

/** The screen that was there before the wizard, with a cursor, and everything that was switched on off again. */
export function expectRestored({ terminal }: EndedWizard): void {
  expect(terminal.alternate).toBe(false);
  expect(terminal.cursor.visible).toBe(true);
  expect(terminal.text()).not.toMatch(/\[(Soort|Omgeving|Bestand|Koppelen|Bekijken|Bevestigen)\]/u);
  const modes = [...terminal.output.matchAll(/\x1b\[\?(\d+)([hl])/gu)];
  const last = new Map(modes.map(([, mode, state]) => [mode, state]));
  last.delete('25');
  expect([...last].filter(([, state]) => state === 'h')).toEqual([]);
}

/** Nothing is written unless it was applied whole, and a plan that was made is kept. */
export async function expectWhole({ terminal, before }: EndedWizard, { plan }: WizardStep): Promise<void> {
  const { database } = terminal;
  expect(await faultsOf(database)).toEqual([]);
  const runs = await runsOf(database);
  expect(runs.map(({ status }) => status)).toEqual(plan === 'none' ? [] : [plan]);
  for (const { id } of runs) {
    const rows = await rowsOf(database, id);
    expect(rows).toBe((plannedRows ??= rows));
  }
  if (plan === 'applied') expect(await exportedDirectory(database)).not.toBe(before);
  else expect(await exportedDirectory(database)).toBe(before);
}
