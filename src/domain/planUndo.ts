/**
 * One user of a run that is undone: what the run changed is put back, in every environment, unless it
 * was changed again since (docs/rules.md, *Undo*). All of the user is put back, or nothing.
 */
import { commitDrafts, nameOf, type Drafts } from './commitRow.js';
import { groupsWithout, type Draft } from './draft.js';
import { judgeProtected } from './judgeProtected.js';
import { message, type Message } from './messages.js';
import type { Outcome } from './outcomes.js';
import { NO_GROUP_CHANGES, NOTHING_PLANNED, type GroupChanges, type PlannedRow } from './plannedRow.js';
import { judgeSystemUsers } from './rules.js';
import { caseKey, upnKey } from './sourceRow.js';
import { makeAgain, undoUser, type UndoContext, type UserToUndo } from './undoUser.js';
import { NO_GROUPS } from './userState.js';
import type { Counted, WorkingUser } from './workingDirectory.js';

/** Plans the undo of a target user and those that followed it. `label` names it where it cannot be found. */
export function planUndo(row: number, label: string, users: readonly UserToUndo[], context: UndoContext): PlannedRow {
  const undone = users.map((undo) => {
    const { userId } = undo;
    const user = userId === null ? undefined : context.directory.findById(userId);
    if (user && !undo.removed) return undoUser(undo, user, context);
    const again = undo.removed && userId !== null && !user ? makeAgain(undo, userId, context) : undefined;
    return again ?? { messages: [message('UNDO_CONFLICT', 'user', { environment: undo.environment, reason: 'gone' })] };
  });
  const drafts = undone.flatMap((one) => ('draft' in one ? [one.draft] : []));
  const messages = [
    ...undone.flatMap((one) => one.messages),
    ...(context.reachesSystem ? [] : judgeSystemUsers(drafts)),
    ...judgeProtected(drafts, context.directory),
    ...judgeTaken(drafts, context),
    ...incomplete(users),
  ];
  const [target] = drafts;
  const user = (target?.before ?? target?.after)?.code ?? label;
  if (target && messages.every(({ level }) => level !== 'error'))
    return commit(row, user, [target, ...drafts.slice(1)], users, context, messages);
  return { ...NOTHING_PLANNED, row, user, name: target?.before?.description ?? '', outcome: 'rejected', messages };
}

/** Codes and UPNs that go back to a user must be free by then. */
function judgeTaken(drafts: readonly Draft[], { directory, moves }: UndoContext): Message[] {
  const own = new Set(drafts.map((draft) => draft.user));
  const stays = (other: WorkingUser): boolean => !own.has(other) && !moves(other);
  const messages: Message[] = [];
  for (const draft of drafts) {
    const { code, upn } = draft.after;
    const others = directory.usersWithCode(caseKey(code)).filter(stays);
    const here = others.some(({ environment }) => environment.code === draft.environment);
    if (draft.comesBack ? here : draft.renames && others.length > 0)
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
  const forgotten = users.filter(({ removed }) => removed);
  const passwords = users.filter(({ removed, fields }) => !removed && fields.some(([field]) => field === 'password'));
  const tokens = users.filter((user) => user.tokensRevoked > 0);
  const namesOf = (list: readonly UserToUndo[]): string => list.map((user) => user.environment).join(', ');
  return [
    ...(forgotten.length > 0
      ? [message('UNDO_INCOMPLETE', 'password', { what: 'forgotten', environments: namesOf(forgotten), count: 1 })]
      : []),
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

function commit(
  row: number,
  user: string,
  drafts: Drafts,
  undos: readonly UserToUndo[],
  context: UndoContext,
  messages: readonly Message[],
): PlannedRow {
  const { directory } = context;
  const [target] = drafts;
  const changes = drafts
    .map((draft) => (draft === target ? draft.changes() : draft.changesWithGroups()))
    .filter((change) => change.fields.length > 0);
  const groups = groupChanges(target, context);
  // Of a merge, the receiver is another code than the one that comes back.
  const codes = new Set([user, ...drafts.map(({ before, after }) => (before ?? after).code)].map(caseKey));
  const linked = [...codes].flatMap((code) => [...directory.usersWithCode(code)]);
  const { users, tokensRevoked } = commitDrafts(directory, drafts, row);
  const [first] = users;
  if (!first) throw new Error('an undo of nobody');
  directory.trackDependency(
    first,
    [...new Set([...users, ...linked])].filter((other) => other !== first),
  );
  for (const [at, { counted }] of undos.entries()) {
    const undone = users[at];
    if (undone) undone.counted = opposite(counted);
  }
  const outcome = outcomeOf(target, drafts, changes.length > 0 || groups !== NO_GROUP_CHANGES);
  return {
    ...NOTHING_PLANNED,
    row,
    user,
    name: nameOf(target),
    outcome,
    changes,
    groups,
    tokensRevoked,
    messages,
    planUser: first.planId,
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

/** What an undo adds to the uses of a user: what the run added is taken away. */
function opposite(counted: Counted): Counted {
  return counted === 0 ? 0 : counted === 1 ? -1 : 1;
}

function outcomeOf(target: Draft, drafts: readonly Draft[], anyChange: boolean): Outcome {
  if (target.removed) return 'delete';
  if (target.comesBack) return 'create';
  if (!anyChange) return 'unchanged';
  if (drafts.some((draft) => draft.renames)) return 'rename';
  const before = target.before?.blocked ?? false;
  if (before !== target.after.blocked) return target.after.blocked ? 'block' : 'unblock';
  return 'update';
}
