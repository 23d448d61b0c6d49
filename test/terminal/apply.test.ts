/** While the plan is applied: asked to stop, cut off, or left alone, it is done whole or not at all. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyDatabase, exportedDirectory, faultsOf, newDatabase, runsOf } from '../support/breakDatabase.js';
import { fileOf, populationOf, TARGET } from '../support/breakPopulation.js';
import { temporaryFolder } from '../support/temporaryFolder.js';
import {
  instroom,
  LOOK,
  newWorkplace,
  startWizard,
  strike,
  type WizardTerminal,
  type Workplace,
} from './wizardProgram.js';
import { ANSWERS, gone, walkTo } from './wizardSteps.js';

it('asks before it stops, and then leaves the database as it was', async () => {
  const terminal = startWizard();
  const before = await exportedDirectory(terminal.database);
  const letGo = await walkTo(terminal, 'progress');
  // Keys that are no answer, and a yes that came before the question could be read.
  await strike(terminal, [
    ['ctrl+c', 'Afbreken? De database blijft dan zoals zij was.'],
    ['enter', 'Afbreken?'],
    [LOOK, 'Afbreken?'],
    ['n', gone('Afbreken?')],
    ['ctrl+c', 'Afbreken?'],
    [LOOK, 'Afbreken?'],
    ['j', 'Afbreken: de database blijft zoals zij was…'],
  ]);
  letGo();
  await terminal.waitFor('[Bevestigen]');
  expect(terminal.text()).toMatch(/Plan 1 is onderbroken; er is niets geschreven/u);
  expect(await exportedDirectory(terminal.database)).toBe(before);
  // The same plan can still be applied.
  await strike(terminal, [...ANSWERS, ['enter', 'is uitgevoerd']]);
  terminal.press('q');
  expect(await terminal.exit).toEqual({ code: 3 });
  expect(await faultsOf(terminal.database)).toEqual([]);
});

/** Types what is asked for, for every guard, as somebody who wants this. */
async function confirmAll(terminal: WizardTerminal): Promise<void> {
  for (;;) {
    await terminal.waitFor(/\[Resultaat\]|Typ \S+ › ▏/u);
    const asked = /Typ (\S+) › ▏/u.exec(terminal.text())?.[1];
    if (asked === undefined) return;
    await strike(terminal, [[LOOK, `Typ ${asked} ›`]]);
    for (const index of Array.from(asked).keys()) {
      await strike(terminal, [[asked[index]!, `› ${asked.slice(0, index + 1)}▏`]]);
    }
    const question = /\d+\/\d+ /u.exec(terminal.text())?.[0] ?? '';
    await strike(terminal, [['enter', gone(question)]]);
  }
}

it.each(['hangUp', 'SIGTERM', 'SIGKILL'] as const)('%s in the middle of writing leaves nothing half', async (end) => {
  const { before, ...place } = await largePlan();
  const terminal = startWizard({ place });
  await strike(terminal, [
    ['', 'Wacht op jou'],
    ['end', '▸ plan 1'],
    ['enter', '[Per soort]'],
    ['', '12345.'],
    ['c', '[Bevestigen]'],
  ]);
  await confirmAll(terminal);
  await terminal.waitFor('Schrijven');
  if (end === 'hangUp') terminal.hangUp();
  else terminal.signal(end);
  await terminal.exit;
  expect(await faultsOf(place.database)).toEqual([]);
  const [run] = await runsOf(place.database);
  // The last statement may have been done before the end came.
  if (run?.status === 'applied') expect(await exportedDirectory(place.database)).not.toBe(before);
  else {
    expect(run?.status).toBe('planned');
    expect(await exportedDirectory(place.database)).toBe(before);
  }
  const again = startWizard({ place });
  if (run?.status === 'planned') await again.waitFor('verdergaan');
  else await strike(again, [['H', 'uitgevoerd']]);
});

const folder = temporaryFolder('apply');

/** A plan that takes a while to be applied, made once. */
let large: Promise<{ readonly database: string; readonly before: string }> | undefined;

async function makeLargePlan(): Promise<{ readonly database: string; readonly before: string }> {
  const database = await newDatabase(join(folder, 'data.db'), populationOf(4000));
  writeFileSync(join(folder, 'import.csv'), fileOf(4000));
  instroom(database, 'plan', join(folder, 'import.csv'), '--env', TARGET, '--type', 'user');
  return { database, before: await exportedDirectory(database) };
}

async function largePlan(): Promise<Workplace & { readonly before: string }> {
  const { database, before } = await (large ??= makeLargePlan());
  const place = newWorkplace();
  await copyDatabase(database, place.database);
  return { ...place, before };
}
