/** What is not known of a user: fields that the administration it was read from does not give (docs/rules.md, *Mirrors*). */
import { ACCESS_FIELDS, fieldOf, type AccessField, type VALUE_FIELDS } from './fields.js';

/** A set of fields as one number, as it is stored. */
export type UnknownFields = number;

/** The fields that can be unknown: a user's code never is. */
export type UnknownField = Exclude<(typeof VALUE_FIELDS)[number], 'user'> | 'blocked' | 'system';

type BesideAccess = Exclude<UnknownField, AccessField>;

/** Access fields have the bits of the catalogue; once given, a bit never changes. */
const BESIDE_ACCESS: Readonly<Record<BesideAccess, UnknownFields>> = {
  description: 1 << 16,
  email: 1 << 17,
  upn: 1 << 18,
  person: 1 << 19,
  blocked: 1 << 20,
  system: 1 << 21,
  siteLanguage: 1 << 22,
};

const BITS: ReadonlyMap<string, UnknownFields> = new Map<string, UnknownFields>([
  ...Object.entries(BESIDE_ACCESS),
  ...ACCESS_FIELDS.map((field) => [field, 1 << (fieldOf(field).bit ?? 0)] as const),
]);

export const UNKNOWN_FIELDS_BESIDE_ACCESS = Object.keys(BESIDE_ACCESS) as BesideAccess[];

/** In the order of their bits: access first. */
export const UNKNOWN_FIELDS: readonly UnknownField[] = [...ACCESS_FIELDS, ...UNKNOWN_FIELDS_BESIDE_ACCESS];

function bitOf(field: string): UnknownFields {
  return BITS.get(field) ?? 0;
}

export function isUnknown(unknown: UnknownFields, field: string): boolean {
  return unknown !== 0 && (unknown & bitOf(field)) !== 0;
}

export function unknownBits(fields: Iterable<string>): UnknownFields {
  let bits = 0;
  for (const field of fields) bits |= bitOf(field);
  return bits;
}

export function unknownFieldsOf(unknown: UnknownFields): UnknownField[] {
  return unknown === 0 ? [] : UNKNOWN_FIELDS.filter((field) => isUnknown(unknown, field));
}

/** What stays unknown where these values are written: what is written is known. */
export function unknownAfter(unknown: UnknownFields, written: Iterable<string>): UnknownFields {
  return unknown === 0 ? 0 : unknown & ~unknownBits(written);
}

/** What of a user decides whether it loses a value. */
type WithUnknown<Field extends string> = Readonly<Record<Field, string>> & { readonly unknown: UnknownFields };

/** Whether a user loses a value, or may lose one that nobody told: what is emptied without being known counts as much. */
export function losesValue<Field extends string>(
  before: WithUnknown<Field>,
  after: WithUnknown<Field>,
  field: Field,
): boolean {
  if (after[field] !== '' || isUnknown(after.unknown, field)) return false;
  return before[field] !== '' || isUnknown(before.unknown, field);
}
