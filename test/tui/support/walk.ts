/** To the mapping and the preview of a file, over a real engine. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../support/engine.js';
import { openFakeTerminal, type FakeTerminal, type FakeTerminalOptions } from './fakeTerminal.js';
import { SMALL_DIRECTORY } from './smallDirectory.js';

/** A wizard over a folder with one file, `alles.csv`. */
export async function wizardWith(text: string, options: Partial<FakeTerminalOptions> = {}): Promise<FakeTerminal> {
  const { directory = SMALL_DIRECTORY } = options;
  const engine = await openEngine({ directory, onDisk: true });
  writeFileSync(join(engine.folder, 'alles.csv'), text);
  return openFakeTerminal({ ...options, directory, engine });
}

/** On the preview of the file, in the test environment. */
export async function toPreview(terminal: FakeTerminal): Promise<void> {
  await toMapping(terminal);
  await terminal.press('enter');
  await terminal.waitFor('Wat er wijzigt');
  await terminal.waitFor('12345.AAA');
}

export async function toMapping(terminal: FakeTerminal): Promise<void> {
  await terminal.press('enter');
  await terminal.waitFor('▸ │ O12345AA');
  await terminal.press('down', 'enter');
  await terminal.waitFor('Welk bestand?');
  await terminal.burst(join(terminal.engine.folder, 'alles.csv'));
  await terminal.press('enter');
  await terminal.waitFor('zoals ze gelezen worden');
  await terminal.press('enter');
  await terminal.waitFor('Eerste');
}
