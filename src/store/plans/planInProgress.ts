/**
 * A plan while it is written. A chunk is saved while the next one is read and planned: what is on its way
 * to the database is found here.
 */
import type { PlanChunk } from '../../application/ports/planStore.js';
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { confusableKey } from '../../domain/userCode.js';
import type { DirectoryNeeds, DirectorySlice, Group, WorkingUser } from '../../domain/workingDirectory.js';
import type { Connection } from '../connection/connection.js';
import type { Environments } from './directoryParts.js';
import { withPlanned } from './planLoader.js';
import { PlannedKeys } from './plannedKeys.js';
import type { PlannedSoFar } from './plannedSoFar.js';
import { savePlanChunk } from './planWriter.js';
import { RowsDigest } from '../runs/digest.js';

export class PlanInProgress implements PlannedSoFar {
  readonly keys = new PlannedKeys();
  unsavedUsers: ReadonlyMap<number, WorkingUser> = new Map();
  unsavedGroups: readonly Group[] = [];
  createsGroups = false;
  readonly digest = new RowsDigest();
  private saving: Promise<void> = Promise.resolve();
  /** The highest number of a user that was handed over to be stored. */
  private stored = 0;

  constructor(
    private readonly connection: Connection,
    readonly plan: number,
  ) {}

  asPlanned(environments: Environments, needs: DirectoryNeeds, slice: DirectorySlice): Promise<DirectorySlice> {
    return withPlanned(this.connection, this, environments, needs, slice);
  }

  /** Starts saving a chunk, once the one before it is saved; throws what went wrong with that one. */
  async save(chunk: PlanChunk): Promise<void> {
    await this.saving;
    this.digest.add(chunk);
    for (const user of chunk.users) this.addKeys(user);
    this.unsavedUsers = new Map(chunk.users.map((user) => [user.planId, user]));
    this.unsavedGroups = chunk.groups;
    this.createsGroups ||= chunk.groups.length > 0;
    const { stored } = this;
    this.stored = chunk.users.reduce((last, user) => Math.max(last, user.planId), stored);
    this.saving = savePlanChunk(this.connection, this.plan, chunk, stored);
    // Told by the next `save` or by `saved`; until then it is nobody's unhandled rejection.
    this.saving.catch(() => undefined);
  }

  /** Waits until everything is in the database; throws what went wrong. */
  saved(): Promise<void> {
    return this.saving;
  }

  /** A user is found by its code and UPN, as they were and as they are. */
  private addKeys({ planId, base, state, deferredUpn }: WorkingUser): void {
    const { keys } = this;
    keys.add('code', caseKey(state.code), planId);
    if (base !== null && base.code !== state.code) keys.add('code', caseKey(base.code), planId);
    if (base?.code !== state.code) keys.add('look', confusableKey(state.code), planId);
    if (state.upn !== '') keys.add('upn', upnKey(state.upn), planId);
    if (base !== null && base.upn !== '' && base.upn !== state.upn) keys.add('upn', upnKey(base.upn), planId);
    if (deferredUpn !== '') keys.add('deferredUpn', upnKey(deferredUpn), planId);
  }
}
