/** When somebody is told of what happens to a run. What was asked in a wrong way is nobody's news but the asker's. */
import type { Run } from '../domain/run.js';
import type { Context } from './context.js';
import type { AuditedAct, Known } from './ports/auditLog.js';
import type { RunEvent, TellEvent } from './ports/runEvents.js';
import { exitOfDelivery } from './deliveries.js';
import { RunRefused } from './runRefused.js';
import { EXIT_OF_USER_ERROR, UserError, type UserErrorKind } from './userError.js';
import type { RunAnswer } from './useCases.js';

type Telling = Pick<Context, 'tell' | 'operator' | 'now'>;

/** Acts that plan or apply; how the others end concerns whoever does them. */
const TOLD_ACTS: readonly AuditedAct[] = ['plan', 'exclude', 'mend', 'undo', 'apply', 'deliver'];
/** Neither a mistake of whoever asked, nor a stop that somebody asked for, nor something that was done before. */
const FAILURES: readonly UserErrorKind[] = ['failure', 'stale', 'busy'];

/** Tells what a plan that is stored waits for, and answers it: an approval, a guard that is raised, or both. */
export function tellWaiting<Answer extends RunAnswer>(
  context: Telling,
  answer: Answer,
  what: AuditedAct = 'plan',
): Answer {
  const { run, guards, approvalNeeded } = answer;
  if (run.status !== 'planned') return answer;
  const tripped = guards.filter((guard) => guard.tripped);
  const standing = { ...ofRun(context, run, what), guards: tripped, exit: EXIT_OF_USER_ERROR.guarded };
  if (tripped.length > 0) context.tell?.({ ...standing, event: 'guard' });
  if (approvalNeeded) context.tell?.({ ...standing, event: 'waits' });
  return answer;
}

/** Tells that a run was applied, and answers it. */
export function tellApplied(context: Telling, run: Run): Run {
  context.tell?.({
    ...ofRun(context, run, 'apply'),
    event: 'applied',
    exit: run.summary.outcomes.rejected > 0 ? 3 : 0,
  });
  return run;
}

/** Tells that a file was made of a run. */
export function tellDelivered(context: Telling, run: Run, refused: number): void {
  context.tell?.({ ...ofRun(context, run, 'deliver'), event: 'delivered', exit: exitOfDelivery(run, refused) });
}

/** Tells how something ended that was not done. */
export function tellEnd(context: Telling, what: AuditedAct, about: Known, error: unknown): void {
  if (!context.tell || !TOLD_ACTS.includes(what)) return;
  const answer = error instanceof RunRefused ? error.answer : undefined;
  if (answer && error instanceof UserError && error.kind === 'guarded') {
    tellWaiting(context, answer, what);
    return;
  }
  const failed = failureOf(error);
  if (!failed) return;
  const { run = null, environment = null } = about;
  context.tell({
    ...nothing(context),
    ...(answer && { ...ofRun(context, answer.run, what), guards: answer.guards.filter(({ tripped }) => tripped) }),
    what,
    run,
    environment,
    ...failed,
  });
}

/** Tells that the database could not be opened to change something. */
export function tellNotOpened(context: Telling, error: unknown): void {
  const failed = failureOf(error);
  if (failed) context.tell?.({ ...nothing(context), ...failed });
}

/** The same event of a run is told once, however often it is planned again meanwhile. */
export function onceEach(tell: TellEvent): TellEvent {
  const told = new Set<string>();
  return (event) => {
    const key = `${event.event} ${event.run}`;
    const isState = event.event === 'waits' || event.event === 'guard';
    if (isState && told.has(key)) return;
    if (isState) told.add(key);
    tell(event);
  };
}

function failureOf(error: unknown): Pick<RunEvent, 'event' | 'exit' | 'error'> | undefined {
  if (error instanceof UserError) {
    if (!FAILURES.includes(error.kind)) return undefined;
    return { event: 'failed', exit: EXIT_OF_USER_ERROR[error.kind], error: { key: error.key, params: error.params } };
  }
  // What it says of itself may hold values of users.
  const reason = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  return {
    event: 'failed',
    exit: EXIT_OF_USER_ERROR.failure,
    error: { key: 'failure.unforeseen', params: { reason } },
  };
}

function ofRun(context: Telling, run: Run, what: AuditedAct): Omit<RunEvent, 'event' | 'exit'> {
  const { id, environment, summary } = run;
  const { outcomes: counts, absent = null } = summary;
  return { ...nothing(context), what, run: id, environment, counts, absent };
}

function nothing({ operator, now }: Telling): Omit<RunEvent, 'event' | 'exit'> {
  const at = now().toISOString();
  return {
    at,
    what: null,
    run: null,
    environment: null,
    operator: operator.login,
    counts: null,
    absent: null,
    guards: [],
    error: null,
  };
}
