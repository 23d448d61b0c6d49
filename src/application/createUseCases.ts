/** Puts the use cases together over their ports. */
import { answerOf, answersOf } from './runAnswer.js';
import { createChanges } from './changes.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { exportedDirectory } from './exportDirectory.js';
import { findIdentityAtRisk } from './identityAtRisk.js';
import { mendersOf } from './people.js';
import { planSample } from './planImport.js';
import { findMends } from './findMends.js';
import { columnValues } from './columnValues.js';
import { kindsOfPlan, messagesOfPlan, rowsOfKinds } from './findRowGroups.js';
import type { UseCases } from './useCases.js';
import { onceEach } from './tellEvents.js';
import { testChecks } from './testChecks.js';
import { templateContent } from './templateContent.js';
import { userQueries } from './userQueries.js';
import { readValueList } from './valueList.js';
import { waitingPlans } from './waitingPlans.js';

export function createUseCases(context: Context): UseCases {
  const { audit, directory, files, plans } = context;
  return {
    ...createChanges({ ...context, ...(context.tell && { tell: onceEach(context.tell) }) }),
    ...userQueries(context),
    environments: () => directory.overview(),
    environment: async (code) => (await reachOf(directory, code)).target,
    protectedUsers: async (code) => directory.countProtected((await reachOf(directory, code)).target),
    inspect: (path, options, type) => files.inspect(path, options, type),
    map: (file, type, overrides) => files.map(file, type, overrides),
    identityAtRisk: (file, environment, settings, watch) =>
      findIdentityAtRisk(context, file, environment, settings, watch),
    sample: (request) => planSample(context, request),
    testChecks: (request, watch) => testChecks(context, request, watch),
    answer: async (run) => answerOf(context, await plans.run(run)),
    runs: (filter) => plans.runs(filter),
    history: async (filter) => answersOf(context, await plans.runs(filter)),
    waiting: (limit) => waitingPlans(context, limit),
    mendedBy: (run) => mendersOf(context, run),
    rows: (run, filter) => plans.rows(run, filter),
    columnValues: (...asked) => columnValues(context, ...asked),
    valueList: (path) => readValueList(context, path),
    rowsToMend: async (run, request) => [...(await findMends(context, await plans.run(run), request)).keys()],
    kinds: (run) => kindsOfPlan(context, run),
    messages: (run) => messagesOfPlan(context, run),
    rowsOfKinds: (run, kinds) => rowsOfKinds(context, run, kinds),
    rowNumbers: (run, filter, order) => plans.rowNumbers(run, filter, order),
    countRows: (run, filter) => plans.countRows(run, filter),
    absentNow: (...asked) => plans.absentNow(...asked),
    absentPage: (...asked) => plans.absentPage(...asked),
    countAbsentNow: (...asked) => plans.countAbsentNow(...asked),
    lastChanges: (...asked) => plans.lastChanges(...asked),
    rowsByNumber: (run, rows) => plans.rowsByNumber(run, rows),
    sourcesByNumber: (run, rows) => plans.sourcesByNumber(run, rows),
    sources: (run, filter) => plans.sources(run, filter),
    revokedTokens: (run) => plans.revokedTokens(run),
    audited: (filter) => audit.records(filter),
    auditHead: () => audit.head(),
    exportDirectory: (environments) => exportedDirectory(directory, environments),
    drift: (type) => directory.drift(type),
    leftovers: () => directory.leftovers(),
    groupsOf: (environment) => directory.groupsOf(environment),
    personsLike: (environment, begins, most) => directory.personsLike(environment, begins, most),
    checkDatabase: () => directory.check(),
    templateContent: (request, signal) => templateContent(context, request, signal),
  };
}
