/** What happened to a user, in lines. */
import { expect, test } from 'vitest';
import type { UserChange } from '../../src/application/userUseCases.js';
import { textOf } from '../../src/presentation/lines.js';
import { themeOf } from '../../src/presentation/theme.js';
import { historyEntries } from '../../src/presentation/userHistory.js';

const THEME = themeOf({ language: 'nl', colour: true, unicode: true, screenReader: false });

const change = (environment: string, of: Pick<UserChange, 'field' | 'from' | 'to'>): UserChange => ({
  run: 13,
  kind: 'import',
  row: 2,
  appliedAt: '2027-01-04T10:00:00.000Z',
  operator: 'piet',
  environment,
  user: '12345.BBA',
  ...of,
});

test('what a run did the same in several environments is told once', () => {
  const email = { field: 'email', from: 'a@b.nl', to: 'c@d.nl' } as const;
  const joined = { field: 'group', from: null, to: 'HRM' } as const;
  const history = [change('O1', email), change('O2', email), change('T1', joined), change('T1', email)];
  const entries = historyEntries(history, { theme: THEME, columns: 200 });
  expect(entries.map(({ environments }) => environments)).toEqual([['O1', 'O2'], ['T1']]);
  const texts = entries.map(({ lines }) => lines.map((line) => line.map(textOf).join('')).join(' '));
  expect(texts[0]).toContain('import 13  piet  E-mail a@b.nl → c@d.nl  O1 O2');
  expect(texts[1]).toContain('+HRM, E-mail a@b.nl → c@d.nl  T1');
});
