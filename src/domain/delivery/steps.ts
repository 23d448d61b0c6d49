/** What a row of a plan asks of AFAS, as mutation codes: the row's own, or those that do the same together. */
import { CODE_RULES, isMutationCode, type MutationCode } from '../mutationCodes.js';
import type { PlannedRow } from '../plannedRow.js';
import { caseKey } from '../sourceRow.js';

export interface Step {
  readonly code: MutationCode;
  /** The group that is joined. */
  readonly group?: string;
}

/** What a row comes to, in whatever way that is told. */
export interface Doing {
  readonly renames: boolean;
  /** Whether the user ends up blocked, where the row changes that; null where it does not. */
  readonly blocks: boolean | null;
  /** Values of the environment's own are written. */
  readonly changesOwn: boolean;
}

/** Of an act, an undo or a mutation, which has no code: a rename first, then the block, groups, and values. */
export function stepsOf({ code, groups }: PlannedRow, { renames, blocks, changesOwn }: Doing): readonly Step[] {
  const joins = groups.added.map((group): Step => ({ code: isCreated(groups.created, group) ? '3' : '1', group }));
  if (code !== null && isMutationCode(code)) return [{ ...joins[0], code }];
  const steps: Step[] = [];
  if (renames) steps.push({ code: '4' });
  if (groups.removed.length > 0) steps.push({ code: '0' });
  else if (blocks !== null) steps.push({ code: blocks ? '2' : '6' });
  steps.push(...joins);
  if (steps.length === 0 || (changesOwn && !steps.some(writesOwn))) steps.push({ code: '1' });
  return steps;
}

/** Whether values of an environment's own go with a code. */
export function writesOwn({ code }: Step): boolean {
  return CODE_RULES[code].writesFields;
}

/** Whether a group is among those that a row creates. */
export function isCreated(created: readonly string[], group: string | undefined): boolean {
  return group !== undefined && created.some((one) => caseKey(one) === caseKey(group));
}
