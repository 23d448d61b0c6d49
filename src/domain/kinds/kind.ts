/**
 * A kind of change: an outcome, the fields that change and how, and the environments that are reached. Rows of one kind are
 * reviewed, left out and taken back as one (docs/rules.md, *Kinds of change*).
 */
import type { Outcome } from '../outcomes.js';
import type { StateField, StateValue } from '../userState.js';

/** `domain`: only what stands behind the at sign; `marks`: only accents, blanks and punctuation, and letter case at most. */
export const HOWS = ['filled', 'emptied', 'changed', 'domain', 'case', 'marks'] as const;
export type How = (typeof HOWS)[number];

export interface KindChange {
  readonly field: StateField | 'password' | 'group';
  readonly how: How;
  /** The values, of what has few of them: yes and no, a language, a group, a domain, and one person for another. */
  readonly from?: StateValue;
  readonly to?: StateValue;
}

export interface RowKind {
  readonly outcome: Outcome;
  /** In one order, each once, whatever the environment. */
  readonly changes: readonly KindChange[];
  readonly environments: readonly string[];
}
