/**
 * What is sent is the short way: leastOutput takes Ink's frames apart by their bytes, so Ink is pinned, and another
 * version of it has to pass here. A frame that is not recognised is right on the screen all the same, and is seen only here.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { openEngine } from '../support/engine.js';
import { openFakeTerminal } from './support/fakeTerminal.js';
import { ALL_CODES, SMALL_DIRECTORY } from './support/smallDirectory.js';

/** Ink erases the lines of the frame before it writes the next one; nothing of ours does. */
const OF_INK = /\u001b\[2K/u;
/** Far less than the cells of a screen of 80×24. */
const SHORT = 600;

it('of every frame that Ink draws whole only what changed is sent', async () => {
  const engine = await openEngine({ directory: SMALL_DIRECTORY, onDisk: true });
  writeFileSync(join(engine.folder, 'alles.csv'), ALL_CODES);
  const terminal = await openFakeTerminal({ directory: SMALL_DIRECTORY, engine });
  await terminal.press('enter');
  await terminal.waitFor('▸ │ O12345AA');
  await terminal.press('down', 'enter');
  await terminal.waitFor('Welk bestand?');
  await terminal.burst(join(engine.folder, 'alles.csv'));
  await terminal.press('enter');
  await terminal.waitFor('zoals ze gelezen worden');
  await terminal.press('enter');
  await terminal.waitFor('Komt uit');
  await terminal.press('enter');
  await terminal.waitFor('12345.AAA');
  const start = terminal.sent().length;
  for (const key of ['down', 'down', 'down', 'down', 'up', 'up', 'down', 'down', 'down']) {
    const before = terminal.sent().length;
    await terminal.press(key);
    const sent = terminal.sent().slice(before);
    expect(sent, key).not.toBe('');
    expect(sent.length, key).toBeLessThan(SHORT);
  }
  await terminal.press('?');
  await terminal.waitFor('Toetsen op dit scherm');
  await terminal.press('escape');
  expect(terminal.sent().slice(start)).not.toMatch(OF_INK);
  await engine.close();
});

it('is known of one version of Ink', () => expect(packageJson.devDependencies.ink).toMatch(/^\d+\.\d+\.\d+$/u));
