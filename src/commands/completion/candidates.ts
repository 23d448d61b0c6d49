/** What can be typed at a place in a command line. */
import type { CommandTable, OfferedFlag, OfferedWord, StoredValues, Values } from './commandTable.js';
import type { Offer } from './offer.js';
import type { Place } from './place.js';

/** Values that stand in a database, of which those are asked for that begin with `typed`. */
export type AskDatabase = (values: StoredValues, typed: string, place: Place) => Promise<readonly OfferedWord[]>;

const NOTHING: Offer = { candidates: [], before: '' };

export async function offerAt(place: Place, table: CommandTable, ask: AskDatabase): Promise<Offer> {
  const { asked } = place;
  if (asked.kind === 'value') return offerValues(asked.flag.values, asked.typed, asked.before, place, ask);
  if (asked.kind === 'flag') return plain(flagWords(place, table));
  const next = nextWords(place, table);
  const values = argumentAt(place);
  // An argument that nobody knows, or several commands that begin here: flags would only be in the way.
  if (values) {
    const offer = await offerValues(values, asked.typed, '', place, ask);
    return { ...offer, candidates: [...plain(next).candidates, ...offer.candidates] };
  }
  return plain(next.length > 0 || asked.typed !== '' || place.flagsEnded ? next : flagWords(place, table));
}

/** The words that lead to a command, each once. */
function nextWords({ words }: Place, { commands }: CommandTable): readonly OfferedWord[] {
  const typed = words[0] === 'help' ? words.slice(1) : words;
  const under = commands.filter((one) => isUnder(one.words, typed));
  const names = [...new Set(under.map(({ words: path }) => path[typed.length] ?? ''))];
  return names.map((word) => {
    const exact = under.find(({ words: path }) => path.length === typed.length + 1 && path.at(-1) === word);
    return { word, about: exact?.about ?? '' };
  });
}

function isUnder(path: readonly string[], typed: readonly string[]): boolean {
  return path.length > typed.length && typed.every((word, at) => path[at] === word);
}

/** What the argument at the cursor takes; undefined where none can stand. */
function argumentAt({ command, rest, values, words }: Place): Values | undefined {
  if (!command?.runs || words[0] === 'help') return undefined;
  // A filter stands in the place of the user that an act is about.
  const known = values.has('where') && command.arguments.length > 1 ? command.arguments.slice(1) : command.arguments;
  const last = known.at(-1);
  return (known[rest.length] ?? (last?.many ? last : undefined))?.values;
}

/** Those of the command that were not given yet, before those of every command. */
function flagWords({ command, values }: Place, { globalFlags }: CommandTable): readonly OfferedWord[] {
  const known: readonly OfferedFlag[] = [...(command?.flags ?? []), ...globalFlags];
  return known
    .filter(({ name, kind }) => kind === 'list' || !values.has(name))
    .map(({ name, about }) => ({ word: `--${name}`, about }));
}

async function offerValues(
  values: Values,
  typed: string,
  before: string,
  place: Place,
  ask: AskDatabase,
): Promise<Offer> {
  switch (values.kind) {
    case 'free':
      return NOTHING;
    case 'files':
      return { candidates: [], before, files: true };
    case 'words':
      return plain(values.words, before);
    case 'listed': {
      const done = typed.slice(0, typed.lastIndexOf(',') + 1);
      const given = done.split(',');
      return plain(
        values.words.filter(({ word }) => !given.includes(word)),
        before + done,
      );
    }
    case 'fields': {
      const at = values.alone ? -1 : typed.indexOf('=');
      if (at < 0) return plain(fieldWords(values, typed), before);
      const named = typed.slice(0, at);
      const field = values.fields.find(({ names }) => names.some((name) => sameName(name, named)));
      const inner = field?.values;
      return inner ? offerValues(inner, typed.slice(at + 1), before + typed.slice(0, at + 1), place, ask) : NOTHING;
    }
    case 'filter':
      return (await import('./filterOffer.js')).offerTerm(values, typed, before, (stored, begun) =>
        ask(stored, begun, place),
      );
    default:
      return plain(await ask(values, typed, place), before, true);
  }
}

/** Each field by its id, or by a label where that is what was begun with. */
function fieldWords(
  { fields, alone }: Extract<Values, { readonly kind: 'fields' }>,
  typed: string,
): readonly OfferedWord[] {
  return fields.map(({ names, about }) => {
    const name = names.find((one) => one.startsWith(typed)) ?? names[0] ?? '';
    return { word: alone ? name : `${name}=`, about };
  });
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function plain(words: readonly OfferedWord[], before = '', anyCase = false): Offer {
  return {
    candidates: words.map(({ word, about }) => ({ value: before + word, about, ...(anyCase && { anyCase: true }) })),
    before,
  };
}
