/**
 * Environments are added, set and removed. What loosens something in an environment that asks for a second
 * person waits for one: the whole command becomes a plan of settings.
 */
import { proposedParticipant, proposedType } from '../domain/directory.js';
import { isLoosening } from '../domain/loosening.js';
import type { SettingsChange } from '../domain/settingsChange.js';
import { caseKey, normaliseText } from '../domain/sourceRow.js';
import { answerOf } from './runAnswer.js';
import { planningOf } from './attempt.js';
import type { Context } from './context.js';
import { UserError } from './userError.js';
import type { AuditedAct, AuditValues, Recording } from './ports/auditLog.js';
import type { EnvironmentChanges, EnvironmentOverview, MayDo, NewEnvironment } from './ports/directoryStore.js';
import { planSettings } from './settingsPlan.js';
import type { EnvironmentAnswer, RunAnswer } from './useCases.js';

type SettingAct = Extract<AuditedAct, `env.${'set' | 'remove' | 'connect' | 'disconnect'}`>;

/** What a person may do alone. */
const alone =
  ({ now }: Context): MayDo =>
  (change, { approval, activeUsers, rules }) =>
    approval !== 'second-person' || !isLoosening(change, { activeUsers, rules, at: now() });

/** Type and participant number follow from the code unless they are given; throws `UserError` where they do not. */
export async function addEnvironment(
  { directory }: Context,
  code: string,
  given: NewEnvironment,
  record?: Recording,
): Promise<EnvironmentOverview> {
  const type = given.type ?? proposedType(code);
  const participant = given.participant ?? proposedParticipant(code);
  if (type === undefined) throw new UserError('wrongUse', 'usage.typeNeeded', { environment: code });
  if (participant === '') throw new UserError('wrongUse', 'usage.participantNeeded', { environment: code });
  const before = (await directory.environments()).find((one) => caseKey(one.code) === caseKey(code));
  const approval = given.approval ?? before?.approval ?? 'none';
  await directory.addEnvironment(code, { type, participant, name: given.name ?? '', approval }, record);
  return overviewOf(directory, code);
}

export async function setEnvironment(
  context: Context,
  given: string,
  changes: EnvironmentChanges,
  record?: Recording,
  what: SettingAct = 'env.set',
): Promise<EnvironmentAnswer<{ readonly environment: EnvironmentOverview }>> {
  const { directory } = context;
  const code = normaliseText(given);
  const { change, done } = await directory.setEnvironment(code, changes, alone(context), nameless(record));
  if (!done) return planned(context, what, change);
  return { planned: null, environment: await overviewOf(directory, code) };
}

/** Its users stay behind as leftovers; answers how many. */
export async function removeEnvironment(
  context: Context,
  given: string,
  record?: Recording,
): Promise<EnvironmentAnswer<{ readonly leftovers: number; readonly withUpn: number }>> {
  const { directory, now } = context;
  const code = normaliseText(given);
  const { change, done, leftovers, withUpn } = await directory.removeEnvironment(
    code,
    now().toISOString(),
    alone(context),
    nameless(record),
  );
  if (!done) return planned(context, 'env.remove', change);
  return { planned: null, leftovers, withUpn };
}

async function planned(
  context: Context,
  what: SettingAct,
  change: SettingsChange,
): Promise<{ readonly planned: RunAnswer }> {
  const { environment, old, new: wanted } = change;
  const record = nameless(planningOf(context, what, { environment, old: { ...old }, new: { ...wanted } }));
  return { planned: await answerOf(context, await planSettings(context, change, null, record)) };
}

/** A record tells that an environment was named otherwise, and no name. */
function nameless(record: Recording | undefined): Recording {
  const without = (values: AuditValues | null): AuditValues | null =>
    values !== null && 'name' in values ? { ...values, name: '…' } : values;
  return (known) =>
    (record?.(known) ?? []).map((entry) => ({ ...entry, old: without(entry.old), new: without(entry.new) }));
}

async function overviewOf(directory: Context['directory'], code: string): Promise<EnvironmentOverview> {
  const found = (await directory.overview()).find((one) => caseKey(one.code) === caseKey(code));
  if (!found) throw new UserError('wrongUse', 'env.removed', { environment: code });
  return found;
}
