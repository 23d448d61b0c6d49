/** What is opened is no import file, or not of this type: told to the end, and another can be chosen. */
import { describe, expect, it } from 'vitest';
import { runsOf } from '../support/breakDatabase.js';
import { openFile, startWizard, strike } from './wizardProgram.js';

const HEADER = 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Groep';

/** What is no import file: what is told of it, to its end, and the step where one then is. */
const NO_IMPORT: readonly (readonly [what: string, name: string, content: string | Buffer | null, told: RegExp])[] = [
  ['nothing at all', 'leeg.csv', '', /leeg\.csv is leeg\. .* kopregel en rijen\./su],
  ['binary data', 'ruis.csv', noise(4000), /ruis\.csv is geen tekstbestand en geen Excel-werkmap\. .*\.xlsx.*\.\n/su],
  [
    'a workbook that is none',
    'kapot.xlsx',
    'PK\x03\x04 dit is niets',
    /kapot\.xlsx is beschadigd of onvolledig\..*\.\n/su,
  ],
  ['a file that is not there', 'weg.csv', null, /weg\.csv bestaat niet\. Controleer de naam en de map\./u],
];

function noise(bytes: number): Buffer {
  return Buffer.from(Array.from({ length: bytes }, (_, at) => (at * 7919 + (at >> 3)) % 256));
}

describe('what is no import file', () => {
  it.each(NO_IMPORT)('%s, is told and asks for another', async (_what, name, content, told) => {
    const terminal = await openFile(name, content, told);
    expect(terminal.screen()[0]).toContain('[Bestand]');
    expect(terminal.text()).toContain(`Pad: ${name}▏`);
    await strike(terminal, [
      ['ctrl+u', 'Pad: ▏'],
      ['m', 'Pad: m▏'],
      ['tab', 'Pad: mutaties-gemengd.csv▏'],
      ['enter', 'zoals ze gelezen worden'],
    ]);
  });

  it('a header without rows, is told, and plans nothing', async () => {
    const terminal = await openFile('kop.csv', `${HEADER}\r\n`, 'Er staan geen rijen onder de kopregel.');
    await strike(terminal, [
      ['enter', 'Eerste 0 rijen'],
      ['enter', 'Er is niets gepland: kop.csv bevat geen rijen om te importeren.'],
    ]);
    expect(await runsOf(terminal.database)).toEqual([]);
  });

  it('a file of the other type, says which type it is for', async () => {
    const args = ['import', 'mutaties-gemengd.csv', '--env', 'T12345AA', '--type', 'mutation'];
    const terminal = startWizard({ args });
    await strike(terminal, [
      ['', 'Pad: mutaties-gemengd.csv▏'],
      ['enter', 'zoals ze gelezen worden'],
      ['enter', '[Koppelen]'],
      ['enter', /Mutatiecode is niet beschikbaar .*Kies de soort\s+Gebruiker/su],
    ]);
    expect(await runsOf(terminal.database)).toEqual([]);
  });
});
