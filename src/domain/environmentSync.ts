/**
 * What follows to the linked users (docs/rules.md, *Sync*). Description, e-mail, UPN, user code and password follow; block state, groups,
 * access and person are the environment's own. Linked users are those with the same code in the other
 * live environments of the same type: a test environment never reaches production.
 */
import type { Draft, Writes } from './draft.js';

/** What a row writes that concerns every environment of the type. */
export interface SyncedWrites {
  readonly code?: string | undefined;
  readonly description?: string | undefined;
  readonly email?: string | undefined;
  readonly upn?: string | undefined;
  readonly password: boolean;
}

/** Whether a row says nothing of what has to be the same in all environments. */
export function syncsNothing({ password, ...values }: SyncedWrites): boolean {
  return !password && Object.values(values).every((value) => value === undefined);
}

/** Writes to a draft what has to be the same in all environments; fields that the row leaves alone stay. */
export function writeSynced(draft: Draft, synced: SyncedWrites): void {
  const writes: Writes = {};
  let any = false;
  for (const field of ['code', 'description', 'email', 'upn'] as const) {
    const value = synced[field];
    if (value === undefined || value === draft.after[field]) continue;
    writes[field] = value;
    any = true;
  }
  if (any) draft.write(writes);
  if (synced.password) draft.password = true;
}
