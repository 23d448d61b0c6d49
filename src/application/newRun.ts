/** Makes the record of a run from a plan that was written. */
import { IDENTITY_FIELDS } from '../domain/fields.js';
import { namingFreezes } from '../domain/guards/freeze.js';
import { importedIdentity, type GuardCounts, type WholeFile } from '../domain/guards/guardCounts.js';
import type { GuardSettings } from '../domain/guards/guardSettings.js';
import type { Run, RunKind, UsedDefinition } from '../domain/run.js';
import type { ImportSettings } from '../domain/settings.js';
import type { SettingsChange } from '../domain/settingsChange.js';
import type { Context } from './context.js';
import { discardedToo } from './attempt.js';
import type { Recording } from './ports/auditLog.js';
import type { NewRun, PlanToPublish, Reach, RunPerson } from './ports/planStore.js';
import { hasNothingToDo, statusOfPlan } from './planStatus.js';
import type { CountedPlan, WrittenPlan } from './writePlan.js';

/** Days that a plan can be applied, unless told otherwise (docs/rules.md, *Plans*). */
const STANDARD_EXPIRY_DAYS = 7;

export interface RunOrigin {
  readonly kind: RunKind;
  readonly settings: ImportSettings;
  /** Of a run of kind `settings`. */
  readonly settingsChange?: SettingsChange;
  readonly file: { readonly name: string; readonly sha256: string; readonly blank: number };
  readonly definition?: UsedDefinition | null | undefined;
  /** The three of a file; absent where there is none. */
  readonly headers?: readonly string[];
  readonly layout?: unknown;
  readonly guardSettings?: GuardSettings;
  /** Of a file that says who there are. */
  readonly wholeFile?: WholeFile | undefined;
  readonly parent: number | null;
  /** The run whose rows are planned anew. */
  readonly again?: number | null;
  readonly expiresAfterDays?: number | undefined;
  /** It is made to know whether there is anything to do. */
  readonly exitOnChanges?: boolean | undefined;
  /** Why, as whoever plans it says; of a plan that takes the place of another, as was said of that one. */
  readonly reason?: string | null | undefined;
  /** Who raised the limits among `guardSettings`. */
  readonly raisedBy?: readonly string[];
  /** Environments that asked for a second person when the run was planned before. */
  readonly askedBy?: readonly string[];
}

/** That of a run whose rows are planned once more. */
export function originOf(run: Run): RunOrigin {
  const { kind, settings, file, definition, headers, layout, guardSettings, raisedBy, parent, again, reason, counts } =
    run;
  const { wholeFile } = counts;
  return {
    kind,
    settings,
    file,
    definition,
    headers,
    layout,
    guardSettings,
    raisedBy,
    parent,
    again,
    reason,
    wholeFile,
  };
}

/** The same for a plan in the place of that of the run: asked for by the same environments, for as many days as it was given. */
export function originAsBefore(run: Run): RunOrigin {
  return { ...originOf(run), askedBy: run.askedBy, expiresAfterDays: lifetimeOf(run) };
}

function lifetimeOf({ createdAt, expiresAt }: Run): number {
  return (Date.parse(expiresAt) - Date.parse(createdAt)) / (24 * 60 * 60 * 1000);
}

export function newRun(
  context: Context,
  { target, environments }: Reach,
  origin: RunOrigin,
  written: CountedPlan,
): NewRun {
  const { tally, plan } = written;
  const { users } = plan;
  const { login, sessionLogin, databaseLogin } = context.operator;
  const now = context.now();
  const days = origin.expiresAfterDays ?? STANDARD_EXPIRY_DAYS;
  const summary = tally.summary(users.cleared, users.environments);
  const exitOnChanges = origin.exitOnChanges === true;
  return {
    kind: origin.kind,
    type: origin.settings.type,
    environmentId: target.id,
    environmentVersions: Object.fromEntries(environments.map(({ id, version }) => [id, version])),
    file: { ...origin.file, rows: tally.rows },
    definition: origin.definition ?? null,
    operator: login,
    sessionLogin,
    databaseLogin,
    askedBy: [...new Set([...(origin.askedBy ?? []), ...asking(environments)])],
    raisedBy: origin.raisedBy ?? [],
    rowsDigest: users.rowsDigest,
    origin: context.origin,
    reason: origin.reason ?? null,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString(),
    settings: origin.settings,
    settingsChange: origin.settingsChange ?? null,
    headers: origin.headers ?? [],
    layout: origin.layout ?? null,
    guardSettings: namingFreezes(origin.guardSettings ?? {}, environments, now),
    counts: countsOf(origin, written),
    summary,
    status: exitOnChanges && hasNothingToDo(summary) ? 'discarded' : 'planned',
    exit: statusOfPlan(summary, exitOnChanges),
    deferredUpns: users.deferredUpns,
    asOf: { audit: plan.asOf, program: context.program ?? '' },
    parent: origin.parent,
    again: origin.again ?? null,
  };
}

/** Makes a plan the plan of a new run, which is discarded at once where there is nothing to do and that was asked. */
export function publishRun(...given: Parameters<typeof toPublish>): Promise<Run> {
  const { plan, run, people, record } = toPublish(...given);
  return plan.publish(run, people, record);
}

/** What publishes it, alone or with others. */
export function toPublish(
  context: Context,
  reach: Reach,
  origin: RunOrigin,
  { plan, tally }: WrittenPlan,
  people: readonly RunPerson[],
  record?: Recording,
): PlanToPublish {
  const run = newRun(context, reach, origin, { plan, tally });
  const environment = reach.target.code;
  return {
    plan,
    run,
    people,
    record: run.status === 'discarded' ? discardedToo(context, record, { environment }) : record,
  };
}

/** The guard on rejected rows is for files: of an act by hand none is counted. */
function countsOf({ kind, settings, wholeFile }: RunOrigin, { tally, plan }: CountedPlan): GuardCounts {
  const counts = tally.guardCounts(plan.users, kind === 'undo' ? IDENTITY_FIELDS : importedIdentity(settings.mapping));
  if (kind === 'hand') return { ...counts, rejected: 0 };
  return wholeFile ? { ...counts, wholeFile } : counts;
}

/** The environments that ask for a second person. */
function asking(environments: Reach['environments']): string[] {
  return environments.filter(({ approval }) => approval === 'second-person').map(({ code }) => code);
}
