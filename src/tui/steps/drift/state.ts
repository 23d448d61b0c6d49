/** Linked users whose synced values differ between environments, and bringing them in line with one of these. */
import type { DriftingUser } from '../../../application/ports/directoryStore.js';
import type { EnvironmentType } from '../../../domain/directory.js';
import { bodyHeight } from '../../shell/layout.js';
import type { Cursor } from '../../shell/list.js';
import type { Size } from '../../shell/wizard.js';
import type { Rest } from './readDrift.js';

export interface DriftStep extends Cursor {
  readonly at: 'drift';
  /** The type of environment that is looked at; null for all of them. */
  readonly type: EnvironmentType | null;
  /** As far as they were read; null until the first are there. */
  readonly users: readonly DriftingUser[] | null;
  /** What is still to be read, and whether that is being done. */
  readonly rest: Rest | null;
  readonly reading: boolean;
}

/** Users that drift, and below them the values of one; a heading and a rule take a line each. */
export function driftHeights(size: Size): { readonly list: number; readonly detail: number } {
  const free = bodyHeight(size) - 2;
  const detail = Math.max(6, Math.floor(free * 0.55));
  return { list: Math.max(1, free - detail), detail };
}
