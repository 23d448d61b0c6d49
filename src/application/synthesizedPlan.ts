/** Plans rows that do not come from a file: the second pass, bringing environments in line, acts by hand. */
import { IDENTITY_FIELDS, STANDARD_DEFAULTS, type FieldId, type ImportType } from '../domain/fields.js';
import type { PlanTally } from '../domain/planTally.js';
import type { Run, RunKind } from '../domain/run.js';
import type { ImportSettings, Mapping } from '../domain/settings.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { UserError } from './userError.js';
import { newRun } from './newRun.js';
import { doing } from './people.js';
import type { Recording } from './ports/auditLog.js';
import type { PlanWriter } from './ports/planStore.js';
import type { Reason, Watch } from './useCases.js';
import { writeAndPublish, writeRows, type RowsToPlan } from './writePlan.js';

export interface SynthesizedRows {
  readonly kind: Extract<RunKind, 'second-pass' | 'align' | 'hand'>;
  readonly type: ImportType;
  readonly environment: string;
  /** The field of each column. */
  readonly columns: readonly FieldId[];
  /** Texts of the rows, column by column, in chunks. */
  readonly rows: AsyncIterable<readonly (readonly string[])[]>;
  /** What stands where a file's name would. */
  readonly name: string;
  readonly parent: number | null;
  readonly reason: Reason | null;
  /** Users that are in none of the rows, as what others would follow is not known; asked once all are read. */
  readonly notAligned?: () => number;
}

/** Rows are numbered as in a file with a header on top; throws `UserError` when there are none. */
export async function planSynthesized(
  context: Context,
  given: SynthesizedRows,
  watch: Watch,
  record?: Recording,
): Promise<Run> {
  const reach = await reachOf(context.directory, given.environment);
  const mapping: Mapping = Object.fromEntries(
    given.columns.map((field, index) => [field, { kind: 'column', index, header: field } as const]),
  );
  const settings: ImportSettings = {
    type: given.type,
    mapping,
    defaults: STANDARD_DEFAULTS,
    emptyRules: {},
    ...(given.kind === 'hand' && BY_HAND),
  };
  const write = (writer: PlanWriter): Promise<PlanTally> =>
    writeRows(writer, reach, settings, numbered(given.rows), watch);
  return writeAndPublish(context.plans, reach, write, async (written) => {
    const notAligned = given.notAligned?.() ?? 0;
    if (written.tally.rows === 0) {
      if (notAligned > 0)
        throw new UserError('wrongUse', 'plan.nothing.alignUnknown', {
          environment: reach.target.code,
          count: notAligned,
        });
      const params = { environment: reach.target.code, run: given.parent ?? 0 };
      throw new UserError('wrongUse', `plan.nothing.${given.kind}`, params);
    }
    const origin = {
      kind: given.kind,
      settings,
      file: { name: given.name, sha256: '', blank: 0 },
      headers: given.columns,
      parent: given.parent,
      reason: given.reason,
    };
    const run = newRun(context, reach, origin, written);
    const { summary } = run;
    const unknown = notAligned === 0 ? summary.unknown : { ...(summary.unknown ?? NOTHING_UNKNOWN), notAligned };
    const told = { ...run, summary: { ...summary, ...(unknown && { unknown }) } };
    return written.plan.publish(told, doing(context, 'plan'), record);
  });
}

/** An act by hand touches no identity field that it does not name, and makes nobody. */
const BY_HAND = {
  emptyRules: Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, 'keep' as const])),
  onlyExisting: true,
} as const;

const NOTHING_UNKNOWN = { fields: {}, groups: [], system: 0 } as const;

const HEADER_ROW = 1;

async function* numbered(chunks: SynthesizedRows['rows']): AsyncGenerator<RowsToPlan> {
  let row = HEADER_ROW;
  for await (const chunk of chunks) {
    yield { rows: chunk.map((cells) => ({ row: ++row, cells })), secrets: [], excluded: new Map() };
  }
}
