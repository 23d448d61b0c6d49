/** What a row wants to write: its texts as typed values, with everything that is wrong with them. */
import { hasAccess, withAccess, type AccessFlags } from './directory.js';
import { ACCESS_FIELDS, IDENTITY_FIELDS, isIdentityField, type FieldId } from './fields.js';
import { message, type Message } from './messages.js';
import type { CodeRule } from './mutationCodes.js';
import type { RowReader, RowTexts } from './readRow.js';
import { fitsKind, isEmailAddress, isTooLong, readYesNo } from './readValue.js';

export interface WantedValues {
  /** Undefined leaves the value as it is; `''` clears it. */
  readonly description?: string;
  readonly email?: string;
  readonly upn?: string;
  readonly siteLanguage?: string;
  /** A code to look up; `''` for no person. */
  readonly person?: string;
  /** Bits of the access flags that the row sets, and their values. */
  readonly accessMask: AccessFlags;
  readonly access: AccessFlags;
  readonly group: string;
  readonly groupDescription: string;
  readonly password: boolean;
}

/** Whether a row with this rule uses a field, on a user that it creates or that exists. */
export function usesField(field: FieldId, rule: CodeRule, creates: boolean): boolean {
  if (field === 'user' || field === 'mutationCode') return true;
  if (isIdentityField(field)) return true;
  if (field === 'newUser') return rule.ownField === 'newUser';
  if (field === 'group') return rule.group !== 'ignored';
  if (field === 'groupDescription') return rule.group === 'createdIfMissing';
  return creates || rule.writesFields || rule.ownField === field;
}

/** Notices for what is filled in on a code that does not use it (SPEC 3). */
export function ignoredFields(row: RowTexts, reader: RowReader, rule: CodeRule, creates: boolean): Message[] {
  const messages: Message[] = [];
  for (const { id } of reader.fromColumns) {
    const filled = (row.texts[id] ?? '') !== '' || row.special[id]?.kind === 'secret';
    if (filled && !usesField(id, rule, creates))
      messages.push(message(id === 'group' ? 'GROUP_IGNORED' : 'FIELD_IGNORED', id));
  }
  return messages;
}

/** The value that a field gets; undefined where it stays as it is. */
function wanted(row: RowTexts, reader: RowReader, field: FieldId): string | undefined {
  const text = row.texts[field] ?? '';
  if (text !== '') return text;
  return reader.whenEmpty(field) === 'clear' ? '' : undefined;
}

/** No control character belongs in what a user is found by or belongs to; elsewhere a NUL alone cannot be kept. */
const CONTROL: Readonly<Partial<Record<FieldId, RegExp>>> = { email: /\p{Cc}/u, upn: /\p{Cc}/u, group: /\p{Cc}/u };

/** Judges the value of every field that the row uses, each for itself. */
export function judgeValues(row: RowTexts, reader: RowReader, uses: (field: FieldId) => boolean): Message[] {
  const messages: Message[] = [];
  for (const field of reader.imported) {
    const text = row.texts[field.id] ?? '';
    const special = row.special[field.id];
    if (special?.kind === 'secret') {
      if (special.weak && uses(field.id)) messages.push(message('PASSWORD_WEAK', field.id));
      continue;
    }
    if (text === '' || field.availability.user === 'key' || field.id === 'newUser' || !uses(field.id)) continue;
    if (CONTROL[field.id]?.test(text) ?? text.includes('\0'))
      messages.push(message('VALUE_INVALID', field.id, { value: text }));
    else if (special?.kind === 'error' && field.id !== 'mutationCode')
      messages.push(message('VALUE_INVALID', field.id, { value: text }));
    else if (isTooLong(field, text))
      messages.push(message('VALUE_TOO_LONG', field.id, { max: field.maxLength ?? 0, length: [...text].length }));
    else if (!fitsKind(field, text)) messages.push(message('VALUE_INVALID', field.id, { value: text }));
    else if (field.id === 'email' && !isEmailAddress(text))
      messages.push(message('EMAIL_INVALID', 'email', { value: text }));
  }
  return messages;
}

/** The values of a row; those that `judgeValues` refuses are left as they are. */
export function readWanted(row: RowTexts, reader: RowReader): WantedValues {
  let accessMask = 0;
  let access = 0;
  for (const field of ACCESS_FIELDS) {
    if (!reader.imports(field)) continue;
    const text = wanted(row, reader, field);
    const value = text === undefined ? undefined : text === '' ? false : readYesNo(text);
    if (value === undefined) continue;
    accessMask = withAccess(accessMask, field, true);
    access = withAccess(access, field, value);
  }
  const values: { -readonly [Key in keyof WantedValues]: WantedValues[Key] } = {
    accessMask,
    access,
    group: row.texts.group ?? '',
    groupDescription: row.texts.groupDescription ?? '',
    password: row.special.password?.kind === 'secret',
  };
  for (const field of IDENTITY_FIELDS) {
    const value = wanted(row, reader, field);
    if (value !== undefined) values[field] = value;
  }
  for (const field of ['person', 'siteLanguage'] as const) {
    const value = reader.imports(field) ? wanted(row, reader, field) : undefined;
    if (value !== undefined) values[field] = value;
  }
  return values;
}

/** Access after a row: the flags that it sets, and the others as they were. */
export function accessAfter(before: AccessFlags, values: WantedValues): AccessFlags {
  return (before & ~values.accessMask) | (values.access & values.accessMask);
}

/** Whether the row itself asks for OutSite. */
export function asksOutSite(values: WantedValues): boolean {
  return hasAccess(values.accessMask, 'outSite') && hasAccess(values.access, 'outSite');
}
