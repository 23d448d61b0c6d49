/** The acts on users one at a time (docs/rules.md, *Acts*): each is a plan of rows of its own. */
import type { FieldId } from './fields.js';

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
export const ACTS_ON_MANY = ['set', 'block', 'unblock', 'join', 'leave'] as const satisfies readonly Act[];

/** The acts that reach a system user where that is asked for. */
export const ACTS_ON_SYSTEM = ['block', 'unblock', 'password', 'set', 'delete'] as const satisfies readonly Act[];

/** What an act is about besides its users, as it is kept with the run. Fields with a value stand in the rows. */
export interface ActSettings {
  readonly act: Act;
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
