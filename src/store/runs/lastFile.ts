/** The last file of a kind that was applied somewhere. */
import type { LastFile, PlanStore } from '../../application/ports/planStore.js';
import { momentOf, type Connection } from '../connection/connection.js';
import { selectRows } from '../rows.js';
import { FROM_RUNS, RUN, runOf } from './runRecords.js';

/** Null where no such file was applied, or what was is undone. */
export async function findLastFile(
  connection: Connection,
  ...[environmentId, { definition, type }]: Parameters<PlanStore['lastFile']>
): Promise<LastFile | null> {
  const kind = definition === null ? 'r.definition_name is null and r.type = ?' : 'r.definition_name = ?';
  const [stored] = await selectRows(
    connection,
    RUN,
    `${FROM_RUNS} where r.environment_id = ? and ${kind} and r.kind = 'import' and r.status = 'applied'
     and r.undone_by is null order by r.applied_at desc, r.id desc limit 1`,
    [environmentId, definition ?? type],
  );
  if (!stored) return null;
  const { id, file, counts } = runOf(stored, momentOf(connection));
  return { run: id, rows: file.rows, endsOpen: counts.wholeFile?.endsOpen ?? null };
}
