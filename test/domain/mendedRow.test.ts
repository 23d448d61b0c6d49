/** Cells that a person typed over, and whether the row is still the one that they were typed in. */
import { describe, expect, test } from 'vitest';
import { isMended, sameAsRead, typedCells, typedOver } from '../../src/domain/mendedRow.js';
import type { FieldSource, Mapping } from '../../src/domain/settings.js';
import type { Cell, SourceRow } from '../../src/domain/sourceRow.js';

const row = (...cells: readonly Cell[]): SourceRow => ({ row: 2, cells });
const NUMBER: Cell = { kind: 'number', text: '7' };
const SECRET: Cell = { kind: 'secret', weak: false };

describe('a cell that is typed over', () => {
  test.each<[string, SourceRow, readonly (readonly [number, string])[], readonly Cell[]]>([
    ['keeps what was read', row('a', 'b'), [[1, 'c']], ['a', { kind: 'typed', text: 'c', was: 'b' }]],
    ['keeps what kind it was', row(NUMBER), [[0, 'c']], [{ kind: 'typed', text: 'c', was: NUMBER }]],
    ['keeps nothing of a password', row(SECRET), [[0, 'c']], [{ kind: 'typed', text: 'c' }]],
    ['may be one that the row had not', row('a'), [[2, 'c']], ['a', '', { kind: 'typed', text: 'c', was: '' }]],
    [
      'twice keeps what was read first',
      row({ kind: 'typed', text: 'b', was: 'a' }),
      [[0, 'c']],
      [{ kind: 'typed', text: 'c', was: 'a' }],
    ],
  ])('%s', (_what, source, typed, cells) => expect(typedOver(source, typed)).toEqual({ row: 2, cells }));

  test('is none where nothing is typed', () => {
    const source = row('a');
    expect(typedOver(source, [])).toBe(source);
  });
});

test.each<[boolean, SourceRow]>([
  [false, row('a', NUMBER, SECRET)],
  [true, row('a', { kind: 'typed', text: 'b' })],
  [true, row({ kind: 'secret', weak: false, typed: true })],
])('mended: %j', (mended, source) => expect(isMended(source)).toBe(mended));

test.each<[boolean, SourceRow, SourceRow]>([
  [true, row('a', NUMBER), row('a', { ...NUMBER })],
  [false, row('a'), row('b')],
  [false, row('7'), row(NUMBER)],
  [true, row('a'), row('a', '')],
  [true, row('a', ''), row('a')],
  [false, row('a'), row('a', 'b')],
  [false, row('a', 'b'), row('a')],
  [true, row({ kind: 'typed', text: 'x', was: 'a' }), row('a')],
  [false, row({ kind: 'typed', text: 'x', was: 'b' }), row('a')],
  [true, row(SECRET, 'a'), row('geheim', 'a')],
  [true, row('geheim', 'a'), row(SECRET, 'a')],
  [false, row(SECRET, 'a'), row(SECRET, 'b')],
  // A null character cannot be stored: the row before was kept without it.
  [true, row('a\ufffd'), row('a\u0000')],
])('the same as it was read: %j, %j and %j', (same, before, now) => expect(sameAsRead(before, now)).toBe(same));

describe('what was typed', () => {
  const at = (index: number): FieldSource => ({ kind: 'column', index, header: '' });
  const of = (...indexes: readonly number[]): FieldSource => ({
    kind: 'composed',
    template: '',
    parts: indexes.flatMap((index) => [{ index, header: '', functions: [] }, '@']),
  });
  const source = row({ kind: 'typed', text: 'b', was: 'a' }, 'c', { kind: 'secret', weak: false, typed: true });
  test.each<[string, Mapping, Mapping, number, number]>([
    ['stays while its field is read from there', { email: at(0) }, { email: at(0), upn: at(1) }, 1, 1],
    ['is lost where another field is', { email: at(0) }, { upn: at(0) }, 0, 2],
    ['is lost where its field is read from elsewhere', { email: at(0) }, { email: at(1) }, 0, 2],
    ['is lost where its field has a fixed value', { email: at(0) }, { email: { kind: 'fixed', value: 'x' } }, 0, 2],
    ['is lost where no field was read from there', { email: at(1) }, { email: at(0) }, 0, 2],
    ['stays while its field is composed of it', { upn: of(1, 0) }, { upn: of(0) }, 1, 1],
    ['stays where its field becomes composed of it', { upn: at(0) }, { upn: of(1, 0) }, 1, 1],
    ['is lost where its field is composed of others', { upn: of(0, 1) }, { upn: of(1), email: at(0) }, 0, 2],
    ['stays where one of its fields does', { email: at(0), upn: at(0) }, { upn: at(0) }, 1, 1],
  ])('%s', (_what, before, now, kept, lost) =>
    expect(typedCells(source, before, now)).toEqual({ kept: kept === 1 ? [[0, 'b']] : [], lost }),
  );
});
