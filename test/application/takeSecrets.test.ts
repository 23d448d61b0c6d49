import { expect, test } from 'vitest';
import { takeSecrets } from '../../src/application/takeSecrets.js';
import { STANDARD_DEFAULTS } from '../../src/domain/fields.js';
import type { ImportSettings } from '../../src/domain/settings.js';

const settings: ImportSettings = {
  type: 'user',
  mapping: {
    user: { kind: 'column', index: 0, header: 'Gebruiker' },
    password: { kind: 'column', index: 2, header: 'Wachtwoord' },
  },
  defaults: STANDARD_DEFAULTS,
  emptyRules: {},
};

const hash = (password: string): Promise<string> => Promise.resolve(`hash of ${password.length}`);

test('a password leaves its row, and its hash goes apart', async () => {
  const taken = await takeSecrets([{ row: 2, cells: ['BKR', '5', ' Zomer-in-Utrecht '] }], settings, hash);
  expect(taken.rows).toEqual([{ row: 2, cells: ['BKR', '5', { kind: 'secret', weak: false }] }]);
  expect(taken.secrets).toEqual([{ row: 2, hash: 'hash of 16' }]);
});

test('a password that is too short is not even hashed', async () => {
  const taken = await takeSecrets([{ row: 2, cells: ['BKR', '5', 'geheim'] }], settings, hash);
  expect(taken.rows[0]?.cells[2]).toEqual({ kind: 'secret', weak: true });
  expect(taken.secrets).toEqual([]);
});

test('in a shifted row a number may be the password', async () => {
  const cells = ['BKR', { kind: 'number' as const, text: '123456789012' }];
  const taken = await takeSecrets([{ row: 3, cells, shape: { expected: 3, found: 2 } }], settings, hash);
  expect(JSON.stringify(taken)).not.toContain('123456789012');
});

test('in a shifted row the password is taken from the cells beside its column as well', async () => {
  const shifted = { row: 3, cells: ['BKR', 'Zomer-in-Utrecht'], shape: { expected: 3, found: 2 } };
  const taken = await takeSecrets([shifted], settings, hash);
  expect(JSON.stringify(taken)).not.toContain('Utrecht');
  expect(taken.rows[0]?.cells[0]).toBe('BKR');
});

test.each(['number', 'decimal', 'formatted', 'date', 'boolean', 'error'] as const)(
  'a password cell that is a %s is kept nowhere and told without its value',
  async (kind) => {
    const row = { row: 2, cells: ['BKR', '5', { kind, text: '123456789012345' }] };
    const taken = await takeSecrets([row], settings, hash);
    expect(taken.rows[0]?.cells[2]).toEqual({ kind: 'secret', weak: true, fault: 'kind' });
    expect(taken.secrets).toEqual([]);
  },
);

test.each([
  ['Zomer-in-Utr\ufffdcht', 'damaged'],
  ['Zomer-in-Utrecht\0!', 'damaged'],
  ['Zomer-in-UtrÃ«cht', 'damaged'],
  ['Zomer\u200b-in-Utrecht', 'hidden'],
  ['Zomer\u001f-in-Utrecht', 'hidden'],
  ['="Zomer-in-Utrecht"', 'hidden'],
  ['2,5116707638E+11', 'kind'],
  ['123456789012.0', 'kind'],
])('%j is no password that a person typed', async (password, fault) => {
  const taken = await takeSecrets([{ row: 2, cells: ['BKR', '5', password] }], settings, hash);
  expect(taken.rows[0]?.cells[2]).toEqual({ kind: 'secret', weak: true, fault });
  expect(taken.secrets).toEqual([]);
});
