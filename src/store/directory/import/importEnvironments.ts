/** Environments of an import: new ones are added; of those that stand, name and participant number can change. */
import type { GivenEnvironment } from '../../../application/directoryJson.js';
import type { Counted } from '../../../application/ports/directoryStore.js';
import { proposedParticipant, proposedType, type Environment } from '../../../domain/directory.js';
import { rulesOf } from '../../../domain/environmentRules.js';
import { caseKey, normaliseText } from '../../../domain/sourceRow.js';
import { run, selectOne } from '../../rows.js';
import { addEveryone, listEnvironments } from '../environments.js';
import { Counter, Doubles, type ImportInProgress } from './inProgress.js';

/** Takes in the environments that stand as well, so that the rest of the import finds them. */
export async function importEnvironments(work: ImportInProgress, given: readonly GivenEnvironment[]): Promise<Counted> {
  for (const stored of await listEnvironments(work.connection))
    work.environments.set(caseKey(stored.code), { ...stored, stood: true });
  const counter = new Counter();
  const doubles = new Doubles(work.faults, 'environments');
  for (const [at, environment] of given.entries()) {
    const code = normaliseText(environment.code);
    if (doubles.isDouble(caseKey(code), at, code)) continue;
    const stored = work.environments.get(caseKey(code));
    if (!stored) {
      await create(work, environment, code, at);
      counter.created++;
    } else if (await change(work, stored, environment, at)) counter.changed++;
    else counter.same++;
  }
  return counter;
}

async function create(work: ImportInProgress, given: GivenEnvironment, code: string, at: number): Promise<void> {
  const type = given.type ?? proposedType(code);
  const participant = normaliseText(given.participant ?? proposedParticipant(code));
  if (type === undefined) work.faults.add('directory.fault.typeNeeded', 'environments', at, 'type', { code });
  if (participant === '')
    work.faults.add('directory.fault.participantNeeded', 'environments', at, 'participant', { code });
  const environment = {
    code,
    // With a fault nothing is kept; what is in the environment is judged all the same.
    type: type ?? 'test',
    name: normaliseText(given.name ?? ''),
    participant,
    approval: given.approval ?? 'none',
    deleted: given.deleted ?? false,
  } as const;
  const { knex } = work.connection;
  const added = await selectOne<{ id: number }>(
    knex,
    'insert into environments (code, code_key, type, name, participant, approval, deleted_at) values (?, ?, ?, ?, ?, ?, ?) returning id',
    [
      code,
      caseKey(code),
      environment.type,
      environment.name,
      participant,
      environment.approval,
      environment.deleted ? new Date().toISOString() : null,
    ],
  );
  const id = added?.id ?? 0;
  await addEveryone(knex, id);
  work.environments.set(caseKey(code), { ...environment, id, version: 1, stood: false });
}

/** Whether anything differed. */
async function change(
  work: ImportInProgress,
  stored: Environment,
  given: GivenEnvironment,
  at: number,
): Promise<boolean> {
  refuseOtherWays(work, stored, given, at);
  const name = given.name === undefined ? stored.name : normaliseText(given.name);
  const participant = given.participant === undefined ? stored.participant : normaliseText(given.participant);
  if (participant === '' && stored.participant !== '')
    work.faults.add('directory.fault.participantNeeded', 'environments', at, 'participant', { code: stored.code });
  if (name === stored.name && participant === stored.participant) return false;
  // Plans rely on the participant number; a name makes none of them stale.
  await run(
    work.connection.knex,
    'update environments set name = ?, participant = ?, version = version + ? where id = ?',
    [name, participant, participant === stored.participant ? 0 : 1, stored.id],
  );
  work.environments.set(caseKey(stored.code), { ...stored, name, participant, stood: true });
  return true;
}

/** What an environment is, and what it asks for, has commands of its own, that show what comes of it. */
function refuseOtherWays({ faults }: ImportInProgress, stored: Environment, given: GivenEnvironment, at: number): void {
  const { code } = stored;
  if (given.type !== undefined && given.type !== stored.type)
    faults.add('directory.fault.typeChanges', 'environments', at, 'type', {
      environment: code,
      type: stored.type,
      value: given.type,
    });
  // Whom a filter over user codes finds.
  if (
    rulesOf(stored).protect !== null &&
    given.participant !== undefined &&
    normaliseText(given.participant) !== stored.participant
  )
    faults.add('directory.fault.participantProtects', 'environments', at, 'participant', {
      environment: code,
      value: given.participant,
    });
  if (given.approval !== undefined && given.approval !== stored.approval)
    faults.add('directory.fault.approvalChanges', 'environments', at, 'approval', {
      environment: code,
      value: given.approval,
    });
  if (given.deleted !== undefined && given.deleted !== stored.deleted)
    faults.add(
      given.deleted ? 'directory.fault.removes' : 'directory.fault.bringsBack',
      'environments',
      at,
      'deleted',
      { environment: code },
    );
}
