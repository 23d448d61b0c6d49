/** A mirror is brought in line with the live environment that it is connected to. */
import { STANDARD_DEFAULTS } from '../domain/fields.js';
import { PlanTally } from '../domain/planTally.js';
import type { Environment } from '../domain/directory.js';
import type { PullCounts } from '../domain/pullCounts.js';
import { attempt } from './attempt.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { doing } from './people.js';
import type { Recording } from './ports/auditLog.js';
import type { PullAnswer, PullRequest } from './ports/mirror.js';
import type { NewRun } from './ports/planStore.js';
import { UserError } from './userError.js';
import type { Watch } from './useCases.js';

/** Throws `UserError`: wrongUse where nothing is connected, guarded where a reading shrank, failure where none came. */
export async function pullEnvironment(
  context: Context,
  code: string,
  { dryRun = false, acceptShrunk = false }: PullRequest = {},
  { onProgress, signal }: Watch = {},
): Promise<PullAnswer> {
  const { target } = await reachOf(context.directory, code);
  const pull = async (record?: Recording): Promise<PullAnswer> => {
    if (!context.live || !target.connection)
      throw new UserError('wrongUse', 'pull.notConnected', { environment: target.code });
    const reading = await context.live.read(target, signal);
    const answer = await context.mirror.pull(target.id, reading, {
      dryRun,
      acceptShrunk,
      at: context.now().toISOString(),
      run: (counts) => runOfPull(context, target, counts),
      people: doing(context, 'apply'),
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
      ...(record && { record }),
    });
    return { environment: target.code, ...answer };
  };
  // What was only tried changes nothing.
  if (dryRun) return pull();
  const about = { environment: target.code, ...(acceptShrunk && { new: { acceptShrunk } }) };
  return attempt(context, 'env.pull', about, pull);
}

/** It has no rows and no file: what it changed of users is all there is to it. */
function runOfPull(context: Context, target: Environment, pulled: PullCounts): NewRun {
  const { created, changed, gone } = pulled.users;
  const { login, sessionLogin, databaseLogin } = context.operator;
  const at = context.now().toISOString();
  const tally = new PlanTally('mutation');
  return {
    kind: 'pull',
    type: 'mutation',
    environmentId: target.id,
    environmentVersions: { [target.id]: target.version },
    file: { name: '', sha256: '', rows: 0, blank: 0 },
    definition: null,
    operator: login,
    sessionLogin,
    databaseLogin,
    askedBy: [],
    raisedBy: [],
    rowsDigest: '',
    origin: context.origin,
    createdAt: at,
    expiresAt: at,
    settings: { type: 'mutation', mapping: {}, defaults: STANDARD_DEFAULTS, emptyRules: {} },
    settingsChange: null,
    headers: [],
    layout: null,
    guardSettings: {},
    counts: tally.guardCounts(NOTHING_COUNTED, []),
    summary: { ...tally.summary([], { [target.code]: { users: created + changed + gone } }), pulled },
    status: 'planned',
    exit: 0,
    deferredUpns: 0,
    reason: null,
    parent: null,
    again: null,
  };
}

const NOTHING_COUNTED = { cleared: [], blocks: 0, renames: 0, creates: 0, updates: 0, activeUsers: 0 };
