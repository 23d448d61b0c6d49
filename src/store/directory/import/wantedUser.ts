/** How an import leaves a user. */
import type { DirectoryFaults } from '../../../application/ports/directoryFaults.js';
import { EVERYONE, withAccess } from '../../../domain/directory.js';
import { ACCESS_FIELDS } from '../../../domain/fields.js';
import { caseKey, normaliseText } from '../../../domain/sourceRow.js';
import type { PlacedUser } from './inProgress.js';
import type { References } from './references.js';
import { tokenKey, type StoredUser, type UserValues } from './storedUsers.js';

export interface WantedUser extends UserValues {
  readonly environmentId: number;
  readonly code: string;
  /** Undefined for what is not named, and stays. */
  readonly groupIds: ReadonlySet<number> | undefined;
  readonly tokens: readonly { readonly application: string; readonly device: string }[] | undefined;
}

/** What a new user has where nothing is named. */
const NEW: UserValues = {
  description: '',
  email: '',
  upn: '',
  personId: null,
  system: 0,
  blocked: 0,
  access: 0,
  siteLanguage: '1043',
};

/** The user as it will be; persons and groups that are not there are told. */
export function wantedUser(
  faults: DirectoryFaults,
  references: References,
  user: PlacedUser,
  before: StoredUser | undefined,
): WantedUser {
  const { given, environmentId, code } = user;
  const now = before ?? NEW;
  const text = (named: string | undefined, stays: string): string =>
    named === undefined ? stays : normaliseText(named);
  const flag = (named: boolean | undefined, stays: number): number => (named === undefined ? stays : Number(named));
  return {
    environmentId,
    code,
    description: text(given.description, now.description),
    email: text(given.email, now.email),
    upn: text(given.upn, now.upn),
    personId: personOf(faults, references, user, now.personId),
    system: flag(given.system, now.system),
    blocked: flag(given.blocked, now.blocked),
    access: ACCESS_FIELDS.reduce((access, field) => {
      const named = given.access?.[field];
      return named === undefined ? access : withAccess(access, field, named);
    }, now.access),
    siteLanguage: given.siteLanguage ?? now.siteLanguage,
    groupIds: groupsOf(faults, references, user),
    tokens: given.tokens?.map(({ application, device }) => ({
      application: normaliseText(application),
      device: normaliseText(device),
    })),
  };
}

function personOf(
  faults: DirectoryFaults,
  references: References,
  { given: { person }, at, environment, environmentId }: PlacedUser,
  stays: number | null,
): number | null {
  if (person === undefined) return stays;
  if (person === null || normaliseText(person) === '') return null;
  const id = references.personId(environmentId, person);
  if (id === undefined)
    faults.add('directory.fault.unknownPerson', 'users', at, 'person', { person, environment: environment.code });
  return id ?? null;
}

function groupsOf(
  faults: DirectoryFaults,
  references: References,
  { given: { groups }, at, environment, environmentId }: PlacedUser,
): ReadonlySet<number> | undefined {
  if (!groups) return undefined;
  const ids = new Set<number>();
  for (const [place, group] of groups.entries()) {
    if (caseKey(normaliseText(group)) === caseKey(EVERYONE)) continue;
    const id = references.groupId(environmentId, group);
    if (id === undefined)
      faults.add('directory.fault.unknownGroup', 'users', at, `groups[${place}]`, {
        group,
        environment: environment.code,
      });
    else ids.add(id);
  }
  return ids;
}

const VALUES = Object.keys(NEW) as (keyof UserValues)[];

/** Whether anything of the user changes. */
export function differs(before: StoredUser, wanted: WantedUser): boolean {
  return (
    VALUES.some((name) => before[name] !== wanted[name]) ||
    hasOtherGroups(before, wanted) ||
    hasOtherTokens(before, wanted)
  );
}

export function hasOtherGroups(before: StoredUser, { groupIds }: WantedUser): boolean {
  if (!groupIds) return false;
  return groupIds.size !== before.groupIds.size || [...groupIds].some((id) => !before.groupIds.has(id));
}

export function hasOtherTokens(before: StoredUser, { tokens }: WantedUser): boolean {
  if (!tokens) return false;
  const wanted = tokens.map(({ application, device }) => tokenKey(application, device)).sort();
  return wanted.length !== before.tokens.length || wanted.some((token, at) => token !== before.tokens[at]);
}
