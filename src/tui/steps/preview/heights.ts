/** How the lines of the preview are shared. */
import { bodyHeight } from '../../shell/layout.js';
import type { Size } from '../../shell/wizard.js';

/** Tabs, the table's heading and the detail's rule take a line each. */
export function previewHeights(size: Size): { readonly list: number; readonly detail: number } {
  const free = bodyHeight(size) - 3;
  const detail = Math.max(5, Math.min(16, Math.floor(free * 0.45)));
  return { list: Math.max(1, free - detail), detail };
}
