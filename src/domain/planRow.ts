/**
 * One row against the directory as the rows before it left it: the only place that decides what a row
 * does. A row is done as a whole, in every environment that it reaches, or rejected as a whole.
 */
import { accessToFlags, EVERYONE } from './directory.js';
import { Draft, groupsWithout, type Writes } from './draft.js';
import { writeSynced } from './environmentSync.js';
import type { NewUserDefaults } from './fields.js';
import { identifyRow, readUserCode, type RowIdentity } from './identifyRow.js';
import { message, type Message } from './messages.js';
import type { CodeRule } from './mutationCodes.js';
import type { Outcome } from './outcomes.js';
import { NO_GROUP_CHANGES, type GroupChanges, type PlannedRow } from './plannedRow.js';
import type { RowReader, RowTexts } from './readRow.js';
import * as rules from './rules.js';
import { caseKey, type SourceRow } from './sourceRow.js';
import { lookOf } from './userCode.js';
import { accessAfter, asksOutSite, ignoredFields, judgeValues, readWanted, usesField, type WantedValues } from './wantedValues.js';
import type { Group, Person, UserState, WorkingDirectory, WorkingUser } from './workingDirectory.js';

/**
 * Plans one row, of which `texts` is what the reader made, and leaves the working directory as the row leaves it; a rejected row leaves it alone.
 * Deterministic: the same row, settings and directory give the same answer.
 */
export function planRow(source: SourceRow, texts: RowTexts, reader: RowReader, directory: WorkingDirectory): PlannedRow {
  const { type, defaults } = reader.settings;
  const identity = identifyRow(texts, type, directory.target.participant);
  if (source.shape) return rejected(source.row, identity, [message('ROW_SHAPE', null, source.shape)]);

  const { rule, isReadable } = identity;
  const codeKey = caseKey(identity.user);
  const existing = isReadable ? directory.findTarget(codeKey) : undefined;
  const linked = isReadable ? directory.findLinked(codeKey) : [];
  const creates = isReadable && !existing && rule?.creates === true;
  const target = existing ? Draft.of(existing) : draftNewUser(identity.user, directory, defaults);
  const drafts = [target, ...linked.map((user) => Draft.of(user))];
  const messages = [...identity.messages, ...judgeValues(texts, reader, (field) => !rule || usesField(field, rule, creates))];
  messages.push(...rules.judgeSystemUsers(drafts));
  if (!rule) return rejected(source.row, identity, messages);

  const row: RowInProgress = { texts, reader, rule, codeKey, existing, directory, values: readWanted(texts, reader), messages };
  const newCode = readNewCode(row);
  const person = readPerson(row, creates);
  const group = readGroup(row);
  const password = row.values.password && usesField('password', rule, creates);
  if (rule.ownField === 'password' && !password) messages.push(message('PASSWORD_MISSING', 'password'));
  if (!isReadable) return rejected(source.row, identity, messages);
  if (!existing && !creates) {
    messages.push(message('USER_UNKNOWN', 'user', { user: identity.user, environment: directory.target.code }));
    messages.push(...rules.judgeUpn(row.values.upn ?? '', codeKey, drafts, directory));
    return rejected(source.row, identity, messages);
  }

  const upnWaits = existing?.createdHere ?? true;
  const { description, email, upn } = row.values;
  for (const draft of drafts) writeSynced(draft, { code: newCode, description, email, upn: upnWaits ? undefined : upn, password });
  target.write(ownWrites(row, target, creates, person, group.joins));
  judge(row, drafts, creates);
  if (messages.some((told) => told.level === 'error')) return rejected(source.row, identity, messages);

  const upnDeferred = upnWaits && upn !== undefined && upn !== '';
  if (upnDeferred) messages.push(message('UPN_DEFERRED', 'upn', { upn }));
  messages.push(...rules.clearedIdentity(drafts, (field) => reader.imports(field)));
  return commit(source.row, identity, row, drafts, group, person ?? null, upnWaits ? upn : undefined);
}

interface RowInProgress {
  readonly texts: RowTexts;
  readonly reader: RowReader;
  readonly rule: CodeRule;
  readonly codeKey: string;
  readonly existing: WorkingUser | undefined;
  readonly directory: WorkingDirectory;
  readonly values: WantedValues;
  /** Grows as the row is judged. */
  readonly messages: Message[];
}

/** A row that the administrator left out: it shows who it is about, and does nothing. */
export function excludeRow(source: SourceRow, texts: RowTexts, reader: RowReader, directory: WorkingDirectory): PlannedRow {
  const identity = identifyRow(texts, reader.settings.type, directory.target.participant);
  return { ...rejected(source.row, identity, []), outcome: 'excluded' };
}

function draftNewUser(code: string, directory: WorkingDirectory, defaults: NewUserDefaults): Draft {
  const state: UserState = {
    code,
    description: '',
    email: '',
    upn: '',
    personId: null,
    person: null,
    blocked: false,
    access: accessToFlags(defaults),
    siteLanguage: defaults.siteLanguage,
    groups: new Map(),
  };
  return new Draft(null, directory.target.code, null, state);
}

/** The new code of a rename, judged; undefined on other codes. */
function readNewCode({ texts, rule, codeKey, directory, messages }: RowInProgress): string | undefined {
  if (rule.ownField !== 'newUser') return undefined;
  const read = readUserCode(texts, 'newUser', directory.target.participant);
  messages.push(...read.messages);
  if (read.text === '') messages.push(message('NEW_CODE_MISSING', 'newUser'));
  const newKey = caseKey(read.text);
  if (read.text !== '' && newKey !== codeKey && directory.hasCode(newKey)) {
    messages.push(message('NEW_CODE_TAKEN', 'newUser', { user: read.text }));
  }
  return read.text === '' ? undefined : read.text;
}

/** The person to link to: null for none, undefined to leave it. An import never creates one (manual). */
function readPerson({ rule, values, directory, messages }: RowInProgress, creates: boolean): Person | null | undefined {
  if (!usesField('person', rule, creates)) return undefined;
  if (values.person === undefined || values.person === '') {
    if (creates) messages.push(message('PERSON_MISSING', 'person'));
    return values.person === '' ? null : undefined;
  }
  const person = directory.person(values.person);
  if (!person) messages.push(message('PERSON_UNKNOWN', 'person', { value: values.person, environment: directory.target.code }));
  return person;
}

interface GroupToJoin {
  /** The group of the row, where it has one and its code uses it. */
  readonly joins: { readonly code: string; readonly existing: Group | undefined } | undefined;
}

function readGroup({ rule, values, directory, messages }: RowInProgress): GroupToJoin {
  if (rule.group === 'ignored' || values.group === '') {
    if (rule.group === 'createdIfMissing' && values.groupDescription !== '') messages.push(message('FIELD_IGNORED', 'groupDescription'));
    return { joins: undefined };
  }
  const existing = directory.group(values.group);
  const everyone = caseKey(values.group) === caseKey(EVERYONE);
  if (!existing && !everyone && rule.group === 'mustExist') {
    messages.push(message('GROUP_UNKNOWN', 'group', { value: values.group, environment: directory.target.code }));
  }
  if (existing && values.groupDescription !== '' && rule.group === 'createdIfMissing' && existing.description !== values.groupDescription) {
    messages.push(message('FIELD_IGNORED', 'groupDescription'));
  }
  return { joins: everyone ? undefined : { code: existing?.code ?? values.group, existing } };
}

/** What the row writes in the target environment alone: block state, groups, access, person, language. */
function ownWrites(row: RowInProgress, target: Draft, creates: boolean, person: Person | null | undefined, joins: GroupToJoin['joins']): Writes {
  const { rule, values } = row;
  const before = target.after;
  const writes: Writes = {};
  if (creates || rule.writesFields) {
    const access = accessAfter(before.access, values);
    if (access !== before.access) writes.access = access;
    if (values.siteLanguage !== undefined) writes.siteLanguage = values.siteLanguage;
    if (person !== undefined) Object.assign(writes, { personId: person?.id ?? null, person: person?.code ?? null });
  }
  const blocked = creates ? rule.createdBlocked : rule.blocked;
  if (blocked !== null) writes.blocked = blocked;
  if (rule.leavesGroups && before.groups.size > 0) writes.groups = new Map();
  if (joins && !before.groups.has(caseKey(joins.code))) writes.groups = new Map(before.groups).set(caseKey(joins.code), joins.code);
  return writes;
}

/** The rules on what the row would leave behind, in every environment. */
function judge(row: RowInProgress, drafts: readonly [Draft, ...Draft[]] | Draft[], creates: boolean): void {
  const { messages, directory, values } = row;
  const [target] = drafts;
  if (!target) return;
  if (creates && target.after.description === '') messages.push(message('DESCRIPTION_MISSING', 'description'));
  messages.push(...rules.judgeAtSign(target, drafts));
  if (creates || target.renames) messages.push(...rules.judgeLookalike(target.after.code, directory));
  messages.push(...rules.judgeUpn(values.upn ?? '', row.codeKey, drafts, directory));
  const asked = (creates || row.rule.writesFields) && asksOutSite(values);
  messages.push(...rules.judgeOutSite(drafts, asked));
  messages.push(...ignoredFields(row.texts, row.reader, row.rule, creates));
}

function rejected(row: number, identity: RowIdentity, messages: readonly Message[]): PlannedRow {
  const { user, code, codeDefaulted } = identity;
  return { row, user, code, codeDefaulted, outcome: 'rejected', changes: [], groups: NO_GROUP_CHANGES, tokensRevoked: 0, messages, planUser: null, reliesOn: {} };
}

/** The row is done: the working directory changes, and what changed is written down. */
function commit(
  rowNumber: number,
  identity: RowIdentity,
  row: RowInProgress,
  drafts: readonly Draft[],
  { joins }: GroupToJoin,
  person: Person | null,
  deferredUpn: string | undefined,
): PlannedRow {
  const { directory } = row;
  const changes = drafts.map((draft) => draft.changes()).filter((change) => change.fields.length > 0);
  const groups = commitGroups(row, drafts, joins);
  let tokensRevoked = 0;
  const users = drafts.map((draft) => {
    const user = draft.user ?? directory.addCreated(draft.after, lookOf(draft.after.code));
    if (draft.renames) {
      tokensRevoked += user.tokens;
      user.tokensRevoked += user.tokens;
      user.tokens = 0;
    }
    if (draft.password) user.passwordRow = rowNumber;
    if (draft.after !== user.state || draft.password) directory.change(user, draft.after, draft.renames ? lookOf(draft.after.code) : undefined);
    return user;
  });
  const [target, ...linked] = users;
  if (!target) throw new Error('a row without a target');
  directory.rely(target, linked);
  if (deferredUpn !== undefined && target.deferredUpn !== deferredUpn) directory.defer(target, deferredUpn);
  const { user, code, codeDefaulted } = identity;
  const anyChange = changes.length > 0 || groups !== NO_GROUP_CHANGES;
  const joined = joins?.existing;
  return {
    row: rowNumber,
    user,
    code,
    codeDefaulted,
    outcome: outcomeOf(row, drafts, anyChange),
    changes,
    groups,
    tokensRevoked,
    messages: row.messages,
    planUser: target.planId,
    reliesOn: {
      ...(person && { person: { id: person.id, version: person.version } }),
      ...(joins && { group: { id: joined?.id ?? null, version: joined?.version ?? 0, code: joins.code } }),
    },
  };
}

function commitGroups(row: RowInProgress, drafts: readonly Draft[], joins: GroupToJoin['joins']): GroupChanges {
  const target = drafts[0];
  if (!target) return NO_GROUP_CHANGES;
  const before = target.before?.groups ?? new Map<string, string>();
  const added = groupsWithout(target.after.groups, before);
  const removed = groupsWithout(before, target.after.groups);
  const created = joins && !joins.existing ? [row.directory.createGroup(joins.code, row.values.groupDescription).code] : [];
  return added.length + removed.length + created.length === 0 ? NO_GROUP_CHANGES : { added, removed, created };
}

/** Names what the row comes to (SPEC 6, Outcomes). */
function outcomeOf({ rule }: RowInProgress, drafts: readonly Draft[], anyChange: boolean): Outcome {
  const target = drafts[0];
  if (!target?.before) return 'create';
  if (!anyChange) return 'unchanged';
  const acted =
    rule.blocked !== null
      ? target.before.blocked !== target.after.blocked
      : rule.ownField === 'newUser'
        ? drafts.some((draft) => draft.renames)
        : true;
  return acted ? rule.act : 'update';
}
