/** Rows that were mended in this session, by run. */
import type { Wizard } from '../shell/wizard.js';

export function withMended(mended: Wizard['mended'], run: number, rows: readonly number[] = []): Wizard['mended'] {
  if (rows.length === 0) return mended;
  return new Map(mended).set(run, [...new Set([...(mended.get(run) ?? []), ...rows])]);
}
