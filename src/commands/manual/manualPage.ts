/** The manual page of the program, made of the same commands, flags and texts as help. */
import { translate } from '../../language/index.js';
import { MANUAL } from '../../language/manual.js';
import { fill, type Language, type TextParams } from '../../language/text.js';
import type { Command } from '../command.js';
import type { Flag } from '../line/flagTypes.js';
import { GLOBAL_FLAGS } from '../line/flags.js';
import { SETTINGS, variableOf } from '../line/globalSettings.js';
import { argumentsOf } from '../line/parse.js';
import { bold, italic, item, plain, section, wrapped } from './roff.js';

export interface ManualFacts {
  readonly version: string;
  /** When it was made: `2026-11-26`. */
  readonly date: string;
}

/** Text in roff, for `man`. */
export function manualPage(commands: readonly Command[], language: Language, { version, date }: ManualFacts): string {
  const shown = commands.filter(({ run, hidden, words }) => run && !hidden && words !== '');
  const lines = [
    `.TH INSTROOM 1 "${date}" "Instroom ${version}" "${plain(manual(language, 'manual.title'))}"`,
    ...section(manual(language, 'manual.name'), `instroom \\- ${plain(manual(language, 'manual.what'))}`),
    ...section(
      manual(language, 'manual.synopsis'),
      bold('instroom'),
      '.br',
      `${bold('instroom')} ${italic(translate(language, 'help.command'))} [...]`,
    ),
    ...section(
      manual(language, 'manual.description'),
      plain(translate(language, 'command.instroom')),
      '.PP',
      plain(manual(language, 'manual.plans')),
      '.PP',
      plain(manual(language, 'manual.switches')),
    ),
    ...section(manual(language, 'manual.commands'), ...shown.flatMap((command) => commandItem(command, language))),
    ...section(
      manual(language, 'manual.globalFlags'),
      ...GLOBAL_FLAGS.flatMap((flag) => item(flagTerm(flag), ...flagText(flag, language))),
    ),
    ...section(manual(language, 'manual.flags'), ...otherFlags(shown, language)),
    ...section(manual(language, 'manual.exit'), ...exitStatuses(language)),
    ...section(manual(language, 'manual.environment'), ...variables(language)),
    ...section(
      manual(language, 'manual.files'),
      ...item(italic('~/.local/share/instroom/instroom.db'), plain(manual(language, 'manual.database'))),
      ...item(italic('~/.config/instroom/instroom.yaml'), plain(manual(language, 'manual.settings'))),
    ),
    ...section(manual(language, 'manual.examples'), ...examples(language)),
  ];
  return `${lines.flatMap((line, at) => wrapped(line, lines[at - 1])).join('\n')}\n`;
}

function manual(language: Language, key: keyof typeof MANUAL, params: TextParams = {}): string {
  return fill(MANUAL[key][language], params);
}

function commandItem(command: Command, language: Language): readonly string[] {
  const known = argumentsOf(command);
  const typed = known.map(({ name, required, many }) => {
    const shown = `${italic(name.toUpperCase())}${many ? '...' : ''}`;
    return required ? shown : `[${shown}]`;
  });
  return item(
    [bold(command.words), ...typed].join(' '),
    `${plain(translate(language, command.summary))}.`,
    ...known.map(({ name, text }) => `${italic(name.toUpperCase())}: ${plain(translate(language, text))}.`),
  );
}

/** Each once, with the commands that take it: not all of one name are the same. */
function otherFlags(commands: readonly Command[], language: Language): readonly string[] {
  const flags = [...new Set(commands.flatMap((command) => command.flags))];
  const sorted = flags.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  return sorted.flatMap((flag) => {
    const taking = commands.filter((command) => command.flags.includes(flag)).map(({ words }) => words);
    const of = manual(language, 'manual.flagOf', { commands: taking.join(', ') });
    return item(flagTerm(flag), ...flagText(flag, language), plain(of));
  });
}

function flagTerm({ name, alias, value }: Flag): string {
  const short = alias === undefined ? '' : `${bold(`-${alias}`)}, `;
  return `${short}${bold(`--${name}`)}${value === undefined ? '' : ` ${italic(value)}`}`;
}

function flagText({ text, choices }: Flag, language: Language): readonly string[] {
  const said = `${plain(translate(language, text))}.`;
  return choices ? [said, plain(manual(language, 'manual.choices', { choices: choices.join(', ') }))] : [said];
}

/** As help tells them in one sentence: `0 done, 1 failure, ...`. */
function exitStatuses(language: Language): readonly string[] {
  const told = translate(language, 'help.exit').replace(/^[^:]*:|\.$/gu, '');
  return told.split(/,(?= \d)/u).flatMap((one) => {
    const [, status = '', what = ''] = /^\s*(\d+)\s+(.*)$/u.exec(one) ?? [];
    return item(bold(status), plain(what));
  });
}

function variables(language: Language): readonly string[] {
  const own = SETTINGS.flatMap((flag) =>
    item(bold(variableOf(flag)), plain(manual(language, 'manual.variable', { flag: `--${flag.name}` }))),
  );
  return [
    ...own,
    ...item(bold('NO_COLOR'), plain(manual(language, 'manual.noColor'))),
    ...item([bold('LC_ALL'), bold('LC_MESSAGES'), bold('LANG')].join(', '), plain(manual(language, 'manual.locale'))),
  ];
}

function examples(language: Language): readonly string[] {
  const typed = (...lines: readonly string[]): readonly string[] => [
    '.PP',
    '.RS',
    '.nf',
    ...lines.map(bold),
    '.fi',
    '.RE',
  ];
  return [
    plain(manual(language, 'manual.example.plan')),
    ...typed('instroom plan hr.csv --env T12345AA --type user', 'instroom show 1 --rows', 'instroom apply 1'),
    '.PP',
    plain(manual(language, 'manual.example.completion')),
    ...typed('source <(instroom completion bash)'),
  ];
}
