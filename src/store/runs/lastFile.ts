/** The last file of a kind that was applied somewhere. */
import type { PlanStore } from '../../application/ports/planStore.js';
import { momentOf, type Connection } from '../connection/connection.js';
import { selectRows } from '../rows.js';
import { FROM_RUNS, RUN, runOf } from './runRecords.js';

/** How many rows it had; null where no such file was applied, or what was is undone. */
export async function rowsOfLastFile(
  connection: Connection,
  ...[environmentId, { definition, type }]: Parameters<PlanStore['rowsBefore']>
): Promise<number | null> {
  const kind = definition === null ? 'r.definition_name is null and r.type = ?' : 'r.definition_name = ?';
  const [stored] = await selectRows(
    connection,
    RUN,
    `${FROM_RUNS} where r.environment_id = ? and ${kind} and r.kind = 'import' and r.status = 'applied'
     and r.undone_by is null order by r.applied_at desc, r.id desc limit 1`,
    [environmentId, definition ?? type],
  );
  return stored ? runOf(stored, momentOf(connection)).file.rows : null;
}
