/**
 * Environments are added, set and removed. What loosens something in an environment that asks for a second
 * person waits for one: the whole command becomes a plan of settings.
 */
import { proposedParticipant, proposedType } from '../domain/directory.js';
import { isLoosening } from '../domain/loosening.js';
import { caseKey, normaliseText } from '../domain/sourceRow.js';
import { answerOf } from './applyRun.js';
import type { Context } from './context.js';
import { Stop } from './errors.js';
import type { EnvironmentChanges, EnvironmentOverview, MayDo } from './ports/directoryStore.js';
import { planSettings } from './settingsPlan.js';
import type { RunAnswer } from './useCases.js';

/** How a command on an environment went: done, or left to a plan that waits. */
export type EnvironmentAnswer<Done> = ({ readonly planned: null } & Done) | { readonly planned: RunAnswer };

/** What a person may do alone. */
const alone: MayDo = (change, { approval, activeUsers }) =>
  approval !== 'second-person' || !isLoosening(change, activeUsers);

/** Type and participant number follow from the code unless they are given; throws `Stop` where they do not. */
export async function addEnvironment(
  { directory }: Context,
  code: string,
  given: Omit<EnvironmentChanges, 'guards'>,
): Promise<EnvironmentOverview> {
  const type = given.type ?? proposedType(code);
  const participant = given.participant ?? proposedParticipant(code);
  if (type === undefined) throw new Stop('wrongUse', 'usage.typeNeeded', { environment: code });
  if (participant === '') throw new Stop('wrongUse', 'usage.participantNeeded', { environment: code });
  const before = (await directory.environments()).find((one) => caseKey(one.code) === caseKey(code));
  const approval = given.approval ?? before?.approval ?? 'none';
  await directory.addEnvironment(code, { type, participant, name: given.name ?? '', approval });
  return overviewOf(directory, code);
}

export async function setEnvironment(
  context: Context,
  given: string,
  changes: EnvironmentChanges,
): Promise<EnvironmentAnswer<{ readonly environment: EnvironmentOverview }>> {
  const { directory } = context;
  const code = normaliseText(given);
  const { change, done } = await directory.setEnvironment(code, changes, alone);
  if (!done) return { planned: await answerOf(context, await planSettings(context, change)) };
  return { planned: null, environment: await overviewOf(directory, code) };
}

/** Its users stay behind as leftovers; answers how many. */
export async function removeEnvironment(
  context: Context,
  given: string,
): Promise<EnvironmentAnswer<{ readonly leftovers: number; readonly withUpn: number }>> {
  const { directory, now } = context;
  const code = normaliseText(given);
  const { change, done, leftovers, withUpn } = await directory.removeEnvironment(code, now().toISOString(), alone);
  if (!done) return { planned: await answerOf(context, await planSettings(context, change)) };
  return { planned: null, leftovers, withUpn };
}

async function overviewOf(directory: Context['directory'], code: string): Promise<EnvironmentOverview> {
  const found = (await directory.overview()).find((one) => caseKey(one.code) === caseKey(code));
  if (!found) throw new Stop('wrongUse', 'env.removed', { environment: code });
  return found;
}
