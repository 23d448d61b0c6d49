/** How the lines of the mapping are shared: the fields above, and what they come to below. */
import { bodyHeight } from '../../shell/layout.js';
import type { Size } from '../../shell/wizard.js';

/** Below the mapping: who loses what, and what the first rows come to. */
export function mapPanelHeight(body: number): number {
  return body < 25 ? 6 : 8;
}

/** The fields, below a heading of one line. */
export function mapListHeight(size: Size): number {
  const body = bodyHeight(size);
  return Math.max(1, body - 1 - mapPanelHeight(body));
}
