/** Help, made from the commands themselves: fits 80 columns, in either language. */
import { translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import type { Command } from './command.js';
import type { Flag } from './flagTypes.js';
import { GLOBAL_FLAGS } from './flags.js';
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
    ...(command.argument
      ? [
          '',
          translate(language, 'help.arguments'),
          ...aligned([[`  ${command.argument.name.toUpperCase()}`, translate(language, command.argument.text)]]),
        ]
      : []),
    '',
    translate(language, 'help.flags'),
    ...flagLines(language, [...command.flags, ...GLOBAL_FLAGS]),
  ];
}

function flagLines(language: Language, flags: readonly Flag[]): string[] {
  return aligned(flags.map((flag) => [`  ${flagUsage(flag)}`, describe(language, flag)]));
}

/** `plan [FILE]`: how a command is typed. */
function usage({ words, argument }: Command): string {
  if (!argument) return words;
  const name = argument.name.toUpperCase();
  return `${words} ${argument.required ? name : `[${name}]`}`;
}

function flagUsage({ name, alias, value }: Flag): string {
  return `${alias ? `-${alias}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

function describe(language: Language, { text, choices }: Flag): string {
  const said = translate(language, text);
  return choices && choices.length <= 4 && !said.includes(choices[0] ?? '') ? `${said} (${choices.join(', ')})` : said;
}
