/** The rows of a plan by what they have in common: their kind of change, or a message. */
import type { CountedKind, CountedMessage } from '../../application/ports/planStore.js';
import { isDone } from '../../domain/outcomes.js';
import type { Knex } from 'knex';
import type { Connection } from '../connection/connection.js';
import { number, select, selectOne } from '../rows.js';
import type { StoredRun } from '../runs/runRecords.js';
import { kindNumber } from './kindNumber.js';
import { markBit } from './planRowRecords.js';
import { readRows } from './rowQueries.js';

/** The rarest first; `areKept` where rows are found by the number of their kind, which an earlier Instroom did not keep. */
export interface KindCounts {
  readonly kinds: readonly CountedKind[];
  readonly areKept: boolean;
}

/** Which rows are asked about: where they stand, of which edition of a plan, in which environment. */
export type RowsOfRun = Pick<StoredRun, 'planId' | 'edition' | 'environment'>;

/** Of the edition that was asked about last: its rows do not change, and a filter asks for their kinds with every key. */
const lastCounted = new WeakMap<Knex, { readonly edition: number; readonly counts: KindCounts }>();

export async function countKinds(connection: Connection, run: RowsOfRun): Promise<KindCounts> {
  const last = lastCounted.get(connection.knex);
  if (last?.edition === run.edition) return last.counts;
  const counts = await countedKinds(connection, run.planId, run.environment);
  lastCounted.set(connection.knex, { edition: run.edition, counts });
  return counts;
}

async function countedKinds(connection: Connection, plan: number, target: string): Promise<KindCounts> {
  if (await isOfBefore(connection, plan))
    return { kinds: rarestFirst(await foundKinds(connection, plan, target)), areKept: false };
  const found = await select<{ kind: number; rows: number; example: number; left_out: number }>(
    connection.knex,
    `select kind, count(*) as rows, min(row_no) as example, left_out
     from (select kind, row_no, case when outcome = 'excluded' then 1 else 0 end as left_out
           from plan_rows where plan_id = ? and kind is not null) by_kind
     group by kind, left_out`,
    [plan],
  );
  const counted = found.map(({ kind, rows, example, left_out: leftOut }) => ({
    kind: number(kind),
    rows: number(rows),
    example: number(example),
    leftOut: number(leftOut) === 1,
  }));
  return { kinds: rarestFirst(counted), areKept: true };
}

/** An earlier Instroom kept no kinds. */
async function isOfBefore({ knex }: Connection, plan: number): Promise<boolean> {
  const first = await selectOne(
    knex,
    "select 1 from plan_rows where plan_id = ? and kind is null and outcome not in ('rejected', 'excluded') limit 1",
    [plan],
  );
  return first !== undefined;
}

async function foundKinds(connection: Connection, plan: number, target: string): Promise<readonly CountedKind[]> {
  const found = new Map<number, { kind: number; rows: number; example: number; leftOut: false }>();
  for await (const rows of readRows(connection, plan)) {
    for (const row of rows) {
      const kind = isDone(row.outcome) ? kindNumber(row, target) : null;
      if (kind === null) continue;
      const counted = found.get(kind);
      if (counted) counted.rows++;
      else found.set(kind, { kind, rows: 1, example: row.row, leftOut: false });
    }
  }
  return [...found.values()];
}

export async function countMessages({ knex, dialect }: Connection, plan: number): Promise<readonly CountedMessage[]> {
  const told = markBit('error') | markBit('warning') | markBit('notice');
  const found = await select<CountedMessage>(
    knex,
    `select code, level, count(distinct row_no) as rows, min(row_no) as example
     from (select m.value ->> 0 as code, m.value ->> 1 as level, r.row_no
           from plan_rows r, ${dialect.unfoldIn('r.detail', 'm', 'm')}
           where r.plan_id = ? and r.marks & ${told} > 0) told
     group by code, level`,
    [plan],
  );
  return rarestFirst(found.map((one) => ({ ...one, rows: number(one.rows), example: number(one.example) })));
}

/** What stands out comes first; what is as rare in the order of the file. */
function rarestFirst<Counted extends { readonly rows: number; readonly example: number }>(
  counted: readonly Counted[],
): readonly Counted[] {
  return [...counted].sort((one, other) => one.rows - other.rows || one.example - other.example);
}
