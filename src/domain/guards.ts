/** What stops an apply until it is raised on purpose (docs/rules.md, *Guards*). */
import { isCheckNamed, type CountedCheck } from './checks.js';
import { IDENTITY_FIELDS, type IdentityField } from './fields.js';
import type { Mapping } from './settings.js';

export const GUARDS = [
  'empty-code',
  'unmapped-identity',
  'clears',
  'blocks',
  'renames',
  'rejected',
  'creates',
  'updates',
  'absent',
  'shrunk',
  'check',
  'administrators',
  'licences',
  'freeze',
] as const;
export type GuardName = (typeof GUARDS)[number];

/** A count, or a percentage of the active users (of the rows, for `rejected`). */
export type Limit = number | `${number}%`;

/** How guards are set: on purpose with flags, by a definition, or as an environment's defaults. */
export interface GuardSettings {
  readonly acceptEmptyCode?: boolean;
  readonly allowClear?: readonly IdentityField[];
  readonly maxClears?: Limit;
  readonly maxBlocks?: Limit;
  readonly maxRenames?: Limit;
  readonly maxRejected?: Limit;
  readonly maxCreates?: Limit;
  readonly maxUpdates?: Limit;
  readonly maxAbsent?: Limit;
  readonly acceptShrunk?: boolean;
  /** Of an environment alone: active administrators that it keeps at least. */
  readonly minAdmins?: number;
  /** Checks, by name, that may hold for rows. */
  readonly acceptChecks?: readonly string[];
  /** Given on purpose: whatever is frozen at that moment is changed all the same. */
  readonly duringFreeze?: true;
  /** Kept with a plan: the freezes that it goes through, by name. */
  readonly freezes?: readonly string[];
}

/** How many users lose these identity fields, and no others. */
export interface ClearedUsers {
  readonly fields: readonly IdentityField[];
  readonly users: number;
}

/** Active administrators of the portal in an environment where a plan leaves fewer than there were. */
export interface AdministratorCount {
  /** Its code. */
  readonly environment: string;
  readonly before: number;
  readonly after: number;
}

/** What is known of a file that says who there are, beside its rows. */
export interface WholeFile {
  /** Rows of the last file of its kind that was applied there; null where there was none. */
  readonly rowsBefore: number | null;
  /** It is a text without a line break at its end. */
  readonly endsOpen: boolean;
  /** The same of the last file; null where that is not known. */
  readonly endedOpen: boolean | null;
  /** It was applied before, and another file of its kind since. */
  readonly isOlder: boolean;
}

/** Active users with access to Profit in an environment that has a number of licences. */
export interface LicenceCount {
  /** Its code. */
  readonly environment: string;
  readonly before: number;
  readonly after: number;
}

/** What a whole plan does, each user counted once. */
export interface GuardCounts {
  readonly emptyCodes: number;
  readonly cleared: readonly ClearedUsers[];
  /** The identity fields that the import has a source for. */
  readonly importedIdentity: readonly IdentityField[];
  readonly blocks: number;
  readonly renames: number;
  readonly rejected: number;
  /** Users that the plan creates. */
  readonly creates: number;
  /** Users of the target environment that were there and change. */
  readonly updates: number;
  readonly rows: number;
  /** Users of the target environment that are not blocked, before the plan. */
  readonly activeUsers: number;
  /** Users whom no row names, and whom the plan blocks for that; only where it was asked to. */
  readonly absent?: number;
  /** With those: rejected rows of which it is not certain whom they are about. */
  readonly unnamed?: number;
  /** With those: the last row of the file is rejected. */
  readonly lastRejected?: boolean;
  /** With those: what tells a whole file from another. */
  readonly wholeFile?: WholeFile;
  /** Environments that lose administrators; absent where none does. */
  readonly administrators?: readonly AdministratorCount[];
  /** Environments with a number of licences that the plan reaches; absent where there is none. */
  readonly licences?: readonly LicenceCount[];
  /** Checks of its definition, with the rows that match; absent where it has none. */
  readonly checks?: readonly CountedCheck[];
}

export interface Guard {
  readonly guard: GuardName;
  /** Of guard `check`: its name. */
  readonly check?: string;
  /** Of a guard that each environment has for itself: its code. */
  readonly environment?: string;
  readonly limit: Limit | string;
  readonly allowed: number;
  readonly count: number;
  readonly tripped: boolean;
}

/** A guard that is raised on purpose; no flag raises the others. */
export type RaisableGuard = Exclude<GuardName, 'administrators' | 'licences'>;

export function isRaisable(guard: Guard): guard is Guard & { readonly guard: RaisableGuard } {
  return guard.guard !== 'administrators' && guard.guard !== 'licences';
}

/** One that nothing but another setting of its environment lets a plan through; undefined where none stops it. */
export function unraisableIn(
  guards: readonly Guard[],
): (Guard & { readonly guard: Exclude<GuardName, RaisableGuard> }) | undefined {
  return guards.find(
    (guard): guard is Guard & { readonly guard: Exclude<GuardName, RaisableGuard> } =>
      guard.tripped && !isRaisable(guard),
  );
}

/** What a guard is known by: its name, and of a check its own, of one that each environment has for itself that one's code. */
export type GuardKey<Kind extends string = string> =
  Kind | `${'check' | 'administrators' | 'licences' | 'freeze'} ${string}`;

export function guardKey<Kind extends string>({
  guard,
  check,
  environment,
}: Pick<Guard, 'check' | 'environment'> & { readonly guard: Kind }): GuardKey<Kind> {
  const of = check ?? environment;
  return of === undefined ? guard : (`${guard} ${of}` as GuardKey<Kind>);
}

/** Whether there is anything among limits that are given on purpose. */
export function raisesLimits(given: GuardSettings): boolean {
  return Object.keys(given).length > 0;
}

/** The settings that are a limit. */
export type LimitSetting = Exclude<
  keyof GuardSettings,
  'acceptEmptyCode' | 'allowClear' | 'acceptShrunk' | 'acceptChecks' | 'minAdmins' | 'duringFreeze' | 'freezes'
>;

/** A guard that is a limit: what it counts, and what it allows where nobody says otherwise. */
export interface LimitedGuard {
  readonly guard: Exclude<RaisableGuard, 'empty-code' | 'unmapped-identity' | 'shrunk' | 'check' | 'freeze'>;
  readonly setting: LimitSetting;
  readonly count: (counts: GuardCounts) => number;
  /** What a percentage is of. */
  readonly of: 'activeUsers' | 'rows';
  /** Absent for a guard that allows all by default. */
  readonly standard?: Limit;
  /** What the standard allows at least. */
  readonly least: number;
  /** Counts what may be more than there are users now, so that a percentage may be over 100. */
  readonly mayExceed?: true;
  /** Not there in a plan that cannot trip it. */
  readonly onlyWhere?: (counts: GuardCounts) => boolean;
}

export const LIMITED_GUARDS: readonly LimitedGuard[] = [
  {
    guard: 'clears',
    setting: 'maxClears',
    count: ({ cleared, importedIdentity: imported }) => usersLosing(cleared, imported),
    of: 'activeUsers',
    standard: '10%',
    least: 5,
  },
  {
    guard: 'blocks',
    setting: 'maxBlocks',
    count: ({ blocks }) => blocks,
    of: 'activeUsers',
    standard: '10%',
    least: 5,
  },
  {
    guard: 'renames',
    setting: 'maxRenames',
    count: ({ renames }) => renames,
    of: 'activeUsers',
    standard: '10%',
    least: 5,
  },
  {
    guard: 'rejected',
    setting: 'maxRejected',
    count: ({ rejected }) => rejected,
    of: 'rows',
    standard: '50%',
    least: 0,
  },
  {
    guard: 'creates',
    setting: 'maxCreates',
    count: ({ creates }) => creates,
    of: 'activeUsers',
    standard: '10%',
    least: 25,
    mayExceed: true,
  },
  {
    guard: 'updates',
    setting: 'maxUpdates',
    count: ({ updates }) => updates,
    of: 'activeUsers',
    least: 0,
    mayExceed: true,
  },
  {
    guard: 'absent',
    setting: 'maxAbsent',
    count: ({ absent = 0 }) => absent,
    of: 'activeUsers',
    standard: '5%',
    least: 3,
    onlyWhere: blocksAbsent,
  },
];

/** Whether users are blocked because no row names them. */
function blocksAbsent({ absent }: GuardCounts): boolean {
  return absent !== undefined;
}

/** The limit of a guard that allows all. */
export const NO_LIMIT = 'none';

/** The settings that are a limit, with the highest percentage that each can be. */
export const LIMIT_SETTINGS = LIMITED_GUARDS.map(({ guard, setting, mayExceed }) => ({
  guard,
  setting,
  highest: mayExceed ? 10_000 : 100,
}));

/** Reads a limit as an administrator writes it: `25` or `10%`; undefined for anything else. */
export function readLimit(text: string, highest = 100): Limit | undefined {
  const match = /^(\d{1,9})(%?)$/u.exec(text.trim());
  if (!match) return undefined;
  const count = Number(match[1]);
  if (match[2] === '%') return count <= highest ? `${count}%` : undefined;
  return count;
}

/** The identity fields that a mapping has a source for. */
export function importedIdentity(mapping: Mapping): readonly IdentityField[] {
  return IDENTITY_FIELDS.filter((field) => mapping[field] !== undefined);
}

/** Settings with others over them; a check that is accepted stays so, and a freeze that is raised. */
export function withGuards(settings: GuardSettings, over: GuardSettings): GuardSettings {
  const both = (names: 'acceptChecks' | 'freezes'): readonly string[] => [
    ...new Set([...(settings[names] ?? []), ...(over[names] ?? [])]),
  ];
  const [acceptChecks, freezes] = [both('acceptChecks'), both('freezes')];
  return {
    ...settings,
    ...over,
    ...(acceptChecks.length > 0 && { acceptChecks }),
    ...(freezes.length > 0 && { freezes }),
  };
}

/** What a freeze is known by: one of other days is another. */
export function freezeName(environment: string, days: string): string {
  return `${environment} ${days}`;
}

/** The first setting wins: flags, then a definition's, then the environment's. */
export function evaluateGuards(counts: GuardCounts, ...settings: readonly GuardSettings[]): readonly Guard[] {
  const merged = [...settings].reverse().reduce(withGuards, {});
  return [
    emptyCodes(counts, merged.acceptEmptyCode === true),
    unmappedIdentity(counts, merged.allowClear ?? []),
    ...LIMITED_GUARDS.filter(({ onlyWhere = always }) => onlyWhere(counts)).map((guard) =>
      limited(guard, counts, merged[guard.setting]),
    ),
    ...(blocksAbsent(counts) ? [shrunk(counts, merged.acceptShrunk === true)] : []),
    ...checked(counts, merged.acceptChecks ?? []),
  ];
}

/** The settings that raise guards to what they count, and no further. */
export function raisingSettings(guards: readonly Guard[], counts: GuardCounts): GuardSettings {
  const checks = guards.flatMap(({ check }) => (check === undefined ? [] : [check]));
  const freezes = guards.flatMap(({ guard, environment, limit }) =>
    guard === 'freeze' && environment !== undefined ? [freezeName(environment, String(limit))] : [],
  );
  const raised = guards.map(({ guard, count }): GuardSettings => {
    if (guard === 'empty-code') return { acceptEmptyCode: true };
    if (guard === 'unmapped-identity') return { allowClear: lostUnmapped(counts) };
    if (guard === 'shrunk') return { acceptShrunk: true };
    const setting = LIMITED_GUARDS.find((limit) => limit.guard === guard)?.setting;
    return setting === undefined ? {} : { [setting]: count };
  });
  const named = { ...(checks.length > 0 && { acceptChecks: checks }), ...(freezes.length > 0 && { freezes }) };
  return Object.assign({}, ...raised, named) as GuardSettings;
}

/** Identity fields that are not imported, and that somebody loses. */
export function lostUnmapped({ importedIdentity: imported, cleared }: GuardCounts): readonly IdentityField[] {
  return IDENTITY_FIELDS.filter((field) => !imported.includes(field) && usersLosing(cleared, [field]) > 0);
}

/** Users, counted once, that lose a value of any of these fields. */
export function usersLosing(cleared: readonly ClearedUsers[], fields: readonly IdentityField[]): number {
  const losing = cleared.filter((lost) => lost.fields.some((field) => fields.includes(field)));
  return losing.reduce((sum, { users }) => sum + users, 0);
}

function emptyCodes({ emptyCodes: count }: GuardCounts, accepted: boolean): Guard {
  return judged('empty-code', count, accepted ? count : 0, accepted ? 'accepted' : 0);
}

function unmappedIdentity(
  { cleared, importedIdentity: imported }: GuardCounts,
  allow: readonly IdentityField[],
): Guard {
  const unmapped = IDENTITY_FIELDS.filter((field) => !imported.includes(field));
  const count = usersLosing(cleared, unmapped);
  const refused = usersLosing(
    cleared,
    unmapped.filter((field) => !allow.includes(field)),
  );
  return judged('unmapped-identity', count, count - refused, allow.length > 0 ? allow.join(',') : 0);
}

function limited(guard: LimitedGuard, counts: GuardCounts, given: Limit | undefined): Guard {
  const count = guard.count(counts);
  const limit = given ?? guard.standard;
  const whole = counts[guard.of];
  // In an environment that has nobody yet everybody is new.
  const allowsAll = limit === undefined || (guard.guard === 'creates' && whole === 0 && typeof limit !== 'number');
  if (allowsAll) return judged(guard.guard, count, count, limit ?? NO_LIMIT);
  if (typeof limit === 'number') return judged(guard.guard, count, limit, limit);
  const share = Number.parseInt(limit, 10);
  const least = given === undefined ? guard.least : 0;
  return judged(guard.guard, count, Math.max(least, Math.floor((whole * share) / 100)), limit);
}

const always = (): boolean => true;

/** Of which share of the rows of the file before, rejected rows of the file: beyond it, the file may be cut off or at fault. */
const SHRUNK = { least: 50, rejected: 10 } as const;

/** Limits of `shrunk` that are no number: the last line of the file is not finished, or another was applied after it. */
const FILE_FAULTS = ['cut', 'older'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** What a guard is told by: `shrunk` by what is wrong with the file, where that is more than its rows. */
export function toldGuard<Kind extends string>(guard: Kind, limit: Guard['limit']): Kind | `shrunk.${FileFault}` {
  const fault = FILE_FAULTS.find((one) => one === limit);
  return guard === 'shrunk' && fault !== undefined ? `shrunk.${fault}` : guard;
}

/**
 * Why the file may not hold everybody, so that somebody is blocked for no reason: it has fewer than half of the rows of the
 * last one, more than a tenth of it is rejected, a rejected row may be about anybody, it ends in the middle of a row, or it is
 * an old one. The count is of what is missing.
 */
function shrunk(counts: GuardCounts, accepted: boolean): Guard {
  const { rows, rejected, unnamed = 0, wholeFile } = counts;
  const before = wholeFile?.rowsBefore ?? 0;
  const fewer = judged(
    'shrunk',
    Math.max(0, before - rows),
    Math.floor((before * SHRUNK.least) / 100),
    `${SHRUNK.least}%`,
  );
  const found = [
    fewer,
    judged('shrunk', rejected, Math.floor((rows * SHRUNK.rejected) / 100), `${SHRUNK.rejected}%`),
    judged('shrunk', unnamed, 0, 0),
    judged('shrunk', endsAsCut(counts) ? 1 : 0, 0, 'cut'),
    judged('shrunk', wholeFile?.isOlder === true ? 1 : 0, 0, 'older'),
  ];
  const told = found.find(({ tripped }) => tripped) ?? fewer;
  return accepted ? judged('shrunk', told.count, told.count, 'accepted') : told;
}

/** Whether its last line was not written to its end: unlike that of the file before, or as the row is not right. */
function endsAsCut({ wholeFile, lastRejected = false }: GuardCounts): boolean {
  return wholeFile?.endsOpen === true && (wholeFile.endedOpen === false || lastRejected);
}

/** A guard for each check that is one. */
function checked({ checks = [] }: GuardCounts, accepted: readonly string[]): readonly Guard[] {
  return checks
    .filter(({ then }) => then === 'guard')
    .map(({ name, rows }) => {
      const isAccepted = accepted.some((other) => isCheckNamed(name)({ name: other }));
      return { ...judged('check', rows, isAccepted ? rows : 0, isAccepted ? 'accepted' : 0), check: name };
    });
}

export function judged(guard: GuardName, count: number, allowed: number, limit: Limit | string): Guard {
  return { guard, limit, allowed, count, tripped: count > allowed };
}
