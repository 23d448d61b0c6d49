/**
 * Where an environment is connected to a live one, what is written here is the mirror alone: a plan is delivered to
 * where it counts, and applied here only by who says that the mirror is meant.
 */
import type { Context } from './context.js';
import { RunRefused } from './runRefused.js';
import { UserError } from './userError.js';
import type { RunAnswer } from './useCases.js';

/** Throws `RunRefused` for a plan that writes in an environment that is connected. */
export async function refuseConnected(context: Context, answer: RunAnswer, mirrorOnly: boolean): Promise<void> {
  const { id: run, settingsChange, environment: target, summary } = answer.run;
  if (mirrorOnly || settingsChange) return;
  const environments = await context.directory.environments();
  const connected = environments.filter(
    ({ code, connection }) => connection !== undefined && (code === target || code in summary.environments),
  );
  if (connected.length === 0) return;
  const params = { run, environment: connected.map(({ code }) => code).join(', ') };
  throw new RunRefused(new UserError('guarded', 'apply.connected', params), answer);
}
