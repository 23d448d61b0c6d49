/**
 * Where an environment is connected to a live one, what is written here is the mirror alone: a plan is delivered to
 * where it counts, and applied here only by who says that the mirror is meant.
 */
import type { Context } from './context.js';
import { RunRefused } from './runRefused.js';
import { UserError } from './userError.js';
import type { RunAnswer } from './useCases.js';

const MOST_NAMED = 5;

/** Throws `RunRefused` for a plan that writes in an environment that is connected. */
export async function refuseConnected(context: Context, answer: RunAnswer, mirrorOnly: boolean): Promise<void> {
  const { id: run, settingsChange, environment: target, summary } = answer.run;
  if (settingsChange) return;
  const environments = await context.directory.environments();
  const connected = environments.filter(
    ({ code, connection }) => connection !== undefined && (code === target || code in summary.environments),
  );
  if (mirrorOnly || connected.length === 0) {
    // The mirror has no such person to give a user, who would be left without one.
    const { persons = [] } = summary.unknown ?? {};
    if (persons.length === 0) return;
    const named = persons.slice(0, MOST_NAMED).join(', ');
    throw new RunRefused(new UserError('guarded', 'apply.personsUnknown', { run, persons: named }), answer);
  }
  const params = { run, environment: connected.map(({ code }) => code).join(', ') };
  throw new RunRefused(new UserError('guarded', 'apply.connected', params), answer);
}
