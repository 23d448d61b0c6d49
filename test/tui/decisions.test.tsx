/** What somebody decided of a row stays decided, whatever is changed of the mapping or the file afterwards. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FakeTerminal } from './support/fakeTerminal.js';
import { ALL_CODES } from './support/smallDirectory.js';
import { toMapping, toPreview, wizardWith } from './support/walk.js';

/** BBB is left out. */
async function leftOut(terminal: FakeTerminal): Promise<void> {
  await toPreview(terminal);
  await terminal.press('down', 'space');
  await terminal.waitFor('1 rij weggelaten.');
}

/** Another mapping: what an empty e-mail cell does. */
async function otherMapping(terminal: FakeTerminal): Promise<void> {
  await terminal.press('escape');
  await terminal.waitFor('Komt uit');
  await terminal.press('down', 'down', 'down', 'down', 'e');
  await terminal.waitFor(/▸ E-mail .*blijft/u);
}

describe('another mapping', () => {
  it('leaves out the same rows, and says so', async () => {
    const terminal = await wizardWith(ALL_CODES);
    await leftOut(terminal);
    await otherMapping(terminal);
    await terminal.press('enter');
    await terminal.waitFor('1 rij weggelaten overgenomen.');
    await terminal.waitFor(/ 3 {2}12345\.BBB.*weggelaten/u);
    const runs = await terminal.engine.useCases.runs({});
    expect(runs.map(({ id, status }) => [id, status])).toEqual([
      [2, 'planned'],
      [1, 'discarded'],
    ]);
  });

  it('also where the plan was made again meanwhile', async () => {
    const terminal = await wizardWith(ALL_CODES);
    await toPreview(terminal);
    await terminal.press('R');
    await terminal.waitFor('Opnieuw gepland als plan 2');
    await terminal.waitFor(/plan 2[^]*▸ +2 {2}12345\.AAA/u);
    await terminal.press('down', 'space');
    await terminal.waitFor('1 rij weggelaten.');
    await otherMapping(terminal);
    await terminal.press('enter');
    await terminal.waitFor('1 rij weggelaten overgenomen.');
    // Nothing changed: the plan that is there is gone on with.
    await terminal.press('escape');
    await terminal.waitFor('Komt uit');
    await terminal.press('enter');
    await terminal.waitFor(/ 3 {2}12345\.BBB.*weggelaten/u);
    expect((await terminal.engine.useCases.runs({ statuses: ['planned'] })).map(({ id }) => id)).toEqual([3]);
  });
});

describe('a file that changed', () => {
  it('asks before what was decided is lost, and stays where one is after no', async () => {
    const terminal = await wizardWith(ALL_CODES);
    await leftOut(terminal);
    writeFileSync(join(terminal.engine.folder, 'alles.csv'), ALL_CODES.replace('Bea B', 'Bea C'));
    for (const expected of ['Komt uit', 'zoals ze gelezen worden', 'Welk bestand?']) {
      await terminal.press('escape');
      await terminal.waitFor(expected);
    }
    await terminal.press('enter');
    await terminal.waitFor('zoals ze gelezen worden');
    await terminal.press('enter');
    await terminal.waitFor('Eerste');
    await terminal.press('enter');
    await terminal.waitFor('1 weggelaten rij vervalt');
    terminal.look();
    await terminal.press('n');
    expect(terminal.text()).toContain('Komt uit');
    expect((await terminal.engine.useCases.runs({})).map(({ id, status }) => [id, status])).toEqual([[1, 'planned']]);
    await terminal.press('enter');
    await terminal.waitFor('Toch doorgaan?');
    terminal.look();
    await terminal.press('y');
    await terminal.waitFor('Wat er wijzigt');
    await terminal.waitFor(/ 3 {2}12345\.BBB.*wijzigen/u);
    expect((await terminal.engine.useCases.answer(1)).run.status).toBe('discarded');
  });
});

describe('quitting', () => {
  it('claims no plan where there is none, and tells which one stays', async () => {
    const terminal = await wizardWith(ALL_CODES);
    await toMapping(terminal);
    await terminal.press('q');
    await terminal.waitFor('Er is nog geen plan');
    await terminal.press('n', 'enter');
    await terminal.waitFor('Wat er wijzigt');
    await terminal.press('q');
    await terminal.waitFor('Een plan blijft bewaard.');
    await terminal.press('n');
    await otherMapping(terminal);
    await terminal.press('q');
    await terminal.waitFor('Plan 1 blijft bewaard zoals het was');
  });
});
