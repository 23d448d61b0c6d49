/** Where things stand on the screen: how many lines each part gets. Pure. */
import type { Size } from './wizard.js';

/** Below this, the wizard says what it needs instead of showing half a screen. */
export const LEAST_SIZE: Size = { columns: 60, rows: 20 };

export function isTooSmall(size: Size): boolean {
  return size.columns < LEAST_SIZE.columns || size.rows < LEAST_SIZE.rows;
}

/** Lines of keys at the bottom. */
export function footerHeight(size: Size): number {
  return size.columns < 100 ? 2 : 1;
}

/** Title, context, rule above; one line for notices and prompts, and the footer below. */
export function bodyHeight(size: Size): number {
  return Math.max(1, size.rows - 4 - footerHeight(size));
}

/** A heading line, then the list. */
export function plainListHeight(size: Size, above: number): number {
  return Math.max(1, bodyHeight(size) - above);
}
