/** The row of an undo that is about groups alone: those that no user's row tells of. */
import { message } from './messages.js';
import { NO_GROUP_CHANGES, NOTHING_PLANNED, type PlannedRow } from './plannedRow.js';
import type { Group, WorkingDirectory } from './workingDirectory.js';

export type GroupNote = Pick<Group, 'code' | 'description'>;

export interface GroupsToUndo {
  /** Made by the run that is undone: they go when nobody is in them. */
  readonly going: readonly GroupNote[];
  /** Removed by the run that is undone: they come back. */
  readonly returning: readonly GroupNote[];
}

/** Plans that groups come and go, and leaves the working directory with those that come back. */
export function planUndoGroups(
  row: number,
  { going, returning }: GroupsToUndo,
  directory: WorkingDirectory,
): PlannedRow {
  for (const { code, description } of returning) directory.createGroup(code, description);
  const created = returning.map(({ code }) => code);
  return {
    ...NOTHING_PLANNED,
    row,
    user: '',
    outcome: 'update',
    groups: created.length === 0 ? NO_GROUP_CHANGES : { added: [], removed: [], created },
    messages: going.map(({ code }) => message('UNDO_GROUP', 'group', { group: code })),
  };
}
