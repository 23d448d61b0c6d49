/** What can be typed as the value of a flag or as an argument, by what the commands call it. */
import type { RunsFor } from '../../application/ports/completionValues.js';
import { ACT_FIELDS, ACTS } from '../../domain/acts.js';
import {
  DEFAULTED_FIELDS,
  FIELDS,
  fieldOf,
  fieldsFor,
  IDENTITY_FIELDS,
  IMPORT_TYPES,
  SITE_LANGUAGES,
  type CatalogueField,
} from '../../domain/fields.js';
import { wordsOf } from '../../domain/filter/matchRow.js';
import { CHANGED_FIELDS } from '../../domain/filter/rowFilterFields.js';
import { MUTATION_CODES } from '../../domain/mutationCodes.js';
import { TEXTS, translate } from '../../language/index.js';
import type { Language } from '../../language/text.js';
import type { Argument, Command } from '../command.js';
import type { Flag } from '../line/flagTypes.js';
import { SHAPES } from '../answers/schemas/index.js';
import { ROWS_WHERE } from '../line/flags.js';
import type { FilterValues, OfferedWord, Values } from './commandTable.js';
import { SHELLS } from './shells.js';

type Offers = (command: Command | undefined, language: Language) => Values;

type Simple = 'files' | 'environments' | 'definitions' | 'users' | 'groups' | 'persons';

const only =
  (kind: Simple): Offers =>
  () => ({ kind });

/** Which runs a command does something with; all where it is not named. */
const RUNS_FOR: Readonly<Record<string, RunsFor>> = {
  exclude: 'waiting',
  include: 'waiting',
  approve: 'waiting',
  apply: 'waiting',
  deliver: 'undecided',
  verify: 'delivered',
  discard: 'undecided',
  plan: 'planned',
  undo: 'applied',
};

const runs: Offers = (command) => ({ kind: 'runs', which: RUNS_FOR[command?.words ?? ''] ?? 'all' });

/** By the name of the flag; what is not here goes by what its value is called in help. */
const OF_FLAG: Readonly<Record<string, Offers>> = {
  env: only('environments'),
  align: only('environments'),
  definition: only('definitions'),
  user: only('users'),
  group: only('groups'),
  person: only('persons'),
  db: only('files'),
  from: only('files'),
  to: only('files'),
  code: (_command, language) => words([...MUTATION_CODES], 'code', language),
  'allow-clear': (_command, language) => ({ kind: 'listed', words: words(IDENTITY_FIELDS, 'field', language).words }),
  map: (_command, language) => fields(fieldsFor('user'), language, () => undefined),
  fix: (_command, language) => fields(fieldsFor('user'), language, valuesOfField),
  default: (_command, language) => fields(DEFAULTED_FIELDS.map(fieldOf), language, valuesOfField),
  empty: (_command, language) =>
    fields(
      FIELDS.filter(({ emptyRule }) => emptyRule),
      language,
      () => words(['keep', 'clear'], '', language),
    ),
  skip: (_command, language) => ({ ...fields(fieldsFor('user'), language, () => undefined), alone: true }),
};

const OF_FLAG_VALUE: Readonly<Record<string, Offers>> = { FILE: only('files'), RUN: runs };

/** By the text that tells what the argument is. */
const OF_ARGUMENT: Readonly<Record<string, Offers>> = {
  'argument.run': runs,
  'argument.file': only('files'),
  'argument.definitionFile': only('files'),
  'argument.directoryFile': only('files'),
  // The code of an environment that is added is a new one.
  'argument.code': (command) => ({ kind: command?.words === 'env add' ? 'free' : 'environments' }),
  'argument.name': only('definitions'),
  'argument.user': only('users'),
  'argument.userCode': only('users'),
  'argument.into': only('users'),
  'argument.groups': only('groups'),
  'argument.person': only('persons'),
  'argument.yesNo': (_command, language) => yesNo(language),
  'argument.type': (_command, language) => words(IMPORT_TYPES, 'type', language),
  'argument.shell': (_command, language) => words(SHELLS, '', language),
  // Those of what is written, and the one of what is read as well.
  'argument.schema': (_command, language) => words(['directory', ...Object.keys(SHAPES)].sort(), '', language),
  'argument.fields': (command, language) => {
    const act = ACTS.find((one) => `user ${one}` === command?.words);
    const known = act === undefined ? [] : ACT_FIELDS[act].filter((id) => id !== 'password');
    return fields(known.map(fieldOf), language, valuesOfField);
  },
};

/** A user that is added has a code of its own. */
const NEW_USER: ReadonlySet<string> = new Set(['user add', 'user add-system']);

export function valuesOfArgument(argument: Argument, command: Command, language: Language): Values {
  if (argument.text === 'argument.userCode' && NEW_USER.has(command.words)) return { kind: 'free' };
  return OF_ARGUMENT[argument.text]?.(command, language) ?? { kind: 'free' };
}

export function valuesOfFlag(flag: Flag, command: Command | undefined, language: Language): Values {
  if (flag.kind === 'switch') return words(['true', 'false'], '', language);
  if (flag.choices) return { ...words(flag.choices, flag.name, language), ...(flag.several && { kind: 'listed' }) };
  if (flag.value === ROWS_WHERE.value) return filter(flag.text === ROWS_WHERE.text ? 'rows' : 'users', language);
  const offers = OF_FLAG[flag.name] ?? OF_FLAG_VALUE[flag.value ?? ''];
  return offers?.(command, language) ?? { kind: 'free' };
}

function filter(of: FilterValues['of'], language: Language): FilterValues {
  return {
    kind: 'filter',
    of,
    language,
    yesNo: [translate(language, 'value.yes'), translate(language, 'value.no')],
    known:
      of === 'users'
        ? {}
        : {
            outcome: wordsOf('outcome', language),
            level: wordsOf('level', language),
            message: wordsOf('message', language),
            code: MUTATION_CODES,
            field: CHANGED_FIELDS,
          },
  };
}

/** `about`: what the texts of these words begin with; those that have none tell nothing. */
function words(
  known: readonly string[],
  about: string,
  language: Language,
): { readonly kind: 'words'; readonly words: readonly OfferedWord[] } {
  const texts: Readonly<Record<string, Readonly<Record<Language, string>>>> = TEXTS;
  const told = (word: string): string =>
    about === 'field' ? labelOf(word, language) : (texts[`${about}.${word}`]?.[language] ?? '');
  return { kind: 'words', words: known.map((word) => ({ word, about: told(word) })) };
}

function labelOf(id: string, language: Language): string {
  return FIELDS.find((field) => field.id === id)?.[language] ?? '';
}

function fields(
  known: readonly CatalogueField[],
  language: Language,
  valuesOf: (field: CatalogueField, language: Language) => Values | undefined,
): Extract<Values, { readonly kind: 'fields' }> {
  return {
    kind: 'fields',
    fields: known.map((field) => {
      const values = valuesOf(field, language);
      // The label in the reader's own language before the other one.
      const names = [...new Set([field.id, field[language], field.nl, field.en])];
      return { names, about: field[language], ...(values && { values }) };
    }),
  };
}

function valuesOfField({ id, kind }: CatalogueField, language: Language): Values | undefined {
  if (kind === 'yesNo') return yesNo(language);
  if (kind === 'siteLanguage') return words(SITE_LANGUAGES, '', language);
  if (id === 'mutationCode') return words([...MUTATION_CODES], 'code', language);
  if (id === 'group') return { kind: 'groups' };
  if (id === 'person') return { kind: 'persons' };
  return undefined;
}

function yesNo(language: Language): Values {
  return words([translate(language, 'value.yes'), translate(language, 'value.no')], '', language);
}
