/** The acts on users one at a time (docs/rules.md, *Acts*): each is a plan of rows of its own. */
import { fieldsFor, isOneOf, type FieldId } from './fields.js';

export const ACTS = [
  'add',
  'set',
  'block',
  'unblock',
  'rename',
  'password',
  'join',
  'leave',
  'link',
  'accept',
  'merge',
  'delete',
  'add-system',
  'make-ordinary',
] as const;
export type Act = (typeof ACTS)[number];

/** The acts that can be done at once for all users that a filter finds. */
const ACTS_ON_MANY = ['set', 'block', 'unblock', 'join', 'leave'] as const satisfies readonly Act[];
export const isForMany = isOneOf(ACTS_ON_MANY);

/** The acts that reach a system user where that is asked for. */
const ACTS_ON_SYSTEM = ['block', 'unblock', 'password', 'set', 'delete'] as const satisfies readonly Act[];
export const canReachSystem = isOneOf(ACTS_ON_SYSTEM);

/** What an act is about besides its users, as it is kept with the run. Values of fields stand in the mapping. */
export interface ActSettings {
  readonly act: Act;
  /** The user that it is about, where that is one. */
  readonly user?: string;
  /** Groups to join or to leave: of `add`, `join` and `leave`. */
  readonly groups?: readonly string[];
  /** The user that another one is merged into: of `merge`. */
  readonly into?: string;
  /** The user may be a system user. */
  readonly system?: boolean;
  /** Who is blocked stays in their groups: of `block`. */
  readonly keepGroups?: boolean;
}

/** Values that an act gives, as text, by field; an empty one empties the field. */
export type ActValues = Readonly<Partial<Record<FieldId, string>>>;

/** What somebody can be given in one environment: all that type `mutation` has, but for the user code. */
const VALUES = fieldsFor('mutation').flatMap(({ id }) => (id === 'user' ? [] : [id]));

/** The fields that each act takes a value of. */
export const ACT_FIELDS: Readonly<Record<Act, readonly FieldId[]>> = {
  add: VALUES,
  set: VALUES,
  block: [],
  unblock: [],
  rename: ['newUser'],
  password: [],
  join: [],
  leave: [],
  link: ['person'],
  accept: ['accept'],
  merge: [],
  delete: [],
  // The second pass, in which a new user gets its UPN, is an import, and reaches no system user.
  'add-system': VALUES.filter((id) => id !== 'person' && id !== 'upn'),
  'make-ordinary': ['person'],
};

/** The acts that say nothing without a value of each of their fields. */
export const ACTS_WITH_A_VALUE = ['rename', 'link', 'accept', 'make-ordinary'] as const satisfies readonly Act[];
