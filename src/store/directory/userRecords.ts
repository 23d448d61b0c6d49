/** Users of the directory, as they are stored. The catalogue says which texts they have. */
import { STORED_TEXT_FIELDS, STORED_TEXTS, type StoredTextField } from '../../domain/fields.js';
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { confusableKey } from '../../domain/userCode.js';
import { columnsOf, pick, reader, table, type Column } from '../table.js';

/** A user with all that a person can give it, but for groups and tokens. */
export interface UserValues extends Readonly<Record<StoredTextField, string>> {
  readonly personId: number | null;
  readonly system: boolean;
  readonly blocked: boolean;
  readonly access: number;
  /** The fields that are not known. */
  readonly unknown: number;
}

export interface NewUser extends UserValues {
  readonly environmentId: number;
  readonly code: string;
}

/** A column for each text of the catalogue. */
export function textColumns<Source, Value extends string | null>(
  write: (source: Source, field: StoredTextField) => Value,
): Readonly<Record<StoredTextField, Column<Source, Value>>> {
  const columns = STORED_TEXTS.map(({ id, column }) => [
    id,
    columnsOf<Source>().text(column, (source) => write(source, id)),
  ]);
  return Object.fromEntries(columns) as Readonly<Record<StoredTextField, Column<Source, Value>>>;
}

const { int, text, flag } = columnsOf<NewUser>();

export const USERS = table('users', {
  id: int('id'),
  environmentId: int('environment_id', (user) => user.environmentId),
  code: text('code', (user) => user.code),
  codeKey: text('code_key', (user) => caseKey(user.code)),
  look: text('look', (user) => confusableKey(user.code)),
  ...textColumns((user: NewUser, field) => user[field]),
  upnKey: text('upn_key', (user) => (user.upn === '' ? null : upnKey(user.upn))),
  personId: int('person_id', (user) => user.personId),
  system: flag('system', (user) => user.system),
  blocked: flag('blocked', (user) => user.blocked),
  access: int('access', (user) => user.access),
  unknown: int('unknown', (user) => user.unknown),
  version: int('version'),
  uses: int('uses'),
});

/** Reads the state of users but for their groups, from `users u` with their person `p`. */
export const USER_STATE = reader(
  {
    ...pick(USERS.columns, 'code', ...STORED_TEXT_FIELDS, 'personId', 'blocked', 'system', 'access', 'unknown'),
    person: text<string | null>('p.code'),
  },
  'u',
);

/** A token, with the number of the user who has it. */
export const TOKEN = reader({
  userId: int('user_id'),
  value: reader({ application: text('application'), device: text('device') }),
});

/** What belongs to users, in the order in which it came. */
export function byUser<Value>(
  rows: readonly { readonly userId: number; readonly value: Value }[],
): ReadonlyMap<number, readonly Value[]> {
  const lists = new Map<number, Value[]>();
  for (const { userId, value } of rows) {
    const own = lists.get(userId);
    if (own) own.push(value);
    else lists.set(userId, [value]);
  }
  return lists;
}
