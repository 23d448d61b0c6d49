/** Help and docs/cli.md know every command and flag; help fits 80 columns in both languages. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { GLOBAL_FLAGS } from '../../src/commands/line/flags.js';
import { helpLines } from '../../src/commands/help.js';
import { parse } from '../../src/commands/line/parse.js';
import { COMMANDS } from '../../src/commands/program.js';
import { LANGUAGES } from '../../src/language/text.js';

const SHOWN = COMMANDS.filter(({ hidden, words }) => !hidden && words !== '');

describe.each(LANGUAGES)('help in %s', (language) => {
  it('names every command and fits 80 columns', () => {
    const lines = helpLines(language, COMMANDS);
    for (const { words, run } of SHOWN)
      if (run)
        expect(
          lines.some((line) => line.startsWith(`  ${words}`)),
          words,
        ).toBe(true);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(SHOWN.map((command) => [command.words, command] as const))(
    'of %s names its flags and fits 80 columns',
    (_words, command) => {
      const lines = helpLines(language, COMMANDS, command);
      for (const { name } of [...command.flags, ...GLOBAL_FLAGS])
        expect(
          lines.some((line) => line.includes(`--${name}`)),
          name,
        ).toBe(true);
      expect(lines.filter((line) => line.length > 80 || line.includes('{'))).toEqual([]);
    },
  );
});

it('docs/cli.md names every command and flag', async () => {
  const docs = await readFile(new URL('../../docs/cli.md', import.meta.url), 'utf8');
  const flags = SHOWN.flatMap((command) => command.flags.map(({ name }) => `--${name}`));
  expect([...new Set(flags)].filter((flag) => !docs.includes(flag))).toEqual([]);
  const words = SHOWN.filter(({ run }) => run).map((command) => command.words);
  expect(words.filter((one) => !docs.includes(one) && !docs.includes(`\`${one.split(' ').at(-1)} `))).toEqual([]);
});

it.each([
  [['env', 'add', 'T1', '--name', 'x'], { words: 'env add', argument: 'T1' }],
  [['plan', '-', '--env=T1', '--map', 'a=b', '--map=c=d'], { words: 'plan', argument: '-' }],
  [['plan', '--', '--odd.csv'], { words: 'plan', argument: '--odd.csv' }],
  [['history'], { words: 'history', argument: undefined }],
  [['history', 'prune', '--older-than', '90d'], { words: 'history prune', argument: undefined }],
] as const)('%j is understood', (typed, expected) => {
  const parsed = parse(typed, COMMANDS);
  expect(parsed.kind).toBe('run');
  if (parsed.kind === 'run') expect({ words: parsed.command.words, argument: parsed.args.argument }).toEqual(expected);
});
