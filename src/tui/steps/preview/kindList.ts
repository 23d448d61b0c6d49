/** The rows of a plan by kind of change, as the preview lists them. */
import type { KindOfPlan, KindsOfPlan } from '../../../application/rowGroups.js';
import type { Run } from '../../../domain/run.js';
import { changesOf, isDone, OUTCOMES } from '../../../domain/outcomes.js';
import { widthOf } from '../../../presentation/textWidth.js';

/** A kind with `rows` that are done, and those of it that are left out. */
export interface ListedKind extends KindOfPlan {
  readonly leftOut: number;
}

export interface KindList {
  readonly kinds: readonly ListedKind[];
  /** Kinds of one row: they look like no other. */
  readonly alone: number;
  /** The most rows of a kind, and the columns that the widest environments take. */
  readonly mostRows: number;
  readonly environmentsWidth: number;
}

/**
 * The rarest first, and what changes nothing last. A kind keeps its place when it is left out, so that the same key takes it
 * back.
 */
export function kindListOf({ kinds, leftOut }: KindsOfPlan): KindList {
  const found = new Map<number, ListedKind>(kinds.map((kind) => [kind.number, { ...kind, leftOut: 0 }]));
  for (const kind of leftOut) {
    const done = found.get(kind.number);
    const example = done && done.example.row < kind.example.row ? done.example : kind.example;
    found.set(kind.number, { ...kind, example, rows: done?.rows ?? 0, leftOut: kind.rows });
  }
  const listed = [...found.values()].sort(inOrder);
  return {
    kinds: listed,
    alone: listed.filter(isAlone).length,
    mostRows: listed.reduce((most, kind) => Math.max(most, rowsOf(kind)), 0),
    environmentsWidth: listed.reduce((most, kind) => Math.max(most, widthOf(whereText(kind))), 0),
  };
}

function inOrder(one: ListedKind, other: ListedKind): number {
  return (
    Number(one.outcome === 'unchanged') - Number(other.outcome === 'unchanged') ||
    rowsOf(one) - rowsOf(other) ||
    one.example.row - other.example.row
  );
}

/** The environment by its code, or how many they are: what happens needs the room. */
export function whereText({ environments }: ListedKind): string {
  return environments.length > 1 ? String(environments.length) : environments.join('');
}

/** All rows of a kind, also those that are left out. */
export function rowsOf({ rows, leftOut }: ListedKind): number {
  return rows + leftOut;
}

/** Whether a kind is of one row that does something: such rows are looked at one by one. */
export function isAlone(kind: ListedKind): boolean {
  return rowsOf(kind) === 1 && kind.outcome !== 'unchanged';
}

/** From so many rows on, what they have in common says more than the first of them. */
const MANY_ROWS = 20;

/** Whether a plan is looked at by kind first: one of few rows by those. */
export function isLarge({ summary: { outcomes } }: Pick<Run, 'summary'>): boolean {
  const done = OUTCOMES.filter(isDone).reduce((sum, outcome) => sum + (outcomes[outcome] ?? 0), 0);
  return done >= MANY_ROWS && changesOf({ outcomes }) > 0;
}
