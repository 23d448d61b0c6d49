/** Which field a header, or somebody, means: also by names that others use, and by near spellings. */
import { distance } from 'fastest-levenshtein';
import { FIELD_BY_NAME, nameKey, namesOf } from '../../domain/fieldNames.js';
import { FIELDS, fieldsFor, type FieldId, type ImportType } from '../../domain/fields.js';
import { OTHER_NAMES } from './otherNames.js';

/** A field that a header names; certain by one of its own names, else by a name that others use. */
export interface RecognisedField {
  readonly field: FieldId;
  readonly certain: boolean;
}

type Known = [key: string, RecognisedField];

/** Every known name of a field, by its key. */
export const KNOWN_NAMES: ReadonlyMap<string, RecognisedField> = new Map([
  ...FIELDS.flatMap(({ id }) =>
    (OTHER_NAMES[id] ?? []).map((name): Known => [nameKey(name), { field: id, certain: false }]),
  ),
  ...[...FIELD_BY_NAME].map(([key, field]): Known => [key, { field, certain: true }]),
]);

/** The field of exactly this name. */
export function recogniseField(text: string): RecognisedField | undefined {
  return KNOWN_NAMES.get(nameKey(text));
}

/** The field that a misspelled name was most likely meant for, among those of an import type. */
export function nearestFieldName(text: string, type: ImportType): FieldId | undefined {
  const key = nameKey(text);
  const [near] = fieldsFor(type)
    .flatMap((field) => namesOf(field).map((name) => ({ id: field.id, off: distance(key, nameKey(name)) })))
    .sort((a, b) => a.off - b.off);
  return near && near.off <= Math.max(1, Math.floor((key.length + 1) / 3)) ? near.id : undefined;
}

/** Whether a text is a known name of a field. */
export function namesField(text: string): boolean {
  return recogniseField(text) !== undefined;
}

export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text);
}

/** A participant number, a dot and a code. */
export function looksLikeUserCode(text: string): boolean {
  return /^\d{4,}\.[^\s@]+$/u.test(text);
}
