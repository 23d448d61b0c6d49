/**
 * Groups that come or go with an undo: a group that the run made goes when nobody is in it, and one that
 * it removed comes back. What no user's row says, such as a group that nobody ever was in, is shown by
 * a row of its own, which can be left out like any other.
 */
import { NO_NEEDS } from '../domain/directoryNeeds.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import { planUndoGroups, type GroupNote } from '../domain/planUndoGroups.js';
import { caseKey } from '../domain/sourceRow.js';
import { WorkingDirectory, type Group } from '../domain/workingDirectory.js';
import type { PlanWriter, Reach } from './ports/planStore.js';

export interface GroupsOfRun {
  readonly created: readonly GroupNote[];
  readonly removed: readonly GroupNote[];
}

export interface UndoneGroups {
  /** The row about groups alone, where there is something to say. */
  readonly row: PlannedRow | undefined;
  /** Groups that go when the plan leaves nobody in them. */
  readonly removed: readonly GroupNote[];
  readonly created: readonly Group[];
}

/** `joined` are the case keys of the groups that users of the run came to be in; `excluded` is the row, left out. */
export async function undoGroups(
  writer: PlanWriter,
  reach: Reach,
  { created, removed }: GroupsOfRun,
  joined: ReadonlySet<string>,
  { row, excluded }: { readonly row: number; readonly excluded: PlannedRow | undefined },
): Promise<UndoneGroups> {
  const directory = new WorkingDirectory(reach.target, reach.environments);
  const groupKeys = removed.map(({ code }) => caseKey(code));
  if (removed.length > 0) directory.load(await writer.load({ ...NO_NEEDS, groupKeys }));
  const lone = {
    going: created.filter(({ code }) => !joined.has(caseKey(code))),
    returning: removed.filter(({ code }) => !directory.group(code)),
  };
  if (lone.going.length + lone.returning.length === 0) return { row: undefined, removed: created, created: [] };
  if (excluded) return { row: excluded, removed: created.filter((group) => !lone.going.includes(group)), created: [] };
  const planned = planUndoGroups(row, lone, directory);
  return { row: planned, removed: created, created: directory.touched().groups };
}
