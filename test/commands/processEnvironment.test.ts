/** What the surroundings of the program say: who, from where, in which language, with which colours. */
import { expect, it } from 'vitest';
import { GlobalSettings } from '../../src/commands/line/globalSettings.js';
import { languageOf, originOf, speaksUnicode, wantsColour } from '../../src/commands/line/processEnvironment.js';

it('the origin is the client’s address over SSH', () => {
  expect(originOf({ SSH_CONNECTION: '192.0.2.7 50000 192.0.2.1 22' })).toBe('192.0.2.7');
  expect(originOf({})).toBe('');
});

it('--lang wins over the locale', () => {
  expect(languageOf(new GlobalSettings(['--lang', 'en']), { LANG: 'nl_NL.UTF-8' })).toBe('en');
  expect(languageOf(new GlobalSettings([]), { LANG: 'nl_NL.UTF-8' })).toBe('nl');
});

it('colours and symbols follow the terminal', () => {
  expect(wantsColour(new GlobalSettings([]), { TERM: 'xterm' })).toBe(true);
  expect(wantsColour(new GlobalSettings(['--no-color']), { TERM: 'xterm' })).toBe(false);
  expect(wantsColour(new GlobalSettings([], { NO_COLOR: '1' }), {})).toBe(false);
  expect(wantsColour(new GlobalSettings([], { NO_COLOR: '' }), {})).toBe(true);
  expect(speaksUnicode({ LANG: 'nl_NL.UTF-8' })).toBe(true);
  expect(speaksUnicode({ LANG: 'C' })).toBe(false);
});
