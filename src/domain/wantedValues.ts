/** What a row wants to write: its texts as typed values, with everything that is wrong with them. */
import { hasAccess, withAccess, type AccessFlags } from './directory.js';
import { ACCESS_FIELDS, IDENTITY_FIELDS, isIdentityField, type CatalogueField, type FieldId } from './fields.js';
import { isGroupList } from './groupList.js';
import { judgeText } from './judgeText.js';
import { message, type Message } from './messages.js';
import type { CodeRule } from './mutationCodes.js';
import type { RowReader, RowTexts } from './readRow.js';
import { readYesNo } from './readValue.js';
import type { SecretCell } from './sourceRow.js';
import type { UserState } from './userState.js';
import type { WorkingDirectory } from './workingDirectory.js';

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

/** Notices for what is filled in on a code that does not use it (docs/rules.md, *Mutation codes*). */
export function ignoredFields(row: RowTexts, reader: RowReader, rule: CodeRule, creates: boolean): Message[] {
  const messages: Message[] = [];
  for (const { id } of reader.fromColumns) {
    const filled = (row.texts[id] ?? '') !== '' || (id === 'password' && row.secret !== undefined);
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

/** What the judging of values takes from the directory. */
export interface Surroundings {
  readonly directory: WorkingDirectory;
  readonly rule: CodeRule | undefined;
  /** The user as it is in the target environment. */
  readonly before: UserState | undefined;
}

/** Judges the value of every field that the row uses, each for itself; user codes are judged where they are read. */
export function judgeValues(
  row: RowTexts,
  reader: RowReader,
  surroundings: Surroundings,
  uses: (field: FieldId) => boolean,
): Message[] {
  const messages: Message[] = [];
  for (const field of reader.imported) {
    const text = row.texts[field.id] ?? '';
    if (field.id === 'password') {
      if (row.secret?.weak === true && uses(field.id)) messages.push(judgeSecret(row.secret));
      else if (text !== '' && uses(field.id)) messages.push(message('VALUE_INVALID', field.id));
    } else if (text !== '' && !JUDGED_WHERE_READ.has(field.id) && uses(field.id))
      messages.push(...judgeField(field, text, row, surroundings));
  }
  return messages;
}

const JUDGED_WHERE_READ: ReadonlySet<FieldId> = new Set(['user', 'newUser', 'mutationCode']);

function judgeField(field: CatalogueField, text: string, row: RowTexts, surroundings: Surroundings): Message[] {
  const { directory, rule, before } = surroundings;
  const kind = row.kinds[field.id];
  if (field.id === 'group' && kind !== 'typed' && isNewList(text, directory)) {
    const params = { value: text, environment: directory.target.code, list: 1 };
    return [message(rule?.group === 'mustExist' ? 'GROUP_UNKNOWN' : 'GROUP_LIST', 'group', params)];
  }
  const isHeld = isIdentityField(field.id) && before?.[field.id] === text;
  const { participant } = directory.target;
  return judgeText(field, text, { participant, kind, isHeld, isSomebodys: (id, code) => directory.names(id, code) });
}

function isNewList(text: string, directory: WorkingDirectory): boolean {
  return directory.group(text) === undefined && isGroupList(text, (group) => directory.group(group) !== undefined);
}

/** A password is told without its value. */
function judgeSecret({ fault }: SecretCell): Message {
  if (fault === 'kind') return message('VALUE_INVALID', 'password');
  if (fault === 'damaged') return message('TEXT_DAMAGED', 'password');
  return message(fault === 'hidden' ? 'VALUE_HIDDEN' : 'PASSWORD_WEAK', 'password');
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
    password: row.secret !== undefined,
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
