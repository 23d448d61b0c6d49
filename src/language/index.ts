/** Every text that users see, in their language: the one door to this room. */
import { fieldOf, isFieldId, SITE_LANGUAGES } from '../domain/fields.js';
import type { Message } from '../domain/messages.js';
import { AFAS } from './afas.js';
import { COMMANDS } from './commands.js';
import { CONFIGURATION } from './configuration.js';
import { DELIVERY } from './delivery.js';
import { ERRORS } from './errors.js';
import { fileTexts } from './files.js';
import { momentText } from './localTime.js';
import { MESSAGES } from './messages.js';
import { SUMMARY } from './summary.js';
import { fill, type Filling, type Language, type Text, type TextParams } from './text.js';
import { USAGE } from './usage.js';
import { WIZARD_WORDS } from './wizardWords.js';
import { USER_TEXTS } from './userTexts.js';
import { WORDS } from './words.js';

type Texts = typeof AFAS &
  typeof COMMANDS &
  typeof CONFIGURATION &
  typeof DELIVERY &
  typeof ERRORS &
  typeof fileTexts &
  typeof SUMMARY &
  typeof USAGE &
  typeof USER_TEXTS &
  typeof WORDS;

const CATALOGUES = [AFAS, COMMANDS, CONFIGURATION, DELIVERY, ERRORS, fileTexts, SUMMARY, USAGE, USER_TEXTS, WORDS];

/** Without a prototype: V8 puts so many names together in an object that has one ten times slower, and every command waits. */
export const TEXTS = Object.assign(Object.create(null) as object, ...CATALOGUES) as Texts;
export type TextKey = keyof Texts;

/** What has to be given with a text to fill it in. */
export type FillingOf<Key extends TextKey> = Filling<Texts[Key]>;

/** A text that is told elsewhere than where it is chosen, as that of an error is. */
export interface TextRef {
  readonly key: TextKey;
  readonly params: TextParams;
}

/** Longest value of a cell that is quoted, and of anything else, in code points: a cell can be of any length. */
const LONGEST_CELL = 120;
const LONGEST_VALUE = 1000;

/** Parameters whose value is a word of the program itself, with the kind of word that it is. */
const WORD_PARAMS: Readonly<Record<string, string>> = {
  status: 'status',
  outcome: 'outcome',
  type: 'type',
  guard: 'guard',
  kind: 'kind',
  expected: 'json',
};

/** A text by its key, filled in. */
export function translate<Key extends TextKey>(language: Language, key: Key, ...[params]: FillingOf<Key>): string {
  return fillIn(language, TEXTS[key], params ?? {}, LONGEST_VALUE);
}

/** Says texts in one language. */
export type Say = <Key extends TextKey>(key: Key, ...filling: FillingOf<Key>) => string;

export function sayIn(language: Language): Say {
  return (key, ...filling) => translate(language, key, ...filling);
}

/** A text that was chosen elsewhere. */
export function translateRef(language: Language, { key, params }: TextRef): string {
  return fillIn(language, TEXTS[key], params, LONGEST_VALUE);
}

/** The same in the wizard, which has keys where the shell has commands. */
export function wizardRef(language: Language, { key, params }: TextRef): string {
  const texts: Readonly<Record<string, Text>> = WIZARD_WORDS;
  return fillIn(language, texts[key] ?? TEXTS[key], params, LONGEST_VALUE);
}

/** Whether there is a text with this key. */
export function hasText(key: string): key is TextKey {
  return Object.hasOwn(TEXTS, key);
}

/** What a field is called; also for the block state and the groups, which are no fields of a file. */
export function fieldLabel(language: Language, field: string): string {
  return isFieldId(field) ? fieldOf(field)[language] : wordFor(language, `field.${field}`);
}

/** What a message of a row says; in the wizard without a command. */
export function messageText(language: Language, told: Message, face: 'commands' | 'wizard' = 'commands'): string {
  const texts = MESSAGES[told.code];
  const { text, wizard } = texts.others?.find(({ when }) => when(told)) ?? texts;
  const chosen = face === 'wizard' ? (wizard ?? text) : text;
  const params = { ...(told.field && { field: told.field }), languages: SITE_LANGUAGES.join(', '), ...told.params };
  return fillIn(language, chosen, params, LONGEST_CELL);
}

/** Why there is such a message: the manual's reason, or the rule's own. */
export function messageReason(language: Language, { code }: Pick<Message, 'code'>): string {
  return MESSAGES[code].reason[language];
}

function fillIn(language: Language, text: Text, params: TextParams, longest: number): string {
  const words = Object.entries(withPlace(language, params)).map(([name, value]) => [
    name,
    wordOf(language, name, value, longest),
  ]);
  return fill(text[language], Object.fromEntries(words) as TextParams);
}

/** What is about a row of a list has that row, and its column, for its place. */
function withPlace(language: Language, params: TextParams): TextParams {
  const { place, row, column } = params;
  if (place !== undefined || row === undefined) return params;
  return { ...params, place: `${WORDS['place.row'][language]} ${row}${column === undefined ? '' : `, ${column}`}` };
}

function wordOf(language: Language, name: string, value: string | number, longest: number): string | number {
  if (typeof value === 'number') return value;
  if (name === 'at') return momentText(language, value);
  if (name === 'file' && value === '-') return WORDS['file.stdin'][language];
  if (name === 'field' && isFieldId(value)) return fieldLabel(language, value);
  const key = `${WORD_PARAMS[name] ?? ''}.${value}`;
  if (name in WORD_PARAMS && hasText(key)) return wordFor(language, key);
  return shortened(value, longest);
}

/** A text without places, by a key that is made of data; without such a text, the key. */
export function wordFor(language: Language, key: string): string {
  return hasText(key) ? TEXTS[key][language] : key;
}

function shortened(value: string, longest: number): string {
  if (value.length <= longest) return value;
  const letters = [...value.slice(0, 2 * longest)];
  return letters.length <= longest && value.length <= 2 * longest ? value : `${letters.slice(0, longest).join('')}…`;
}

export { encodingGuessText } from './encodingGuess.js';
export { groupName, groupNames } from './groupNames.js';
export { dateAndTime, isOlderThan, momentText } from './localTime.js';
export { proposed, proposeForDatabase, withoutPassword } from './proposedCommand.js';
export type { Language } from './text.js';
