/** Rows of connectors as what they tell; what a connection has no field for is null: not known. */
import type { PulledGroup, PulledMembership, PulledPerson, PulledUser } from '../application/ports/mirror.js';
import { UserError } from '../application/userError.js';
import { ACCESS_FIELDS } from '../domain/fields.js';
import { caseKey, normaliseText } from '../domain/sourceRow.js';
import { textOf } from './json.js';
import type { Row } from './pages.js';

/** Which field of a connector gives what, by `LIST.FIELD`. */
export type Fields = Readonly<Record<string, string>>;

export function userOf(row: Row, fields: Fields): PulledUser {
  const text = (name: string): string | null => told(row, fields[`users.${name}`]);
  return {
    user: text('user') ?? '',
    description: text('description'),
    email: text('email'),
    upn: text('upn'),
    person: text('person'),
    blocked: yesNo(row, fields['users.blocked']),
    // No connector that is known of tells it.
    system: null,
    access: Object.fromEntries(ACCESS_FIELDS.map((field) => [field, yesNo(row, fields[`users.${field}`])])),
    siteLanguage: text('siteLanguage'),
  };
}

export function groupOf(row: Row, fields: Fields): PulledGroup {
  return {
    group: told(row, fields['groups.group']) ?? '',
    description: told(row, fields['groups.groupDescription']) ?? '',
  };
}

export function membershipOf(row: Row, fields: Fields): PulledMembership {
  return { user: told(row, fields['memberships.user']) ?? '', group: told(row, fields['memberships.group']) ?? '' };
}

export function personOf(row: Row, fields: Fields): PulledPerson {
  return {
    person: told(row, fields['persons.person']) ?? '',
    name: told(row, fields['persons.description']) ?? '',
  };
}

/** Null where nothing gives it; empty where what gives it is empty. */
function told(row: Row, field: string | undefined): string | null {
  return field === undefined ? null : normaliseText(textOf(row[field]));
}

const YES = new Set(['true', '1']);
const NO = new Set(['false', '0']);

/** Empty is not known: AFAS writes neither as nothing. */
function yesNo(row: Row, field: string | undefined): boolean | null {
  const value = field === undefined ? null : row[field];
  if (field === undefined || value === null || value === undefined || value === '') return null;
  const text = (typeof value === 'boolean' ? String(value) : textOf(value)).toLowerCase();
  if (YES.has(text)) return true;
  if (NO.has(text)) return false;
  throw new UserError('failure', 'afas.notYesNo', { field });
}

/** Without rows that say the same of the same thing: a connector may join what has several lines. */
export async function* withoutRepeats<Item>(
  pages: AsyncIterable<readonly Item[]>,
  keyOf: (item: Item) => string,
  isSame: (one: Item, other: Item) => boolean = (one, other) => JSON.stringify(one) === JSON.stringify(other),
): AsyncGenerator<readonly Item[]> {
  let before: Item | undefined;
  for await (const items of pages) {
    const kept: Item[] = [];
    for (const item of items) {
      const repeats = before !== undefined && caseKey(keyOf(item)) === caseKey(keyOf(before)) && isSame(item, before);
      if (!repeats) kept.push(item);
      before = item;
    }
    yield kept;
  }
}
