/** What a row wants to write: its texts as typed values, with everything that is wrong with them. */
import { withAccess, type AccessFlags } from './directory.js';
import {
  ACCESS_FIELDS,
  isIdentityField,
  isStoredText,
  STORED_TEXT_FIELDS,
  type AccessField,
  type CatalogueField,
  type FieldId,
  type FieldKind,
  type StoredTextField,
} from './fields.js';
import { isGroupList } from './groupList.js';
import { judgeText } from './judgeText.js';
import { message, type Message } from './messages.js';
import type { CodeRule } from './mutationCodes.js';
import type { RowReader, RowTexts } from './readRow.js';
import { readYesNo } from './readValue.js';
import type { SecretCell } from './sourceRow.js';
import type { UserState } from './userState.js';
import type { WorkingDirectory } from './workingDirectory.js';

/** A value that is absent stays as it is. */
export interface WantedValues {
  /** `''` clears a text. */
  readonly texts: Readonly<Partial<Record<StoredTextField, string>>>;
  /** A code to look up; `''` for no person. */
  readonly person: string | undefined;
  readonly access: Readonly<Partial<Record<AccessField, boolean>>>;
  readonly group: string;
  readonly groupDescription: string;
  readonly password: boolean;
}

/** Whether a row with this rule uses a field, on a user that it creates or that exists. */
export function usesField(field: FieldId, { act, group, writesFields }: CodeRule, creates: boolean): boolean {
  switch (field) {
    case 'user':
    case 'mutationCode':
      return true;
    case 'newUser':
      return act === 'rename';
    case 'group':
      return group !== 'ignored';
    case 'groupDescription':
      return group === 'createdIfMissing';
    case 'password':
      return creates || writesFields || act === 'password';
    default:
      return creates || writesFields || isIdentityField(field);
  }
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
    } else if (text !== '' && !JUDGED_WHERE_READ.has(field.kind) && uses(field.id))
      messages.push(...judgeField(field, text, row, surroundings));
  }
  return messages;
}

const JUDGED_WHERE_READ: ReadonlySet<FieldKind> = new Set(['userCode', 'mutationCode']);

function judgeField(
  field: CatalogueField,
  text: string,
  row: RowTexts,
  surroundings: Surroundings,
): readonly Message[] {
  const { directory, rule, before } = surroundings;
  const kind = row.kinds[field.id];
  if (field.kind === 'groupCode' && kind !== 'typed' && isNewList(text, directory)) {
    const params = { value: text, environment: directory.target.code, list: 1 };
    return [message(rule?.group === 'mustExist' ? 'GROUP_UNKNOWN' : 'GROUP_LIST', 'group', params)];
  }
  const isHeld = isStoredText(field.id) && before?.[field.id] === text;
  const { participant } = directory.target;
  return judgeText(field, text, { participant, kind, isHeld, isSomebodys: (of, code) => directory.names(of, code) });
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
  const texts: Partial<Record<StoredTextField, string>> = {};
  for (const field of STORED_TEXT_FIELDS) {
    const text = wanted(row, reader, field);
    if (text !== undefined) texts[field] = text;
  }
  const access: Partial<Record<AccessField, boolean>> = {};
  for (const field of ACCESS_FIELDS) {
    const text = wanted(row, reader, field);
    const value = text === '' ? false : text === undefined ? undefined : readYesNo(text);
    if (value !== undefined) access[field] = value;
  }
  return {
    texts,
    person: wanted(row, reader, 'person'),
    access,
    group: row.texts.group ?? '',
    groupDescription: row.texts.groupDescription ?? '',
    password: row.secret !== undefined,
  };
}

/** The text that a field gets; undefined where it stays as it is. */
function wanted({ texts }: RowTexts, { clearedWhenEmpty }: RowReader, field: FieldId): string | undefined {
  return texts[field] || (clearedWhenEmpty.has(field) ? '' : undefined);
}

/** Access after a row: the flags that it sets, and the others as they were. */
export function accessAfter(before: AccessFlags, { access }: WantedValues): AccessFlags {
  let after = before;
  for (const field of ACCESS_FIELDS) {
    const value = access[field];
    if (value !== undefined) after = withAccess(after, field, value);
  }
  return after;
}
