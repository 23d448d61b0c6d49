/** By which names people call a field: its id, its label in either language, its KnUser id. */
import { FIELDS, type Field, type FieldId } from './fields.js';

/** What names are compared by: no case, accents, punctuation or spaces. */
export function nameKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The id first. */
export function namesOf({ id, nl, en, knUserId }: Field): readonly string[] {
  return [id, nl, en, knUserId];
}

/** The fields by the keys of their names. */
export const FIELD_BY_NAME: ReadonlyMap<string, FieldId> = new Map(
  FIELDS.flatMap((field) => namesOf(field).map((name) => [nameKey(name), field.id] as const)),
);

/** The field that somebody calls by one of its names. */
export function fieldNamed(name: string): FieldId | undefined {
  return FIELD_BY_NAME.get(nameKey(name));
}
