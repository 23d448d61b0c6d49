/** How a text changed, as a reviewer tells it apart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { howChanged } from '../../src/domain/kinds/howChanged.js';
import { kindKey, kindOf } from '../../src/domain/kinds/rowKind.js';
import { caseKey } from '../../src/domain/sourceRow.js';
import { NOTHING_PLANNED, type FieldChange, type PlannedRow } from '../../src/domain/plannedRow.js';

test.each([
  ['', 'bea@x.nl', 'filled'],
  ['bea@x.nl', '', 'emptied'],
  ['bea@oud.nl', 'bea@nieuw.nl', 'domain'],
  ['Bea@oud.nl', 'bea@nieuw.nl', 'domain'],
  ['bea@oud.nl', 'b.bakker@nieuw.nl', 'changed'],
  ['Bea Bakker', 'bea bakker', 'case'],
  ['ΣΟΦΙΑ', 'σοφια', 'case'],
  ['Zoe Koster', 'Zoë Koster', 'marks'],
  ['Bea-Bakker', 'bea  bakker', 'marks'],
  ['Bea Bakker', 'Bea de Vries', 'changed'],
  // Without a mailbox there is no domain.
  ['@oud.nl', '@nieuw.nl', 'changed'],
] as const)('%j → %j is %s', (from, to, how) => {
  expect(howChanged(from, to)).toBe(how);
});

/** Signs that meet in names and addresses, and those that fold, compose or are stripped. */
const texts = fc.string({
  unit: fc.constantFrom(...Array.from("aAbBzZ19@@.- '_eéÉëiIİıKKſßσςΣ"), 'e\u0301', '\u0301', 'ﬁ', '山'),
  minLength: 1,
  maxLength: 6,
});

test('what is found the short way is what comparing whole texts finds', () => {
  const letters = (text: string): string => caseKey(text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, ''));
  const mailbox = (text: string): string | undefined =>
    text.lastIndexOf('@') > 0 ? caseKey(text.slice(0, text.lastIndexOf('@'))) : undefined;
  const compared = (from: string, to: string): string => {
    if (caseKey(from) === caseKey(to)) return 'case';
    if (mailbox(from) !== undefined && mailbox(from) === mailbox(to)) return 'domain';
    return letters(from) === letters(to) ? 'marks' : 'changed';
  };
  const near = texts.chain((from) =>
    fc.tuple(
      fc.constant(from),
      fc.oneof(texts, fc.constantFrom(from.toUpperCase(), from.normalize('NFD'), `${from}-`)),
    ),
  );
  fc.assert(
    fc.property(near, ([from, to]) => {
      expect(howChanged(from, to)).toBe(compared(from, to));
    }),
    { numRuns: 5000 },
  );
});

const rowWith = (fields: readonly FieldChange[], more: Partial<PlannedRow> = {}): PlannedRow => ({
  ...NOTHING_PLANNED,
  row: 2,
  user: '12345.BBA',
  outcome: 'update',
  changes: fields.length === 0 ? [] : [{ environment: 'T12345AB', user: '12345.BBA', fields }],
  ...more,
});

test('what has few values is told by them, and what everybody has another of is not', () => {
  const kind = kindOf(
    rowWith([
      ['description', 'Bea', 'Bea Bakker'],
      ['person', null, '100001'],
      ['outSite', false, true],
      ['siteLanguage', '1043', '2057'],
    ]),
    'T12345AA',
  );
  expect(kind).toEqual({
    outcome: 'update',
    changes: [
      { field: 'description', how: 'changed' },
      { field: 'outSite', how: 'changed', from: false, to: true },
      { field: 'person', how: 'filled' },
      { field: 'siteLanguage', how: 'changed', from: '1043', to: '2057' },
    ],
    environments: ['T12345AB'],
  });
});

test('groups reach the environment of the plan; whoever is blocked leaves all of them', () => {
  const groups = { added: ['PZ'], removed: ['HRM', 'INKOOP'], created: [] };
  expect(kindOf(rowWith([], { groups }), 'T12345AA')).toMatchObject({
    changes: [
      { field: 'group', how: 'emptied', from: 'HRM', to: null },
      { field: 'group', how: 'emptied', from: 'INKOOP', to: null },
      { field: 'group', how: 'filled', from: null, to: 'PZ' },
    ],
    environments: ['T12345AA'],
  });
  const blocked = rowWith([['blocked', false, true]], { outcome: 'block', groups: { ...groups, added: [] } });
  expect(kindOf(blocked, 'T12345AA')?.changes).toContainEqual({ field: 'group', how: 'emptied' });
});

test('of a value that is not known, only that it changes is certain', () => {
  expect(kindOf(rowWith([['email', null, 'bea@x.nl', 'from']]), 'T12345AA')?.changes).toEqual([
    { field: 'email', how: 'changed' },
  ]);
});

test('a row that is rejected is of no kind; one that is left out is of the kind that it was', () => {
  expect(kindOf(rowWith([], { outcome: 'rejected' }), 'T12345AA')).toBeUndefined();
  const was = kindOf(rowWith([['email', 'a@x.nl', 'b@x.nl']]), 'T12345AA');
  expect(kindOf(rowWith([], { outcome: 'excluded', leftOut: was! }), 'T12345AA')).toBe(was);
});

test('the order of changes and environments makes no other kind', () => {
  const one = rowWith([
    ['email', 'a@x.nl', ''],
    ['upn', '', 'a@x.nl'],
  ]);
  const other = rowWith([
    ['upn', '', 'b@x.nl'],
    ['email', 'b@x.nl', ''],
  ]);
  expect(kindKey(kindOf(one, 'T12345AA')!)).toBe(kindKey(kindOf(other, 'T12345AA')!));
});
