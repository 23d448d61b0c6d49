/** Finds environments by the code that a person gave. */
import type { Environment } from '../domain/directory.js';
import { caseKey, normaliseText } from '../domain/sourceRow.js';
import { UserError } from './userError.js';
import type { DirectoryStore } from './ports/directoryStore.js';
import type { Reach } from './ports/planStore.js';

/** The live environment with this code and those that its changes reach; throws `UserError` that names the ones there are. */
export async function reachOf(directory: DirectoryStore, code: string): Promise<Reach> {
  const all = await directory.environments();
  const target = withCode(all, code);
  const live = all.filter((environment) => !environment.deleted);
  if (target && !target.deleted)
    return { target, environments: live.filter((environment) => environment.type === target.type) };
  throw unknown(code, live, target ? 'environment.removed' : 'environment.unknown');
}

/** The environment with this code, also one that was removed; throws `UserError` that names the ones there are. */
export async function environmentNamed(directory: DirectoryStore, code: string): Promise<Environment> {
  const all = await directory.environments();
  const found = withCode(all, code);
  if (found) return found;
  throw unknown(code, all, 'environment.unknown');
}

function withCode(environments: readonly Environment[], code: string): Environment | undefined {
  const key = caseKey(normaliseText(code));
  return environments.find((environment) => caseKey(environment.code) === key);
}

function unknown(
  environment: string,
  those: readonly Environment[],
  why: 'environment.removed' | 'environment.unknown',
): UserError {
  const known = those.map(({ code }) => code).join(', ');
  if (known === '') return new UserError('wrongUse', 'environment.none', { environment });
  return new UserError('wrongUse', why, { environment, known });
}
