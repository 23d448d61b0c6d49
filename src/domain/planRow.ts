/**
 * One row against the directory as the rows before it left it: the only place that decides what a row
 * does. A row is done as a whole, in every environment that it reaches, or rejected as a whole.
 */
import { commitRow, rejectedRow, type Drafts } from './commitRow.js';
import { Draft, type Writes } from './draft.js';
import { syncsNothing, writeSynced, type SyncedWrites } from './environmentSync.js';
import { identifyRow } from './identifyRow.js';
import { message, type Message } from './messages.js';
import type { PlannedRow } from './plannedRow.js';
import type { RowReader, RowTexts } from './readRow.js';
import { readReferences, type References, type RowInProgress } from './rowInProgress.js';
import * as rules from './rules.js';
import { caseKey, type SourceRow } from './sourceRow.js';
import { accessAfter, asksOutSite, ignoredFields, judgeValues, readWanted, usesField } from './wantedValues.js';
import { newUserState, NO_GROUPS, type UserState } from './userState.js';
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
  const { type, defaults } = reader.settings;
  const identity = identifyRow(texts, type, directory);
  if (source.repeatsHeader !== undefined)
    return rejectedRow(source.row, identity, [message('HEADER_REPEATED', null, { header: source.repeatsHeader })]);
  if (source.shape) return rejectedRow(source.row, identity, [message('ROW_SHAPE', null, source.shape)]);

  const { rule, isReadable } = identity;
  const codeKey = caseKey(identity.user);
  const existing = isReadable ? directory.findTarget(codeKey) : undefined;
  const name = nameIn(texts, existing);
  const linked = isReadable ? directory.findLinked(codeKey).map((user) => Draft.of(user)) : [];
  const creates = isReadable && !existing && rule?.creates === true && reader.settings.onlyExisting !== true;
  const target = existing
    ? Draft.of(existing)
    : new Draft(null, directory.target.code, null, newUserState(identity.user, defaults));
  const drafts: Drafts = [target, ...linked];
  const messages = [
    ...identity.messages,
    ...judgeValues(
      texts,
      reader,
      { directory, rule, before: existing?.state },
      (field) => !rule || usesField(field, rule, creates),
    ),
  ];
  messages.push(...rules.judgeSystemUsers(drafts));
  if (!rule) return rejectedRow(source.row, identity, messages, name);

  const row: RowInProgress = {
    texts,
    reader,
    rule,
    codeKey,
    existing,
    creates,
    directory,
    values: readWanted(texts, reader),
    messages,
  };
  const references = readReferences(row);
  judgePassword(row);
  if (!isReadable) return rejectedRow(source.row, identity, messages, name);
  if (!existing && !creates) {
    messages.push(message('USER_UNKNOWN', 'user', { user: identity.user, environment: directory.target.code }));
    messages.push(...rules.judgeUpn(row.values.upn ?? '', codeKey, drafts, directory));
    return rejectedRow(source.row, identity, messages, name);
  }

  const synced = syncedBy(row, references);
  const deferredUpn = write(row, drafts, references, synced);
  judge(row, drafts);
  if (hasError(messages)) return rejectedRow(source.row, identity, messages, name);

  if (deferredUpn) messages.push(message('UPN_DEFERRED', 'upn', { upn: deferredUpn }));
  messages.push(...rules.staysBlocked(drafts[0], rule), ...rules.staysActive(drafts, rule));
  messages.push(...rules.clearedIdentity(drafts, (field) => reader.imports(field)));
  const ownOnly = !creates && syncsNothing(synced) && !asksOutSite(row.values);
  return commitRow(source.row, identity, row, drafts, references, deferredUpn, ownOnly);
}

/** A row that the administrator left out: it shows who it is about, and does nothing. */
export function excludeRow(
  source: SourceRow,
  texts: RowTexts,
  reader: RowReader,
  directory: WorkingDirectory,
): PlannedRow {
  const identity = identifyRow(texts, reader.settings.type, directory);
  const existing = identity.isReadable ? directory.findTarget(caseKey(identity.user)) : undefined;
  return { ...rejectedRow(source.row, identity, [], nameIn(texts, existing)), outcome: 'excluded' };
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

function judgePassword(row: RowInProgress): void {
  if (row.rule.ownField === 'password' && !givesPassword(row))
    row.messages.push(message('PASSWORD_MISSING', 'password'));
}

/** A user that this import creates gets no UPN yet, whichever of its rows carries it (docs/rules.md, *Second pass*). */
const upnWaits = ({ existing }: RowInProgress): boolean => existing?.createdHere ?? true;

function syncedBy(row: RowInProgress, { newCode }: References): SyncedWrites {
  const { description, email, upn } = row.values;
  return { code: newCode, description, email, upn: upnWaits(row) ? undefined : upn, password: givesPassword(row) };
}

/**
 * Writes the row to the drafts: what is synced to all of them, the rest to the target's alone. Answers the
 * UPN that has to wait.
 */
function write(row: RowInProgress, drafts: Drafts, references: References, synced: SyncedWrites): string | undefined {
  for (const draft of drafts) writeSynced(draft, synced);
  drafts[0].write(ownWrites(row, drafts[0].after, references));
  return upnWaits(row) ? row.values.upn : undefined;
}

/** What the row writes in the target environment alone: block state, groups, access, person, language. */
function ownWrites({ rule, creates, values }: RowInProgress, before: UserState, { person, group }: References): Writes {
  const writes: Writes = {};
  if (creates || rule.writesFields) {
    writes.access = accessAfter(before.access, values);
    if (values.siteLanguage !== undefined) writes.siteLanguage = values.siteLanguage;
    if (person !== undefined) Object.assign(writes, { personId: person?.id ?? null, person: person?.code ?? null });
  }
  const blocked = creates ? rule.createdBlocked : rule.blocked;
  if (blocked !== null) writes.blocked = blocked;
  if (rule.leavesGroups && before.groups.size > 0) writes.groups = NO_GROUPS;
  if (group && !before.groups.has(caseKey(group.code)))
    writes.groups = new Map(before.groups).set(caseKey(group.code), group.code);
  return writes;
}

/** The rules on what the row would leave behind, in every environment. */
function judge(
  { messages, directory, values, rule, creates, codeKey, texts, reader }: RowInProgress,
  drafts: Drafts,
): void {
  const [target] = drafts;
  if (creates && target.after.description === '') messages.push(message('DESCRIPTION_MISSING', 'description'));
  messages.push(...rules.judgeAtSign(target, drafts));
  if (creates || target.renames) messages.push(...rules.judgeLookalike(target.after.code, directory));
  messages.push(...rules.judgeUpn(values.upn ?? '', codeKey, drafts, directory));
  messages.push(...rules.judgeOutSite(drafts, (creates || rule.writesFields) && asksOutSite(values)));
  messages.push(...rules.lostLetters(texts, drafts), ...ignoredFields(texts, reader, rule, creates));
}
