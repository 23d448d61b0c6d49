/** `config`: what holds for every command, and who says so. */
import { textLines, type Answer } from './answers/answer.js';
import type { Command, CommandContext } from './command.js';
import type { Configuration } from './line/configuration.js';
import { SETTINGS, type SettingSource } from './line/globalSettings.js';
import { withoutPassword } from '../language/index.js';

/** A setting as it is shown: null where it says nothing. */
interface Shown {
  readonly name: string;
  readonly value: string | boolean | readonly string[] | null;
  readonly source: SettingSource;
}

export const config: Command = {
  words: 'config',
  answers: () => 'config',
  summary: 'command.config',
  flags: [],
  run: async (_args, { configuration, language, say }): Promise<Answer> => {
    const shown = settingsOf(configuration, language);
    return {
      json: {
        config: shown.map(({ name, value, source: { kind, ...where } }) => ({ name, value, source: kind, ...where })),
        files: configuration.files,
      },
      lines: [
        ...textLines(shown.map(({ name, value, source }) => `${name}: ${textOf(value)} (${sourceText(source, say)})`)),
        [''],
        ...configuration.files.map(({ path, state }) => [say(`config.file.${state}`, { path })]),
      ],
    };
  },
};

function settingsOf({ settings, database, hook }: Configuration, language: string): readonly Shown[] {
  const standard: Readonly<Record<string, string>> = { db: database, lang: language };
  return [
    ...SETTINGS.map(({ name, kind }): Shown => {
      const source = settings.sourceOf(name);
      const text = settings.text(name) ?? standard[name];
      if (kind === 'switch') return { name, value: settings.isOn(name), source };
      return { name, value: text === undefined ? null : withoutPassword(text), source };
    }),
    {
      name: 'hook',
      value: hook ? shownHook(hook.command) : null,
      source: hook ? { kind: 'file', path: hook.path } : { kind: 'default' },
    },
  ];
}

/** An argument may be a secret, and behind `sudo` somebody else's. */
function shownHook([program = '', ...more]: readonly string[]): readonly string[] {
  return [program, ...more.map(() => '***')];
}

function textOf(value: Shown['value']): string {
  if (value === null) return '-';
  return typeof value === 'object' ? value.join(' ') : String(value);
}

function sourceText(source: SettingSource, say: CommandContext['say']): string {
  if (source.kind === 'variable') return source.variable;
  return source.kind === 'file' ? source.path : say(`config.source.${source.kind}`);
}
