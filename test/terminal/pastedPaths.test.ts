/** A file that is dropped on the terminal, or whose path was copied, is opened; so is a folder. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gone } from './wizardSteps.js';
import { instroom, newWorkplace, startWizard, strike, TO_TYPE } from './wizardProgram.js';

const NAME = "HR export van jan's (mei).csv";

function start(): ReturnType<typeof startWizard> & { readonly path: string } {
  const place = newWorkplace();
  const folder = join(place.folder, 'map met namen');
  mkdirSync(folder);
  copyFileSync(join(place.folder, 'mutaties-gemengd.csv'), join(folder, NAME));
  copyFileSync(join(place.folder, 'mutaties-gemengd.csv'), join(folder, `~$${NAME}`));
  copyFileSync(join(place.folder, 'mutaties-gemengd.csv'), join(folder, `.~lock.${NAME}#`));
  const terminal = startWizard({ place, columns: 160, env: { HOME: place.folder } });
  return Object.assign(terminal, { path: join(folder, NAME) });
}

const TO_PATH = [...TO_TYPE, ['enter', '▸ │ O12345AA'], ['enter', 'nieuw-maildomein.txt']] as const;

it.each([
  ['in quotes', (path: string) => `'${path.replaceAll("'", "'\\''")}' `],
  ['with backslashes', (path: string) => path.replace(/[ '()]/gu, '\\$&')],
  ['as an address', (path: string) => `file://${path.split('/').map(encodeURIComponent).join('/')}`],
  ['from home, with a mark that nobody sees', (path: string) => `\u202a~/map met namen/${path.split('/').at(-1)!}\r\n`],
])('a file, %s', async (_how, pasted) => {
  const terminal = start();
  await strike(terminal, TO_PATH);
  terminal.paste(pasted(terminal.path));
  await terminal.waitFor(`  ${NAME}`);
  await strike(terminal, [['enter', 'zoals ze gelezen worden']]);
});

it('a folder, of which the names are shown and completed, but not what a program has open', async () => {
  const terminal = start();
  await strike(terminal, TO_PATH);
  terminal.paste('"~/map met namen"');
  await strike(terminal, [
    ['', gone('nieuw-maildomein')],
    ['', '  map met namen/'],
    ['enter', `  ${NAME}`],
  ]);
  expect(terminal.text()).not.toContain('~$');
  expect(terminal.text()).not.toContain('.~lock');
  await strike(terminal, [
    ['h', 'namen/h'],
    ['tab', `namen/${NAME}▏`],
    ['enter', 'zoals ze gelezen worden'],
  ]);
});

it('what is not there is told with what to leave out, in the wizard and on the command line', async () => {
  const terminal = start();
  await strike(terminal, TO_PATH);
  terminal.paste("'x/geen.csv'");
  await strike(terminal, [
    ['', "Pad: 'x/geen.csv'"],
    ['enter', "geen.csv bestaat niet, ook niet zonder wat eromheen staat. Laat dit weg uit het pad: '."],
  ]);
  const plan = (path: string, ...more: readonly string[]): string =>
    instroom(terminal.database, 'plan', path, '--env', 'T12345AA', '--type', 'user', ...more);
  expect(plan(`"${terminal.path}"`, '--json')).toContain(`"name":"${NAME}"`);
  expect(() => plan('"x/geen.csv"')).toThrow('Laat dit weg uit het pad: ".');
});
