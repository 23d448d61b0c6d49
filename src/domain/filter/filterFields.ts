/** What a term of a filter can be about, and by which names people call it: the id, and the label of either language. */
import { ACCESS_FIELDS, fieldOf, isAccessField } from '../fields.js';
import { nameKey } from '../fieldNames.js';
import type { FilterField, FilterTerm } from '../userFilter.js';

export interface NamedField<Id extends string = FilterField> {
  readonly id: Id;
  readonly nl: string;
  readonly en: string;
}

/** What is no field of a file. */
const OTHERS = {
  env: { nl: 'Omgeving', en: 'Environment' },
  blocked: { nl: 'Geblokkeerd', en: 'Blocked' },
  system: { nl: 'Systeemgebruiker', en: 'System user' },
  leftover: { nl: 'Achterblijver', en: 'Leftover' },
  gone: { nl: 'Weg', en: 'Gone' },
  token: { nl: 'Token', en: 'Token' },
} as const;

const IDS = [
  'env',
  'user',
  'description',
  'email',
  'upn',
  'person',
  'group',
  'blocked',
  'system',
  'leftover',
  'gone',
  'token',
  'siteLanguage',
  ...ACCESS_FIELDS,
] as const satisfies readonly FilterField[];

/** In the order in which they are told. */
const FILTER_FIELDS: readonly NamedField[] = IDS.map((id) => {
  const { nl, en } =
    id in OTHERS ? OTHERS[id as keyof typeof OTHERS] : fieldOf(id as Exclude<typeof id, keyof typeof OTHERS>);
  return { id, nl, en };
});

/** The fields that a filter can be about, and how they are read. */
export interface FilterVocabulary<Id extends string> {
  /** In the order in which they are told. */
  readonly fields: readonly NamedField<Id>[];
  /** The field that somebody calls by one of its names, whatever its case, blanks and hyphens. */
  readonly named: (name: string) => Id | undefined;
  /** Whether a field is yes or no of everything. */
  readonly isYesNo: (field: Id) => boolean;
  /** Whether a value can be found at all: a field of few values has no others. Absent where every value can. */
  readonly canBe?: (term: FilterTerm<Id>) => boolean;
  /** Labels that have blanks in them, the longest first. */
  readonly withBlanks: readonly string[];
}

export function vocabularyOf<Id extends string>(
  fields: readonly NamedField<Id>[],
  isYesNo: (field: Id) => boolean,
  canBe?: FilterVocabulary<Id>['canBe'],
): FilterVocabulary<Id> {
  const byName: ReadonlyMap<string, Id> = new Map(
    fields.flatMap(({ id, nl, en }) => [id, nl, en].map((name) => [nameKey(name), id] as const)),
  );
  const labels = fields.flatMap(({ nl, en }) => [nl, en]).filter((label) => label.includes(' '));
  return {
    fields,
    named: (name) => byName.get(nameKey(name)),
    isYesNo,
    ...(canBe && { canBe }),
    withBlanks: labels.sort((one, other) => other.length - one.length),
  };
}

/** Of users. */
export const OF_USERS: FilterVocabulary<FilterField> = vocabularyOf(
  FILTER_FIELDS,
  (field) =>
    isAccessField(field) || field === 'blocked' || field === 'system' || field === 'leftover' || field === 'gone',
);
