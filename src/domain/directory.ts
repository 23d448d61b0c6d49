/** The things of an administration (docs/rules.md, *The directory*). */
import type { ConnectionSettings } from './connection.js';
import type { EnvironmentRules } from './environmentRules.js';
import { ACCESS_FIELDS, fieldOf, type AccessField } from './fields.js';

export type EnvironmentType = 'production' | 'test' | 'accept';
export const ENVIRONMENT_TYPES: readonly EnvironmentType[] = ['production', 'test', 'accept'];

export type Approval = 'none' | 'second-person';
export const APPROVALS: readonly Approval[] = ['none', 'second-person'];

/** What a directory consists of, in the order in which each names those before it. */
export const DIRECTORY_LISTS = ['environments', 'persons', 'groups', 'users'] as const;
export type DirectoryList = (typeof DIRECTORY_LISTS)[number];

/** The group that holds everyone; nobody is ever removed from it (docs/rules.md, *Environments*). */
export const EVERYONE = 'Iedereen';

export interface Environment {
  readonly id: number;
  readonly code: string;
  readonly type: EnvironmentType;
  readonly name: string;
  readonly participant: string;
  readonly approval: Approval;
  readonly deleted: boolean;
  readonly version: number;
  /** What it never allows; absent where nothing is set. */
  readonly rules?: EnvironmentRules;
  /** Absent for one that is connected to no live environment. */
  readonly connection?: ConnectionSettings;
  /** Absent for one that was never read from a live environment. */
  readonly mirror?: Mirror;
}

/** How old a mirror may be before it is told, in milliseconds, unless somebody says otherwise: a day. */
export const MIRROR_MAX_AGE = 24 * 60 * 60 * 1000;

/** An environment whose users are those of a live environment, as they were when it was last read. */
export interface Mirror {
  /** ISO 8601, UTC. */
  readonly pulledAt: string;
  /** How much there was. */
  readonly counts: {
    readonly users: number;
    readonly groups: number;
    readonly memberships: number;
    readonly persons: number;
  };
  /** All groups are known, not only those that somebody is in. */
  readonly groupsKnown: boolean;
  /** All persons are known, not only those that users name. */
  readonly personsKnown: boolean;
  /** Fields of which no user's value is known. */
  readonly unknown: readonly string[];
}

/** A set of access flags as one number, by the bits of the catalogue. */
export type AccessFlags = number;

const BIT_OF = Object.fromEntries(ACCESS_FIELDS.map((field) => [field, 1 << (fieldOf(field).bit ?? 0)])) as Readonly<
  Record<AccessField, number>
>;

/** Every flag of access there is. */
export const ALL_ACCESS: AccessFlags = ACCESS_FIELDS.reduce((flags, field) => flags | BIT_OF[field], 0);

export function hasAccess(flags: AccessFlags, field: AccessField): boolean {
  return (flags & BIT_OF[field]) !== 0;
}

export function withAccess(flags: AccessFlags, field: AccessField, value: boolean): AccessFlags {
  return value ? flags | BIT_OF[field] : flags & ~BIT_OF[field];
}

export type Access = Readonly<Record<AccessField, boolean>>;

export function accessToFlags(access: Partial<Access>): AccessFlags {
  return ACCESS_FIELDS.reduce((flags, field) => withAccess(flags, field, access[field] === true), 0);
}

export function flagsToAccess(flags: AccessFlags): Access {
  return Object.fromEntries(ACCESS_FIELDS.map((field) => [field, hasAccess(flags, field)])) as Access;
}

/** The type that an environment's first letter stands for; undefined where it says nothing. */
export function proposedType(code: string): EnvironmentType | undefined {
  return ({ O: 'production', T: 'test', A: 'accept' } as const)[code.charAt(0).toUpperCase()];
}

/** The participant number in an environment's code: the digits after the letter of its type. */
export function proposedParticipant(code: string): string {
  return /^[OTA](\d+)/iu.exec(code)?.[1] ?? '';
}

export const ENVIRONMENT_CODE_MAX = 20;
export const ENVIRONMENT_NAME_MAX = 80;

/** Whether a text can be the code of an environment. */
export function isEnvironmentCode(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(text) && [...text].length <= ENVIRONMENT_CODE_MAX;
}
