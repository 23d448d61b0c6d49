/** A file of 5,000 rows at a terminal of 80×24: its outliers are opened, a kind is left out, and the rest is confirmed by kind. */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { instroom, newWorkplace, startWizard, strike } from './wizardProgram.js';

const SAMPLE = fileURLToPath(new URL('../../samples/groot/', import.meta.url));
const planned = join(temporaryFolder('pty-kinds'), 'groot.db');

const WORDS = {
  'nl_NL.UTF-8': {
    home: 'Wacht op jou',
    grouped: '[Per soort]',
    alone: '5 rijen lijken op geen andere',
    rename: '▸     1  hernoemen',
    opened: '1/1',
    person: 'Persoon 201404 → 204850',
    domain: '▸   138  E-mail @oud.example → @groep.example',
    leftOut: '▸   138  weggelaten, E-mail @oud.example',
    told: '138 rijen weggelaten.',
    confirm: '[Bevestigen]',
    biggest: ' 60  nieuw, in INKOOP',
    other: '168  13 andere soorten',
    rarest: ' 1  blokkeren, uit alle groepen',
    screens: ['6-preview-kinds', '7-confirm-kinds'],
  },
  'en_GB.UTF-8': {
    home: 'Waits for you',
    grouped: '[By kind]',
    alone: '5 rows look like no other',
    rename: '▸     1  rename',
    opened: '1/1',
    person: 'Person 201404 → 204850',
    domain: '▸   138  E-mail @oud.example → @groep.example',
    leftOut: '▸   138  left out, E-mail @oud.example',
    told: '138 rows left out.',
    confirm: '[Confirm]',
    biggest: ' 60  create, into INKOOP',
    other: '168  13 other kinds',
    rarest: ' 1  block, out of all groups',
    screens: [],
  },
} as const;

beforeAll(() => {
  instroom(planned, 'directory', 'import', join(SAMPLE, 'directory.json'));
  instroom(planned, 'plan', join(SAMPLE, 'personeel.csv'), '--env', 'O24680AA', '--type', 'user');
  // What is copied is the file alone: whoever opens it last leaves nothing beside it.
  instroom(planned, 'history');
}, 60_000);

it.each(Object.entries(WORDS))(
  '5,000 rows are gone through by kind, in %s',
  async (locale, words) => {
    const place = newWorkplace();
    rmSync(place.database);
    copyFileSync(planned, place.database);
    const terminal = startWizard({ place, env: { LANG: locale } });
    await strike(terminal, [
      ['', words.home],
      ['end', /▸ plan 1/u],
      ['enter', words.grouped],
      ['', words.alone],
    ]);
    await terminal.waitFor(/▸ +1 {2}/u);
    if (words.screens[0] !== undefined) await terminal.snapshot(words.screens[0]);
    for (let at = 0; at < 10 && !terminal.text().includes(words.rename); at++) {
      const before = terminal.text();
      await strike(terminal, [[']', () => terminal.text() !== before]]);
    }
    await strike(terminal, [
      ['', words.rename],
      ['enter', words.opened],
      ['escape', words.rename],
      ['end', /▸ 4[.,]489/u],
      ['up', words.domain],
      ['space', words.told],
      ['', words.leftOut],
      ['c', words.confirm],
      ['', words.biggest],
      ['', words.other],
      ['', words.rarest],
    ]);
    if (words.screens[1] !== undefined) await terminal.snapshot(words.screens[1]);
    expect(terminal.text()).not.toContain(words.person);
  },
  60_000,
);
