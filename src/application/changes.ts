/** The use cases that change something: each is an attempt, recorded whatever comes of it. */
import type { GuardSettings } from '../domain/guards/guardSettings.js';
import type { Run } from '../domain/run.js';
import { planAlign } from './alignEnvironments.js';
import { applyRun, approveRun, discardRun } from './applyRun.js';
import { answerOf, answersOf } from './runAnswer.js';
import { heldBack } from './runRefusals.js';
import { discardPart, planPart, planRest, rowsOfPart } from './applyPart.js';
import { attempt, recordingOf, type Attempt } from './attempt.js';
import { planBlockElsewhere } from './blockElsewhere.js';
import { connectEnvironment, disconnectEnvironment } from './connectEnvironment.js';
import type { Context } from './context.js';
import { addEnvironment, removeEnvironment, setEnvironment } from './environmentSettings.js';
import { importDirectory } from './importDirectory.js';
import type { DeliveredRun, DeliverRequest, DeliveryTarget } from './deliveries.js';
import { deliverRun } from './deliverRun.js';
import { planAct, recordedAct } from './planAct.js';
import { planImport, planImports, type PlannedImport } from './planImport.js';
import { pullEnvironment } from './pullEnvironment.js';
import type { AuditedAct, AuditValues, Recording } from './ports/auditLog.js';
import { RunRefused } from './runRefused.js';
import { planAgain } from './replan.js';
import { excludeRows, mendRows } from './reviseRun.js';
import { planSecondPass } from './secondPass.js';
import { tellApplied, tellDelivered, tellWaiting } from './tellEvents.js';
import { undoRun } from './undoRun.js';
import { UserError } from './userError.js';
import { verifyRun } from './verifyRun.js';
import type {
  ApplyRequest,
  MendRequest,
  PartOfPlan,
  PlanAgainOptions,
  Reason,
  RunAnswer,
  UseCases,
  Watch,
} from './useCases.js';

const DAY = 24 * 60 * 60 * 1000;

/** Numbers of rows that a record names; of more it tells how many there were. */
const ROWS_RECORDED = 1000;

export type Changes = Pick<
  UseCases,
  | 'plan'
  | 'planSet'
  | 'planAgain'
  | 'exclude'
  | 'mend'
  | 'approve'
  | 'apply'
  | 'deliver'
  | 'verify'
  | 'discard'
  | 'act'
  | 'undo'
  | 'secondPass'
  | 'align'
  | 'blockElsewhere'
  | 'prune'
  | 'importDirectory'
  | 'clearLeftoverUpn'
  | 'addEnvironment'
  | 'setEnvironment'
  | 'removeEnvironment'
  | 'connectEnvironment'
  | 'disconnectEnvironment'
  | 'pullEnvironment'
>;

/** Who listens is told of each plan that waits. */
export function createChanges(context: Context): Changes {
  const changes = changesOf(context);
  const told = async <Answer extends RunAnswer>(planned: Promise<Answer>): Promise<Answer> =>
    tellWaiting(context, await planned);
  const toldIf = async <Answer extends { readonly planned: RunAnswer | null }>(
    done: Promise<Answer>,
  ): Promise<Answer> => {
    const answer = await done;
    if (answer.planned) tellWaiting(context, answer.planned);
    return answer;
  };
  return {
    ...changes,
    plan: (...asked) => told(changes.plan(...asked)),
    planSet: async (...asked) => {
      const planned = await changes.planSet(...asked);
      for (const answer of planned.answers) tellWaiting(context, answer);
      return planned;
    },
    planAgain: (...asked) => told(changes.planAgain(...asked)),
    exclude: (...asked) => told(changes.exclude(...asked)),
    mend: (...asked) => told(changes.mend(...asked)),
    act: (...asked) => told(changes.act(...asked)),
    undo: (...asked) => told(changes.undo(...asked)),
    secondPass: (...asked) => told(changes.secondPass(...asked)),
    align: (...asked) => told(changes.align(...asked)),
    blockElsewhere: async (...asked) =>
      (await changes.blockElsewhere(...asked)).map((answer) => tellWaiting(context, answer)),
    setEnvironment: (...asked) => toldIf(changes.setEnvironment(...asked)),
    connectEnvironment: (...asked) => toldIf(changes.connectEnvironment(...asked)),
    disconnectEnvironment: (...asked) => toldIf(changes.disconnectEnvironment(...asked)),
    removeEnvironment: (...asked) => toldIf(changes.removeEnvironment(...asked)),
  };
}

function changesOf(context: Context): Changes {
  const { directory, plans } = context;
  return {
    plan: (request, watch) => {
      const about = { environment: request.environment, new: { type: request.settings.type }, raised: request.raised };
      return attempt(context, 'plan', about, async (record) => {
        const { run, importedBefore, carried } = await planImport(context, request, watch, record);
        return {
          ...(await answerOf(context, run)),
          ...(importedBefore && { importedBefore }),
          ...(request.carry !== undefined && { carried }),
        };
      });
    },
    planSet: (request, environments, watch) => {
      const known = { new: { type: request.settings.type }, raised: request.raised };
      const about = { ...known, new: { ...known.new, environments } };
      // Each of its plans records itself.
      return attempt(context, 'plan', about, async () => {
        const each = environments.map((environment) => {
          const record = recordingOf(context, 'plan', { ...known, environment });
          return { ...request, environment, record };
        });
        const planned = await planImports(context, each, watch);
        const answers = await answersOf(
          context,
          planned.map(({ run }) => run),
        );
        return {
          answers: answers.map((answer, at) => ({ ...answer, ...importedBeforeOf(planned[at]) })),
          together: await context.plans.reachedTogether(planned.map(({ run }) => run.id)),
        };
      });
    },
    planAgain: (run, options, watch) =>
      ofRun(
        context,
        'plan',
        run,
        { old: { run }, ...absentRecorded(options), raised: options.raised },
        async (record) => {
          const { run: again, differences, importedBefore } = await planAgain(context, run, options, watch, record);
          return { ...(await answerOf(context, again)), ...(importedBefore && { importedBefore }), differences };
        },
      ),
    exclude: (run, { out = [], back = [] }, watch) =>
      ofRun(context, 'exclude', run, { new: { out: rowsOf(out), back: rowsOf(back) } }, async (record) => {
        const { run: revised, already } = await excludeRows(context, run, { out, back }, watch, record);
        return { ...(await answerOf(context, revised)), already };
      }),
    mend: (run, request, watch) =>
      ofRun(context, 'mend', run, { new: mendRecorded(request) }, async (record) => {
        const { run: revised, mended } = await mendRows(context, run, request, watch, record);
        return { ...(await answerOf(context, revised)), mended };
      }),
    approve: (request) => {
      const { run, digest = null, guards } = request;
      return ofRun(context, 'approve', run, { new: { digest }, raised: guards }, async (record) =>
        answerOf(context, await approveRun(context, request, record)),
      );
    },
    apply: (request, watch) =>
      request.part ? applyPart(context, request, request.part, watch) : applyWithSecondPass(context, request, watch),
    deliver: (request, target, watch) => deliver(context, request, target, watch),
    verify: (run) => ofRun(context, 'verify', run, {}, async (record) => verifyRun(context, run, record)),
    discard: (run) =>
      ofRun(context, 'discard', run, {}, async (record) => answerOf(context, await discardRun(context, run, record))),
    act: (request, watch) => {
      const { environment, raised } = request;
      const { user, ...act } = recordedAct(request);
      return attempt(context, 'plan', { environment, user, new: act, raised }, async (record) =>
        answerOf(context, await planAct(context, request, watch, record)),
      );
    },
    undo: (run, watch, of) =>
      ofRun(context, 'undo', run, { old: { run }, user: of?.user ?? null }, async (record) =>
        answerOf(context, await undoRun(context, run, watch, record, of)),
      ),
    secondPass: async (run, watch, reason) => answerOf(context, await secondPass(context, run, watch, reason)),
    align: (environment, watch, reason) =>
      attempt(context, 'plan', { environment, new: { type: 'align' } }, async (record) =>
        answerOf(context, await planAlign(context, environment, watch, record, reason)),
      ),
    // Each of its plans records itself.
    blockElsewhere: (run, watch) =>
      ofRun(context, 'plan', run, { old: { run }, new: { type: 'hand' } }, async () =>
        Promise.all((await planBlockElsewhere(context, run, watch)).map((plan) => answerOf(context, plan))),
      ),
    prune: (days) => {
      const before = new Date(context.now().getTime() - days * DAY).toISOString();
      return attempt(context, 'history.prune', { new: { before } }, (record) => plans.prune(before, record));
    },
    importDirectory: (read, options, watch) => importDirectory(context, read, options, watch),
    addEnvironment: (code, given) =>
      attempt(context, 'env.add', { environment: code }, (record) => addEnvironment(context, code, given, record)),
    setEnvironment: (code, changes) =>
      attempt(context, 'env.set', { environment: code }, (record) => setEnvironment(context, code, changes, record)),
    removeEnvironment: (code) =>
      attempt(context, 'env.remove', { environment: code }, (record) => removeEnvironment(context, code, record)),
    connectEnvironment: (code, request, watch) =>
      attempt(context, 'env.connect', { environment: code }, (record) =>
        connectEnvironment(context, code, request, record, watch?.signal),
      ),
    disconnectEnvironment: (code) =>
      attempt(context, 'env.disconnect', { environment: code }, (record) =>
        disconnectEnvironment(context, code, record),
      ),
    pullEnvironment: (code, request, watch) => pullEnvironment(context, code, request, watch),
    clearLeftoverUpn: (user) =>
      // What is not found may be a UPN, and those are not recorded.
      attempt(context, 'leftover.clear-upn', {}, (record) => directory.clearLeftoverUpn(user, record)),
  };
}

/** An attempt on a run, which may not be there. */
async function ofRun<Result>(
  context: Context,
  what: AuditedAct,
  run: number,
  about: Attempt,
  work: (record: Recording) => Promise<Result>,
): Promise<Result> {
  const found = await context.plans.run(run).catch(() => undefined);
  const exit = found && found.summary.outcomes.rejected > 0 && what === 'apply' ? { exit: 3 } : {};
  return attempt(context, what, { run, environment: found?.environment ?? null, ...exit, ...about }, work);
}

function importedBeforeOf(planned: PlannedImport | undefined): Pick<RunAnswer, 'importedBefore'> {
  return planned?.importedBefore ? { importedBefore: planned.importedBefore } : {};
}

function rowsOf(rows: readonly (number | string)[]): unknown {
  return rows.length <= ROWS_RECORDED ? rows : { count: rows.length };
}

/** A filter may hold names. */
function absentRecorded({ absent }: PlanAgainOptions): Pick<Attempt, 'new'> {
  if (absent === undefined) return {};
  return { new: { absent: absent?.action ?? 'none', ...(absent?.where !== undefined && { filter: true }) } };
}

/** Which cells a mend is about; what is typed in them can be a name or an address, and is not recorded. */
function mendRecorded({ rows, where, values = [], replace = [], restore }: MendRequest): AuditValues {
  return {
    ...(rows && { rows: rowsOf(rows) }),
    ...(where && { filter: true }),
    fields: [...values, ...replace].map(({ place }) => place).concat(restore ?? []),
    ...(restore && { restored: true }),
  };
}

async function apply(context: Context, request: ApplyRequest, watch?: Watch): Promise<Run> {
  const run = await ofRun(context, 'apply', request.run, { raised: request.guards }, (record) =>
    applyRun(context, request, watch, record),
  );
  return tellApplied(context, run);
}

/** What stops the part discards it, and leaves the plan as it was. */
async function applyPart(
  context: Context,
  { part, ...request }: ApplyRequest,
  meant: PartOfPlan,
  watch: Watch = {},
): Promise<RunAnswer> {
  const { run } = request;
  const rows = await rowsOfPart(context, request, meant);
  if (!rows) return applyWithSecondPass(context, request, watch);
  const about = { old: { run }, new: { rows: rowsOf([...rows]) } };
  const first = await ofRun(context, 'plan', run, about, (record) => planPart(context, run, rows, watch, record));
  try {
    await apply(context, { ...request, run: first.id, plan: first.plan }, watch);
  } catch (error) {
    await discardPart(context, first);
    throw error instanceof RunRefused ? await refusedAs(context, run, error) : error;
  }
  const rest = await ofRun(context, 'plan', run, { old: { run } }, (record) =>
    planRest(context, run, rows, first.id, watch, record),
  ).catch((error: unknown) => {
    throw error instanceof UserError ? error.with({ applied: first.id }) : error;
  });
  tellWaiting(context, await answerOf(context, rest));
  return answerOf(context, await context.plans.run(first.id));
}

/** Why a part is not applied, told of the plan that it is a part of. */
async function refusedAs(context: Context, run: number, error: RunRefused): Promise<RunRefused> {
  const { kind, key, params, details, facts, answer } = error;
  const about = UserError.of(kind, { key, params: { ...params, run } }, details).with(facts);
  return new RunRefused(about, { ...answer, run: await context.plans.run(run) });
}

async function deliver(
  context: Context,
  request: DeliverRequest,
  target: DeliveryTarget,
  watch?: Watch,
): Promise<DeliveredRun> {
  const delivered = await ofRun(context, 'deliver', request.run, { raised: request.guards }, (record) =>
    deliverRun(context, request, target, watch, record),
  );
  tellDelivered(context, delivered.run, delivered.refused.length);
  return delivered;
}

function secondPass(context: Context, run: number, watch?: Watch, reason?: Reason): Promise<Run> {
  return ofRun(context, 'plan', run, { old: { run }, new: { type: 'second-pass' } }, (record) =>
    planSecondPass(context, run, watch, record, reason),
  );
}

/**
 * Applies a run and, where that was asked and there is one, its second pass. A second pass that is held back stays a
 * plan, and is what is told, with the run that was applied.
 */
async function applyWithSecondPass(context: Context, request: ApplyRequest, watch: Watch = {}): Promise<RunAnswer> {
  const { run, guards = {}, secondPass: asked = false, mirrorOnly = false } = request;
  const applied = await apply(context, request, watch);
  // What was raised on purpose for the run holds for its second half as well.
  const limits = { ...(applied.raisedBy.length > 0 && applied.guardSettings), ...guards };
  if (asked && applied.deferredUpns > 0) await applySecondPass(context, run, { guards: limits, mirrorOnly }, watch);
  return answerOf(context, await context.plans.run(run));
}

async function applySecondPass(
  context: Context,
  run: number,
  { guards: given, mirrorOnly }: { readonly guards: GuardSettings; readonly mirrorOnly: boolean },
  watch: Watch,
): Promise<void> {
  const second = await secondPass(context, run, watch);
  // The rows of a second pass are of no file: no check holds for them.
  const { acceptChecks: _, ...guards } = given;
  const answer = await answerOf(context, second, guards);
  const held = heldBack(answer);
  const told = { run: second.id, applied: run };
  if (held) {
    tellWaiting(context, answer);
    throw new RunRefused(new UserError('guarded', 'secondPass.waits', told, held), answer).with({ applied: run });
  }
  await apply(context, { run: second.id, plan: second.plan, guards, mirrorOnly }, watch).catch((error: unknown) => {
    throw error instanceof RunRefused ? error.with({ applied: run }) : error;
  });
}
