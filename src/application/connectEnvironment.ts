/** An environment becomes the mirror of a live one, or stops being one. */
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { setEnvironment } from './environmentSettings.js';
import type { Recording } from './ports/auditLog.js';
import type { CheckedConnection, ConnectionRequest } from './ports/afas.js';
import type { EnvironmentAnswer } from './useCases.js';
import { UserError } from './userError.js';

/** Tries the connection first; throws `UserError` as `LiveConnections.check` does. What was found is kept as settings. */
export async function connectEnvironment(
  context: Context,
  code: string,
  request: ConnectionRequest,
  record?: Recording,
  signal?: AbortSignal,
): Promise<EnvironmentAnswer<{ readonly environment: string; readonly connection: CheckedConnection }>> {
  const { target } = await reachOf(context.directory, code);
  if (!context.connections) throw new UserError('failure', 'afas.notHere');
  const connection = await context.connections.check(target.code, request, signal);
  const changes = { connection: connection.settings };
  const { planned } = await setEnvironment(context, target.code, changes, record, 'env.connect');
  return planned ? { planned } : { planned: null, environment: target.code, connection };
}

/** Its users stay as they are; throws `UserError` where nothing is connected. */
export async function disconnectEnvironment(
  context: Context,
  code: string,
  record?: Recording,
): Promise<EnvironmentAnswer<{ readonly environment: string }>> {
  const { target } = await reachOf(context.directory, code);
  if (!target.connection) throw new UserError('wrongUse', 'pull.notConnected', { environment: target.code });
  const { planned } = await setEnvironment(context, target.code, { connection: null }, record, 'env.disconnect');
  return planned ? { planned } : { planned: null, environment: target.code };
}
