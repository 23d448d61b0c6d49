/** A row while it is worked out, and what it refers to: a new code, a person, a group. */
import { EVERYONE } from './directory.js';
import type { FieldId } from './fields.js';
import { readUserCode } from './identifyRow.js';
import { message, type Message } from './messages.js';
import type { CodeRule } from './mutationCodes.js';
import type { RowReader, RowTexts } from './readRow.js';
import { caseKey } from './sourceRow.js';
import { usesField, type WantedValues } from './wantedValues.js';
import type { Group, Person, WorkingDirectory, WorkingUser } from './workingDirectory.js';

export interface RowInProgress {
  readonly texts: RowTexts;
  readonly reader: RowReader;
  readonly rule: CodeRule;
  /** What the user is found by. */
  readonly codeKey: string;
  /** The user in the target environment, if it exists. */
  readonly existing: WorkingUser | undefined;
  /** Whether the row creates the user. */
  readonly creates: boolean;
  readonly directory: WorkingDirectory;
  readonly values: WantedValues;
  /** Grows as the row is judged. */
  readonly messages: Message[];
}

/** The group that a row joins: as the directory has it, or undefined where the row creates it. */
export interface GroupToJoin {
  readonly code: string;
  readonly existing: Group | undefined;
}

/** What a row refers to, looked up and judged. */
export interface References {
  /** Undefined on codes that rename nobody. */
  readonly newCode: string | undefined;
  /** Null for no person, undefined where the row leaves it as it is. */
  readonly person: Person | null | undefined;
  readonly group: GroupToJoin | undefined;
}

export function readReferences(row: RowInProgress): References {
  return { newCode: readNewCode(row), person: readPerson(row), group: readGroup(row) };
}

function readNewCode({ texts, rule, codeKey, directory, messages }: RowInProgress): string | undefined {
  if (rule.ownField !== 'newUser') return undefined;
  const { text, isFaulty, messages: judged } = readUserCode(texts, 'newUser', directory);
  messages.push(...judged);
  if (isFaulty) return undefined;
  if (text === '') {
    messages.push(message('NEW_CODE_MISSING', 'newUser'));
    return undefined;
  }
  const newKey = caseKey(text);
  if (newKey !== codeKey && directory.hasCode(newKey))
    messages.push(message('NEW_CODE_TAKEN', 'newUser', { user: text }));
  return text;
}

/** A person has to exist: an import never makes one (docs/rules.md, *Environments*). */
function readPerson({ rule, creates, values, directory, messages }: RowInProgress): Person | null | undefined {
  if (!usesField('person', rule, creates)) return undefined;
  if (values.person === undefined || values.person === '') {
    if (creates) messages.push(message('PERSON_MISSING', 'person'));
    return values.person === '' ? null : undefined;
  }
  const person = directory.person(values.person);
  if (!person && !isRefused('person', messages))
    messages.push(message('PERSON_UNKNOWN', 'person', { value: values.person, environment: directory.target.code }));
  return person;
}

/** The group must exist (code 1) or is created (code 3); everybody is in Iedereen already. */
function readGroup({ rule, values, directory, messages }: RowInProgress): GroupToJoin | undefined {
  if (rule.group === 'ignored') return undefined;
  const existing = values.group === '' ? undefined : directory.group(values.group);
  const described = rule.group === 'createdIfMissing' && values.groupDescription !== '';
  if (described && (values.group === '' || (existing && existing.description !== values.groupDescription))) {
    messages.push(message('FIELD_IGNORED', 'groupDescription'));
  }
  if (values.group === '' || caseKey(values.group) === caseKey(EVERYONE)) return undefined;
  if (!existing && rule.group === 'mustExist' && !isRefused('group', messages)) {
    messages.push(message('GROUP_UNKNOWN', 'group', { value: values.group, environment: directory.target.code }));
  }
  return { code: existing?.code ?? values.group, existing };
}

/** What is wrong with the value itself is told already: that nothing has such a name is no news then. */
function isRefused(field: FieldId, messages: readonly Message[]): boolean {
  return messages.some((told) => told.field === field && told.level === 'error' && told.code !== 'VALUE_TOO_LONG');
}
