/** Help, made from the commands themselves: fits 80 columns, in either language. */
import { translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import type { Argument, Command } from './command.js';
import type { Flag } from './line/flagTypes.js';
import { GLOBAL_FLAGS } from './line/flags.js';
import { argumentsOf } from './line/parse.js';
import { aligned, wrapped } from '../presentation/layout.js';

/** The help of one command, or of the whole program. */
export function helpLines(language: Language, commands: readonly Command[], command?: Command): readonly string[] {
  return command ? helpOfCommand(language, command, commands) : helpOfProgram(language, commands);
}

function helpOfProgram(language: Language, commands: readonly Command[]): string[] {
  const shown = commands.filter(({ run, hidden, words }) => run && !hidden && words !== '');
  return [
    ...wrapped(translate(language, 'command.instroom')),
    '',
    `${translate(language, 'help.usage')} instroom [${translate(language, 'help.command')}]`,
    '',
    translate(language, 'help.commands'),
    ...aligned(shown.map((command) => [`  ${usage(command)}`, translate(language, command.summary)])),
    '',
    translate(language, 'help.flags'),
    ...flagLines(language, GLOBAL_FLAGS),
    '',
    ...wrapped(translate(language, 'help.exit')),
  ];
}

function helpOfCommand(language: Language, command: Command, commands: readonly Command[]): string[] {
  const inner = commands.filter(({ words, run }) => run && words.startsWith(`${command.words} `));
  return [
    ...wrapped(`${translate(language, command.summary)}.`),
    ...(command.run ? ['', `${translate(language, 'help.usage')} instroom ${usage(command)}`] : []),
    ...(inner.length > 0
      ? [
          '',
          translate(language, 'help.commands'),
          ...aligned(inner.map((one) => [`  ${usage(one)}`, translate(language, one.summary)])),
        ]
      : []),
    ...argumentLines(language, argumentsOf(command)),
    '',
    translate(language, 'help.flags'),
    ...flagLines(language, [...command.flags, ...GLOBAL_FLAGS]),
  ];
}

function flagLines(language: Language, flags: readonly Flag[]): string[] {
  return aligned(flags.map((flag) => [`  ${flagUsage(flag)}`, describe(language, flag)]));
}

function argumentLines(language: Language, known: readonly Argument[]): string[] {
  if (known.length === 0) return [];
  return [
    '',
    translate(language, 'help.arguments'),
    ...aligned(known.map(({ name, text }) => [`  ${name.toUpperCase()}`, translate(language, text)])),
  ];
}

/** `plan [FILE]`, `user join [USER] GROUP...`: how a command is typed. */
function usage(command: Command): string {
  const known = argumentsOf(command).map(({ name, required, many }) => {
    const shown = `${name.toUpperCase()}${many ? '...' : ''}`;
    return required ? shown : `[${shown}]`;
  });
  return [command.words, ...known].join(' ');
}

function flagUsage({ name, alias, value }: Flag): string {
  return `${alias ? `-${alias}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

function describe(language: Language, { text, choices }: Flag): string {
  const said = translate(language, text);
  return choices && choices.length <= 4 && !said.includes(choices[0] ?? '') ? `${said} (${choices.join(', ')})` : said;
}
