/** Keys that have to be meant: what comes in a burst, from a paste or a key that was held down, never does these. */
import { describe, expect, it } from 'vitest';
import { boundKeys } from '../../src/tui/keys/boundKeys.js';
import { burst, pressed } from '../../src/tui/shell/press.js';
import { initialWizard } from '../../src/tui/shell/update.js';
import type { StepState, Wizard } from '../../src/tui/shell/wizard.js';
import { confirmStep } from '../../src/tui/steps/confirm/state.js';
import { STEPS } from '../../src/tui/steps/index.js';
import { previewStep } from '../../src/tui/steps/preview/state.js';
import { madeRun } from './support/madeRun.js';
import { keyGroups } from './support/keysDocument.js';

/** What changes something, or goes on to where that is done. */
const MEANT = [
  'The first screen: enter open',
  'Choosing the type: enter go on',
  'The environment: enter go on',
  'The environment: F pull',
  'The path of the file: enter open',
  'How the file is read: enter go on',
  'The mapping: enter go on',
  'The preview, by kind of change: enter open',
  'The preview, by kind of change: c confirm',
  'The preview, by kind of change: space leave out/back',
  'The preview, who is not in the file: enter user',
  'The preview, who is not in the file: b block them',
  'The preview, who is not in the file: c confirm',
  'The preview: enter confirm',
  'The preview: space leave out/back',
  'The preview: X leave out matches',
  'The preview: B take back matches',
  'The preview: M take mends back',
  'Review, one by one: space leave out, next',
  'Confirming: enter confirm what you typed',
  'Confirming: tab a few first',
  'Confirming: x block elsewhere too',
  'A file for AFAS: enter file for AFAS',
  'A file for AFAS: x block elsewhere too',
  'Waiting for approval: a approve',
  'Waiting for approval: x block elsewhere too',
  'The result: enter new import',
  'The result: r the rest',
  'The result: x block elsewhere too',
  'The result: u undo',
  'The result of an act: enter back to the users',
  'The result of an act: r the rest',
  'The result of an act: x block elsewhere too',
  'The result of an act: u undo',
  'The history: enter look at its rows',
  'The history: u undo',
  'Drift between environments: enter bring in line',
  'The environments: enter change',
  'The environments: F pull',
  'The file with a list: enter open',
  'What a list would do: enter read it',
  'The users: enter open',
  'One user: enter look at its rows',
  'One user: u undo',
  'An act: a line that is typed: enter go on',
  'An act: something to choose: enter go on',
  'While typing: enter done',
  'Picking from a list: enter choose',
  'What came out otherwise: enter look at its rows',
  'A question: y yes',
  'A question: n no',
];

/** What only moves, shows, asks or types; or can be done over. */
// prettier-ignore
const REPEATABLE = [
  'AFAS Accept on/off', 'add an environment', 'all acts', 'all keys', 'all of the row', 'all of the user',
  'all that is said', 'audit', 'back', 'before', 'block/unblock', 'by kind/by row', 'cancel', 'change', 'choose', 'choose source',
  'clear nothing', 'clear the filter', 'close', 'complete', 'compose', 'connect to AFAS', 'delete', 'delete the definition', 'demo',
  'discard the plan', 'do not import', 'done', 'down', 'draw the screen again', 'drift', 'empty cell',
  'environment', 'environment before', 'environments', 'erase', 'erase a word', 'erase all',
  'erase the next one', 'file for AFAS', 'filter', 'first', 'fixed value', 'free the UPN', 'groups and persons', 'history',
  'import', 'join a group', 'keep, next', 'last', 'leave a group', 'left', 'link a person', 'look again',
  'match before', 'mend a cell', 'merge', 'new code', 'new user', 'new-user default', 'next',
  'next environment', 'next line', 'next match', 'next problem', 'next tab', 'next that stands out',
  'one before that stands out', 'other value', 'password',
  'plan again', 'problem before', 'quit', 'range', 'read lists', 'reason', 'report', 'review one by one', 'right', 'rows like this one',
  'save definition', 'screen down', 'screen up', 'search', 'second import (UPN)', 'sort', 'sort the other way',
  'stop', 'tab before', 'to the end', 'to the start', 'tokens list', 'up', 'user', 'users', 'value before', 'values', 'verify',
  'write mended rows', 'write rejected rows',
];

const named = keyGroups().flatMap(({ title, bindings }) =>
  bindings.map((binding) => ({ binding, name: `${title}: ${binding.keys[0]} ${binding.label.en}` })),
);

function wizardAt(step: StepState): Wizard {
  return { ...initialWizard({ steps: STEPS, language: 'nl', size: { columns: 80, rows: 24 } }), step };
}

describe('a key that changes something', () => {
  it('is one that has to be meant; whoever adds a key says here which kind it is', () => {
    const meant = named.filter(({ binding }) => binding.deliberate === true).map(({ name }) => name);
    expect(meant).toEqual(MEANT);
    const others = named.filter(({ binding }) => binding.deliberate !== true).map(({ binding }) => binding.label.en);
    expect([...new Set(others)].sort()).toEqual(REPEATABLE);
  });

  it('goes on by Enter, which has to be meant everywhere but where it only goes to the next row', () =>
    expect(
      named
        .filter(({ binding }) => binding.keys.includes('enter') && binding.deliberate !== true)
        .map(({ name }) => name),
    ).toEqual([
      'The filter of the preview: enter done',
      'Review, one by one: enter keep, next',
      'The filter of users: enter done',
    ]));

  it.each([previewStep(madeRun()), confirmStep(madeRun({ staysActive: { T12345AB: 2 } }), 'nl', 0)])(
    'does nothing where it comes with others: $at',
    (step) => {
      const wizard = wizardAt(step);
      const meant = boundKeys(wizard).filter(({ binding }) => binding.deliberate === true);
      expect(meant.length).toBeGreaterThan(1);
      for (const key of meant.flatMap(({ keys }) => keys))
        expect(pressed(wizard, key, '', false), key).toEqual({ wizard, effects: [] });
    },
  );

  it.each(['  ', 'XX', 'BB', '\r\r'])('is not done by %j that came at once', (text) => {
    const wizard = wizardAt(previewStep(madeRun()));
    expect(burst(wizard, text)).toEqual({ wizard, effects: [] });
  });
});
