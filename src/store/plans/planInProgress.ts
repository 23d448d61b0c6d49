/**
 * A plan while it is written. A chunk is saved while the next one is read and planned: what is on its way
 * to the database is found here.
 */
import type { CompletePlan, PlanChunk, RevisedPart, PlanWriter, Reach } from '../../application/ports/planStore.js';
import type { TalliedRow } from '../../domain/planTally.js';
import type { Run } from '../../domain/run.js';
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { confusableKey } from '../../domain/userCode.js';
import type { DirectoryNeeds, DirectorySlice, Group, WorkingUser } from '../../domain/workingDirectory.js';
import type { UserFilter } from '../../domain/userFilter.js';
import type { Connection } from '../connection/connection.js';
import { RowsDigest } from '../runs/digest.js';
import { transact } from '../transaction.js';
import { countAbsent, readAbsent } from './absentUsers.js';
import { readHead } from '../audit/auditLog.js';
import { highestUser } from './applyPlan.js';
import { keepRows, keepUsers } from './keepPlanned.js';
import { beginPlan, dropPlan } from './beginPlan.js';
import { completePlan } from './completePlan.js';
import { Environments } from './directoryParts.js';
import { readSlice, withPlanned } from './planLoader.js';
import { PlannedKeys } from './plannedKeys.js';
import type { PlannedSoFar } from './plannedSoFar.js';
import { rowRecord, talliedRowOf } from './planRowRecords.js';
import { readStored } from './rowQueries.js';
import { saveChunk } from './saveChunk.js';

export class PlanInProgress implements PlanWriter, PlannedSoFar {
  readonly keys = new PlannedKeys();
  unsavedUsers: ReadonlyMap<number, WorkingUser> = new Map();
  unsavedGroups: readonly Group[] = [];
  createsGroups = false;
  /** Whether a row was saved that does nothing, and is about somebody all the same. */
  private hasIdleRows = false;
  private readonly environments: Environments;
  private digest = new RowsDigest();
  private readonly ahead = new Map<DirectoryNeeds, Promise<DirectorySlice>>();
  private saving: Promise<void> = Promise.resolve();
  /** The highest number of a user that was handed over to be stored. */
  private stored: number;

  private constructor(
    private readonly connection: Connection,
    readonly plan: number,
    private readonly reach: Reach,
    private asOf: number,
    readonly lastUser: number,
  ) {
    this.environments = new Environments(reach);
    this.stored = lastUser;
  }

  static async begin(connection: Connection, reach: Reach, instead?: number): Promise<PlanInProgress> {
    const { number: asOf } = await readHead(connection);
    const lastUser = instead === undefined ? 0 : await highestUser(connection, instead);
    return new PlanInProgress(connection, await beginPlan(connection), reach, asOf, lastUser);
  }

  prefetch(needs: DirectoryNeeds): void {
    const slice = readSlice(this.connection, this.environments, needs);
    this.ahead.set(needs, slice);
    // Thrown by `load`; until then it is nobody's unhandled rejection.
    slice.catch(() => undefined);
  }

  async load(needs: DirectoryNeeds): Promise<DirectorySlice> {
    const slice = await (this.ahead.get(needs) ?? readSlice(this.connection, this.environments, needs));
    this.ahead.delete(needs);
    return withPlanned(this.connection, this, this.environments, needs, slice);
  }

  async save(chunk: PlanChunk): Promise<void> {
    await this.saving;
    const { code } = this.reach.target;
    const rows = chunk.rows.map((row) => rowRecord(row, code));
    this.digest.add(rows, chunk);
    this.hasIdleRows ||= chunk.rows.some(({ planned }) => planned.planUser === null);
    for (const user of chunk.users) this.addKeys(user);
    this.unsavedUsers = new Map(chunk.users.map((user) => [user.planId, user]));
    this.unsavedGroups = chunk.groups;
    this.createsGroups ||= chunk.groups.length > 0;
    const { stored } = this;
    this.stored = chunk.users.reduce((last, user) => Math.max(last, user.planId), stored);
    this.saving = saveChunk(this.connection, this.plan, { ...chunk, rows }, stored);
    // Thrown by the next `save` or by `finish`; until then it is nobody's unhandled rejection.
    this.saving.catch(() => undefined);
  }

  async countAbsent(): Promise<number> {
    await this.saving;
    return countAbsent(this.connection, this.plan, this.environments, this.hasIdleRows);
  }

  async *absentUsers(filter: UserFilter): AsyncGenerator<readonly string[]> {
    await this.saving;
    yield* readAbsent(this.connection, this.plan, this.environments, filter);
  }

  async *keepRows(of: Pick<Run, 'plan' | 'asOf'>, but: RevisedPart): AsyncGenerator<readonly TalliedRow[]> {
    await this.saving;
    const { connection, plan } = this;
    await keepRows(connection, of.plan, plan, but);
    // Read and counted while their users are taken over.
    this.saving = keepUsers(connection, of.plan, plan, but);
    this.saving.catch(() => undefined);
    this.asOf = Math.min(this.asOf, of.asOf?.audit ?? 0);
    this.digest = new RowsDigest();
    for await (const rows of readStored(connection, plan)) {
      this.digest.addStored(rows);
      this.hasIdleRows ||= rows.some(({ planUser }) => planUser === null);
      yield rows.map(talliedRowOf);
    }
  }

  async finish(): Promise<CompletePlan> {
    await this.saving;
    const { plan, asOf, digest } = this;
    return completePlan(this.connection, { plan, asOf, target: this.reach.target, rowsDigest: digest.value });
  }

  async abandon(): Promise<void> {
    await this.saving.catch(() => undefined);
    await transact(this.connection, (inside) => dropPlan(inside.knex, this.plan));
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
