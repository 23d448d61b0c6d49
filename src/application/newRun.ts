/** Makes the record of a run from a plan that was written. */
import { ALL_IDENTITY, importedIdentity, type GuardSettings } from '../domain/guards.js';
import type { RunKind } from '../domain/run.js';
import type { ImportSettings } from '../domain/settings.js';
import type { Context } from './context.js';
import type { Reach } from './ports/planStore.js';
import type { NewRun } from './ports/planStore.js';
import type { WrittenPlan } from './writePlan.js';

/** Days that a plan can be applied, unless told otherwise (SPEC 6). */
const STANDARD_EXPIRY_DAYS = 7;

export interface RunOrigin {
  readonly kind: RunKind;
  readonly settings: ImportSettings;
  readonly file: { readonly name: string; readonly sha256: string; readonly blank: number };
  readonly headers: readonly string[];
  readonly layout: unknown;
  readonly guardSettings: GuardSettings;
  readonly parent: number | null;
  readonly expiresAfterDays?: number | undefined;
}

export function newRun(
  context: Context,
  { target, environments }: Reach,
  origin: RunOrigin,
  written: WrittenPlan,
): NewRun {
  const { tally, users } = written;
  const now = context.now();
  const days = origin.expiresAfterDays ?? STANDARD_EXPIRY_DAYS;
  return {
    kind: origin.kind,
    type: origin.settings.type,
    environmentId: target.id,
    environmentVersions: Object.fromEntries(environments.map(({ id, version }) => [id, version])),
    file: { ...origin.file, rows: tally.rows },
    operator: context.operator,
    origin: context.origin,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString(),
    settings: origin.settings,
    headers: origin.headers,
    layout: origin.layout,
    guardSettings: origin.guardSettings,
    counts: tally.guardCounts(users, origin.kind === 'undo' ? ALL_IDENTITY : importedIdentity(origin.settings.mapping)),
    summary: tally.summary(users.clearedBy, users.environments),
    deferredUpns: users.deferredUpns,
    parent: origin.parent,
  };
}
