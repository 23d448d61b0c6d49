/** Users at a terminal: somebody is looked up, blocked, and the part of that run that is about them taken back. */
import { describe, expect, it } from 'vitest';
import { LOOK, startWizard, strike, type Stroke } from './wizardProgram.js';

const WORDS = {
  'nl_NL.UTF-8': {
    list: '42 gebruikers',
    filter: 'groep:INKOOP -geblokkeerd:ja 12345.BB',
    found: '1 van 42',
    listed: 'Enter openen',
    form: 'Blokkeren · 12345.BBA',
    chosen: '< T12345AA >',
    planned: 'Gaat uit groep INKOOP, HRM',
    asked: 'Typ ja › ',
    yes: 'ja',
    applied: 'Run 1 (blokkeren) in T12345AA is uitgevoerd',
    happened: 'geblokkeerd, -INKOOP, -HRM',
    undo: 'Komt in groep INKOOP, HRM',
    undone: 'Run 2 (terugdraaien) in T12345AA is uitgevoerd',
    back: 'gedeblokkeerd, +INKOOP, +HRM',
  },
  'en_GB.UTF-8': {
    list: '42 users',
    filter: 'group:INKOOP -blocked:yes 12345.BB',
    found: '1 of 42',
    listed: 'Enter open',
    form: 'Block · 12345.BBA',
    chosen: '< T12345AA >',
    planned: 'Leaves group INKOOP, HRM',
    asked: 'Type yes › ',
    yes: 'yes',
    applied: 'Run 1 (block) in T12345AA was applied',
    happened: 'blocked, -INKOOP, -HRM',
    undo: 'Joins group INKOOP, HRM',
    undone: 'Run 2 (undo) in T12345AA was applied',
    back: 'unblocked, +INKOOP, +HRM',
  },
} as const;

/** From the preview of a plan: looked at, agreed with letter by letter, applied. */
function applied(asked: string, yes: string, done: string): readonly Stroke[] {
  const letters = [...yes].map((letter, at): Stroke => [letter, `${asked}${yes.slice(0, at + 1)}`]);
  return [['enter', asked], [LOOK, asked], ...letters, ['enter', done]];
}

describe.each(Object.entries(WORDS))('in %s', (locale, words) => {
  it('somebody is found, blocked, and as before again', async () => {
    const terminal = startWizard({ env: { LANG: locale } });
    await strike(terminal, [
      ['', '▸ i'],
      ['u', '▸ 12345.ADI'],
      ['', words.list],
      ['end', '12345.YCE'],
      ['home', '▸ 12345.ADI'],
      ['/', 'Filter:'],
      [words.filter, words.found],
      ['enter', words.listed],
      ['', '▸ 12345.BBA'],
      ['b', words.form],
      ['right', 'O12345AA'],
      ['right', 'O12345AB'],
      ['right', words.chosen],
      ['enter', words.planned],
      ...applied(words.asked, words.yes, words.applied),
      ['enter', '✗T·AA'],
      ['enter', words.happened],
      ['u', words.undo],
      ...applied(words.asked, words.yes, words.undone),
      ['enter', words.back],
      ['ctrl+c', ''],
    ]);
    expect(terminal.text()).toContain('Bea Bakker');
  });
});
