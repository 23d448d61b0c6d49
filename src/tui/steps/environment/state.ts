/** The target environment, with the environments that its changes reach. */
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import type { Cursor } from '../../shell/list.js';

export interface EnvironmentStep extends Cursor {
  readonly at: 'environment';
  readonly environments: readonly EnvironmentOverview[] | null;
}
