/** Runs, as they are stored: what is searched in columns, the rest as JSON. */
import type { EnvironmentType } from '../../domain/directory.js';
import type { ImportType } from '../../domain/fields.js';
import type { Guard, GuardCounts } from '../../domain/guards.js';
import type { Run, RunKind, RunStatus } from '../../domain/run.js';
import type { SettingsChange } from '../../domain/settingsChange.js';
import type { NewRun } from '../../application/ports/planStore.js';
import { identityBits, identityFieldsOf } from '../plans/identityBits.js';
import { runDigest } from './digest.js';
import type { Binding } from '../rows.js';

export interface RunRecord {
  id: number;
  plan_id: number;
  environment_id: number;
  kind: RunKind;
  status: RunStatus;
  type: ImportType;
  environment: string;
  environment_type: EnvironmentType;
  operator: string;
  origin: string;
  session_login: string | null;
  operator_database_login: string | null;
  approval_needed: string;
  rows_digest: string | null;
  approved_by: string | null;
  approved_at: string | null;
  /** Absent where a run is read without those who did something to it. */
  applied_by?: string | null;
  raised_by: string;
  applied_guards: string | null;
  created_at: string;
  applied_at: string | null;
  expires_at: string;
  parent: number | null;
  undone_by: number | null;
  pruned: number;
  details: string;
  second_id: number | null;
  second_status: RunStatus | null;
}

type RunDetails = Pick<Run, 'file' | 'settings' | 'headers' | 'layout' | 'guardSettings' | 'summary' | 'deferredUpns'> &
  Pick<NewRun, 'environmentVersions'> & {
    readonly counts: StoredCounts;
    readonly settingsChange?: SettingsChange | null;
  };

/** Sets of identity fields are stored as bits. */
interface StoredCounts extends Omit<GuardCounts, 'cleared' | 'importedIdentity'> {
  /** Users by what they lose. */
  readonly clearedBy: Readonly<Record<number, number>>;
  readonly importedIdentity: number;
}

function storedCounts({ cleared, importedIdentity, ...counts }: GuardCounts): StoredCounts {
  return {
    ...counts,
    clearedBy: Object.fromEntries(cleared.map(({ fields, users }) => [identityBits(fields), users])),
    importedIdentity: identityBits(importedIdentity),
  };
}

/** Runs of before did not count who is new and who changes. */
function countsOf({ clearedBy, importedIdentity, ...counts }: StoredCounts): GuardCounts {
  return {
    ...counts,
    creates: counts.creates ?? 0,
    updates: counts.updates ?? 0,
    cleared: Object.entries(clearedBy).map(([bits, users]) => ({ fields: identityFieldsOf(Number(bits)), users })),
    importedIdentity: identityFieldsOf(importedIdentity),
  };
}

/** Runs with their environment, and their latest second pass. */
export const SELECT_RUNS = `select r.*, e.code as environment, e.type as environment_type, s.id as second_id, s.status as second_status,
  (select max(p.login) from run_people p where p.run = r.id and p.act = 'apply') as applied_by
  from runs r join environments e on e.id = r.environment_id
  left join runs s on s.id = (select max(x.id) from runs x where x.parent = r.id and x.kind = 'second-pass' and x.status <> 'discarded')`;

export function runOf(record: RunRecord): Run {
  const details = JSON.parse(record.details) as RunDetails;
  const settingsChange = details.settingsChange ?? null;
  return {
    id: record.id,
    plan: record.plan_id,
    kind: record.kind,
    status: record.status,
    type: record.type,
    environment: record.environment,
    environmentType: record.environment_type,
    file: details.file,
    operator: record.operator,
    origin: record.origin,
    sessionLogin: record.session_login,
    databaseLogin: record.operator_database_login,
    askedBy: JSON.parse(record.approval_needed) as string[],
    digest: record.rows_digest === null ? null : runDigest(record.rows_digest, details.guardSettings, settingsChange),
    approvedBy: record.approved_by,
    approvedAt: record.approved_at,
    appliedBy: record.applied_by ?? null,
    raisedBy: JSON.parse(record.raised_by) as string[],
    appliedGuards: record.applied_guards === null ? null : (JSON.parse(record.applied_guards) as Guard[]),
    createdAt: record.created_at,
    appliedAt: record.applied_at,
    expiresAt: record.expires_at,
    settings: details.settings,
    settingsChange,
    headers: details.headers,
    layout: details.layout,
    guardSettings: details.guardSettings,
    counts: countsOf(details.counts),
    // Runs of before did not count who stays active or blocked.
    summary: {
      ...details.summary,
      staysActive: details.summary.staysActive ?? {},
      staysBlocked: details.summary.staysBlocked ?? 0,
    },
    deferredUpns: details.deferredUpns,
    parent: record.parent,
    undoneBy: record.undone_by,
    secondPass:
      record.second_id === null || record.second_status === null
        ? null
        : { run: record.second_id, status: record.second_status },
    pruned: record.pruned === 1,
  };
}

export function environmentVersionsOf(record: Pick<RunRecord, 'details'>): NewRun['environmentVersions'] {
  return (JSON.parse(record.details) as RunDetails).environmentVersions;
}

/** What a run of kind `settings` changes; null for every other. */
export function settingsChangeOf(record: Pick<RunRecord, 'details'>): SettingsChange | null {
  return (JSON.parse(record.details) as RunDetails).settingsChange ?? null;
}

/** Column values of a run that is new, or planned anew. */
export function runValues(plan: number, run: NewRun): Record<string, Binding> {
  const { file, settings, headers, layout, guardSettings, counts, summary, deferredUpns, environmentVersions } = run;
  const details: RunDetails = {
    file,
    settings,
    headers,
    layout,
    guardSettings,
    counts: storedCounts(counts),
    summary,
    deferredUpns,
    environmentVersions,
    ...(run.settingsChange && { settingsChange: run.settingsChange }),
  };
  return {
    plan_id: plan,
    kind: run.kind,
    status: 'planned',
    type: run.type,
    environment_id: run.environmentId,
    sha256: file.sha256,
    operator: run.operator,
    origin: run.origin,
    session_login: run.sessionLogin,
    operator_database_login: run.databaseLogin,
    approval_needed: JSON.stringify(run.askedBy),
    rows_digest: run.rowsDigest,
    approved_by: null,
    approved_at: null,
    approved_database_login: null,
    raised_by: JSON.stringify(run.raisedBy),
    created_at: run.createdAt,
    applied_at: null,
    expires_at: run.expiresAt,
    parent: run.parent,
    details: JSON.stringify(details),
  };
}
