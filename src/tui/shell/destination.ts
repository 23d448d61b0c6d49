/** Where a step can send the wizard, with what the step there has to be told: all that steps know of each other. */
import type { RunAnswer } from '../../application/useCases.js';
import type { EnvironmentType } from '../../domain/directory.js';

/** Steps that need nothing but what was chosen so far. */
export type PlainName = 'type' | 'environment' | 'path' | 'file' | 'map' | 'history' | 'users';

export interface PlainDestination {
  readonly to: PlainName;
}

export interface RunDestination {
  readonly to: 'preview' | 'confirm' | 'progress' | 'result';
  readonly answer: RunAnswer;
}

export interface DriftDestination {
  readonly to: 'drift';
  /** The type of environment that is looked at; null for all of them. */
  readonly type: EnvironmentType | null;
}

export type Destination = PlainDestination | RunDestination | DriftDestination;
