/**
 * A plan while it is written. A chunk is saved while the next one is read and planned: what is on its way
 * to the database is found here.
 */
import type {
  CompletePlan,
  PlanChunk,
  PlanWriter,
  Reach,
  RevisedPart,
  RevisedPlan,
} from '../../application/ports/planStore.js';
import type { Run } from '../../domain/run.js';
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { confusableKey } from '../../domain/userCode.js';
import type { DirectoryNeeds, DirectorySlice, Group, WorkingUser } from '../../domain/workingDirectory.js';
import type { UserFilter } from '../../domain/userFilter.js';
import type { Connection } from '../connection/connection.js';
import { RowsDigest } from '../runs/digest.js';
import { findRun, planOf } from '../runs/runQueries.js';
import { transact } from '../transaction.js';
import { countAbsent, readAbsent } from './absentUsers.js';
import { readHead } from '../audit/auditLog.js';
import { highestUser } from './applyPlan.js';
import { beginPlan, dropPlan } from './beginPlan.js';
import { completePlan } from './completePlan.js';
import { Environments } from './directoryParts.js';
import { readSlice, withPlanned } from './planLoader.js';
import { PlannedKeys } from './plannedKeys.js';
import type { PlannedSoFar } from './plannedSoFar.js';
import { rowRecord } from './planRowRecords.js';
import { replacePart } from './replacePart.js';
import { saveChunk } from './saveChunk.js';

export class PlanInProgress implements PlanWriter, PlannedSoFar {
  readonly keys = new PlannedKeys();
  unsavedUsers: ReadonlyMap<number, WorkingUser> = new Map();
  unsavedGroups: readonly Group[] = [];
  createsGroups = false;
  /** Whether a row was saved that does nothing, and is about somebody all the same. */
  private hasIdleRows = false;
  private readonly environments: Environments;
  private readonly digest = new RowsDigest();
  private readonly ahead = new Map<DirectoryNeeds, Promise<DirectorySlice>>();
  private saving: Promise<void> = Promise.resolve();
  /** The highest number of a user that was handed over to be stored. */
  private stored: number;

  private constructor(
    private readonly connection: Connection,
    readonly plan: number,
    private readonly reach: Reach,
    private readonly asOf: number,
    readonly lastUser: number,
  ) {
    this.environments = new Environments(reach);
    this.stored = lastUser;
  }

  static async begin(connection: Connection, reach: Reach, partOf?: number): Promise<PlanInProgress> {
    const { number: asOf } = await readHead(connection);
    const lastUser = partOf === undefined ? 0 : await highestUser(connection, await planOf(connection, partOf));
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
    const secrets = new Map(chunk.secrets.map(({ row, hash }) => [row, hash]));
    const rows = chunk.rows.map((row) => rowRecord(row, code, secrets.get(row.planned.row)));
    const digests = rows.map(({ digest }) => digest);
    this.digest.add(digests, chunk.removedGroups);
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

  async finish(): Promise<CompletePlan> {
    await this.saving;
    const { plan, asOf, digest } = this;
    return completePlan(this.connection, { plan, asOf, target: this.reach.target, rowsDigest: digest.value });
  }

  async replacePart(before: Pick<Run, 'id' | 'plan' | 'asOf'>, part: RevisedPart, revised: RevisedPlan): Promise<Run> {
    await this.saving;
    const { connection, plan, reach } = this;
    const asOf = Math.min(this.asOf, before.asOf?.audit ?? 0);
    await replacePart(connection, reach, { plan, asOf, before, part, ...revised });
    return findRun(connection, before.id);
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
