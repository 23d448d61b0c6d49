import { describe, expect, test } from 'vitest';
import type { ImportDefinition } from '../../src/application/ports/definitionText.js';
import { createDefinitionText } from '../../src/files/definitions/definitionText.js';

const definitions = createDefinitionText();
const parse: typeof definitions.parse = (text, file) => definitions.parse(text, file);
const print: typeof definitions.print = (definition) => definitions.print(definition);

const FULL: ImportDefinition = {
  name: 'HR: januari',
  type: 'user',
  file: { format: 'csv', delimiter: '\t', encoding: 'windows-1252', header: true, widths: [10, 20] },
  mapping: { user: { column: 'Login' }, email: { column: '#3' }, person: { fixed: '00012' }, profit: { fixed: 'no' } },
  ignoredColumns: ['Roepnaam', '#7', 'no'],
  skipped: ['upn'],
  defaults: { outSite: true, siteLanguage: '2067' },
  emptyRules: { person: 'clear', upn: 'keep' },
  guards: { acceptEmptyCode: false, allowClear: ['upn'], maxBlocks: '20%', maxRenames: 0 },
};
const EMPTY: ImportDefinition = {
  name: 'leeg',
  type: 'mutation',
  file: {},
  mapping: {},
  ignoredColumns: [],
  skipped: [],
  defaults: {},
  emptyRules: {},
  guards: {},
};

describe('a definition', () => {
  test('comes back from its text as it was', async () => {
    for (const definition of [FULL, EMPTY]) expect(await parse(await print(definition), 'd.yaml')).toEqual(definition);
    expect(await print(EMPTY)).toBe('name: leeg\ntype: mutation\n');
  });

  test('reads as one writes it by hand', async () => {
    const text =
      '# januari\nname: x\ntype: user\nmapping:\n  user: {column: Login}\n  person: {fixed: 00012}\n  profit: {fixed: no}\n';
    expect((await parse(text, 'd')).mapping).toEqual({
      user: { column: 'Login' },
      person: { fixed: '00012' },
      profit: { fixed: 'no' },
    });
  });

  test.each([
    ['name: x\ntype: [', 'definition.notYaml', 2],
    ['name: x\ntype: user\nname: y', 'definition.notYaml', 3],
    ['a: &a [x, x]\nb: *a', 'definition.notYaml', 1],
    ['just text', 'definition.wrongValue', 1],
    ['', 'definition.wrongValue', 1],
    ['type: user', 'definition.missing', 1],
    ['name: x\ntype: usr', 'definition.notAllowed', 2],
    ['name: x\ntype: user\nmaping: {}', 'definition.unknownKey', 3],
    ['name: x\ntype: user\nmapping:\n  usr: {column: a}', 'definition.unknownKey', 4],
    ['name: x\ntype: user\nguards:\n  maxBlocks: lots', 'definition.wrongValue', 4],
    ['name: x\ntype: user\nmapping:\n  user: a', 'definition.wrongValue', 4],
    [
      'name: x\ntype: user\nmapping:\n  user: {column: a}\n  password: {fixed: Geheim-geheim-1}',
      'definition.password',
      5,
    ],
    ['name: x\ntype: mutation\nmapping:\n  group: {column: a}', 'definition.notAvailable', 4],
    ['name: x\ntype: user\nmapping:\n  upn:\n    composed: "{Nr|groot}@x.nl"', 'definition.wrongTemplate', 5],
    ['name: x\ntype: user\nskipped: [upn]\nmapping:\n  upn: {column: a}', 'definition.skippedAndMapped', 5],
  ])('%j is refused in one sentence', async (text, key, line) => {
    await expect(parse(text, 'd.yaml')).rejects.toMatchObject({
      kind: 'wrongUse',
      key,
      params: { file: 'd.yaml', line },
    });
  });

  test('tells why, and where, of text with columns in it that cannot be read', async () => {
    const text = 'name: x\ntype: user\nmapping:\n  upn: {composed: "a{Nr@x.nl"}';
    await expect(parse(text, 'd.yaml')).rejects.toMatchObject({
      params: { place: 'mapping.upn.composed' },
      details: [{ key: 'mapping.template.unclosed', params: { template: 'a{Nr@x.nl', at: 2, part: '{Nr@x.nl' } }],
    });
  });
});
