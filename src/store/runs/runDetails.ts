/** What is stored of a run in one JSON text: nothing of it is searched. */
import type { NewRun } from '../../application/ports/planStore.js';
import type { GuardCounts } from '../../domain/guards/guardCounts.js';
import type { PlannedAsOf, Run } from '../../domain/run.js';
import type { SettingsChange } from '../../domain/settingsChange.js';
import { identityBits, identityFieldsOf } from '../plans/identityBits.js';

type RunDetails = Pick<Run, 'file' | 'settings' | 'headers' | 'layout' | 'guardSettings' | 'summary' | 'deferredUpns'> &
  Pick<NewRun, 'environmentVersions'> & {
    readonly counts: StoredCounts;
    readonly settingsChange?: SettingsChange | null;
    readonly again?: number | null;
    readonly asOf?: PlannedAsOf;
  };

/** Sets of identity fields are stored as bits. */
interface StoredCounts extends Omit<GuardCounts, 'cleared' | 'importedIdentity'> {
  /** Users by what they lose. */
  readonly clearedBy: Readonly<Record<number, number>>;
  readonly importedIdentity: number;
}

export function detailsOf(run: NewRun): RunDetails {
  const { file, settings, headers, layout, guardSettings, counts, summary, deferredUpns, environmentVersions } = run;
  return {
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
    ...(run.again !== null && { again: run.again }),
    ...(run.asOf && { asOf: run.asOf }),
  };
}

function storedCounts({ cleared, importedIdentity, ...counts }: GuardCounts): StoredCounts {
  return {
    ...counts,
    clearedBy: Object.fromEntries(cleared.map(({ fields, users }) => [identityBits(fields), users])),
    importedIdentity: identityBits(importedIdentity),
  };
}

/** Runs of before did not count who is new and who changes. */
export function countsOf({ clearedBy, importedIdentity, ...counts }: StoredCounts): GuardCounts {
  return {
    ...counts,
    creates: counts.creates ?? 0,
    updates: counts.updates ?? 0,
    cleared: Object.entries(clearedBy).map(([bits, users]) => ({ fields: identityFieldsOf(Number(bits)), users })),
    importedIdentity: identityFieldsOf(importedIdentity),
  };
}
