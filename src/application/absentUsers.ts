/** Plans a file, and the active users whom none of its rows names (docs/rules.md, *Who is not in the file*). */
import { absentRow, type AbsentSettings } from '../domain/absent.js';
import { IDENTITY_FIELDS, STANDARD_DEFAULTS } from '../domain/fields.js';
import type { RowKind } from '../domain/kinds/kind.js';
import { kindOf } from '../domain/kinds/rowKind.js';
import type { PlanTally } from '../domain/planTally.js';
import { RowReader } from '../domain/readRow.js';
import type { ImportSettings } from '../domain/settings.js';
import { caseKey } from '../domain/sourceRow.js';
import { NO_FILTER } from '../domain/userFilter.js';
import type { Context } from './context.js';
import type { PlanWriter, Reach } from './ports/planStore.js';
import { readFilter } from './readFilter.js';
import type { Watch } from './useCases.js';
import { beginRows, planRows, type RowsToPlan } from './writePlan.js';

/** Users by the case key of their codes, each with the kind of change that its row was. */
export type LeftOutUsers = ReadonlyMap<string, RowKind | undefined>;

const NOBODY: LeftOutUsers = new Map();

/**
 * Plans the rows of a file, counts whom they do not name, and plans a row for each of those where the settings ask for it;
 * `leftOut` are those of whom the administrator decided that nothing happens to them.
 */
export async function writeImportRows(
  writer: PlanWriter,
  reach: Reach,
  settings: ImportSettings,
  chunks: AsyncIterable<RowsToPlan>,
  watch: Watch,
  leftOut: LeftOutUsers = NOBODY,
): Promise<PlanTally> {
  const { absent } = settings;
  const work = beginRows(writer, reach, settings, watch);
  await planRows(work, new RowReader(settings), chunks);
  const users = await writer.countAbsent();
  work.tally.absent = { users, action: absent?.action ?? 'none' };
  if (!absent) return work.tally;
  const filter = absent.where === undefined ? NO_FILTER : readFilter(absent.where);
  await planRows(
    work,
    new RowReader(settingsOfAbsent(absent, settings.checks)),
    rowsOf(writer.absentUsers(filter), leftOut),
  );
  return work.tally;
}

/** What a row about an absent user is planned by: it blocks as the act does, and writes nothing else. */
function settingsOfAbsent({ action }: AbsentSettings, checks: ImportSettings['checks']): ImportSettings {
  return {
    type: 'user',
    mapping: { user: { kind: 'column', index: 0, header: 'user' } },
    defaults: STANDARD_DEFAULTS,
    emptyRules: Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, 'keep' as const])),
    ...(checks && { checks }),
    act: { act: 'block', ...(action === 'block-keep-groups' && { keepGroups: true }) },
  };
}

async function* rowsOf(chunks: AsyncIterable<readonly string[]>, leftOut: LeftOutUsers): AsyncGenerator<RowsToPlan> {
  let count = 0;
  for await (const users of chunks) {
    const rows = users.map((user) => ({ row: absentRow(++count), cells: [user] }));
    const excluded = rows.flatMap(({ row, cells: [user = ''] }) => {
      const key = caseKey(user);
      return leftOut.has(key) ? [[row, leftOut.get(key)] as const] : [];
    });
    yield { rows, secrets: [], excluded: new Map(excluded) };
  }
}

/** The absent users of a plan that are left out in another one; `isExcluded` says so of a row by its number. */
export async function absentLeftOut(
  { plans }: Context,
  runId: number,
  isExcluded: (row: number, before: boolean) => boolean,
): Promise<LeftOutUsers> {
  const users = new Map<string, RowKind | undefined>();
  const { environment } = await plans.run(runId);
  for await (const rows of plans.rows(runId, { absent: true }))
    for (const row of rows)
      if (isExcluded(row.row, row.outcome === 'excluded')) users.set(caseKey(row.user), kindOf(row, environment));
  return users;
}
