/** Runs, as they are stored: what is searched in columns, the rest as JSON. */
import type { NewRun } from '../../application/ports/planStore.js';
import type { Delivery } from '../../domain/delivery/delivery.js';
import type { EnvironmentType } from '../../domain/directory.js';
import type { Guard } from '../../domain/guards/guard.js';
import { statusAt, type Run, type StoredStatus } from '../../domain/run.js';
import { columnsOf, reader, table } from '../table.js';
import { runDigest } from './digest.js';
import { countsOf, detailsOf } from './runDetails.js';

/** A run that is new, or planned anew: nothing is known of its approval or its end. */
interface PlannedRun {
  /** Where its rows stand. */
  readonly plan: number;
  /** Which of its plans it is, where rows were replaced since they were written there. */
  readonly edition?: number;
  readonly run: NewRun;
}

const { int, text, flag, jsonText } = columnsOf<PlannedRun>();

export const RUNS = table('runs', {
  id: int('id'),
  planId: int('plan_id', ({ plan }) => plan),
  edition: int('edition', ({ plan, edition = plan }) => edition),
  kind: text('kind', ({ run }) => run.kind),
  status: text('status', ({ run }): StoredStatus => run.status),
  type: text('type', ({ run }) => run.type),
  environmentId: int('environment_id', ({ run }) => run.environmentId),
  sha256: text('sha256', ({ run }) => run.file.sha256),
  definitionName: text('definition_name', ({ run }) => run.definition?.name ?? null),
  definitionSha256: text('definition_sha256', ({ run }) => run.definition?.sha256 ?? null),
  operator: text('operator', ({ run }) => run.operator),
  origin: text('origin', ({ run }) => run.origin),
  sessionLogin: text('session_login', ({ run }) => run.sessionLogin),
  databaseLogin: text('operator_database_login', ({ run }) => run.databaseLogin),
  askedBy: jsonText('approval_needed', ({ run }) => run.askedBy),
  rowsDigest: text('rows_digest', ({ run }): string | null => run.rowsDigest),
  approvedBy: text('approved_by', (): string | null => null),
  approvedAt: text('approved_at', (): string | null => null),
  approvedDatabaseLogin: text('approved_database_login', (): string | null => null),
  raisedBy: jsonText('raised_by', ({ run }) => run.raisedBy),
  appliedGuards: jsonText<readonly Guard[] | null>('applied_guards'),
  createdAt: text('created_at', ({ run }) => run.createdAt),
  appliedAt: text('applied_at', (): string | null => null),
  expiresAt: text('expires_at', ({ run }) => run.expiresAt),
  parent: int('parent', ({ run }) => run.parent),
  undoneBy: int<number | null>('undone_by'),
  pruned: flag('pruned'),
  set: jsonText<readonly number[] | null>('run_set'),
  rest: int<number | null>('rest'),
  delivery: jsonText('delivery', (): Delivery | null => null),
  reason: text('reason', ({ run }) => run.reason),
  details: jsonText('details', ({ run }) => detailsOf(run)),
});

const { sha256: _, approvedDatabaseLogin: __, ...READ } = RUNS.columns;

/** Reads runs with their environment, their latest second pass, and who applied them. */
export const RUN = reader(
  {
    ...READ,
    environment: text('e.code'),
    environmentType: text<EnvironmentType>('e.type'),
    secondId: int<number | null>('s.id'),
    secondStatus: text<StoredStatus | null>('s.status'),
    secondExpires: text<string | null>('s.expires_at'),
    appliedBy: text<string | null>("(select max(p.login) from run_people p where p.run = r.id and p.act = 'apply')"),
  },
  'r',
);
export type StoredRun = ReturnType<typeof RUN.decode>;

export const FROM_RUNS = `from runs r join environments e on e.id = r.environment_id
  left join runs s on s.id = (select max(x.id) from runs x where x.parent = r.id and x.kind = 'second-pass' and x.status <> 'discarded')`;

/** A run as it is at a moment (ISO 8601, UTC). */
export function runOf(stored: StoredRun, at: string): Run {
  const {
    environmentId: _,
    planId: __,
    edition,
    rowsDigest,
    status,
    secondId,
    secondStatus,
    secondExpires,
    details,
    ...run
  } = stored;
  const { environmentVersions: ___, settingsChange = null, again = null, ...shown } = details;
  const { definitionName: name, definitionSha256: sha256, ...known } = run;
  return {
    ...known,
    ...shown,
    plan: edition,
    status: statusAt(status, run.expiresAt, at),
    settingsChange,
    again,
    definition: name === null || sha256 === null ? null : { name, sha256 },
    digest: rowsDigest === null ? null : runDigest(rowsDigest, details.guardSettings, settingsChange),
    counts: countsOf(details.counts),
    // Runs of before did not count who stays active or blocked.
    summary: {
      ...details.summary,
      staysActive: details.summary.staysActive ?? {},
      staysBlocked: details.summary.staysBlocked ?? 0,
    },
    secondPass:
      secondId === null || secondStatus === null
        ? null
        : { run: secondId, status: statusAt(secondStatus, secondExpires ?? '', at) },
  };
}
