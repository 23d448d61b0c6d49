/** A step more is a folder (`fixtures/note`) and a line in the list: everything around it follows. */
import { render } from 'ink-testing-library';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { themeOf } from '../../src/presentation/theme.js';
import { Screen } from '../../src/tui/shell/App.js';
import { apply } from '../../src/tui/shell/apply.js';
import type { Destination } from '../../src/tui/shell/destination.js';
import { initialWizard, update } from '../../src/tui/shell/update.js';
import type { StepDefinition, Wizard } from '../../src/tui/shell/wizard.js';
import { STEPS } from '../../src/tui/steps/index.js';
import { note } from './fixtures/note/index.js';
import { keysDocument } from './support/keysDocument.js';

const steps: readonly StepDefinition[] = [...STEPS, note];

const theme = themeOf({ language: 'en', colour: false, unicode: true, screenReader: false });

function drawn(wizard: Wizard): string {
  const { lastFrame, unmount } = render(<Screen wizard={wizard} theme={theme} />);
  const frame = lastFrame() ?? '';
  unmount();
  return stripVTControlCharacters(frame);
}

function pressed(wizard: Wizard, ...keys: readonly string[]): Wizard {
  return keys.reduce((now, key) => update(now, { kind: 'press', press: { key, text: '' }, at: 0 }).wizard, wizard);
}

/** Where another step leads to it; its name is then one more in `Destination`. */
const TO_NOTE = { to: 'note' } as unknown as Destination;

function atNote(): Wizard {
  const begun = update(initialWizard({ steps, language: 'en', size: { columns: 120, rows: 24 } }), { kind: 'started' });
  return apply(pressed(begun.wizard, 'i', 'enter'), { go: TO_NOTE }).wizard;
}

it('draws it, with its place in the way and its keys', () => {
  const screen = drawn(atNote());
  expect(screen).toContain('lines: 0');
  expect(screen.split('\n')[0]).toMatch(/Result › \[Drift between environments\]$/u);
  expect(screen).toContain('z add a line  Esc back');
});

it('does what its key says, and says why it does not', () => {
  const full = pressed(atNote(), 'z', 'z');
  expect(drawn(full)).toContain('lines: 2');
  expect(drawn(full)).not.toContain('z add a line');
  expect(drawn(pressed(full, 'z'))).toContain('The page is full.');
});

it('tells its keys in the help and in the documentation', () => {
  expect(drawn(pressed(atNote(), '?'))).toMatch(/z {2,}add a line/u);
  expect(keysDocument(steps)).toContain('## A note\n');
});

it('goes back where it was come from, and is as it was left', () => {
  const back = pressed(atNote(), 'z', 'escape');
  expect(back.step.at).toBe('environment');
  expect(apply(back, { go: TO_NOTE }).wizard.step).toEqual({ at: 'note', lines: 1 });
  expect(pressed(back, 'escape').step.at).toBe('type');
});
