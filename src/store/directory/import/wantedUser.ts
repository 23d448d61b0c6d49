/** How an import leaves a user. */
import type { DirectoryFaults } from '../../../application/ports/directoryFaults.js';
import { EVERYONE, withAccess } from '../../../domain/directory.js';
import { ACCESS_FIELDS, STANDARD_DEFAULTS, STORED_TEXT_FIELDS, type StoredTextField } from '../../../domain/fields.js';
import { caseKey, normaliseText } from '../../../domain/sourceRow.js';
import { unknownAfter, unknownBits } from '../../../domain/unknown.js';
import { NO_TEXTS } from '../../../domain/userState.js';
import type { NewUser, UserValues } from '../userRecords.js';
import type { PlacedUser } from './inProgress.js';
import type { References } from './references.js';
import { tokenKey, type StoredUser } from './storedUsers.js';

export interface WantedUser extends NewUser {
  /** Undefined for what is not named, and stays. */
  readonly groupIds: ReadonlySet<number> | undefined;
  readonly tokens: readonly { readonly application: string; readonly device: string }[] | undefined;
}

/** What a new user has where nothing is named. */
const NEW: UserValues = {
  ...NO_TEXTS,
  siteLanguage: STANDARD_DEFAULTS.siteLanguage,
  personId: null,
  system: false,
  blocked: false,
  access: 0,
  unknown: 0,
};

/** The user as it will be; persons and groups that are not there are faults. */
export function wantedUser(
  faults: DirectoryFaults,
  references: References,
  user: PlacedUser,
  before: StoredUser | undefined,
): WantedUser {
  const { given, environmentId, code } = user;
  const now = before ?? NEW;
  const texts: Record<StoredTextField, string> = { ...NO_TEXTS };
  for (const field of STORED_TEXT_FIELDS) {
    const named = given[field];
    texts[field] = named === undefined ? now[field] : normaliseText(named);
  }
  return {
    environmentId,
    code,
    ...texts,
    personId: personOf(faults, references, user, now.personId),
    system: given.system ?? now.system,
    blocked: given.blocked ?? now.blocked,
    access: ACCESS_FIELDS.reduce((access, field) => {
      const named = given.access?.[field];
      return named === undefined ? access : withAccess(access, field, named);
    }, now.access),
    unknown: unknownOf(given, now.unknown),
    groupIds: groupsOf(faults, references, user),
    tokens: given.tokens?.map(({ application, device }) => ({
      application: normaliseText(application),
      device: normaliseText(device),
    })),
  };
}

/** What is named is known, but for what is named as unknown. */
function unknownOf(given: PlacedUser['given'], now: number): number {
  const { access = {}, unknown = [] } = given;
  const named = Object.entries({ ...given, ...access }).filter(([, value]) => value !== undefined);
  return (
    unknownAfter(
      now,
      named.map(([field]) => field),
    ) | unknownBits(unknown)
  );
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
