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

export interface PreviewHeights {
  readonly list: number;
  readonly detail: number;
}

/** Tabs, the table's heading and the detail's rule take a line each. */
export function previewHeights(size: Size): PreviewHeights {
  const free = bodyHeight(size) - 3;
  const detail = Math.max(5, Math.min(16, Math.floor(free * 0.45)));
  return { list: Math.max(1, free - detail), detail };
}

/** Users that drift, and below them the values of one; a heading and a rule take a line each. */
export function driftHeights(size: Size): PreviewHeights {
  const free = bodyHeight(size) - 2;
  const detail = Math.max(6, Math.floor(free * 0.55));
  return { list: Math.max(1, free - detail), detail };
}

/** Below the mapping: who loses what, and what the first rows come to. */
export function mapPanelHeight(body: number): number {
  return body < 25 ? 6 : 8;
}

/** The fields, below a heading of one line. */
export function mapListHeight(size: Size): number {
  const body = bodyHeight(size);
  return Math.max(1, body - 1 - mapPanelHeight(body));
}

/** A heading line, then the list. */
export function plainListHeight(size: Size, above: number): number {
  return Math.max(1, bodyHeight(size) - above);
}
