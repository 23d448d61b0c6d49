/** Values of a user as people read them. */
import type { ChangedValue, FieldChange, PlannedRow, UserChanges } from '../domain/plannedRow.js';
import { caseKey } from '../domain/sourceRow.js';
import { fieldLabel, messageText, translate } from '../language/index.js';
import type { Language } from '../language/text.js';

export function isEmpty(value: ChangedValue): value is '' | null {
  return value === '' || value === null;
}

export function valueText(language: Language, value: ChangedValue): string {
  if (typeof value === 'boolean') return translate(language, value ? 'value.yes' : 'value.no');
  return isEmpty(value) ? translate(language, 'value.empty') : value;
}

/** What a field was. */
export function wasText(language: Language, [, from, , unknown]: FieldChange): string {
  return unknown === 'from' ? translate(language, 'value.notKnown') : valueText(language, from);
}

/** What a field becomes: a user that is removed has no code any more. */
export function becomesText(language: Language, [field, , to, unknown]: FieldChange): string {
  if (unknown === 'to') return translate(language, 'value.notKnown');
  return field === 'user' && to === null ? translate(language, 'value.removed') : valueText(language, to);
}

/** A value that changes, the old one before the new one. */
export function changeText(language: Language, change: FieldChange): string {
  const [field, from, , unknown] = change;
  const isNew = from === null && unknown !== 'from';
  const values = [...(isNew ? [] : [wasText(language, change)]), becomesText(language, change)];
  return `${fieldLabel(language, field)}: ${values.join(' → ')}`;
}

/** Where a change is; with the user, where that is somebody else than the row's own. */
export function placeOf({ environment, user }: UserChanges, row: Pick<PlannedRow, 'user'>): string {
  return caseKey(user) === caseKey(row.user) ? environment : `${environment} ${user}`;
}

/** The errors of a row, as one text. */
export function errorsText(language: Language, { messages }: Pick<PlannedRow, 'messages'>): string {
  return messages
    .filter(({ level }) => level === 'error')
    .map((error) => messageText(language, error))
    .join(' ');
}
