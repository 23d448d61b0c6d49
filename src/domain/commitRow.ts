/** A row that is done: the working directory becomes as the row leaves it, and what changed is written down. */
import { groupsWithout, type Draft } from './draft.js';
import type { RowIdentity } from './identifyRow.js';
import type { Message } from './messages.js';
import type { Outcome } from './outcomes.js';
import { NO_GROUP_CHANGES, NOTHING_PLANNED, type GroupChanges, type PlannedRow } from './plannedRow.js';
import type { GroupToJoin, References, RowInProgress } from './rowInProgress.js';
import { isUnknown } from './unknown.js';
import { confusableKey } from './userCode.js';
import { NO_GROUPS } from './userState.js';
import type { WorkingDirectory, WorkingUser } from './workingDirectory.js';

/** The target's draft, and those of the users that follow it. */
export type Drafts = readonly [Draft, ...Draft[]];

/** What a user is called, as the row leaves it; one whose name it takes away is still known by it. */
export function nameOf({ before, after }: Draft): string {
  return after.description || (before?.description ?? '');
}

/** A row that changes nothing, anywhere. */
export function rejectedRow(
  row: number,
  { user, code, codeDefaulted }: RowIdentity,
  messages: readonly Message[],
  name = '',
): PlannedRow {
  return { ...NOTHING_PLANNED, row, user, name, code, codeDefaulted, outcome: 'rejected', messages };
}

/** What there is to know of a row that is done, besides its drafts. */
export interface Verdict {
  readonly messages: readonly Message[];
  /** The UPN that a created user waits for; undefined where the row says nothing of it. */
  readonly deferredUpn: string | undefined;
  /** Nothing that follows to linked users is written, or was used to judge the row. */
  readonly ownOnly: boolean;
}

export function commitRow(
  row: RowInProgress,
  drafts: Drafts,
  { person, groups: named }: References,
  { messages, deferredUpn, ownOnly }: Verdict,
): PlannedRow {
  const { directory, number, identity } = row;
  const [group] = named;
  const changes = drafts.map((draft) => draft.changes()).filter((change) => change.fields.length > 0);
  const groups = groupChanges(row, drafts[0], named);
  const { users, tokensRevoked } = commitDrafts(directory, drafts, number);
  const [target, ...linked] = users;
  if (!target) throw new Error('a row without a target');
  directory.trackDependency(target, linked, ownOnly);
  if (deferredUpn !== undefined && target.deferredUpn !== deferredUpn) directory.deferUpn(target, deferredUpn);
  return {
    row: number,
    user: identity.user,
    name: nameOf(drafts[0]),
    code: identity.code,
    codeDefaulted: identity.codeDefaulted,
    outcome: outcomeOf(row, drafts, changes.length > 0 || groups !== NO_GROUP_CHANGES),
    changes,
    groups,
    tokensRevoked,
    messages,
    planUser: target.planId,
    dependsOn: {
      ...(person && person.id !== 0 && { person: { id: person.id, version: person.version } }),
      ...(group && {
        group: { id: group.existing?.id ?? null, version: group.existing?.version ?? 0, code: group.code },
      }),
    },
  };
}

/** Changes the users; a user whose code changes loses its tokens there (docs/rules.md, *Code 4*). */
export function commitDrafts(
  directory: WorkingDirectory,
  drafts: readonly Draft[],
  row: number,
): { readonly users: readonly WorkingUser[]; readonly tokensRevoked: number } {
  let tokensRevoked = 0;
  const users = drafts.map((draft) => {
    const user =
      draft.user ?? directory.addCreated(draft.after, confusableKey(draft.after.code), draft.comesBack ?? undefined);
    if (draft.removed) {
      tokensRevoked += revokeTokens(user);
      directory.remove(user);
      return user;
    }
    if (draft.renames) tokensRevoked += revokeTokens(user);
    if (draft.password) user.passwordRow = row;
    if (draft.after !== user.state || draft.password) {
      directory.change(user, draft.after, draft.renames ? confusableKey(draft.after.code) : undefined);
    }
    return user;
  });
  return { users, tokensRevoked };
}

/** Takes the tokens away of a user; answers how many there were. */
export function revokeTokens(user: WorkingUser): number {
  const { tokens } = user;
  user.tokensRevoked += tokens;
  user.tokens = 0;
  return tokens;
}

/** The groups that a user joins and leaves. */
export function groupsOf({ before, after }: Draft): GroupChanges {
  const groups = before?.groups ?? NO_GROUPS;
  const added = groupsWithout(after.groups, groups);
  const removed = groupsWithout(groups, after.groups);
  return added.length + removed.length === 0 ? NO_GROUP_CHANGES : { added, removed, created: [] };
}

function groupChanges(
  { directory, values, rule }: RowInProgress,
  target: Draft,
  named: readonly GroupToJoin[],
): GroupChanges {
  const { added, removed } = groupsOf(target);
  // A group that has to be there, and is not known to be, comes into the mirror; that it is new is not said.
  const isNew = rule.group === 'createdIfMissing';
  const created = named.flatMap(({ code, existing }) => {
    if (existing) return [];
    const group = directory.createGroup(code, values.groupDescription);
    return isNew ? [group.code] : [];
  });
  return added.length + removed.length + created.length === 0 ? NO_GROUP_CHANGES : { added, removed, created };
}

/**
 * Names what the row comes to (docs/rules.md, *Outcomes*): a code's own act names it where that takes place; a code 0
 * on a user who is blocked already only updates.
 */
export function outcomeOf({ rule }: Pick<RowInProgress, 'rule'>, drafts: Drafts, anyChange: boolean): Outcome {
  const [target] = drafts;
  if (target.before === null) return 'create';
  if (!anyChange) return 'unchanged';
  if (rule.blocked !== null) {
    const stays = target.before.blocked === target.after.blocked && !isUnknown(target.before.unknown, 'blocked');
    return stays ? 'update' : rule.act;
  }
  if (rule.act === 'rename') return drafts.some((draft) => draft.renames) ? rule.act : 'update';
  return rule.act;
}
