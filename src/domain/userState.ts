/** All of a user that a row can change, as one value: which fields those are, the catalogue says. */
import { accessToFlags, hasAccess, type AccessFlags } from './directory.js';
import { isUnknown, type UnknownFields } from './unknown.js';
import {
  DEFAULTED_FIELDS,
  isAccessField,
  STORED_TEXT_FIELDS,
  VALUE_FIELDS,
  type NewUserDefaults,
  type StoredTextField,
} from './fields.js';

type StoredTexts = Readonly<Record<StoredTextField, string>>;

/** Everything of a user that a row can change. */
export interface UserState extends StoredTexts {
  readonly code: string;
  readonly personId: number | null;
  readonly person: string | null;
  readonly blocked: boolean;
  /** A user of the program itself, which no import changes. */
  readonly system: boolean;
  readonly access: AccessFlags;
  /** Fields that the administration it was read from does not give; each is empty, or no, besides. */
  readonly unknown: UnknownFields;
  /** Groups besides Iedereen: case key → code. Of linked users only where a chunk asks for them. */
  readonly groups: ReadonlyMap<string, string>;
}

/** Shared by all users that are in no group: never written to. */
export const NO_GROUPS: ReadonlyMap<string, string> = new Map();

/** Every text of a user, empty. */
export const NO_TEXTS = Object.fromEntries(STORED_TEXT_FIELDS.map((field) => [field, ''])) as StoredTexts;

/** A user who has nothing at all. */
export const NOBODY: UserState = {
  code: '',
  ...NO_TEXTS,
  personId: null,
  person: null,
  blocked: false,
  system: false,
  access: 0,
  unknown: 0,
  groups: NO_GROUPS,
};

/** A user who has nothing but the defaults of new users. */
export function newUserState(defaults: NewUserDefaults): UserState {
  const texts: Record<StoredTextField, string> = { ...NO_TEXTS };
  for (const field of DEFAULTED_FIELDS) if (!isAccessField(field)) texts[field] = defaults[field];
  const access = accessToFlags(defaults);
  return { ...NOBODY, ...texts, access };
}

/** The fields of which a user has one value, in the catalogue's order, and what is none of its: blocked, a system user. */
export const STATE_FIELDS = [...VALUE_FIELDS, 'blocked', 'system'] as const;
export type StateField = (typeof STATE_FIELDS)[number];

/** Text of a code, text, or language; true or false; null for no person, and for what is unknown. */
export type StateValue = string | boolean | null;

/** The value that a user has of a field. */
export function valueOf(state: Omit<UserState, 'personId' | 'groups'>, field: StateField): StateValue {
  if (field === 'user') return state.code;
  if (isUnknown(state.unknown, field)) return null;
  return isAccessField(field) ? hasAccess(state.access, field) : state[field];
}
