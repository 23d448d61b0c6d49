/** The keys as data: no key means two things in one place, and the documentation tells what the list says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ACTIONS, PLACES, type Action } from '../../src/tui/keymap/actions.js';
import { BINDINGS } from '../../src/tui/keymap/bindings.js';
import { bindingFor, footerKeys, whyNot, type Listening } from '../../src/tui/keymap/keymap.js';
import { themeOf } from '../../src/presentation/theme.js';
import { plainLine } from '../../src/presentation/lines.js';
import { helpPanel } from '../../src/tui/shell/panels.js';
import { pressOf } from '../../src/tui/keymap/useKeys.js';
import { keysDocument } from './support/keysDocument.js';

const DOCUMENT = fileURLToPath(new URL('../../docs/keys.md', import.meta.url));

describe('the keys', () => {
  it('mean one thing in a place', () => {
    for (const place of PLACES) {
      const keys = BINDINGS.filter((binding) => binding.places.includes(place)).flatMap(({ keys: bound }) => bound);
      expect(keys, place).toEqual([...new Set(keys)]);
    }
  });

  it('mean the same everywhere: a letter has one action, whatever the place', () => {
    const meanings = new Map<string, Set<Action>>();
    for (const { action, keys } of BINDINGS) {
      for (const key of keys.filter((name) => /^[a-z0-9]$/iu.test(name))) {
        meanings.set(key, new Set([...(meanings.get(key) ?? []), action]));
      }
    }
    const several = [...meanings]
      .filter(([, actions]) => actions.size > 1)
      .map(([key, actions]) => `${key}: ${[...actions].join(', ')}`);
    // Letters that answer a question, h and l that go left and right as the arrows do, and what crosses out: a field, a user.
    expect(several.sort()).toEqual([
      'h: valuePrevious, tabPrevious',
      'j: moveDown, answerYes',
      'l: valueNext, tabNext',
      'n: answerNo, matchNext',
      'x: doNotImport, blockElsewhere',
    ]);
  });

  it('reach every action, and say why they do nothing', () => {
    expect(ACTIONS.filter((action) => !BINDINGS.some((binding) => binding.action === action))).toEqual([]);
    const nothing: Listening = { places: ['preview'], facts: new Set() };
    const next = bindingFor('n', nothing)!;
    expect(whyNot(next, nothing.facts, 'nl')).toBe('Zoek eerst met /.');
    expect(whyNot(next, new Set(['hasSearch']), 'nl')).toBe('Niets gevonden op deze tab; / zoekt anders.');
    expect(whyNot(next, new Set(['hasSearch', 'hasMatches']), 'nl')).toBeUndefined();
  });

  it.each(['nl', 'en'] as const)('are told whole by ? on the narrowest screen that is usual, in %s', (language) => {
    const theme = themeOf({ language, colour: false, unicode: true, screenReader: false });
    for (const places of [
      ['preview', 'list', 'everywhere'],
      ['map', 'list', 'everywhere'],
      ['result', 'everywhere'],
    ] as const) {
      const view = { theme, columns: 80, height: 18 };
      const panel = helpPanel({ kind: 'help', top: 0 }, { places, facts: new Set() }, view);
      expect(panel.map((line) => plainLine(line, theme)).join('\n')).not.toContain('…');
    }
  });

  it('are text where text is typed', () => {
    expect(bindingFor('n', { places: ['confirm', 'typing'], facts: new Set() })).toBeUndefined();
    expect(bindingFor('escape', { places: ['confirm', 'typing'], facts: new Set() })?.action).toBe('goBack');
    expect(bindingFor('x', { places: ['confirm', 'typing'], facts: new Set() })).toBeUndefined();
  });

  it('are keys where nothing is typed yet and they begin nothing that is asked', () => {
    const listening: Listening = { places: ['untyped', 'confirm', 'typing'], facts: new Set(['staysActive']) };
    expect(bindingFor('x', listening)?.action).toBe('blockElsewhere');
    expect(bindingFor('j', listening)).toBeUndefined();
    expect(footerKeys(listening, 'nl', true)).toContainEqual(
      expect.objectContaining({ key: 'x', label: 'ook elders blokkeren' }),
    );
  });

  it('are in the footer only where they work', () => {
    const keys = (facts: Listening['facts']): Action[] =>
      footerKeys({ places: ['preview', 'list', 'everywhere'], facts }, 'en', true).map(({ action }) => action);
    expect(keys(new Set())).not.toContain('goOn');
    expect(keys(new Set(['isPlanned']))).toContain('goOn');
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
