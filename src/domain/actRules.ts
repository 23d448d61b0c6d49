/** What an act does to a user, in the terms of the mutation codes: block by hand is code 0 by file. */
import type { Act, ActSettings } from './acts.js';
import { CODE_RULES, MUTATION_TYPE_RULE, type CodeRule, type MutationCode } from './mutationCodes.js';

export interface ActRule extends CodeRule {
  /** The mutation code that does the same; null where none does. */
  readonly code: MutationCode | null;
  /** Only for a user that is not there yet. */
  readonly onlyNew: boolean;
  /** What the user is afterwards: a system user or an ordinary one; null leaves it as it is. */
  readonly system: boolean | null;
  /** The groups of the act are left rather than joined. */
  readonly leavesNamed: boolean;
  /** Users that are reached may be system users, without having been asked for. */
  readonly reachesSystem: boolean;
}

const plain = { code: null, onlyNew: false, system: null, leavesNamed: false, reachesSystem: false } as const;

function asCode(code: MutationCode): ActRule {
  return { ...plain, ...CODE_RULES[code], code, creates: false };
}

const asMutation: ActRule = { ...plain, ...MUTATION_TYPE_RULE };

/** Those of `merge` and `delete` say what is written to users who stay: nothing. */
const ACT_RULES: Readonly<Record<Act, ActRule>> = {
  add: { ...asCode('1'), code: null, creates: true, onlyNew: true },
  set: asMutation,
  block: asCode('0'),
  unblock: asCode('6'),
  rename: asCode('4'),
  password: asCode('5'),
  join: { ...asCode('1'), code: null },
  leave: { ...asMutation, writesFields: false, leavesNamed: true, group: 'mustExist' },
  link: asMutation,
  accept: asMutation,
  merge: { ...asMutation, writesFields: false, act: 'delete' },
  delete: { ...asMutation, writesFields: false, act: 'delete' },
  'add-system': {
    ...asCode('1'),
    code: null,
    creates: true,
    onlyNew: true,
    group: 'ignored',
    system: true,
    reachesSystem: true,
  },
  'make-ordinary': { ...asMutation, system: false, reachesSystem: true },
};

export function actRuleOf({ act, keepGroups, system }: ActSettings): ActRule {
  const rule = act === 'block' && keepGroups === true ? asCode('2') : ACT_RULES[act];
  return system === true ? { ...rule, reachesSystem: true } : rule;
}
