/**
 * The field catalogue (docs/rules.md, *Fields*): one entry a field. Mapping, templates, validation, help and output
 * are derived from it; adding a field is adding an entry.
 */

export type ImportType = 'user' | 'mutation';
export const IMPORT_TYPES: readonly ImportType[] = ['user', 'mutation'];

/** How a field takes part in an import type; `identity` fields are cleared where they are empty or absent. */
export type Availability = 'key' | 'identity' | 'yes' | 'no';

/** `code` names a user, person or group, `name` a group's description; `text` is what a user is called. */
export type FieldKind = 'code' | 'text' | 'name' | 'address' | 'mutationCode' | 'secret' | 'yesNo' | 'siteLanguage';

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
  /** Value of a user that the import creates, where the file gives none. */
  readonly newUserDefault?: boolean | string;
}

/** A field of either type, unless told otherwise. */
const everywhere = { user: 'yes', mutation: 'yes' } as const;
const userOnly = { user: 'yes', mutation: 'no' } as const;
const identity = { user: 'identity', mutation: 'identity' } as const;

// prettier-ignore
const CATALOGUE = [
  { id: 'user', nl: 'Gebruiker', en: 'User', knUserId: 'UsId', kind: 'code', maxLength: 20, availability: { user: 'key', mutation: 'key' } },
  { id: 'mutationCode', nl: 'Mutatiecode', en: 'Mutation code', knUserId: 'MtCd', kind: 'mutationCode', availability: userOnly },
  { id: 'newUser', nl: 'Nieuwe gebruikerscode', en: 'New user code', knUserId: 'UsIdNew', kind: 'code', maxLength: 20, availability: userOnly },
  { id: 'description', nl: 'Omschrijving', en: 'Description', knUserId: 'Nm', kind: 'text', maxLength: 80, availability: identity },
  { id: 'email', nl: 'E-mail', en: 'E-mail', knUserId: 'EmAd', kind: 'address', maxLength: 255, availability: identity },
  { id: 'upn', nl: 'UPN', en: 'UPN', knUserId: 'Upn', kind: 'address', maxLength: 255, availability: identity },
  { id: 'person', nl: 'Persoon', en: 'Person', knUserId: 'BcCo', kind: 'code', maxLength: 15, availability: everywhere },
  { id: 'group', nl: 'Groep', en: 'Group', knUserId: 'GrId', kind: 'code', maxLength: 20, availability: userOnly },
  { id: 'groupDescription', nl: 'Groep omschrijving', en: 'Group description', knUserId: 'GrDs', kind: 'name', maxLength: 50, availability: userOnly },
  { id: 'password', nl: 'Wachtwoord', en: 'Password', knUserId: 'Pw', kind: 'secret', availability: userOnly },
  { id: 'profit', nl: 'Profit', en: 'Profit', knUserId: 'Awin', kind: 'yesNo', availability: everywhere, newUserDefault: true },
  { id: 'inSite', nl: 'InSite', en: 'InSite', knUserId: 'InSi', kind: 'yesNo', availability: everywhere, newUserDefault: true },
  { id: 'outSite', nl: 'OutSite', en: 'OutSite', knUserId: 'Site', kind: 'yesNo', availability: everywhere, newUserDefault: false },
  { id: 'connector', nl: 'Connector', en: 'Connector', knUserId: 'Acon', kind: 'yesNo', availability: everywhere, newUserDefault: false },
  { id: 'commandLine', nl: 'Commandline', en: 'Command line', knUserId: 'Acom', kind: 'yesNo', availability: everywhere, newUserDefault: false },
  { id: 'accept', nl: 'AFAS Accept', en: 'AFAS Accept', knUserId: 'AcUs', kind: 'yesNo', availability: everywhere, newUserDefault: false },
  { id: 'portalAdmin', nl: 'AFAS Online Portal-beheerder', en: 'AFAS Online Portal administrator', knUserId: 'PoMa', kind: 'yesNo', availability: everywhere, newUserDefault: false },
  { id: 'siteLanguage', nl: 'Voorkeur site', en: 'Site language', knUserId: 'InLn', kind: 'siteLanguage', availability: everywhere, newUserDefault: '1043' },
] as const satisfies readonly Field[];

export type FieldId = (typeof CATALOGUE)[number]['id'];

export type CatalogueField = Field & { readonly id: FieldId };

/** The catalogue, in the order in which fields are shown. */
export const FIELDS: readonly CatalogueField[] = CATALOGUE;

const BY_ID = new Map(FIELDS.map((field) => [field.id, field]));

/** The catalogue's entry of a field. */
export function fieldOf(id: FieldId): CatalogueField {
  const field = BY_ID.get(id);
  if (!field) throw new Error(`no field ${id} in the catalogue`);
  return field;
}

/** Whether a text is the id of a field. */
export function isFieldId(text: string): text is FieldId {
  return BY_ID.has(text as FieldId);
}

/** The fields that an import type can take, in catalogue order. */
export function fieldsFor(type: ImportType): readonly CatalogueField[] {
  return FIELDS.filter((field) => field.availability[type] !== 'no');
}

/** E-mail, description and UPN: what the file must always hold of every user (docs/rules.md, *Identity fields*). */
export const IDENTITY_FIELDS = ['description', 'email', 'upn'] as const satisfies readonly FieldId[];
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

export function isIdentityField(id: string): id is IdentityField {
  return (IDENTITY_FIELDS as readonly string[]).includes(id);
}

/** The yes/no fields: what a user may enter. The position is the bit in a stored set of flags. */
export const ACCESS_FIELDS = [
  'profit',
  'inSite',
  'outSite',
  'connector',
  'commandLine',
  'accept',
  'portalAdmin',
] as const satisfies readonly FieldId[];
export type AccessField = (typeof ACCESS_FIELDS)[number];

/** Languages of InSite and OutSite, as Windows locale numbers (de, fr, nl, en-GB, nl-BE... as AFAS counts them). */
export const SITE_LANGUAGES = ['1031', '1036', '1043', '2057', '2067'] as const;

/** What a user that the import creates gets for the fields that the file leaves empty. */
export type NewUserDefaults = Readonly<Record<AccessField, boolean> & { siteLanguage: string }>;

/** The catalogue's defaults for new users. */
export const STANDARD_DEFAULTS: NewUserDefaults = Object.fromEntries(
  FIELDS.flatMap((field) => (field.newUserDefault === undefined ? [] : [[field.id, field.newUserDefault]])),
) as unknown as NewUserDefaults;

export type DefaultedField = AccessField | 'siteLanguage';
export const DEFAULTED_FIELDS: readonly DefaultedField[] = [...ACCESS_FIELDS, 'siteLanguage'];
