/**
 * The number by which rows of one kind of change are found: the same for the same kind, in every plan. Who makes a file can
 * find two kinds that would get one number, so that rows of one hide behind the other: the second of them gets another.
 */
import { createHash } from 'node:crypto';
import { kindKey, kindOf, roughKey } from '../../domain/kinds/rowKind.js';
import type { PlannedRow } from '../../domain/plannedRow.js';

/** What a whole number of both databases and of JavaScript holds. */
export const KIND_DIGITS = 12;

/** Kinds are few, where they are worth telling apart. */
const KEPT = 10_000;
const numbers = new Map<string, number>();
const taken = new Set<number>();
/** By what is found of a row without making its kind, of rows of plans of one environment. */
const roughly = { target: '', numbers: new Map<string, number>() };

/** Null for a row that is of no kind: one that is rejected. */
export function kindNumber(row: PlannedRow, target: string): number | null {
  const rough = roughKey(row);
  if (rough === undefined) return null;
  if (roughly.target !== target || roughly.numbers.size >= KEPT) {
    roughly.target = target;
    roughly.numbers.clear();
  }
  const known = roughly.numbers.get(rough);
  if (known !== undefined) return known;
  const kind = kindOf(row, target);
  if (!kind) return null;
  const number = numberOfKind(kindKey(kind));
  roughly.numbers.set(rough, number);
  return number;
}

function numberOfKind(key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  if (numbers.size >= KEPT) {
    numbers.clear();
    taken.clear();
  }
  let number = numberOf(key);
  for (let again = 1; taken.has(number); again++) number = numberOf(`${key}\n${again}`);
  taken.add(number);
  numbers.set(key, number);
  return number;
}

function numberOf(text: string): number {
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, KIND_DIGITS), 16);
}
