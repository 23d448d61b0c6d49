/** What stops an apply until it is raised on purpose (docs/rules.md, *Guards*). */

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

/** Guards that no flag raises: nothing but another setting of their environment lets a plan through. */
type UnraisableGuard = 'administrators' | 'licences';
/** A guard that is raised on purpose. */
export type RaisableGuard = Exclude<GuardName, UnraisableGuard>;

export function isRaisable(guard: Guard): guard is Guard & { readonly guard: RaisableGuard } {
  return !isUnraisable(guard);
}

function isUnraisable(guard: Guard): guard is Guard & { readonly guard: UnraisableGuard } {
  return guard.guard === 'administrators' || guard.guard === 'licences';
}

/** One of those that stops a plan; undefined where none does. */
export function unraisableIn(guards: readonly Guard[]): (Guard & { readonly guard: UnraisableGuard }) | undefined {
  return guards.filter(isUnraisable).find(({ tripped }) => tripped);
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

export function judged(guard: GuardName, count: number, allowed: number, limit: Limit | string): Guard {
  return { guard, limit, allowed, count, tripped: count > allowed };
}
