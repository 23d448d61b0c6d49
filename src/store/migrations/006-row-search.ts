/** A row is searched by its texts, where it was searched by the way in which they are stored. */
import type { Knex } from 'knex';

const CHUNK = 1000;

interface Row {
  readonly plan_id: number;
  readonly row_no: number;
  readonly user_code: string;
  readonly detail: string;
  readonly cells: string;
}

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('plan_rows', (table) => {
    // The texts of the row in lower case, one a line.
    table.text('search').notNullable().defaultTo('');
  });
  for (let after: Row | undefined; ;) {
    const query = knex<Row>('plan_rows').select('plan_id', 'row_no', 'user_code', 'detail', 'cells');
    if (after) void query.whereRaw('(plan_id, row_no) > (?, ?)', [after.plan_id, after.row_no]);
    const rows: Row[] = await query.orderBy(['plan_id', 'row_no']).limit(CHUNK);
    for (const row of rows) {
      const { plan_id, row_no } = row;
      await knex('plan_rows')
        .where({ plan_id, row_no })
        .update({ search: textsOf(row) });
    }
    after = rows.at(-1);
    if (!after) return;
  }
}

/** Everything that is a text in what the row changes and in its cells. */
function textsOf({ user_code, detail, cells }: Row): string {
  const { n, c, g } = JSON.parse(detail) as { n?: unknown; c?: unknown; g?: unknown };
  const [texts] = JSON.parse(cells) as [unknown];
  const found = new Set([user_code, ...leavesOf([n, c, g, texts])]);
  return [...found].join('\n').toLowerCase().normalize('NFC').replaceAll('\0', '');
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
