/** What can stand at the end of a filter that is being typed: a field, or a value of the field before it. */
import { knownValues, placeInFilter, quoted, startsLike } from '../../domain/filter/completeFilter.js';
import { OF_USERS, type NamedField, type FilterVocabulary } from '../../domain/filter/filterFields.js';
import { OF_ROWS } from '../../domain/filter/rowFilterFields.js';
import type { WrittenTerm } from '../../domain/filter/scanTerms.js';
import type { Offer } from './offer.js';
import type { FilterValues, OfferedWord, StoredValues } from './commandTable.js';

/** Fields whose values stand in a database. */
const STORED: Readonly<Record<string, StoredValues>> = {
  env: { kind: 'environments' },
  user: { kind: 'users' },
  group: { kind: 'groups' },
  person: { kind: 'persons' },
};

type Ask = (values: StoredValues, typed: string) => Promise<readonly OfferedWord[]>;

/** The whole word is the filter: what stands before its last term stays as it is typed. */
export async function offerTerm(values: FilterValues, typed: string, before: string, ask: Ask): Promise<Offer> {
  const vocabulary: FilterVocabulary<string> = values.of === 'users' ? (OF_USERS as never) : (OF_ROWS as never);
  const { from, valueOf } = placeInFilter(typed, typed.length, vocabulary);
  const begin = before + typed.slice(0, from);
  const words = valueOf
    ? await valuesLike(valueOf, values, vocabulary, ask)
    : fieldsLike(typed.slice(from), vocabulary.fields, values);
  return {
    candidates: words.map(({ word, about }) => ({
      value: begin + word,
      about,
      anyCase: true,
      ...(!valueOf && { open: true }),
    })),
    before: begin,
  };
}

/** Each field by its id, or by a label where that is what was begun with. */
function fieldsLike(
  begun: string,
  fields: readonly NamedField<string>[],
  { language }: FilterValues,
): readonly OfferedWord[] {
  return fields.flatMap((field) => {
    const names = [field.id, field[language], field.nl, field.en];
    const name = names.find((one) => one.startsWith(begun)) ?? names.find(startsLike(begun));
    return name === undefined ? [] : [{ word: `${name}:`, about: field[language] }];
  });
}

async function valuesLike(
  { name, value }: WrittenTerm,
  { known, yesNo }: FilterValues,
  vocabulary: FilterVocabulary<string>,
  ask: Ask,
): Promise<readonly OfferedWord[]> {
  const field = vocabulary.named(name ?? '');
  if (field === undefined) return [];
  const stored = STORED[field];
  const words = stored
    ? await ask(stored, value)
    : knownValues(field, { vocabulary, known, yesNo })
        .filter(startsLike(value))
        .map((word) => ({ word, about: '' }));
  return words.map(({ word, about }) => ({ word: quoted(word), about }));
}
