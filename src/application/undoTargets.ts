/** The users of a run that is undone, a target with those that followed it: who they are, and what they need. */
import { caseKey, upnKey } from '../domain/sourceRow.js';
import type { UserToUndo } from '../domain/undoUser.js';
import type { DirectoryNeeds, WorkingDirectory } from '../domain/workingDirectory.js';
import type { AppliedUser } from './ports/planStore.js';

/** A user of the run, with the code of its environment. */
export type NamedUser = AppliedUser & UserToUndo;

/** A target user with those that followed it. */
export interface TargetToUndo {
  readonly row: number;
  readonly users: readonly NamedUser[];
}

/** What the first of these users is called who is still there. */
export function nameIn(users: TargetToUndo['users'], directory: WorkingDirectory): string {
  const [user] = users.flatMap(({ userId }) => (userId === null ? [] : (directory.findById(userId) ?? [])));
  return user?.state.description ?? '';
}

/** The code that names a target: the one that it has now, or else the last that the run knew. */
export function labelOf(users: TargetToUndo['users'], directory: WorkingDirectory): string {
  for (const { userId } of users) {
    const user = userId === null ? undefined : directory.findById(userId);
    if (user) return user.state.code;
  }
  const [first] = users;
  const [, from, to] = first?.fields.find(([field]) => field === 'user') ?? [];
  return String(to ?? from ?? first?.newCode ?? '');
}

/** Each target with its users, the target itself first: the row is about it. */
export function groupByTarget<User extends AppliedUser>(users: readonly User[]): User[][] {
  const groups = new Map<number, User[]>();
  for (const user of users) groups.set(user.targetPlanId, [...(groups.get(user.targetPlanId) ?? []), user]);
  return [...groups.values()].map((group) =>
    group.sort((one, other) => Number(other.planId === other.targetPlanId) - Number(one.planId === one.targetPlanId)),
  );
}

/** What the undo of these targets needs of the directory. */
export function needsOf(chunk: readonly TargetToUndo[]): DirectoryNeeds {
  const users = chunk.flatMap((target) => target.users);
  const before = (name: string, keyOf = caseKey): string[] => {
    const values = users.flatMap(({ fields }) =>
      fields.flatMap(([field, from]) => (field === name && from !== null && from !== '' ? [keyOf(String(from))] : [])),
    );
    return [...new Set(values)];
  };
  return {
    userIds: users.flatMap(({ userId }) => (userId === null ? [] : [userId])),
    userKeys: before('user'),
    codes: [],
    upnKeys: before('upn', upnKey),
    personKeys: before('person'),
    groupKeys: [...new Set(users.flatMap(({ groupsRemoved }) => groupsRemoved.map(caseKey)))],
    everywhere: users.some(isTakenElsewhere),
  };
}

/** Of users elsewhere an import changes no groups; a merge does, and it takes users away. */
function isTakenElsewhere({ planId, targetPlanId, removed, groupsAdded, groupsRemoved }: AppliedUser): boolean {
  return planId !== targetPlanId && (removed || groupsAdded.length + groupsRemoved.length > 0);
}
