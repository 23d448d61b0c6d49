import { distance } from 'fastest-levenshtein';
import { FIELDS } from '../../domain/fields.js';
import type { FieldId, ImportType } from '../../domain/fields.js';
import { OTHER_NAMES } from './otherNames.js';

/** A field that a header names; certain by its own label, id or KnUser id, else by a name that others use. */
export interface NamedField {
  readonly field: FieldId;
  readonly certain: boolean;
}

/** What names are compared by: no case, accents, punctuation or spaces. */
export function nameKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Every known name of a field, by its key. */
export const NAMES: ReadonlyMap<string, NamedField> = new Map([
  ...FIELDS.flatMap(({ id }) =>
    (OTHER_NAMES[id] ?? []).map((name): [string, NamedField] => [nameKey(name), { field: id, certain: false }]),
  ),
  ...FIELDS.flatMap(({ id, nl, en, knUserId }) =>
    [nl, en, id, knUserId].map((name): [string, NamedField] => [nameKey(name), { field: id, certain: true }]),
  ),
]);

/** The field of exactly this name. */
export function fieldNamed(text: string): NamedField | undefined {
  const key = nameKey(text);
  return key === '' ? undefined : NAMES.get(key);
}

/** The field that a misspelled name was most likely meant for, among those of an import type. */
export function nearestFieldName(text: string, type: ImportType): FieldId | undefined {
  const key = nameKey(text);
  const near = FIELDS.filter(({ availability }) => availability[type] !== 'no')
    .flatMap(({ id, nl, en, knUserId }) =>
      [nl, en, id, knUserId].map((name) => ({ id, off: distance(key, nameKey(name)) })),
    )
    .sort((a, b) => a.off - b.off)[0];
  return near && near.off <= Math.max(1, Math.floor((key.length + 1) / 3)) ? near.id : undefined;
}

/** Whether a text is a known name of a field. */
export function namesField(text: string): boolean {
  return fieldNamed(text) !== undefined;
}

export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text);
}

/** A participant number, a dot and a code. */
export function looksLikeUserCode(text: string): boolean {
  return /^\d{4,}\.[^\s@]+$/u.test(text);
}
