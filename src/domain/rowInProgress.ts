/** A row while it is worked out, and what it refers to: a new code, a person, a group. */
import type { ActSettings } from './acts.js';
import { EVERYONE } from './directory.js';
import type { FieldId } from './fields.js';
import { readUserCode, type RowIdentity } from './identifyRow.js';
import { message, type Message } from './messages.js';
import type { CodeRule } from './mutationCodes.js';
import type { RowReader, RowTexts } from './readRow.js';
import { caseKey } from './sourceRow.js';
import { usesField, type WantedValues } from './wantedValues.js';
import type { Group, Person, WorkingDirectory, WorkingUser } from './workingDirectory.js';

export interface RowInProgress {
  readonly number: number;
  readonly identity: RowIdentity;
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
}

/** A group that a row joins or leaves: as the directory has it, or undefined where the row creates it. */
export interface GroupToJoin {
  readonly code: string;
  readonly existing: Group | undefined;
}

/** What a row refers to, looked up. */
export interface References {
  /** Undefined on codes that rename nobody. */
  readonly newCode: string | undefined;
  /** Null for no person, undefined where the row leaves it as it is. */
  readonly person: Person | null | undefined;
  /** Groups that the row is about: to join, or to leave where the act says so. */
  readonly groups: readonly GroupToJoin[];
}

/** What is looked up, and what is wrong with it. */
type Judged<Value> = readonly [value: Value, messages: readonly Message[]];

/** `told` is what is said of the row's values so far. */
export function readReferences(row: RowInProgress, told: readonly Message[]): Judged<References> {
  const [newCode, ofCode] = readNewCode(row);
  const [person, ofPerson] = readPerson(row, told);
  const [groups, ofGroups] = row.reader.settings.act
    ? readGroupsOfAct(row, row.reader.settings.act)
    : readGroup(row, told);
  return [{ newCode, person, groups }, [...ofCode, ...ofPerson, ...ofGroups]];
}

const NONE = [undefined, []] as const;

function readNewCode({ texts, rule, codeKey, directory }: RowInProgress): Judged<string | undefined> {
  if (rule.act !== 'rename') return NONE;
  const { text, isFaulty, messages } = readUserCode(texts, 'newUser', directory);
  if (isFaulty) return [undefined, messages];
  if (text === '') return [undefined, [message('NEW_CODE_MISSING', 'newUser')]];
  const newKey = caseKey(text);
  const isTaken = newKey !== codeKey && directory.hasCode(newKey);
  return [text, isTaken ? [...messages, message('NEW_CODE_TAKEN', 'newUser', { user: text })] : messages];
}

/** Of a mirror that is told no persons but those that users name: it may well be there. */
const UNSEEN_PERSON = { id: 0, version: 0 } as const;

/** A person has to exist: an import never makes one (docs/rules.md, *Environments*). */
function readPerson(
  { rule, creates, values, directory, reader }: RowInProgress,
  told: readonly Message[],
): Judged<Person | null | undefined> {
  if (!usesField('person', rule, creates)) return NONE;
  const code = values.person;
  if (code === undefined || code === '')
    return [
      code === '' ? null : undefined,
      creates && reader.act?.system !== true ? [message('PERSON_MISSING', 'person')] : [],
    ];
  const person = directory.person(code);
  if (person || isRefused('person', told)) return [person, []];
  if (!directory.knowsPersons) return [{ ...UNSEEN_PERSON, environmentId: directory.target.id, code }, []];
  return [person, [message('PERSON_UNKNOWN', 'person', { value: code, environment: directory.target.code })]];
}

/** The group must exist (code 1) or is created (code 3); everybody is in Iedereen already. */
function readGroup(
  { rule, values: { group, groupDescription }, directory }: RowInProgress,
  told: readonly Message[],
): Judged<readonly GroupToJoin[]> {
  if (rule.group === 'ignored') return NO_GROUP;
  const existing = group === '' ? undefined : directory.group(group);
  const described = rule.group === 'createdIfMissing' && groupDescription !== '';
  const isUnused = described && (group === '' || (existing && existing.description !== groupDescription));
  const messages = isUnused ? [message('FIELD_IGNORED', 'groupDescription')] : [];
  if (group === '' || caseKey(group) === caseKey(EVERYONE)) return [NO_GROUP[0], messages];
  if (!existing && rule.group === 'mustExist' && directory.knowsGroups && !isRefused('group', told))
    messages.push(message('GROUP_UNKNOWN', 'group', { value: group, environment: directory.target.code }));
  return [[{ code: existing?.code ?? group, existing }], messages];
}

const NO_GROUP = [[], []] as const;

/** The groups of an act are the same for all its rows, and have to be there. */
function readGroupsOfAct(
  { rule, directory, existing, reader }: RowInProgress,
  { groups = [] }: ActSettings,
): Judged<readonly GroupToJoin[]> {
  if (rule.group === 'ignored') return NO_GROUP;
  const messages: Message[] = [];
  const found: GroupToJoin[] = [];
  for (const text of groups) {
    const group = directory.group(text);
    const code = group?.code ?? text;
    const isEveryone = caseKey(text) === caseKey(EVERYONE);
    if (isEveryone && reader.act?.leavesNamed === true)
      messages.push(message('GROUP_EVERYONE', 'group', { group: EVERYONE }));
    if (isEveryone) continue;
    if (!group && (directory.knowsGroups || reader.act?.leavesNamed === true))
      messages.push(message('GROUP_UNKNOWN', 'group', { value: text, environment: directory.target.code }));
    else if (reader.act?.leavesNamed === true && existing?.state.groups.has(caseKey(code)) === false)
      messages.push(message('NOT_IN_GROUP', 'group', { user: existing.state.code, group: code }));
    found.push({ code, existing: group });
  }
  return [found, messages];
}

/** What is wrong with the value itself is told already: that nothing has such a name is no news then. */
function isRefused(field: FieldId, told: readonly Message[]): boolean {
  return told.some((one) => one.field === field && one.level === 'error' && one.code !== 'VALUE_TOO_LONG');
}
