/** A table in which one field is put to the test: every field has a column, and each row uses that field. */
import { FIELDS, type FieldId } from '../../../src/domain/fields.js';
import type { SeenRow, SeenValue } from '../case.js';

export const COLUMNS = [
  'user',
  'mutationCode',
  'newUser',
  'description',
  'email',
  'upn',
  'person',
  'group',
  'groupDescription',
  'password',
  'profit',
  'siteLanguage',
] as const satisfies readonly FieldId[];
export type TestedField = (typeof COLUMNS)[number];

export const LABELS: readonly string[] = COLUMNS.map((id) => FIELDS.find((field) => field.id === id)?.nl ?? id);

/** Users of the directory with the person and the address that they have. */
const EXISTING = [
  'BBA',
  'MVO',
  'ZKO',
  'TCE',
  'BPO',
  'SBO',
  'PWI',
  'MVE',
  'RDE',
  'AVI',
  'JDI',
  'ELE',
  'KVR',
  'FGR',
  'GSM',
];

/** What a careful person may find of a field, by how strict it is. */
export const CODES: readonly TestedField[] = ['user', 'newUser', 'person', 'group'];
export const CLOSED: readonly TestedField[] = ['mutationCode', 'profit', 'siteLanguage'];
export const FREE: readonly TestedField[] = ['description', 'groupDescription'];

/** The usual text of a field in row `at`; no two rows have the same. */
export function usualText(field: TestedField, at: number): string {
  const texts: Readonly<Record<TestedField, string>> = {
    user: `12345.NW${at}`,
    mutationCode: '1',
    newUser: `12345.HN${at}`,
    description: `Naam ${at}`,
    email: `naam${at}@voorbeeld.nl`,
    upn: `upn${at}@voorbeeld.nl`,
    person: String(100001 + at),
    group: `NIEUW${at}`,
    groupDescription: `Nieuwe groep ${at}`,
    password: `Wachtwoord2027-${at}`,
    profit: 'ja',
    siteLanguage: '2057',
  };
  return texts[field];
}

const CODE_OF: Readonly<Partial<Record<TestedField, string>>> = {
  newUser: '4',
  group: '3',
  groupDescription: '3',
  password: '5',
};

/** The cells around the one of `field`, which is left empty. */
function rowAround(field: TestedField, at: number): string[] {
  const user =
    field === 'user'
      ? ''
      : field === 'mutationCode'
        ? `12345.NW${at}`
        : `12345.${EXISTING[at % EXISTING.length] ?? ''}`;
  const filled: Readonly<Partial<Record<TestedField, string>>> = {
    user,
    mutationCode: CODE_OF[field] ?? '1',
    description: usualText('description', at),
    email: usualText('email', at),
    upn: usualText('upn', at),
    ...(field === 'groupDescription' && { group: usualText('group', at) }),
    [field]: '',
  };
  return COLUMNS.map((column) => filled[column] ?? '');
}

/** Its cells, of which that of the field is `cell`. */
export function rowWith<Cell>(field: TestedField, at: number, cell: Cell): (string | Cell)[] {
  return (rowAround(field, at) as (string | Cell)[]).with(COLUMNS.indexOf(field), cell);
}

/** What a person sees of the row when the field is seen as `value`. */
export function seenWith(field: TestedField, at: number, value: SeenValue): SeenRow {
  const cells = rowAround(field, at);
  const values = Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index] ?? '']));
  return { values: { ...values, [field]: value } };
}
