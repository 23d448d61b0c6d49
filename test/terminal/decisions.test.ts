/** What is decided of rows on a real terminal: it outlives another mapping, any row can be put right, and a filter finds it. */
import { expect, it } from 'vitest';
import { runsOf } from '../support/breakDatabase.js';
import { startWizard, strike } from './wizardProgram.js';
import { gone, walkTo } from './wizardSteps.js';

it('keeps what was left out and mended, whatever the mapping becomes, and finds it', async () => {
  const terminal = startWizard();
  await walkTo(terminal, 'map');
  await strike(terminal, [
    ['enter', '[Alle 16]'],
    ['', /▸ +2 {2}12345\.BBA +Bea Bakker/u],
    ['space', '1 rij weggelaten.'],
    ['', /▸ +2 {2}12345\.BBA +Bea Bakker +0 +weggelaten/u],
    // A row that nothing is wrong with; who it is about stands beside its code.
    ['down', /3 · 12345\.JBO Jan Bos · code 1/u],
    ['m', 'Welke cel van rij 3?'],
    ['down', '▸ Mutatiecode'],
    ['down', '▸ Nieuwe gebruikerscode'],
    ['down', '▸ Omschrijving'],
    ['down', '▸ E-mail'],
    ['down', '▸ UPN'],
    ['down', '▸ Groep'],
    ['enter', 'Rij 3, Groep:'],
    ['ctrl+u', 'Rij 3, Groep: ▏'],
    ['hr', 'Rij 3, Groep: hr▏'],
    ['tab', 'Rij 3, Groep: HRM▏'],
    ['enter', 'Rij 3 is hersteld'],
    ['', 'Komt in groep HRM'],
    ['escape', '[Koppelen]'],
    ['', 'Eerste 16 rijen'],
    ['down', '▸ Mutatiecode'],
    ['down', '▸ Nieuwe gebruikerscode'],
    ['down', '▸ Omschrijving'],
    ['down', '▸ E-mail'],
    ['down', '▸ UPN'],
    ['e', /▸ UPN.*blijft/u],
    // A source that is no template is told, and stays to be changed.
    ['t', 'UPN samenstellen'],
    ['ctrl+u', 'accolades: ▏'],
    ['{upn|groot}', 'accolades: {upn|groot}▏'],
    ['enter', 'een bewerking die er niet is: groot'],
    ['escape', gone('UPN samenstellen')],
    ['down', '▸ Persoon'],
    ['down', '▸ Groep'],
    ['v', 'Waarden van Groep in het bestand'],
    ['escape', 'Eerste 16 rijen'],
    ['enter', '1 rij weggelaten en 1 hersteld overgenomen.'],
    ['', /2 {2}12345\.BBA +Bea Bakker +0 +weggelaten/u],
    ['', /3 {2}12345\.JBO +Jan Bos +1 +wijzigen +\+HRM/u],
    ['f', 'Filter: ▏'],
    ['uitk', 'Filter: uitk▏'],
    ['tab', 'Filter: Uitkomst:▏'],
    ['weg', 'Filter: Uitkomst:weg▏'],
    ['tab', /Filter: Uitkomst:weggelaten▏ +1 rij$/mu],
    ['enter', /Filter: Uitkomst:weggelaten +1 rij$/mu],
    ['', /── 1\/1 · Rij 2 · 12345\.BBA/u],
    ['escape', /1\/16/u],
    // What was mended is marked from the first look at the plan that takes its place.
    ['down', /hersteld: Groep .* → HRM/u],
  ]);
  expect((await runsOf(terminal.database)).map(({ id, status }) => [id, status])).toEqual([
    [2, 'planned'],
    [1, 'discarded'],
  ]);
  await strike(terminal, [
    ['q', 'Een plan blijft bewaard.'],
    ['n', gone('Een plan blijft bewaard.')],
  ]);
});
