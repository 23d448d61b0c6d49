/** Puts the use cases together over their ports. */
import type { GuardSettings } from '../domain/guards.js';
import { planAlign } from './alignEnvironments.js';
import { answerOf, applyRun, approveRun, discardRun } from './applyRun.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { importDirectory } from './importDirectory.js';
import { findIdentityAtRisk } from './identityAtRisk.js';
import { planImport, planSample } from './planImport.js';
import { excludeRows, mendRows, planAgain } from './replan.js';
import { planSecondPass } from './secondPass.js';
import { undoRun } from './undoRun.js';
import type { ApplyRequest, RunAnswer, UseCases, Watch } from './useCases.js';

const DAY = 24 * 60 * 60 * 1000;

export function createUseCases(context: Context): UseCases {
  const { directory, files, plans } = context;
  return {
    environments: () => directory.overview(),
    environment: async (code) => (await reachOf(directory, code)).target,
    inspect: (path, options, type) => files.inspect(path, options, type),
    map: (file, type, wishes) => files.map(file, type, wishes),
    identityAtRisk: (file, environment, settings, watch) =>
      findIdentityAtRisk(context, file, environment, settings, watch),
    plan: async (request, watch) => {
      const { run, importedBefore, carried } = await planImport(context, request, watch);
      return {
        ...(await answerOf(context, run)),
        ...(importedBefore && { importedBefore }),
        ...(request.carry !== undefined && { carried }),
      };
    },
    sample: (request) => planSample(context, request),
    planAgain: async (run, options, watch) => {
      const { run: again, differences, importedBefore } = await planAgain(context, run, options, watch);
      return { ...(await answerOf(context, again)), ...(importedBefore && { importedBefore }), differences };
    },
    exclude: async (run, change, watch) => answerOf(context, await excludeRows(context, run, change, watch)),
    mend: async (run, cells, watch) => answerOf(context, await mendRows(context, run, cells, watch)),
    approve: async (request) => answerOf(context, await approveRun(context, request)),
    apply: (request, watch) => applyWithSecondPass(context, request, watch),
    discard: async (run) => answerOf(context, await discardRun(context, run)),
    undo: async (run, watch) => answerOf(context, await undoRun(context, run, watch)),
    secondPass: async (run, watch) => answerOf(context, await planSecondPass(context, run, watch)),
    align: async (environment, watch) => answerOf(context, await planAlign(context, environment, watch)),
    answer: async (run) => answerOf(context, await plans.run(run)),
    runs: (filter) => plans.runs(filter),
    rows: (run, filter) => plans.rows(run, filter),
    rowNumbers: (run, filter) => plans.rowNumbers(run, filter),
    rowsByNumber: (run, rows) => plans.rowsByNumber(run, rows),
    sourcesByNumber: (run, rows) => plans.sourcesByNumber(run, rows),
    sources: (run, filter) => plans.sources(run, filter),
    revokedTokens: (run) => plans.revokedTokens(run),
    prune: (days) => plans.prune(new Date(context.now().getTime() - days * DAY).toISOString()),
    importDirectory: (read, options, watch) => importDirectory(context, read, options, watch),
    directory,
  };
}

/** Applies a run and, where that was asked and there is one, its second pass; a second pass that is held back stays a plan. */
async function applyWithSecondPass(context: Context, request: ApplyRequest, watch: Watch = {}): Promise<RunAnswer> {
  const { run, guards = {}, secondPass = false } = request;
  const applied = await applyRun(context, request, watch);
  // What was raised on purpose for the run holds for its second half as well.
  const limits = { ...(applied.raisedBy.length > 0 && applied.guardSettings), ...guards };
  if (secondPass && applied.deferredUpns > 0) await applySecondPass(context, run, limits, watch);
  return answerOf(context, await context.plans.run(run));
}

async function applySecondPass(context: Context, run: number, guards: GuardSettings, watch: Watch): Promise<void> {
  const second = await planSecondPass(context, run, watch);
  const { guards: judged, approvalNeeded } = await answerOf(context, second, guards);
  if (approvalNeeded || judged.some((guard) => guard.tripped)) return;
  await applyRun(context, { run: second.id, plan: second.plan, guards }, watch);
}
