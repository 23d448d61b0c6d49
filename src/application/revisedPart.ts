/**
 * The part of a plan that a change of some of its rows can reach. A large plan is worked out anew in that part alone: no other
 * row can come out otherwise, as long as the directory is what it was (decision 46).
 */
import { needsOf, NO_NEEDS } from '../domain/directoryNeeds.js';
import { typedOver } from '../domain/mendedRow.js';
import { RowReader } from '../domain/readRow.js';
import type { Run } from '../domain/run.js';
import { groupsAmong, groupsThere, keepsKeys, keysOfUsers, sharedKeys, type KeysOfRows } from '../domain/sharedKeys.js';
import type { SourceRow } from '../domain/sourceRow.js';
import type { DirectoryNeeds } from '../domain/workingDirectory.js';
import type { Context } from './context.js';
import type { AuditedAct } from './ports/auditLog.js';
import type { RevisedPart } from './ports/planStore.js';
import type { RowsAgain } from './writeAgain.js';

/** Plans of fewer rows, and larger parts, are worked out anew as a whole: that takes no longer. */
const IN_PART = { from: 2000, share: 0.5 };

/** Acts that leave the directory, its environments and their settings as they are. */
const LEAVES_DIRECTORY: ReadonlySet<AuditedAct> = new Set<AuditedAct>([
  ...(['plan', 'exclude', 'mend', 'raise', 'approve', 'discard', 'undo'] as const),
  ...(['definition.save', 'definition.delete'] as const),
]);

/** Rows that are left out, taken back or mended; null where the plan has to be worked out as a whole. */
export async function partToRevise(again: RowsAgain): Promise<RevisedPart | null> {
  const { context, run, reach, revision } = again;
  const { changed } = revision;
  const { file, kind, settings, summary } = run;
  const { from, share } = context.inPart ?? IN_PART;
  const most = file.rows * share;
  if (kind !== 'import' || file.rows < from || changed.length > most || !keepsKeys(settings)) return null;
  // What a mirror does not know is not kept with the rows.
  if (reach.target.mirror || summary.unknown) return null;
  if (!(await isAsItWas(context, run))) return null;
  const keys = await context.plans.keysOfRows(run.id);
  return keys ? reachedFrom(again, keys, most) : null;
}

/** Whether rows that nothing reaches would come out the same: nothing changed that they rely on, nor how they are planned. */
async function isAsItWas({ audit, program = '' }: Context, { asOf }: Run): Promise<boolean> {
  if (!asOf || asOf.program !== program) return false;
  for await (const records of audit.records({ after: asOf.audit }))
    if (records.some(({ outcome, what }) => outcome === 'done' && !LEAVES_DIRECTORY.has(what))) return false;
  return true;
}

/** From row to row: whatever has a key of one that is reached is reached as well. */
async function reachedFrom(
  { context: { plans }, run, reach, revision: { changed, mended } }: RowsAgain,
  index: KeysOfRows,
  most: number,
): Promise<RevisedPart | null> {
  const reader = new RowReader(run.settings);
  const { participant } = reach.target;
  const needs = (rows: readonly SourceRow[]): DirectoryNeeds =>
    needsOf(
      rows.map((row) => reader.read(row)),
      reader,
      participant,
    );
  const reached = new Set(changed);
  const keys = new Set<string>();
  for (let ahead = [...reached]; ahead.length > 0;) {
    const rows: SourceRow[] = [];
    // A mended row has had the keys of what it said before.
    for await (const chunk of plans.cells(run.id, ahead))
      for (const row of chunk) rows.push(row, typedOver(row, mended.get(row.row) ?? []));
    const asked = needs(rows);
    const there = groupsThere(await plans.read(reach, { ...NO_NEEDS, groupKeys: asked.groupKeys }));
    const own = sharedKeys(asked, (group) => there.has(group));
    const found = new Set(
      [...own, ...keysOfUsers(await plans.usersHaving(reach, asked))].filter((key) => !keys.has(key)),
    );
    for (const key of found) keys.add(key);
    ahead = index.having(found).filter((row) => !reached.has(row));
    for (const row of ahead) reached.add(row);
    if (reached.size > most) return null;
  }
  return { rows: [...reached].sort((one, other) => one - other), groups: groupsAmong(keys) };
}
