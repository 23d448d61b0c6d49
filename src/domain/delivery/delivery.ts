/** What goes back to AFAS as a file for its own import: the ways to write it, and what is told of its rows. */
import { fieldsFor, IDENTITY_FIELDS, type FieldId, type ImportType } from '../fields.js';

/** How a plan is delivered: for which import function, or as messages for who posts them. */
export const DELIVERY_FILES = ['user', 'mutation', 'second-pass'] as const;
export type DeliveryFile = (typeof DELIVERY_FILES)[number];
export type DeliveryForm = DeliveryFile | 'kn-user';

/** The import function of AFAS that a file is for, by AFAS's own name: the other one would block whom a file of mutations is about. */
export const IMPORT_FUNCTIONS = {
  user: 'Gebruiker',
  mutation: 'Gebruiker mutatie',
  'second-pass': 'Gebruiker mutatie',
} as const satisfies Readonly<Record<DeliveryFile, string>>;

/** The texts of one row of a delivered file; a field that is absent has an empty cell. */
export type DeliveredTexts = Readonly<Partial<Record<FieldId, string>>>;

/** Why a row is not delivered, or only in part, as a closed set; texts are in `language/delivery.ts`. */
export const DELIVERY_REFUSALS = [
  'PASSWORD_NEW',
  'GROUP_LEFT',
  'USER_REMOVED',
  'SYSTEM_USER',
  'PERSON_CLEARED',
  'LANGUAGE_CLEARED',
  'IDENTITY_UNKNOWN',
  'KEPT_DIFFERS',
  'NEW_EMPTY',
  'FORM_CANNOT',
  'FIELD_NOT_CARRIED',
  'NOTHING_TO_SEND',
  'NOT_IN_ENCODING',
  'FOLLOWS_REFUSED',
  'NOT_TAKEN',
  'COMES_OTHERWISE',
] as const;
export const DELIVERY_REMARKS = ['PASSWORD_LEFT_OUT', 'RENAME_WITH_UPN', 'UPN_LATER'] as const;
export type DeliveryRefusal = (typeof DELIVERY_REFUSALS)[number];
export type DeliveryCode = DeliveryRefusal | (typeof DELIVERY_REMARKS)[number];

/** Something that is told of a row of the plan; never a password. */
export interface DeliveryNote {
  readonly row: number;
  readonly user: string;
  readonly code: DeliveryCode;
  readonly params: Readonly<Record<string, string>>;
}

/** A file of which the rows are the UPNs that a run leaves for a second import. */
export interface SecondDelivery {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly rows: number;
}

/** What became of a run that was delivered. */
export interface Delivery {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  readonly as: DeliveryForm;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** Rows of the file, or messages. */
  readonly rows: number;
  /** Numbers of the rows of the plan that are not in it, though they would change something. */
  readonly refused: readonly number[];
  /** Made beside it, for who imports it once the users are there. */
  readonly second?: SecondDelivery;
}

/** The import function that takes the file. */
export function importTypeOf(form: DeliveryFile): ImportType {
  return form === 'user' ? 'user' : 'mutation';
}

/** The columns of a file, always the same: they are mapped once in AFAS. A password goes in no file. */
export function columnsOf(form: DeliveryFile): readonly FieldId[] {
  if (form === 'second-pass') return ['user', ...IDENTITY_FIELDS];
  return fieldsFor(importTypeOf(form)).flatMap(({ id }) => (id === 'password' ? [] : [id]));
}
