/** What a definition and flags say of the mapping reaches the wizard as it reaches a script. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { instroom, newWorkplace, startWizard, strike } from './wizardProgram.js';

it('the mapping of a definition holds where flags say nothing else, with a list of values from a file', async () => {
  const place = newWorkplace();
  const definition = [
    'definition',
    'save',
    'Nacht',
    '--type',
    'user',
    '--map',
    'user=Kol A',
    '--map',
    'description=Kol B',
  ];
  instroom(place.database, ...definition);
  writeFileSync(
    join(place.folder, 'kolommen.csv'),
    'Kol A;Mutatiecode;Kol B;Mail;UPN\r\n12345.BBA;1;Anders;b@x.nl;\r\n',
  );
  writeFileSync(join(place.folder, 'lijst.csv'), 'Anders;Andersom\r\n');
  const flags = ['--map', 'email=Mail', '--values-file', 'description=lijst.csv'];
  const args = ['import', 'kolommen.csv', '--env', 'T12345AA', '--definition', 'Nacht', ...flags];
  const terminal = startWizard({ place, args, columns: 120, rows: 40 });
  await strike(terminal, [
    ['', 'Pad: kolommen.csv▏'],
    ['enter', 'zoals ze gelezen worden'],
    ['enter', /Gebruiker +Kol A +12345\.BBA/u],
    ['', /Omschrijving +Kol B \(1\) +Anders → Andersom/u],
    ['', /E-mail +Mail +b@x\.nl/u],
  ]);
});
