/** Makes the table of what can be completed, from the commands and their flags themselves. */
import { TEXTS, translate, type TextKey } from '../../language/index.js';
import type { Language } from '../../language/text.js';
import type { Argument, Command } from '../command.js';
import type { Flag } from '../line/flagTypes.js';
import { GLOBAL_FLAGS } from '../line/flags.js';
import { argumentsOf } from '../line/parse.js';
import type { CommandTable, OfferedArgument, OfferedFlag } from './commandTable.js';
import { valuesOfArgument, valuesOfFlag } from './offeredValues.js';

/** Words for runs, by their keys; and what is said of a list that is longer than what is shown of it. */
const RUN_TEXTS = /^(?:status|kind|hand)\.|^summary\.ofRun$|^completion\.more$/u;

/** Hidden commands are left out, and so is the wizard, which has no word. */
export function makeTable(commands: readonly Command[], language: Language): CommandTable {
  const shown = commands.filter(({ hidden, words }) => !hidden && words !== '');
  return {
    commands: shown.map((command) => ({
      words: command.words.split(' '),
      about: translate(language, command.summary),
      runs: command.run !== undefined,
      arguments: argumentsOf(command).map((argument) => offeredArgument(argument, command, language)),
      flags: command.flags.map((flag) => offeredFlag(flag, command, language)),
    })),
    globalFlags: GLOBAL_FLAGS.map((flag) => offeredFlag(flag, undefined, language)),
    texts: Object.fromEntries(
      Object.keys(TEXTS)
        .filter((key) => RUN_TEXTS.test(key))
        .map((key) => [key, TEXTS[key as TextKey][language]]),
    ),
  };
}

function offeredArgument(argument: Argument, command: Command, language: Language): OfferedArgument {
  return {
    name: argument.name.toUpperCase(),
    many: argument.many === true,
    values: valuesOfArgument(argument, command, language),
  };
}

function offeredFlag(flag: Flag, command: Command | undefined, language: Language): OfferedFlag {
  const { name, alias, kind, dash, text } = flag;
  return {
    name,
    ...(alias !== undefined && { alias }),
    kind,
    ...(dash && { dash }),
    about: translate(language, text),
    values: valuesOfFlag(flag, command, language),
  };
}
