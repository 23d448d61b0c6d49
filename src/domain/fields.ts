/**
 * The field catalogue (docs/rules.md, *Fields*): one entry a field. Mapping, templates, validation, help and output
 * are derived from it; adding a field is adding an entry.
 */

export type ImportType = 'user' | 'mutation';
export const IMPORT_TYPES: readonly ImportType[] = ['user', 'mutation'];

/** How a field takes part in an import type; `identity` fields are cleared where they are empty or absent. */
export type Availability = 'key' | 'identity' | 'yes' | 'no';

/** A code of a user, a person or a group. */
export type CodeKind = 'userCode' | 'personCode' | 'groupCode';

/** What a field takes (docs/rules.md, *Kinds of values*): a `name` is a group's, a `text` a user's own. */
export type FieldKind =
  CodeKind | 'text' | 'name' | 'email' | 'upn' | 'mutationCode' | 'secret' | 'yesNo' | 'siteLanguage';

export interface Field {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  /** The element's name in a KnUser message. */
  readonly knUserId: string;
  readonly kind: FieldKind;
  /** Longest value, in code points; absent where the kind sets its own bounds. */
  readonly maxLength?: number;
  readonly availability: Readonly<Record<ImportType, Availability>>;
  /** What an empty cell does to an existing user's value; absent where it means one thing only. */
  readonly emptyRule?: EmptyRule;
  /** Value of a user that the import creates, where the file gives none. */
  readonly newUserDefault?: boolean | string;
  /** The column of `users` that holds the text; absent for what is no text of the user's own. */
  readonly column?: string;
  /** The bit in a stored set of access flags: once given, it never changes. */
  readonly bit?: number;
  /** Follows to the user's accounts in the other environments of the type. */
  readonly synced?: true;
  /** What it is, in the JSON Schema of a directory. */
  readonly about?: string;
  /** What the example row of a template holds. */
  readonly example?: { readonly nl: string; readonly en: string };
}

/** What an empty cell does to an existing user's value. */
export type EmptyRule = 'keep' | 'clear';

/** A field of either type, unless told otherwise. */
const everywhere = { user: 'yes', mutation: 'yes' } as const;
const userOnly = { user: 'yes', mutation: 'no' } as const;
const identity = { availability: { user: 'identity', mutation: 'identity' }, emptyRule: 'clear' } as const;
const optional = { availability: everywhere, emptyRule: 'keep' } as const;
const yes = { nl: 'J', en: 'Y' } as const;
const no = { nl: 'N', en: 'N' } as const;

// prettier-ignore
const CATALOGUE = [
  { id: 'user', nl: 'Gebruiker', en: 'User', knUserId: 'UsId', kind: 'userCode', maxLength: 20, availability: { user: 'key', mutation: 'key' } },
  { id: 'mutationCode', nl: 'Mutatiecode', en: 'Mutation code', knUserId: 'MtCd', kind: 'mutationCode', availability: userOnly, example: { nl: '1', en: '1' } },
  { id: 'newUser', nl: 'Nieuwe gebruikerscode', en: 'New user code', knUserId: 'UsIdNew', kind: 'userCode', maxLength: 20, availability: userOnly },
  { id: 'description', nl: 'Omschrijving', en: 'Description', knUserId: 'Nm', kind: 'text', maxLength: 80, ...identity, column: 'description', synced: true,
    about: 'Name of the user.', example: { nl: 'Bea Bakker', en: 'Bea Baker' } },
  { id: 'email', nl: 'E-mail', en: 'E-mail', knUserId: 'EmAd', kind: 'email', maxLength: 255, ...identity, column: 'email', synced: true,
    about: 'E-mail address.', example: { nl: 'bea.bakker@voorbeeld.nl', en: 'bea.baker@example.com' } },
  { id: 'upn', nl: 'UPN', en: 'UPN', knUserId: 'Upn', kind: 'upn', maxLength: 255, ...identity, column: 'upn', synced: true,
    about: 'Sign-on name; of one user code in a type of environment.', example: { nl: 'bea.bakker@voorbeeld.nl', en: 'bea.baker@example.com' } },
  { id: 'person', nl: 'Persoon', en: 'Person', knUserId: 'BcCo', kind: 'personCode', maxLength: 15, ...optional, example: { nl: '100001', en: '100001' } },
  { id: 'group', nl: 'Groep', en: 'Group', knUserId: 'GrId', kind: 'groupCode', maxLength: 20, availability: userOnly, example: { nl: 'INKOOP', en: 'PURCHASING' } },
  { id: 'groupDescription', nl: 'Groep omschrijving', en: 'Group description', knUserId: 'GrDs', kind: 'name', maxLength: 50, availability: userOnly },
  { id: 'password', nl: 'Wachtwoord', en: 'Password', knUserId: 'Pw', kind: 'secret', availability: userOnly },
  { id: 'profit', nl: 'Profit', en: 'Profit', knUserId: 'Awin', kind: 'yesNo', ...optional, newUserDefault: true, bit: 0, example: yes },
  { id: 'inSite', nl: 'InSite', en: 'InSite', knUserId: 'InSi', kind: 'yesNo', ...optional, newUserDefault: true, bit: 1, example: yes },
  { id: 'outSite', nl: 'OutSite', en: 'OutSite', knUserId: 'Site', kind: 'yesNo', ...optional, newUserDefault: false, bit: 2, example: no },
  { id: 'connector', nl: 'Connector', en: 'Connector', knUserId: 'Acon', kind: 'yesNo', ...optional, newUserDefault: false, bit: 3 },
  { id: 'commandLine', nl: 'Commandline', en: 'Command line', knUserId: 'Acom', kind: 'yesNo', ...optional, newUserDefault: false, bit: 4 },
  { id: 'accept', nl: 'AFAS Accept', en: 'AFAS Accept', knUserId: 'AcUs', kind: 'yesNo', ...optional, newUserDefault: false, bit: 5 },
  { id: 'portalAdmin', nl: 'AFAS Online Portal-beheerder', en: 'AFAS Online Portal administrator', knUserId: 'PoMa', kind: 'yesNo', ...optional, newUserDefault: false, bit: 6 },
  { id: 'siteLanguage', nl: 'Voorkeur site', en: 'Site language', knUserId: 'InLn', kind: 'siteLanguage', ...optional, newUserDefault: '1043', column: 'site_language',
    about: 'Windows locale number; 1043 for a new user.', example: { nl: '1043', en: '2057' } },
] as const satisfies readonly Field[];

type Entry = (typeof CATALOGUE)[number];
export type FieldId = Entry['id'];

export type CatalogueField = Field & { readonly id: FieldId };

/** The catalogue, in the order in which fields are shown. */
export const FIELDS: readonly CatalogueField[] = CATALOGUE;

export const FIELD_IDS = CATALOGUE.map(({ id }) => id);

const BY_ID = new Map(FIELDS.map((field) => [field.id, field]));

/** The catalogue's entry of a field. */
export function fieldOf(id: FieldId): CatalogueField {
  const field = BY_ID.get(id);
  if (!field) throw new Error(`no field ${id} in the catalogue`);
  return field;
}

/** Asks whether a text is one of these ids: for every value of every row, so without going through the list. */
export function isOneOf<Id extends string>(ids: readonly Id[]): (id: string) => id is Id {
  const known: ReadonlySet<string> = new Set(ids);
  return (id): id is Id => known.has(id);
}

/** Whether a text is the id of a field. */
export const isFieldId = isOneOf(FIELD_IDS);

/** The fields that an import type can take, in catalogue order. */
export function fieldsFor(type: ImportType): readonly CatalogueField[] {
  return FIELDS.filter((field) => field.availability[type] !== 'no');
}

/** Texts that a user has: each stands in a column of its own. */
export const STORED_TEXTS = CATALOGUE.filter((field) => 'column' in field);
export type StoredTextField = (typeof STORED_TEXTS)[number]['id'];
export const STORED_TEXT_FIELDS = STORED_TEXTS.map(({ id }) => id);
export const isStoredText = isOneOf(STORED_TEXT_FIELDS);

/** Those that have to be the same in all environments of a type. */
export const SYNCED_TEXTS = STORED_TEXTS.filter((field) => 'synced' in field);
export type SyncedTextField = (typeof SYNCED_TEXTS)[number]['id'];
export const SYNCED_TEXT_FIELDS = SYNCED_TEXTS.map(({ id }) => id);

/** Those that are an environment's own. */
export const OWN_TEXTS = STORED_TEXTS.filter((field) => !('synced' in field));
export const OWN_TEXT_FIELDS = OWN_TEXTS.map(({ id }) => id);

/** E-mail, description and UPN: what the file must always hold of every user (docs/rules.md, *Identity fields*). */
export const IDENTITY_FIELDS = STORED_TEXTS.filter(isIdentity).map(({ id }) => id);
export type IdentityField = (typeof IDENTITY_FIELDS)[number];
export const isIdentityField = isOneOf(IDENTITY_FIELDS);

function isIdentity<Of extends Field>(field: Of): field is Extract<Of, { availability: { user: 'identity' } }> {
  return field.availability.user === 'identity';
}

/** The yes/no fields: what a user may enter. */
export const ACCESS_FIELDS = CATALOGUE.filter((field) => 'bit' in field).map(({ id }) => id);
export type AccessField = (typeof ACCESS_FIELDS)[number];
export const isAccessField = isOneOf(ACCESS_FIELDS);

/** Languages of InSite and OutSite, as Windows locale numbers (de, fr, nl, en-GB, nl-BE... as AFAS counts them). */
export const SITE_LANGUAGES = ['1031', '1036', '1043', '2057', '2067'] as const;

/** The fields of which a user has one value. */
export const VALUE_FIELDS = CATALOGUE.filter(
  (field) => 'column' in field || 'bit' in field || field.id === 'user' || field.id === 'person',
).map(({ id }) => id);

/** The fields that a new user has a value of, whatever the file says. */
export const DEFAULTED_FIELDS = CATALOGUE.filter((field) => 'newUserDefault' in field).map(({ id }) => id);
export type DefaultedField = (typeof DEFAULTED_FIELDS)[number];
export const isDefaulted = isOneOf(DEFAULTED_FIELDS);

/** What a user that the import creates gets for the fields that the file leaves empty. */
export type NewUserDefaults = {
  readonly [Name in DefaultedField]: Name extends AccessField ? boolean : string;
};

/** The catalogue's defaults for new users. */
export const STANDARD_DEFAULTS = Object.fromEntries(
  FIELDS.flatMap(({ id, newUserDefault }) => (newUserDefault === undefined ? [] : [[id, newUserDefault] as const])),
) as NewUserDefaults;
