/** What became of a change that was delivered. */
import type { ChangedField, ChangedValue } from '../plannedRow.js';

/** `notSeen`: in an environment that is no mirror, or of a field that is not read. */
export const VERIFIED_STATES = ['so', 'notYet', 'otherwise', 'notSeen'] as const;
export type VerifiedState = (typeof VERIFIED_STATES)[number];

/** What all rows of a plan together make of one value of a user. */
export interface DeliveredChange {
  /** The last row that changes it. */
  readonly row: number;
  readonly field: ChangedField;
  readonly from: ChangedValue;
  readonly to: ChangedValue;
}

export interface VerifiedChange extends DeliveredChange {
  readonly environment: string;
  readonly user: string;
  /** As it is now; null for who is not there, and for what is not known. */
  readonly found: ChangedValue;
  readonly state: VerifiedState;
}
