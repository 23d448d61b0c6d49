/** The keys as data: no key means two things in one place, and the documentation tells what the list says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plainLine } from '../../src/presentation/lines.js';
import { themeOf } from '../../src/presentation/theme.js';
import { boundKeys, footerKeys } from '../../src/tui/keys/boundKeys.js';
import { pressOf } from '../../src/tui/keys/useKeys.js';
import { helpPanel } from '../../src/tui/shell/panels.js';
import { initialWizard } from '../../src/tui/shell/update.js';
import type { Binding, StepState, Wizard } from '../../src/tui/shell/wizard.js';
import { confirmStep } from '../../src/tui/steps/confirm/state.js';
import { STEPS } from '../../src/tui/steps/index.js';
import { mapStep } from '../../src/tui/steps/map/state.js';
import { previewStep } from '../../src/tui/steps/preview/state.js';
import { resultStep } from '../../src/tui/steps/result/state.js';
import { madeRun } from './support/madeRun.js';
import { keyGroups, keysDocument } from './support/keysDocument.js';

const DOCUMENT = fileURLToPath(new URL('../../docs/keys.md', import.meta.url));

const answer = madeRun();
const elsewhere = madeRun({ staysActive: { T12345AB: 2 } });

function wizardAt(step: StepState, language: 'nl' | 'en' = 'nl'): Wizard {
  return { ...initialWizard({ steps: STEPS, language, size: { columns: 80, rows: 24 } }), step };
}

function bindingFor(key: string, wizard: Wizard): Binding | undefined {
  return boundKeys(wizard).find(({ keys }) => keys.includes(key))?.binding;
}

const whyNot = (key: string, wizard: Wizard): string | undefined =>
  boundKeys(wizard).find(({ keys }) => keys.includes(key))?.disabledReason;

describe('the keys', () => {
  it('mean one thing in a place', () => {
    for (const { title, bindings } of keyGroups()) {
      const keys = bindings.flatMap(({ keys: bound }) => bound);
      expect(keys, title).toEqual([...new Set(keys)]);
    }
  });

  it('mean the same everywhere: a letter has one name, whatever the place', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { keys, label } of keyGroups().flatMap(({ bindings }) => bindings)) {
      for (const key of keys.filter((name) => /^[a-z0-9]$/iu.test(name)))
        meanings.set(key, (meanings.get(key) ?? new Set()).add(label.en));
    }
    const several = [...meanings]
      .filter(([, labels]) => labels.size > 1)
      .map(([key, labels]) => `${key}: ${[...labels].join(', ')}`);
    // The places of the first screen; letters that answer a question, that go as the arrows do, that begin to type, that cross out a field or
    // a user, that write rows, and what goes on where Enter opens.
    expect(several.sort()).toEqual([
      'D: discard the plan, delete the definition',
      'K: clear nothing, link a person',
      'M: take mends back, merge',
      'b: block them, block/unblock',
      'c: confirm, change',
      'd: demo, all that is said, all of the row, all of the user',
      'f: fixed value, filter',
      'h: history, value before, tab before',
      'i: import, new-user default',
      'j: down, next, yes',
      'k: up, before',
      'l: read lists, other value, next tab',
      'n: next match, no',
      'o: environments, report',
      'r: review one by one, the rest',
      't: compose, tokens list',
      'u: users, user, undo',
      'v: values, range, choose',
      'w: write mended rows, write rejected rows',
      'x: do not import, block elsewhere too',
    ]);
  });

  it('say why they do nothing', () => {
    const preview = previewStep(answer);
    const search = { text: 'a', rows: new Set<number>(), leftOut: null };
    expect(whyNot('n', wizardAt(preview))).toBe('Zoek eerst met /.');
    expect(whyNot('n', wizardAt({ ...preview, search } as StepState))).toBe(
      'Niets gevonden op deze tab; / zoekt iets anders.',
    );
    const found = { ...search, rows: new Set([3]) };
    expect(whyNot('n', wizardAt({ ...preview, search: found } as StepState))).toBeUndefined();
  });

  it.each(['nl', 'en'] as const)('are told whole by ? on the narrowest screen that is usual, in %s', (language) => {
    const theme = themeOf({ language, colour: false, unicode: true, screenReader: false });
    const { choices } = wizardAt(previewStep(answer));
    const file = { name: '', path: '', remarks: [], headers: [], sample: [], layout: {} } as never;
    for (const step of [previewStep(answer), mapStep({ ...choices, file }), resultStep(answer)]) {
      const view = { theme, columns: 80, height: 18 };
      const panel = helpPanel({ kind: 'help', top: 0 }, wizardAt(step, language), view);
      expect(panel.map((line) => plainLine(line, theme)).join('\n')).not.toContain('…');
    }
  });

  it('are text where text is typed', () => {
    const wizard = wizardAt(confirmStep(answer, 'nl', 0));
    expect(bindingFor('n', wizard)).toBeUndefined();
    expect(bindingFor('escape', wizard)?.label.en).toBe('back');
    expect(bindingFor('x', wizard)).toBeUndefined();
  });

  it('are keys where nothing is typed yet and they begin nothing that is asked', () => {
    const wizard = wizardAt(confirmStep(elsewhere, 'nl', 0));
    expect(bindingFor('x', wizard)?.label.en).toBe('block elsewhere too');
    expect(bindingFor('j', wizard)).toBeUndefined();
    expect(footerKeys(wizard, true)).toContainEqual(
      expect.objectContaining({ key: 'x', label: 'ook elders blokkeren' }),
    );
  });

  it('are in the footer only where they work', () => {
    const labels = (run: typeof answer): string[] =>
      footerKeys(wizardAt(previewStep(run), 'en'), true).map(({ label }) => label);
    expect(labels(madeRun({}, 'applied'))).not.toContain('confirm');
    expect(labels(answer)).toContain('confirm');
  });

  it('come from what Ink tells of the keyboard', () => {
    const none = {
      upArrow: false,
      downArrow: false,
      leftArrow: false,
      rightArrow: false,
      pageUp: false,
      pageDown: false,
      home: false,
      end: false,
      return: false,
      escape: false,
      ctrl: false,
      shift: false,
      tab: false,
      backspace: false,
      delete: false,
      meta: false,
      super: false,
      hyper: false,
      capsLock: false,
      numLock: false,
    };
    expect(pressOf('', { ...none, return: true })).toEqual({ key: 'enter', text: '' });
    expect(pressOf('', { ...none, tab: true, shift: true })).toEqual({ key: 'shift+tab', text: '' });
    expect(pressOf('c', { ...none, ctrl: true })).toEqual({ key: 'ctrl+c', text: '' });
    expect(pressOf('ja\r', none)).toBeUndefined();
    expect(pressOf('é', none)).toEqual({ key: 'é', text: 'é' });
  });
});

describe('docs/keys.md', () => {
  it('is what the list of keys says; UPDATE=1 writes it anew', () => {
    if (process.env['UPDATE'] === '1') writeFileSync(DOCUMENT, keysDocument());
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(keysDocument());
  });
});
