/** The seven mutation codes as data (docs/rules.md, *Mutation codes*). */
import { isOneOf } from './fields.js';
import type { Outcome } from './outcomes.js';

export const MUTATION_CODES = ['0', '1', '2', '3', '4', '5', '6'] as const;
export type MutationCode = (typeof MUTATION_CODES)[number];

export interface CodeRule {
  /** What a row with this code is called when its own act takes place. */
  readonly act: Outcome;
  /** A user that does not exist is created; otherwise such a row is rejected. */
  readonly creates: boolean;
  /** The block state that it leaves behind; null leaves it as it is. */
  readonly blocked: boolean | null;
  /** The block state of a user that it creates. */
  readonly createdBlocked: boolean;
  /** Removes the user from all groups but Iedereen. */
  readonly leavesGroups: boolean;
  /** What it does with the group of the row. */
  readonly group: 'ignored' | 'mustExist' | 'createdIfMissing';
  /** Besides the identity fields, writes the other fields of an existing user. */
  readonly writesFields: boolean;
}

const ignoresAll = {
  creates: false,
  blocked: null,
  createdBlocked: false,
  leavesGroups: false,
  group: 'ignored',
  writesFields: false,
} as const;

export const CODE_RULES: Readonly<Record<MutationCode, CodeRule>> = {
  '0': { ...ignoresAll, act: 'block', creates: true, blocked: true, createdBlocked: true, leavesGroups: true },
  '1': { ...ignoresAll, act: 'update', creates: true, group: 'mustExist', writesFields: true },
  '2': { ...ignoresAll, act: 'block', creates: true, blocked: true, createdBlocked: true, writesFields: true },
  '3': { ...ignoresAll, act: 'update', creates: true, group: 'createdIfMissing', writesFields: true },
  '4': { ...ignoresAll, act: 'rename' },
  '5': { ...ignoresAll, act: 'password' },
  '6': { ...ignoresAll, act: 'unblock', blocked: false },
};

/** Import type `mutation`: changes the imported fields of a user that exists (docs/rules.md, *Import type mutation*). */
export const MUTATION_TYPE_RULE: CodeRule = { ...ignoresAll, act: 'update', writesFields: true };

export const isMutationCode = isOneOf(MUTATION_CODES);
