/** Text with columns in it: read, or refused with its place, and made of a row. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composedText, hasColumns, readTemplate, type ComposedPart } from '../../src/domain/composed.js';
import type { Cell } from '../../src/domain/sourceRow.js';

const HEADERS = ['Nummer', 'Naam', 'Mail'];

function made(template: string, cells: readonly Cell[]): ReturnType<typeof composedText> {
  const read = readTemplate(template);
  if ('fault' in read) throw new Error(JSON.stringify(read.fault));
  const parts = read.parts.map((part): ComposedPart =>
    typeof part === 'string'
      ? part
      : { index: HEADERS.indexOf(part.column), header: part.column, functions: part.functions },
  );
  return composedText(parts, cells);
}

test.each([
  ['{Nummer}@school.nl', '4711@school.nl'],
  ['{Naam|lower|ascii|trim}', "zoeo'neill"],
  ['{Naam|first:3|upper}', 'ZOË'],
  ['{Mail|before:@}.x', 'z.oneill.x'],
  ['{Mail|after:@}', 'voorbeeld.nl'],
  ['{Mail|before:#}', 'z.oneill@voorbeeld.nl'],
  ['P{Nummer|digits}', 'P4711'],
  ['{{{Nummer}}}', '{4711}'],
])('%s', (template, text) => {
  expect(made(template, ['4711', 'Zoë O’Neill', 'z.oneill@voorbeeld.nl'])).toEqual({ text });
});

test('a column of which nothing is left leaves nothing', () => {
  expect(made('{Nummer}@school.nl', ['', 'x', 'y'])).toEqual({ text: '', empty: 'Nummer' });
  expect(made('{Naam|digits}@school.nl', ['1', 'geen', 'y'])).toEqual({ text: '', empty: 'Naam' });
  expect(made('{Mail|after:.nl}@x', ['1', 'geen', 'a@b.nl'])).toEqual({ text: '', empty: 'Mail' });
});

describe('a text that is not certainly what a person meant makes nothing, whatever is done with it', () => {
  test.each<[Cell, string]>([
    [{ kind: 'decimal', text: '12.1' }, 'decimal'],
    [{ kind: 'error', text: '#REF!' }, 'error'],
    [{ kind: 'error', text: '' }, 'error'],
    ['4,71235E+11', 'decimal'],
    ['NULL', 'word'],
    ['Zo\ufffd', 'damage'],
  ])('%j', (cell, why) => {
    expect(made('P{Nummer|digits|first:2}', [cell]).doubtful?.why).toBe(why);
  });

  test('a whole number is its digits, and a date is a date', () => {
    expect(made('P{Nummer}', [{ kind: 'number', text: '12' }])).toEqual({ text: 'P12' });
    expect(made('P{Nummer}', [{ kind: 'date', text: '2026-03-12' }])).toEqual({ text: 'P2026-03-12', kind: 'date' });
  });
});

describe('a text that is no template is refused with its place', () => {
  test.each([
    ['{Nummer', { reason: 'unclosed', at: 1 }],
    ['a}b', { reason: 'unopened', at: 2 }],
    ['x{}', { reason: 'noColumn', at: 2 }],
    ['{Nummer|groot}', { reason: 'unknownFunction', part: 'groot' }],
    ['{Nummer|first:x}', { reason: 'notANumber', part: 'first:x' }],
    ['{Nummer|lower:3}', { reason: 'unknownFunction' }],
    ['{Nummer|before:}', { reason: 'unknownFunction' }],
  ])('%s', (template, fault) => {
    expect(readTemplate(template)).toMatchObject({ fault });
  });
});

test('whatever is typed is a template or a fault, and plain text has no columns', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', '|', ':', 'a', '@', ' ', '3') }), (text) => {
      const read = readTemplate(text);
      if (!hasColumns(text) && 'parts' in read) expect(read.parts.length).toBeLessThanOrEqual(1);
      else expect(read).toSatisfy((one: object) => 'parts' in one || 'fault' in one);
    }),
  );
});
