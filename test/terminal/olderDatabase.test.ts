/** A database that is not there, or is of an older Instroom, as the wizard meets it. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { restoreDump } from '../support/restoreDump.js';
import { instroom, newWorkplace, startWizard } from './wizardProgram.js';

const OLD = new URL('../store/data/before-003.sql', import.meta.url);

it('whoever opens the wizard on an older one is asked, and goes on in it', async () => {
  const place = newWorkplace();
  rmSync(place.database);
  restoreDump(place.database, readFileSync(OLD, 'utf8'));
  const refusing = startWizard({ place });
  await refusing.waitFor('Nu bijwerken? [j/N]');
  refusing.press('enter');
  expect(await refusing.exit).toMatchObject({ code: 2 });
  const terminal = startWizard({ place });
  await terminal.waitFor('Nu bijwerken? [j/N]');
  terminal.press('j');
  terminal.press('enter');
  await terminal.waitFor('Importeren uit een bestand');
  expect(instroom(place.database, 'db', 'migrate')).toContain('is al bij');
});

it('one that is not there is made by the wizard', async () => {
  const place = newWorkplace();
  rmSync(place.database);
  const terminal = startWizard({ place });
  await terminal.waitFor('Hoe wil je beginnen?');
  await expect.poll(() => existsSync(place.database)).toBe(true);
});
