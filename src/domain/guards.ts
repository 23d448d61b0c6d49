/** What stops an apply until it is raised on purpose (SPEC 6, Guards). */
import { IDENTITY_FIELDS, type IdentityField } from './fields.js';
import type { Mapping } from './settings.js';

export const GUARDS = ['empty-code', 'unmapped-identity', 'clears', 'blocks', 'renames', 'rejected'] as const;
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
}

/** What a whole plan does, each user counted once. */
export interface GuardCounts {
  readonly emptyCodes: number;
  /** Users by the set of identity fields that they lose: bit n is the n-th identity field. */
  readonly clearedBy: Readonly<Record<number, number>>;
  /** The identity fields that the import has a source for, as such a set. */
  readonly importedIdentity: number;
  readonly blocks: number;
  readonly renames: number;
  readonly rejected: number;
  readonly rows: number;
  /** Users of the target environment that are not blocked, before the plan. */
  readonly activeUsers: number;
}

export interface Guard {
  readonly guard: GuardName;
  readonly limit: Limit | string;
  readonly allowed: number;
  readonly count: number;
  readonly tripped: boolean;
}

const STANDARD_SHARE = '10%' satisfies Limit;
const STANDARD_LEAST = 5;
const STANDARD_REJECTED = '50%' satisfies Limit;

/** Reads a limit as an administrator writes it: `25` or `10%`; undefined for anything else. */
export function readLimit(text: string): Limit | undefined {
  const match = /^(\d{1,9})(%?)$/u.exec(text.trim());
  if (!match) return undefined;
  const count = Number(match[1]);
  if (match[2] === '%') return count <= 100 ? `${count}%` : undefined;
  return count;
}

export function identityBit(field: IdentityField): number {
  return 1 << IDENTITY_FIELDS.indexOf(field);
}

/** The identity fields that a mapping has a source for, as a set of bits. */
export function importedIdentity(mapping: Mapping): number {
  return IDENTITY_FIELDS.reduce((set, field) => (mapping[field] ? set | identityBit(field) : set), 0);
}

/** Every identity field: nothing is lost for want of a source. */
export const ALL_IDENTITY = (1 << IDENTITY_FIELDS.length) - 1;

/** The first setting wins: flags, then a definition's, then the environment's. */
export function evaluateGuards(counts: GuardCounts, ...settings: readonly GuardSettings[]): readonly Guard[] {
  const merged = Object.assign({}, ...[...settings].reverse()) as GuardSettings;
  const ofUsers = (name: GuardName, count: number, limit: Limit | undefined): Guard =>
    limited(name, count, limit ?? STANDARD_SHARE, counts.activeUsers, limit === undefined ? STANDARD_LEAST : 0);
  return [
    accepted(
      'empty-code',
      counts.emptyCodes,
      merged.acceptEmptyCode === true ? counts.emptyCodes : 0,
      merged.acceptEmptyCode === true ? 'accepted' : 0,
    ),
    unmappedIdentity(counts, merged.allowClear ?? []),
    ofUsers(
      'clears',
      usersLosing(counts.clearedBy, (lost) => (lost & counts.importedIdentity) !== 0),
      merged.maxClears,
    ),
    ofUsers('blocks', counts.blocks, merged.maxBlocks),
    ofUsers('renames', counts.renames, merged.maxRenames),
    limited('rejected', counts.rejected, merged.maxRejected ?? STANDARD_REJECTED, counts.rows, 0),
  ];
}

/** Users, counted once, that lose a value of this field. */
export function usersLosingField(clearedBy: GuardCounts['clearedBy'], field: IdentityField): number {
  return usersLosing(clearedBy, (lost) => (lost & identityBit(field)) !== 0);
}

function unmappedIdentity(counts: GuardCounts, allow: readonly IdentityField[]): Guard {
  const unmapped = ~counts.importedIdentity;
  const guarded = unmapped & ~allow.reduce((set, field) => set | identityBit(field), 0);
  const count = usersLosing(counts.clearedBy, (lost) => (lost & unmapped) !== 0);
  const refused = usersLosing(counts.clearedBy, (lost) => (lost & guarded) !== 0);
  return accepted('unmapped-identity', count, count - refused, allow.length > 0 ? allow.join(',') : 0);
}

function usersLosing(clearedBy: GuardCounts['clearedBy'], counts: (lost: number) => boolean): number {
  return Object.entries(clearedBy).reduce((sum, [lost, users]) => (counts(Number(lost)) ? sum + users : sum), 0);
}

function accepted(guard: GuardName, count: number, allowed: number, limit: Limit | string): Guard {
  return { guard, limit, allowed, count, tripped: count > allowed };
}

function limited(guard: GuardName, count: number, limit: Limit, of: number, least: number): Guard {
  const allowed =
    typeof limit === 'number' ? limit : Math.max(least, Math.floor((of * Number.parseInt(limit, 10)) / 100));
  return { guard, limit, allowed, count, tripped: count > allowed };
}
