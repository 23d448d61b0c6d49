/** The scenarios once more, by the domain alone: what a row does needs no file, no database and no use case. */
import { describe, expect, test } from 'vitest';
import { FIELDS, fieldsFor, STANDARD_DEFAULTS, type FieldId } from '../../src/domain/fields.js';
import { RowReader } from '../../src/domain/readRow.js';
import type { FieldSource, Mapping } from '../../src/domain/settings.js';
import type { SourceRow } from '../../src/domain/sourceRow.js';
import { actualRow, expectedRow } from '../scenarios/notes.js';
import { patched } from '../support/engineDirectory.js';
import { BASE, INLINE_SCENARIOS, type InlineScenario } from './support/inlineScenarios.js';
import { directoryFor, planSources } from './support/planning.js';

/** Templates and lists of values are read by the files, and passwords are hashed elsewhere. */
const SCENARIOS = INLINE_SCENARIOS.filter(
  ({ header, values, map = {} }) =>
    !header.includes('Wachtwoord') && !values && !Object.values(map).some((source) => source.includes('{')),
);

describe.each(SCENARIOS)('$place', (scenario) => {
  test(scenario.name, () => {
    const {
      type = 'user',
      environment,
      base,
      directory: patch = {},
      defaults,
      empty = {},
      checks,
      protect,
      lines,
      rows = {},
    } = scenario;
    const directory = directoryFor(patched(base === 'none' ? {} : BASE, patch), environment, protect);
    const settings = {
      type,
      mapping: mappingOf(scenario),
      defaults: { ...STANDARD_DEFAULTS, ...defaults },
      emptyRules: empty,
      ...(checks && { checks }),
    };
    const sources = Object.entries(lines).map(([row, cells]) => sourceRow(Number(row), cells, scenario.header.length));
    const planned = planSources(sources, new RowReader(settings), directory);
    const users = new Map(planned.map(({ row, user }) => [String(row), user]));
    expect(Object.fromEntries(planned.map((row) => [row.row, actualRow(row)]))).toEqual(
      Object.fromEntries(Object.entries(rows).map(([row, note]) => [row, expectedRow(note, users.get(row) ?? '')])),
    );
  });
});

function sourceRow(row: number, cells: readonly string[], expected: number): SourceRow {
  return cells.length === expected ? { row, cells } : { row, cells, shape: { expected, found: cells.length } };
}

/** By the fields' own names: what else a header may be called is the files' to know. */
function mappingOf({ type = 'user', header, map = {}, fix = {}, skip = [], ignore = [] }: InlineScenario): Mapping {
  const taken = new Set(fieldsFor(type).map(({ id }) => id));
  const mapping: Partial<Record<FieldId, FieldSource>> = {};
  for (const { id, nl, en } of FIELDS) {
    const name = Object.entries(map).find(([field]) => names(field, id, nl, en))?.[1];
    const index = header.findIndex((label) => (name === undefined ? names(label, id, nl, en) : label === name));
    const isSkipped = skip.some((field) => names(field, id, nl, en)) || ignore.includes(header[index] ?? '');
    if (index >= 0 && taken.has(id) && !isSkipped) mapping[id] = { kind: 'column', index, header: header[index]! };
    const value = Object.entries(fix).find(([field]) => names(field, id, nl, en))?.[1];
    if (value !== undefined) mapping[id] = { kind: 'fixed', value };
  }
  return mapping;
}

const names = (text: string, ...of: readonly string[]): boolean =>
  of.some((name) => name.toLowerCase() === text.toLowerCase());
