/**
 * One row against the directory as the rows before it left it: the only place that decides what a row
 * does. A row is done as a whole, in every environment that it reaches, or rejected as a whole.
 */
import { groupWrites, judgeAct, newUser, withUpnOf } from './actOnRow.js';
import { commitRow, rejectedRow, type Drafts } from './commitRow.js';
import { Draft, type Writes } from './draft.js';
import { OWN_TEXT_FIELDS, SYNCED_TEXT_FIELDS, type FieldId } from './fields.js';
import { identifyRow, targetOf } from './identifyRow.js';
import type { RowKind } from './kinds/kind.js';
import { judgeDoneRow, withChecks } from './judgeChecks.js';
import { judgeProtected, restsOnProtection } from './judgeProtected.js';
import { message, NO_MESSAGES, type Message } from './messages.js';
import type { PlannedRow } from './plannedRow.js';
import type { RowReader, RowTexts } from './readRow.js';
import { readReferences, type References, type RowInProgress } from './rowInProgress.js';
import * as rules from './rules.js';
import { caseKey, type SourceRow } from './sourceRow.js';
import { isUnknown, unknownAfter } from './unknown.js';
import { NO_GROUPS, type UserState } from './userState.js';
import { accessAfter, ignoredFields, judgeValues, readWanted, usesField } from './wantedValues.js';
import type { WorkingDirectory, WorkingUser } from './workingDirectory.js';

/**
 * Plans one row, of which `texts` is what the reader made, and leaves the working directory as the row
 * leaves it; a rejected row leaves it alone. Deterministic: the same row, settings and directory give the
 * same answer.
 */
export function planRow(
  source: SourceRow,
  texts: RowTexts,
  reader: RowReader,
  directory: WorkingDirectory,
): PlannedRow {
  const worked = workOut(source, texts, reader, directory);
  const planned = texts.faults ? { ...worked, messages: withoutSequels(worked.messages, texts.faults) } : worked;
  return reader.checks.length === 0 ? planned : withChecks(planned, source, reader, directory);
}

/** Of a value that could not be made, nothing else is wrong. */
function withoutSequels(messages: readonly Message[], faults: readonly Message[]): readonly Message[] {
  return messages.filter((told) => faults.includes(told) || !faults.some(({ field }) => field === told.field));
}

function workOut(source: SourceRow, texts: RowTexts, reader: RowReader, directory: WorkingDirectory): PlannedRow {
  const number = source.row;
  const identity = identifyRow(texts, reader, directory);
  if (source.repeatsHeader !== undefined)
    return rejectedRow(number, identity, [message('HEADER_REPEATED', null, { header: source.repeatsHeader })]);
  if (source.shape) return rejectedRow(number, identity, [message('ROW_SHAPE', null, source.shape)]);

  const { rule, isReadable } = identity;
  const codeKey = caseKey(identity.user);
  const existing = targetOf(identity, directory);
  const name = nameIn(texts, existing);
  const linked = isReadable ? directory.findLinked(codeKey).map((user) => Draft.of(user)) : [];
  const isGone = isReadable && !existing && directory.isGone(codeKey);
  const creates = isReadable && !existing && !isGone && rule?.creates === true && reader.settings.onlyExisting !== true;
  const target = existing
    ? Draft.of(existing)
    : new Draft(null, directory.target.code, null, newUser(identity.user, reader, linked[0]));
  const drafts: Drafts = [target, ...linked];
  const isUsed = (field: FieldId): boolean => !rule || usesField(field, rule, creates);
  const surroundings = { directory, rule, before: existing?.state };
  const messages = [
    ...identity.messages,
    ...faultsOf(texts, isUsed),
    ...judgeValues(texts, reader, surroundings, isUsed),
    ...(reader.act?.reachesSystem === true ? [] : rules.judgeSystemUsers(drafts)),
    ...judgeAct(reader, target, identity.user),
  ];
  if (!rule) return rejectedRow(number, identity, messages, name);

  const values = withUpnOf(linked[0], readWanted(texts, reader), reader);
  const row: RowInProgress = { number, identity, texts, reader, rule, codeKey, existing, creates, directory, values };
  const [references, ofReferences] = readReferences(row, messages);
  messages.push(...ofReferences, ...judgePassword(row));
  if (!isReadable) return rejectedRow(number, identity, messages, name);
  if (isGone) {
    messages.push(message('USER_GONE', 'user', { user: identity.user, environment: directory.target.code }));
    return rejectedRow(number, identity, messages, name);
  }
  if (!existing && !creates) {
    messages.push(message('USER_UNKNOWN', 'user', { user: identity.user, environment: directory.target.code }));
    messages.push(...rules.judgeUpn(values.texts.upn ?? '', codeKey, drafts, directory));
    return rejectedRow(number, identity, messages, name);
  }

  const synced = syncedWrites(row, references);
  const password = givesPassword(row);
  for (const draft of drafts) {
    draft.write(synced);
    if (password) draft.password = true;
  }
  target.write(ownWrites(row, target.after, references));
  messages.push(...judge(row, drafts));
  if (hasError(messages)) return rejectedRow(number, identity, messages, name);

  const deferredUpn = upnWaits(row) ? values.texts.upn : undefined;
  messages.push(...notes(row, drafts, deferredUpn));
  messages.push(...judgeDoneRow(row, source, drafts, messages));
  if (hasError(messages)) return rejectedRow(number, identity, messages, name);
  const ownOnly =
    !creates &&
    !password &&
    Object.keys(synced).length === 0 &&
    values.access.outSite !== true &&
    !restsOnProtection(target, directory);
  const planned = commitRow(row, drafts, references, { messages, deferredUpn, ownOnly });
  const unseen = unseenBy(row, target.before, references);
  return unseen ? { ...planned, unseen } : planned;
}

/** Why values could not be made of what the file has, of the fields that count. */
function faultsOf({ faults }: RowTexts, isUsed: (field: FieldId) => boolean): readonly Message[] {
  return faults?.filter(({ field }) => field !== null && isUsed(field)) ?? NO_MESSAGES;
}

/** What the rules would have looked at, and a mirror does not know. */
function unseenBy(
  { directory, rule, reader }: RowInProgress,
  before: UserState | null,
  { person, groups }: References,
): PlannedRow['unseen'] | undefined {
  if (directory.target.mirror === undefined) return undefined;
  const { unknown, blocked } = before ?? { unknown: 0, blocked: true };
  const isActive = !blocked || isUnknown(unknown, 'blocked');
  const system = reader.act?.reachesSystem !== true && isUnknown(unknown, 'system');
  const administers = rule.blocked === true && isActive && isUnknown(unknown, 'portalAdmin');
  const missing = rule.group === 'mustExist' ? groups.filter(({ existing: found }) => !found) : [];
  const isUnseen = person?.id === 0;
  if (!system && !administers && missing.length === 0 && !isUnseen) return undefined;
  return {
    system,
    groups: missing.map(({ code }) => code),
    ...(administers && { administers }),
    ...(isUnseen && { person: person.code }),
  };
}

/** A row that the administrator left out: it shows who it is about, does nothing, and is remembered for the kind that it was. */
export function excludeRow(
  source: SourceRow,
  texts: RowTexts,
  reader: RowReader,
  directory: WorkingDirectory,
  was?: RowKind,
): PlannedRow {
  const identity = identifyRow(texts, reader, directory);
  const existing = targetOf(identity, directory);
  const row = rejectedRow(source.row, identity, [], nameIn(texts, existing));
  return { ...row, outcome: 'excluded', ...(was && { leftOut: was }) };
}

/** Who a row that does nothing is about: the user that there is, or else what the row calls it. */
function nameIn({ texts }: RowTexts, existing: WorkingUser | undefined): string {
  return existing?.state.description || (texts.description ?? '');
}

function hasError(messages: readonly Message[]): boolean {
  return messages.some((told) => told.level === 'error');
}

/** Whether the row gives the user the password that it holds. */
function givesPassword({ values, rule, creates }: RowInProgress): boolean {
  return values.password && usesField('password', rule, creates);
}

function judgePassword(row: RowInProgress): Message[] {
  return row.rule.act === 'password' && !givesPassword(row) ? [message('PASSWORD_MISSING', 'password')] : [];
}

/** A user that this import creates gets no UPN yet, whichever of its rows carries it (docs/rules.md, *Second pass*). */
const upnWaits = ({ existing }: RowInProgress): boolean => existing?.createdHere ?? true;

/**
 * What the row writes in the target environment and to the linked users: those with the same code in the other
 * live environments of the same type (docs/rules.md, *Sync*). A test environment never reaches production.
 */
function syncedWrites(row: RowInProgress, { newCode }: References): Writes {
  const writes: Writes = newCode === undefined ? {} : { code: newCode };
  for (const field of SYNCED_TEXT_FIELDS) {
    const value = row.values.texts[field];
    if (value === undefined || !usesField(field, row.rule, row.creates) || (field === 'upn' && upnWaits(row))) continue;
    writes[field] = value;
  }
  return writes;
}

/** What the row writes in the target environment alone: block state, groups, access, person, the other texts. */
function ownWrites(row: RowInProgress, before: UserState, { person, groups }: References): Writes {
  const { rule, creates, values, reader } = row;
  const writes: Writes = {};
  if (creates || rule.writesFields) {
    writes.access = accessAfter(before.access, values);
    if (before.unknown !== 0) writes.unknown = unknownAfter(before.unknown, Object.keys(values.access));
    for (const field of OWN_TEXT_FIELDS) {
      const value = values.texts[field];
      if (value !== undefined) writes[field] = value;
    }
    if (person !== undefined) Object.assign(writes, { personId: person?.id ?? null, person: person?.code ?? null });
  }
  const blocked = creates ? rule.createdBlocked : rule.blocked;
  if (blocked !== null) writes.blocked = blocked;
  if (reader.act && reader.act.system !== null) writes.system = reader.act.system;
  if (rule.leavesGroups && before.groups.size > 0) writes.groups = NO_GROUPS;
  if (groups.length > 0) Object.assign(writes, groupWrites(before.groups, groups, reader.act?.leavesNamed === true));
  return writes;
}

/** The rules on what the row would leave behind, in every environment. */
function judge({ directory, values, rule, creates, codeKey, texts, reader }: RowInProgress, drafts: Drafts): Message[] {
  const [target] = drafts;
  const asksOutSite = (creates || rule.writesFields) && values.access.outSite === true;
  const messages: Message[] = [...judgeProtected(drafts, directory)];
  if (creates && target.after.description === '') messages.push(message('DESCRIPTION_MISSING', 'description'));
  messages.push(...rules.judgeAtSign(target, drafts));
  if (creates || target.renames) messages.push(...rules.judgeLookalike(target.after.code, directory));
  messages.push(...rules.judgeUpn(values.texts.upn ?? '', codeKey, drafts, directory));
  messages.push(...rules.judgeOutSite(drafts, asksOutSite), ...rules.lostLetters(texts, drafts));
  messages.push(...ignoredFields(texts, reader, rule, creates));
  return messages;
}

/** What is to be known of a row that is done. */
function notes({ rule, reader }: RowInProgress, drafts: Drafts, deferredUpn: string | undefined): Message[] {
  return [
    ...(deferredUpn ? [message('UPN_DEFERRED', 'upn', { upn: deferredUpn })] : []),
    ...rules.staysBlocked(drafts[0], rule),
    ...rules.staysActive(drafts, rule),
    ...rules.clearedIdentity(drafts, (field) => reader.imports(field)),
  ];
}
