/** What no row does to a user that is protected, in any environment that it reaches (docs/rules.md, *Protected users*). */
import { ALL_ACCESS, flagsToAccess } from './directory.js';
import { groupsWithout, type Draft } from './draft.js';
import { mayFind } from './filter/mayFind.js';
import { message, NO_MESSAGES, type Message } from './messages.js';
import type { Protection } from './protection.js';
import { isUnknown, unknownFieldsOf } from './unknown.js';
import type { UserState } from './userState.js';
import type { WorkingDirectory, WorkingUser } from './workingDirectory.js';

/** Of a user, what it can be deprived of besides its groups. */
type Rights = Pick<UserState, 'blocked' | 'access' | 'unknown'>;

/** Whether a user is blocked, or loses access: what may have been there counts as much. */
export function losesRights(before: Rights, after: Rights): boolean {
  if (after.blocked && (!before.blocked || isUnknown(before.unknown, 'blocked'))) return true;
  const had = before.access | (before.unknown & ALL_ACCESS);
  const has = after.access | (after.unknown & ALL_ACCESS);
  return (had & ~has) !== 0;
}

/** Whether a row would do to a user what none does to one that is protected. */
function deprives({ before, after, password, removed, renames }: Draft): boolean {
  if (before === null) return false;
  return (
    removed ||
    renames ||
    password ||
    losesRights(before, after) ||
    groupsWithout(before.groups, after.groups).length > 0
  );
}

/** Whether it matters who is protected where a draft is: then the plan relies on all that its user is found by. */
export function restsOnProtection(draft: Draft, directory: WorkingDirectory): boolean {
  return draft.user !== null && directory.protectionOf(draft.user) !== undefined && deprives(draft);
}

/** Judged on each user as the directory has it before the plan: no row makes way for a later one. */
export function judgeProtected(drafts: readonly Draft[], directory: WorkingDirectory): readonly Message[] {
  if (!directory.protectsAnybody) return NO_MESSAGES;
  const kept = drafts.flatMap((draft) => {
    const protection = draft.user === null ? undefined : directory.protectionOf(draft.user);
    if (draft.user === null || !protection || !deprives(draft)) return [];
    const unknown = protectedFor(protection, draft.user);
    return unknown === undefined ? [] : [{ draft, filter: protection.text, unknown }];
  });
  const [first] = kept;
  if (!first) return NO_MESSAGES;
  const { environment, before } = first.draft;
  return [
    message('PROTECTED', 'user', {
      user: before?.code ?? '',
      environment,
      environments: kept.map(({ draft }) => draft.environment).join(', '),
      filter: [...new Set(kept.map(({ filter }) => filter))].join(' / '),
      // One that is protected for certain is enough.
      unknown: kept.some(({ unknown }) => unknown.length === 0)
        ? ''
        : [...new Set(kept.flatMap(({ unknown }) => unknown))].join(', '),
    }),
  ];
}

/**
 * What is not known of a user, as the directory has it, of all that decides whether it is protected: nothing where it is for
 * certain. Undefined for one that is not, and for one that the plan creates.
 */
function protectedFor({ filter }: Protection, user: WorkingUser): readonly string[] | undefined {
  const { base, environment, heldTokens } = user;
  if (base === null) return undefined;
  if (filter === null) return ['filter'];
  const unknown = [...unknownFieldsOf(base.unknown), ...(heldTokens === null ? ['token'] : [])];
  const { code, groups, access, ...values } = base;
  return mayFind(
    filter,
    {
      ...values,
      environment: environment.code,
      user: code,
      groups: [...groups.values()],
      leftover: environment.deleted,
      tokens: heldTokens ?? [],
      access: flagsToAccess(access),
      unknown,
    },
    environment.participant,
  );
}
