/** What the rows of a plan have in common, the rarest first: what a reviewer looks at before single rows. */
import type { RowKind } from '../domain/kinds/kind.js';
import type { MessageCode, MessageLevel } from '../domain/messages.js';

export interface ExampleRow {
  readonly row: number;
  readonly user: string;
  /** Empty where that is not known. */
  readonly name: string;
}

interface RowGroup {
  readonly rows: number;
  readonly example: ExampleRow;
}

/** Rows of one kind of change. */
export interface KindOfPlan extends RowKind, RowGroup {
  /** What it is called: hexadecimal, as short as it is told apart in this plan, and at least four digits. */
  readonly kind: string;
  /** By which its rows are found. */
  readonly number: number;
}

export interface KindsOfPlan {
  /** Of the rows that are done: each of them is of one. */
  readonly kinds: readonly KindOfPlan[];
  /** Of the rows that are left out, as they were before that. */
  readonly leftOut: readonly KindOfPlan[];
}

export interface MessageOfPlan extends RowGroup {
  readonly code: MessageCode;
  readonly level: MessageLevel;
}
