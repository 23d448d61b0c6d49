/** Sets of identity fields as they are stored: a bit for each. */
import { IDENTITY_FIELDS, type IdentityField } from '../../domain/fields.js';

/** The bits that plans are stored with, in this order: once given, they never change. */
const BITS: Readonly<Record<IdentityField, number>> = { description: 1, email: 2, upn: 4 };

/** Any number of rows that lose fields, as the set of all of them. */
export const CLEARED_OF_ALL = IDENTITY_FIELDS.map((field) => `max(cleared & ${BITS[field]})`).join(' + ');

export function identityBits(fields: readonly IdentityField[]): number {
  return fields.reduce((bits, field) => bits | BITS[field], 0);
}

export function identityFieldsOf(bits: number): readonly IdentityField[] {
  return IDENTITY_FIELDS.filter((field) => (bits & BITS[field]) !== 0);
}
