/**
 * One user of a run that is undone: what the run changed is put back, in every environment, unless it
 * was changed again since (docs/rules.md, *Undo*). All of the user is put back, or nothing.
 */
import { commitDrafts, nameOf } from './commitRow.js';
import { withAccess } from './directory.js';
import { Draft, groupsWithout } from './draft.js';
import { isAccessField } from './fields.js';
import { message, type Message } from './messages.js';
import type { Outcome } from './outcomes.js';
import {
  NO_GROUP_CHANGES,
  type ChangedValue,
  type FieldChange,
  type GroupChanges,
  type PlannedRow,
} from './plannedRow.js';
import { judgeSystemUsers } from './rules.js';
import { caseKey, upnKey } from './sourceRow.js';
import { NO_GROUPS, valueOf, type StateField } from './userState.js';
import type { WorkingDirectory, WorkingUser } from './workingDirectory.js';

/** What a run did to one user in one environment, net. */
export interface UserToUndo {
  readonly userId: number | null;
  readonly environment: string;
  readonly created: boolean;
  readonly fields: readonly FieldChange[];
  readonly groupsAdded: readonly string[];
  readonly groupsRemoved: readonly string[];
  readonly tokensRevoked: number;
}

/** What is true of the whole run that is undone. */
export interface UndoContext {
  readonly directory: WorkingDirectory;
  /** Whether a user gives up the code or UPN that it has now, because its own undo succeeds. */
  readonly moves: (user: WorkingUser) => boolean;
  /** Case keys of groups that the run created: they go when nobody else is in them. */
  readonly createdGroups: ReadonlySet<string>;
  /** Groups that the run removed, which come back: case key → description. */
  readonly removedGroups: ReadonlyMap<string, string>;
  /** The second pass of the run, where its UPNs still stand. */
  readonly secondPass: number | null;
}

/** Plans the undo of a target user and those that followed it. `label` names it where it cannot be found. */
export function planUndo(row: number, label: string, users: readonly UserToUndo[], context: UndoContext): PlannedRow {
  const messages: Message[] = [];
  const drafts: Draft[] = [];
  for (const undo of users) {
    const user = undo.userId === null ? undefined : context.directory.findById(undo.userId);
    if (!user) messages.push(message('UNDO_CONFLICT', 'user', { environment: undo.environment, reason: 'gone' }));
    else drafts.push(undoUser(undo, user, context, messages));
  }
  const [target] = drafts;
  const user = target?.before?.code ?? label;
  messages.push(...judgeSystemUsers(drafts), ...judgeTaken(drafts, context), ...incomplete(users));
  if (!target || messages.some((told) => told.level === 'error')) return refused(row, user, messages, target);
  return commit(row, user, target, drafts, context, messages);
}

function undoUser(undo: UserToUndo, user: WorkingUser, context: UndoContext, messages: Message[]): Draft {
  const draft = Draft.of(user);
  for (const [field, from, to] of undo.fields) {
    if (field === 'password') continue;
    const now = valueOf(user.state, field);
    if (now === from) continue;
    if (now === to) putBack(draft, field, from, context, messages);
    else messages.push(conflict(field, undo.environment, now));
  }
  // A user that the run created may have been used: it is blocked and leaves its groups, and stays.
  if (undo.created) {
    if (context.secondPass !== null && user.state.upn !== '') messages.push(upnStays(undo, user, context.secondPass));
    tellGroupsThatGo([...user.state.groups.values()], context, messages);
    draft.write({ blocked: true, groups: NO_GROUPS });
  } else putBackGroups(draft, undo, context, messages);
  return draft;
}

function conflict(field: StateField, environment: string, now: ChangedValue): Message {
  const shown = field === 'blocked' ? null : field;
  return message('UNDO_CONFLICT', shown, { environment, reason: 'changed', now: now === null ? '' : String(now) });
}

function putBack(
  draft: Draft,
  field: StateField,
  value: ChangedValue,
  { directory }: UndoContext,
  messages: Message[],
): void {
  if (field === 'user') draft.write({ code: String(value) });
  else if (isAccessField(field)) draft.write({ access: withAccess(draft.after.access, field, value === true) });
  else if (field === 'person') {
    const person = value === null ? null : directory.person(String(value));
    if (person === undefined)
      messages.push(
        message('UNDO_CONFLICT', 'person', { environment: draft.environment, reason: 'person', now: String(value) }),
      );
    else draft.write({ personId: person?.id ?? null, person: person?.code ?? null });
  } else draft.write({ [field]: value });
}

/** A user that the run created got its UPN of the second pass, which is a run of its own. */
function upnStays({ environment }: UserToUndo, { state }: WorkingUser, run: number): Message {
  return message('UNDO_INCOMPLETE', 'upn', { what: 'upn', environments: environment, upn: state.upn, run, count: 1 });
}

/** A group that the run created goes with its last user. */
function tellGroupsThatGo(groups: readonly string[], { createdGroups }: UndoContext, messages: Message[]): void {
  for (const group of groups)
    if (createdGroups.has(caseKey(group))) messages.push(message('UNDO_GROUP', 'group', { group }));
}

function putBackGroups(draft: Draft, undo: UserToUndo, context: UndoContext, messages: Message[]): void {
  const { directory, removedGroups } = context;
  if (undo.groupsAdded.length + undo.groupsRemoved.length === 0) return;
  const groups = new Map(draft.after.groups);
  for (const code of undo.groupsAdded) groups.delete(caseKey(code));
  tellGroupsThatGo(undo.groupsAdded, context, messages);
  for (const code of undo.groupsRemoved) {
    if (directory.group(code) || removedGroups.has(caseKey(code))) groups.set(caseKey(code), code);
    else
      messages.push(message('UNDO_CONFLICT', 'group', { environment: draft.environment, reason: 'group', now: code }));
  }
  draft.write({ groups });
}

/** Codes and UPNs that go back to a user must be free by then. */
function judgeTaken(drafts: readonly Draft[], { directory, moves }: UndoContext): Message[] {
  const own = new Set(drafts.map((draft) => draft.user));
  const stays = (other: WorkingUser): boolean => !own.has(other) && !moves(other);
  const messages: Message[] = [];
  for (const draft of drafts) {
    const { code, upn } = draft.after;
    if (draft.renames && directory.usersWithCode(caseKey(code)).some(stays))
      messages.push(message('NEW_CODE_TAKEN', 'newUser', { user: code }));
    if (upn === '' || upn === draft.before?.upn) continue;
    const holder = directory
      .usersWithUpn(upnKey(upn))
      .find((other) => stays(other) && caseKey(other.state.code) !== caseKey(code));
    if (holder)
      messages.push(
        message('UPN_TAKEN', 'upn', { upn, holder: holder.state.code, environment: holder.environment.code }),
      );
    const [leftover] = directory.leftoversWithUpn(upnKey(upn));
    if (leftover)
      messages.push(message('UPN_LEFTOVER', 'upn', { upn, holder: leftover.user, environment: leftover.environment }));
  }
  return messages;
}

/** Removed tokens and old passwords do not come back, and the plan says so. */
function incomplete(users: readonly UserToUndo[]): Message[] {
  const passwords = users.filter((user) => user.fields.some(([field]) => field === 'password'));
  const tokens = users.filter((user) => user.tokensRevoked > 0);
  const namesOf = (list: readonly UserToUndo[]): string => list.map((user) => user.environment).join(', ');
  return [
    ...(passwords.length > 0
      ? [message('UNDO_INCOMPLETE', 'password', { what: 'password', environments: namesOf(passwords), count: 1 })]
      : []),
    ...(tokens.length > 0
      ? [
          message('UNDO_INCOMPLETE', null, {
            what: 'tokens',
            environments: namesOf(tokens),
            count: tokens.reduce((sum, user) => sum + user.tokensRevoked, 0),
          }),
        ]
      : []),
  ];
}

function refused(row: number, user: string, messages: readonly Message[], target: Draft | undefined): PlannedRow {
  return {
    row,
    user,
    name: target?.before?.description ?? '',
    code: null,
    codeDefaulted: false,
    outcome: 'rejected',
    changes: [],
    groups: NO_GROUP_CHANGES,
    tokensRevoked: 0,
    messages,
    planUser: null,
    dependsOn: {},
  };
}

function commit(
  row: number,
  user: string,
  target: Draft,
  drafts: readonly Draft[],
  context: UndoContext,
  messages: readonly Message[],
): PlannedRow {
  const { directory } = context;
  const changes = drafts.map((draft) => draft.changes()).filter((change) => change.fields.length > 0);
  const groups = groupChanges(target, context);
  const linked = [...directory.usersWithCode(caseKey(target.before?.code ?? ''))];
  const { tokensRevoked } = commitDrafts(directory, drafts, row);
  const touched = drafts.flatMap((draft) => (draft.user && draft !== target ? [draft.user] : []));
  if (target.user)
    directory.trackDependency(
      target.user,
      [...new Set([...touched, ...linked])].filter((other) => other !== target.user),
    );
  const outcome = outcomeOf(target, drafts, changes.length > 0 || groups !== NO_GROUP_CHANGES);
  return {
    row,
    user,
    name: nameOf(target),
    code: null,
    codeDefaulted: false,
    outcome,
    changes,
    groups,
    tokensRevoked,
    messages,
    planUser: target.user?.planId ?? null,
    dependsOn: {},
  };
}

function groupChanges(target: Draft, { directory, removedGroups }: UndoContext): GroupChanges {
  const before = target.before?.groups ?? NO_GROUPS;
  const added = groupsWithout(target.after.groups, before);
  const removed = groupsWithout(before, target.after.groups);
  const created = added.filter((code) => !directory.group(code));
  for (const code of created) directory.createGroup(code, removedGroups.get(caseKey(code)) ?? '');
  return added.length + removed.length === 0 ? NO_GROUP_CHANGES : { added, removed, created };
}

function outcomeOf(target: Draft, drafts: readonly Draft[], anyChange: boolean): Outcome {
  if (!anyChange) return 'unchanged';
  if (drafts.some((draft) => draft.renames)) return 'rename';
  const before = target.before?.blocked ?? false;
  if (before !== target.after.blocked) return target.after.blocked ? 'block' : 'unblock';
  return 'update';
}
