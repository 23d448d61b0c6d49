/** A row that takes a user away: deleted, or merged into another (docs/rules.md, *Acts*). */
import { rejectedRow, revokeTokens } from './commitRow.js';
import { Draft } from './draft.js';
import { identifyRow, targetOf, type RowIdentity } from './identifyRow.js';
import { judgeProtected } from './judgeProtected.js';
import { message, type Message } from './messages.js';
import {
  NOTHING_PLANNED,
  type FieldChange,
  type GroupChanges,
  type PlannedRow,
  type UserChanges,
} from './plannedRow.js';
import type { RowReader, RowTexts } from './readRow.js';
import { judgeSystemUsers } from './rules.js';
import { caseKey, type SourceRow } from './sourceRow.js';
import { completeUserCode } from './userCode.js';
import type { WorkingDirectory, WorkingUser } from './workingDirectory.js';

/** Whom a row is about, and what was told of them so far. */
interface Removal {
  readonly row: number;
  readonly identity: RowIdentity;
  readonly directory: WorkingDirectory;
  readonly messages: readonly Message[];
}

/** Plans a row of `delete` or `merge`, as `planRow` does any other. */
export function planRemoval(
  source: SourceRow,
  texts: RowTexts,
  reader: RowReader,
  directory: WorkingDirectory,
): PlannedRow {
  const identity = identifyRow(texts, reader, directory);
  const user = targetOf(identity, directory);
  const messages = user ? identity.messages : [...identity.messages, unknown(identity.user, directory)];
  const removal: Removal = { row: source.row, identity, directory, messages };
  if (!user) return rejectedRow(source.row, identity, messages);
  const { into } = reader.settings.act ?? {};
  return into === undefined
    ? planDelete(user, removal, reader.act?.reachesSystem === true)
    : planMerge(user, completeUserCode(into, directory.target.participant), removal);
}

function unknown(user: string, { target }: WorkingDirectory): Message {
  return message('USER_UNKNOWN', 'user', { user, environment: target.code });
}

/** In the target environment alone, and only who was never used there. */
function planDelete(user: WorkingUser, removal: Removal, reachesSystem: boolean): PlannedRow {
  const inUse = isInUse(user) ? [useOf(user)] : [];
  const messages = [
    ...removal.messages,
    ...(reachesSystem ? [] : judgeSystemUsers([Draft.of(user)])),
    ...judgeProtected([goingDraft(user)], removal.directory),
    ...inUse,
  ];
  return commitRemoval(removal, user, [], messages);
}

function goingDraft(user: WorkingUser): Draft {
  const draft = Draft.of(user);
  draft.removed = true;
  return draft;
}

/** Whether more happened to a user than being made, when runs had changed it `before` times: it has tokens, or one did since. */
export function isInUse({ tokens, uses }: WorkingUser, before = 0): boolean {
  return tokens > 0 || uses > before;
}

/** Why a user is not removed. */
export function useOf({ state, environment, tokens, uses }: WorkingUser): Message {
  return message('USER_IN_USE', 'user', { user: state.code, environment: environment.code, tokens, runs: uses });
}

/** Wherever both are, the one gets the groups of the other, who goes. */
function planMerge(from: WorkingUser, into: string, removal: Removal): PlannedRow {
  const { directory } = removal;
  const intoKey = caseKey(into);
  const fromKey = caseKey(from.state.code);
  const receiver = directory.findTarget(intoKey);
  const linked = directory.findLinked(fromKey);
  const pairs = [from, ...linked].flatMap((user) => {
    const other = directory.usersWithCode(intoKey).find(({ environment }) => environment.id === user.environment.id);
    return other ? [{ user, other }] : [];
  });
  const staying = linked.filter((user) => !pairs.some((pair) => pair.user === user));
  const reached = pairs.flatMap(({ user, other }) => [Draft.of(user), Draft.of(other)]);
  const messages = [
    ...removal.messages,
    ...(receiver ? [] : [unknown(into, directory)]),
    ...(fromKey === intoKey ? [message('MERGE_SELF', 'user', { user: from.state.code })] : []),
    ...judgeSystemUsers(reached),
    ...judgeProtected(
      pairs.map(({ user }) => goingDraft(user)),
      directory,
    ),
    ...(staying.length > 0
      ? [message('MERGE_STAYS', 'user', { user: from.state.code, environments: namesOf(staying) })]
      : []),
    ...(receiver?.state.blocked === true
      ? [message('STAYS_BLOCKED', null, { user: receiver.state.code, environments: receiver.environment.code })]
      : []),
  ];
  return commitRemoval(removal, from, pairs, messages);
}

function namesOf(users: readonly WorkingUser[]): string {
  return users.map(({ environment }) => environment.code).join(', ');
}

/** A user who goes, and the one in the same environment who gets their groups. */
interface Pair {
  readonly user: WorkingUser;
  readonly other: WorkingUser;
}

function commitRemoval(
  { row, identity, directory }: Removal,
  target: WorkingUser,
  pairs: readonly Pair[],
  messages: readonly Message[],
): PlannedRow {
  const name = target.state.description;
  if (messages.some(({ level }) => level === 'error')) return rejectedRow(row, identity, messages, name);
  const going = pairs.length > 0 ? pairs.map(({ user }) => user) : [target];
  const groups: GroupChanges = { added: [], removed: [...target.state.groups.values()], created: [] };
  const changes = [...going.map(removed), ...pairs.flatMap((pair) => giveGroups(pair, directory))];
  const tokensRevoked = going.reduce((sum, user) => sum + revokeTokens(user), 0);
  for (const user of going) directory.remove(user);
  const others = [...going, ...pairs.map(({ other }) => other)].filter((user) => user !== target);
  // Whoever is linked to one of them is relied on as well: nobody else has these codes.
  const linked = [target, ...others].flatMap(({ state }) => directory.findLinked(caseKey(state.code)));
  directory.trackDependency(target, [...others, ...linked]);
  return {
    ...NOTHING_PLANNED,
    row,
    user: identity.user,
    name,
    outcome: 'delete',
    changes,
    groups,
    tokensRevoked,
    messages,
    planUser: target.planId,
  };
}

function removed({ environment, state }: WorkingUser): UserChanges {
  return { environment: environment.code, user: state.code, fields: [['user', state.code, null]] };
}

function giveGroups({ user, other }: Pair, directory: WorkingDirectory): UserChanges[] {
  const groups = new Map(other.state.groups);
  const fields: FieldChange[] = [];
  user.state.groups.forEach((code, key) => {
    if (groups.has(key)) return;
    groups.set(key, code);
    fields.push(['group', null, code]);
  });
  if (fields.length === 0) return [];
  directory.change(other, { ...other.state, groups });
  return [{ environment: other.environment.code, user: other.state.code, fields }];
}
