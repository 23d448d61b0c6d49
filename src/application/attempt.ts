/** Every attempt to change something is recorded, the refused and the failed ones too. */
import { raisesLimits, type GuardSettings } from '../domain/guards/guardSettings.js';
import type { Context } from './context.js';
import { tellEnd } from './tellEvents.js';
import { EXIT_OF_USER_ERROR, UserError } from './userError.js';
import type { AuditedAct, AuditEntry, AuditOutcome, Known, Recording } from './ports/auditLog.js';

/** What is known of an attempt before it is made. */
export interface Attempt extends Known {
  /** Limits that are raised on purpose with it: a record of their own. */
  readonly raised?: GuardSettings | undefined;
}

const done = { outcome: 'done', exit: 0 } as const;

type Who = Pick<Context, 'operator' | 'origin' | 'now'>;

/**
 * Does something, and records how it ended. `work` hands the recording to the transaction that does it; what
 * changed nothing is recorded by itself. What nobody could write, as the database was in use, is not recorded.
 */
export async function attempt<Result>(
  context: Who & Pick<Context, 'audit' | 'tell'>,
  what: AuditedAct,
  about: Attempt,
  work: (record: Recording) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(recordingOf(context, what, about));
  } catch (error) {
    const ended = endOf(error);
    if (ended) await context.audit.add(entryOf(context, what, { ...about, ...ended }, ended)).catch(() => undefined);
    tellEnd(context, what, about, error);
    throw error;
  }
}

/** The recording of something that is done. */
export function recordingOf(context: Who, what: AuditedAct, { raised, ...about }: Attempt = {}): Recording {
  const raises = raised !== undefined && raisesLimits(raised);
  return (known = {}) => [
    ...(raises
      ? [entryOf(context, 'raise', { ...about, ...known, old: null, new: { ...raised }, exit: 0 }, done)]
      : []),
    entryOf(context, what, { ...about, ...known }, done),
  ];
}

/** A plan that is discarded as soon as it is made: both are recorded. */
export function discardedToo(context: Who, record: Recording | undefined, about: Attempt): Recording {
  const discarded = recordingOf(context, 'discard', about);
  return (known = {}) => [...(record?.(known) ?? []), ...discarded({ ...known, exit: 0 })];
}

/** The recording of what was asked, and is left to a plan that waits. */
export function planningOf(context: Who, what: AuditedAct, about: Attempt): Recording {
  const planned = { outcome: 'planned', exit: EXIT_OF_USER_ERROR.guarded } as const;
  return (known = {}) => [entryOf(context, what, { ...about, ...known, exit: planned.exit }, planned)];
}

function entryOf(
  { operator, origin, now }: Who,
  what: AuditedAct,
  about: Known,
  { outcome, exit }: { readonly outcome: AuditOutcome; readonly exit: number },
): AuditEntry {
  return {
    at: now().toISOString(),
    login: operator.login,
    sessionLogin: operator.sessionLogin,
    databaseLogin: operator.databaseLogin,
    origin,
    what,
    run: about.run ?? null,
    environment: about.environment ?? null,
    user: about.user ?? null,
    old: about.old ?? null,
    new: about.new ?? null,
    outcome,
    exit: about.exit ?? exit,
  };
}

function endOf(error: unknown): { readonly outcome: AuditOutcome; readonly exit: number } | undefined {
  if (!(error instanceof UserError)) return { outcome: 'failed', exit: EXIT_OF_USER_ERROR.failure };
  if (error.kind === 'busy') return undefined;
  const failed = error.kind === 'failure' || error.kind === 'interrupted';
  return { outcome: failed ? 'failed' : 'refused', exit: EXIT_OF_USER_ERROR[error.kind] };
}
