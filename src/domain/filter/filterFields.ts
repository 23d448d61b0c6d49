/** What a term of a filter can be about, and by which names people call it: the id, and the label of either language. */
import { ACCESS_FIELDS, fieldOf } from '../fields.js';
import { nameKey } from '../fieldNames.js';
import type { FilterField } from '../userFilter.js';

interface NamedField {
  readonly id: FilterField;
  readonly nl: string;
  readonly en: string;
}

/** What is no field of a file. */
const OTHERS = {
  env: { nl: 'Omgeving', en: 'Environment' },
  blocked: { nl: 'Geblokkeerd', en: 'Blocked' },
  system: { nl: 'Systeemgebruiker', en: 'System user' },
  leftover: { nl: 'Achterblijver', en: 'Leftover' },
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
  'token',
  'siteLanguage',
  ...ACCESS_FIELDS,
] as const satisfies readonly FilterField[];

/** In the order in which they are told. */
export const FILTER_FIELDS: readonly NamedField[] = IDS.map((id) => {
  const { nl, en } =
    id in OTHERS ? OTHERS[id as keyof typeof OTHERS] : fieldOf(id as Exclude<typeof id, keyof typeof OTHERS>);
  return { id, nl, en };
});

const BY_NAME: ReadonlyMap<string, FilterField> = new Map(
  FILTER_FIELDS.flatMap(({ id, nl, en }) => [id, nl, en].map((name) => [nameKey(name), id] as const)),
);

/** The field that somebody calls by one of its names, whatever its case, blanks and hyphens. */
export function filterFieldNamed(name: string): FilterField | undefined {
  return BY_NAME.get(nameKey(name));
}
