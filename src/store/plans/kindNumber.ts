/** The number by which rows of one kind of change are found: the same for the same kind, in every plan. */
import { createHash } from 'node:crypto';
import { kindKey, kindOf } from '../../domain/kinds/rowKind.js';
import type { PlannedRow } from '../../domain/plannedRow.js';

/** What a whole number of both databases and of JavaScript holds. */
export const KIND_DIGITS = 12;

/** Kinds are few, where they are worth telling apart. */
const KEPT = 10_000;
const numbers = new Map<string, number>();

/** Null for a row that is of no kind: one that is rejected. */
export function kindNumber(row: PlannedRow, target: string): number | null {
  const kind = kindOf(row, target);
  if (!kind) return null;
  const key = kindKey(kind);
  const known = numbers.get(key);
  if (known !== undefined) return known;
  if (numbers.size >= KEPT) numbers.clear();
  const number = Number.parseInt(createHash('sha256').update(key).digest('hex').slice(0, KIND_DIGITS), 16);
  numbers.set(key, number);
  return number;
}
