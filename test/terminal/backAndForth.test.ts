/** Back through all steps and forward again: what was chosen in each is still chosen. */
import { expect, it } from 'vitest';
import { exportedDirectory, runsOf } from '../support/breakDatabase.js';
import { startWizard, strike, type Stroke } from './wizardProgram.js';
import { walkTo } from './wizardSteps.js';

/** A row is left out, and somebody looks at another tab. */
const CHANGED_IN_PREVIEW: readonly Stroke[] = [
  ['down', '2/16'],
  ['space', '1 rij weggelaten'],
  ['tab', '[Code 0: 3]'],
  ['', '1/3'],
];

const BACK: readonly Stroke[] = [
  ['escape', '[Koppelen]'],
  ['escape', 'zoals ze gelezen worden'],
  ['escape', 'Pad: mutaties-gemengd.csv▏'],
  ['escape', '▸ │ T12345AA'],
  ['escape', '▸ Gebruiker  '],
];

const FORTH: readonly Stroke[] = [
  ['enter', '▸ │ T12345AA'],
  // The file is known: its path is not asked again.
  ['enter', 'zoals ze gelezen worden'],
  ['enter', '[Koppelen]'],
];

it('keeps what was chosen, and the plan that was made of it', async () => {
  const terminal = startWizard();
  const before = await exportedDirectory(terminal.database);
  await walkTo(terminal, 'map');
  await strike(terminal, [
    ['down', '▸ Mutatiecode'],
    ['down', '▸ Nieuwe gebruikerscode'],
    ['down', '▸ Omschrijving'],
    ['down', '▸ E-mail'],
    ['down', '▸ UPN'],
    ['e', /▸ UPN.*blijft/u],
    ['down', '▸ Persoon'],
    ['down', '▸ Groep'],
    ['down', '▸ Groep omschrijving'],
    ['f', 'Vaste waarde voor Groep omschrijving:'],
    ['Team', 'omschrijving: Team▏'],
    ['enter', /▸ Groep omschrijving +=? ?“?Team/u],
    ['', 'Eerste 16 rijen'],
  ]);
  const mapped = terminal.text();
  await strike(terminal, [['enter', 'Afgekeurd'], ['', '12345.BBA'], ...CHANGED_IN_PREVIEW]);
  const previewed = terminal.text();
  await strike(terminal, [
    ['enter', '[Bevestigen]'],
    ['escape', () => terminal.text() === previewed],
  ]);
  await strike(terminal, BACK);
  await strike(terminal, FORTH);
  await terminal.waitFor(() => terminal.text() === mapped);
  await strike(terminal, [['enter', () => terminal.text() === previewed]]);
  expect((await runsOf(terminal.database)).map(({ id, status }) => [id, status])).toEqual([[1, 'planned']]);
  expect(await exportedDirectory(terminal.database)).toBe(before);
});
