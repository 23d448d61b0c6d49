/** Finds environments by the code that a person gave. */
import { caseKey, normaliseText } from '../domain/sourceRow.js';
import { UserError } from './userError.js';
import type { DirectoryStore } from './ports/directoryStore.js';
import type { Reach } from './ports/planStore.js';

/** The live environment with this code and those that its changes reach; throws `UserError` that names the ones there are. */
export async function reachOf(directory: DirectoryStore, code: string): Promise<Reach> {
  const all = await directory.environments();
  const key = caseKey(normaliseText(code));
  const target = all.find((environment) => caseKey(environment.code) === key);
  const live = all.filter((environment) => !environment.deleted);
  if (target && !target.deleted)
    return { target, environments: live.filter((environment) => environment.type === target.type) };
  const known = live.map((environment) => environment.code).join(', ');
  if (known === '') throw new UserError('wrongUse', 'environment.none', { environment: code });
  throw new UserError('wrongUse', target ? 'environment.removed' : 'environment.unknown', { environment: code, known });
}
