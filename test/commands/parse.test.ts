/** How flags are read: one way, by the parser and by whoever looks before it. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/application/userError.js';
import type { ParsedArgs } from '../../src/commands/line/parsedArgs.js';
import { GlobalSettings } from '../../src/commands/line/globalSettings.js';
import { GLOBAL_FLAGS, MAP, NAME, OUTPUT, ROWS } from '../../src/commands/line/flags.js';
import { parse } from '../../src/commands/line/parse.js';
import { COMMANDS } from '../../src/commands/program.js';
import { translateRef } from '../../src/language/index.js';

function argsOf(...words: readonly string[]): ParsedArgs {
  const parsed = parse(words, COMMANDS);
  if (parsed.kind !== 'run') throw new Error(parsed.kind);
  return parsed.args;
}

function refusal(...words: readonly string[]): string {
  try {
    return parse(words, COMMANDS).kind;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.kind}: ${translateRef('en', error)}`;
  }
}

describe('a switch', () => {
  it.each([
    [['--json'], true],
    [['--json=true'], true],
    [['--json=false'], false],
    [[], false],
  ])('%j', (flags, said) => {
    const json = GLOBAL_FLAGS.find(({ name }) => name === 'json');
    expect(json && argsOf('history', ...flags).has(json)).toBe(said);
    expect(new GlobalSettings(['history', ...flags]).isOn('json')).toBe(said);
  });

  it('has no other value, and takes no word', () => {
    for (const value of ['1', 'yes', 'no', 'TRUE', ''])
      expect(refusal('show', '1', `--rows=${value}`)).toContain(`--rows=${value}: write --rows, --rows=true or`);
    expect(refusal('show', '1', '--json', 'false')).toBe('wrongUse: instroom show has no use for false.');
    expect(argsOf('show', '--rows', '1').argument).toBe('1');
    expect(argsOf('show', '--rows', '1').has(ROWS)).toBe(true);
  });

  it('does not contradict itself', () => {
    expect(argsOf('show', '1', '--rows', '--rows=true').has(ROWS)).toBe(true);
    expect(refusal('show', '1', '--rows', '--rows=false')).toBe('wrongUse: --rows is given twice.');
  });
});

describe('a value', () => {
  it('is kept as it is typed', () => {
    expect(argsOf('plan', 'x', '--map', '"E-mail"="Mail"').list(MAP)).toEqual(['"E-mail"="Mail"']);
    expect(argsOf('plan', 'x', '--map=a=', '--map', "b='c'").list(MAP)).toEqual(['a=', "b='c'"]);
    expect(argsOf('env', 'set', 'T1', '--name', '007').text(NAME)).toBe('007');
    expect(argsOf('env', 'set', 'T1', '--name', '-5').text(NAME)).toBe('-5');
  });

  it.each([['-o', 'x.csv'], ['-ox.csv'], ['-o=x.csv'], ['--output', 'x.csv'], ['--output=x.csv']])(
    '%s %s',
    (...flags) => {
      expect(argsOf('report', '1', ...flags).text(OUTPUT)).toBe('x.csv');
    },
  );

  it('can be a dash alone', () => {
    expect(argsOf('report', '1', '-o', '-').text(OUTPUT)).toBe('-');
    expect(argsOf('report', '1', '-o-').text(OUTPUT)).toBe('-');
  });

  it('is never empty, and never the flag that follows', () => {
    for (const flags of [['--name', ''], ['--name='], ['--name'], ['--name', '--json'], ['--name', '-o']])
      expect(refusal('env', 'set', 'T1', ...flags)).toBe('wrongUse: --name needs a value.');
    expect(refusal('report', '1', '-o', '')).toBe('wrongUse: --output needs a value.');
    expect(new GlobalSettings(['history', '--db', '--json']).text('db')).toBeUndefined();
    expect(new GlobalSettings(['history', '--db', '']).text('db')).toBe('');
  });
});

it('an unknown flag is told as it was typed, in a sentence without holes', () => {
  expect(refusal('-v')).toBe('wrongUse: -v is not a flag of instroom. See them with instroom --help');
  expect(refusal('show', '1', '-1')).toBe(
    'wrongUse: -1 is not a flag of instroom show. See them with instroom show --help',
  );
  expect(refusal('report', '1', '-O', 'x')).toBe(
    'wrongUse: -O is not a flag of instroom report; do you mean --output?',
  );
  expect(refusal('--jsno')).toBe('wrongUse: --jsno is not a flag of instroom; do you mean --json?');
});

it('a misspelled flag takes no word, and is never a value; one dash is one letter', () => {
  expect(refusal('--jsno', 'history')).toBe('wrongUse: --jsno is not a flag of instroom history; do you mean --json?');
  expect(refusal('env', 'set', 'T1', '--name', '--nmae')).toContain('wrongUse: --name');
  for (const word of ['-json', '-ho', '--o', '--_', '--__proto__', '--get-yargs-completions'])
    expect(refusal('history', word)).toContain(`wrongUse: ${word} is not a flag of instroom history`);
});

it('behind -- nothing is a flag', () => {
  expect(argsOf('plan', '--', '--json').argument).toBe('--json');
  expect(argsOf('plan', '--', '-1').argument).toBe('-1');
  expect(new GlobalSettings(['plan', '--', '--json']).isOn('json')).toBe(false);
});

it('a list is given as often as it is needed; what a text says twice is refused', () => {
  expect(argsOf('plan', 'x', '--map=A=B', '--map', 'C=D', '--map="A"="B"').list(MAP)).toEqual([
    'A=B',
    'C=D',
    '"A"="B"',
  ]);
  expect(refusal('env', 'set', 'T1', '--name', 'a', '--name=b')).toBe('wrongUse: --name is given twice.');
  expect(refusal('env', 'set', 'T1', '--name', 'a', '--name')).toBe('wrongUse: --name needs a value.');
});

it('help and version can be asked for by their name', () => {
  expect(parse(['help', 'plan'], COMMANDS)).toMatchObject({ kind: 'help', command: { words: 'plan' } });
  expect(parse(['help'], COMMANDS)).toEqual({ kind: 'help' });
  expect(parse(['version'], COMMANDS)).toMatchObject({ kind: 'run', command: { words: 'version' } });
});

it('a flag is of one kind, whichever command takes it', () => {
  const kinds = new Map<string, boolean>();
  for (const { name, kind } of [...GLOBAL_FLAGS, ...COMMANDS.flatMap(({ flags }) => flags)]) {
    expect(kinds.get(name) ?? kind === 'switch', name).toBe(kind === 'switch');
    kinds.set(name, kind === 'switch');
  }
});
