/**
 * The part of the directory that a chunk of rows needs, as the rows before them left it.
 * Pure memory: the store loads it and takes back what was touched.
 */
import type { Environment } from './directory.js';
import type { CodeKind } from './fields.js';
import { protectionsOf, type Protection, type Protections } from './protection.js';
import { caseKey, upnKey } from './sourceRow.js';
import { completeUserCode, confusableKey } from './userCode.js';
import type { UserState } from './userState.js';

/** A person of an environment of the type. */
export interface Person {
  readonly id: number;
  readonly environmentId: number;
  readonly version: number;
  readonly code: string;
}

/** A group of an environment of the type; `id` is null for one that this plan creates, in the target. */
export interface Group {
  readonly id: number | null;
  readonly environmentId: number;
  readonly version: number;
  readonly code: string;
  readonly description: string;
}

/** A user as the plan sees it: how it is in the directory (`base`) and how the rows so far leave it (`state`). */
export class WorkingUser {
  /** Number within the plan, from 1; 0 while no row relies on the user. */
  planId = 0;
  /** The plan's number of the user in the target environment that this one follows; its own for a target. */
  targetPlanId = 0;
  /** UPN that a created user gets in the second pass (docs/rules.md, *Second pass*). */
  deferredUpn = '';
  /** Row whose password the user gets. */
  passwordRow: number | null = null;
  tokensRevoked = 0;
  /**
   * No row so far uses what follows to linked users: of a target, description, e-mail and UPN do not matter;
   * of a linked user, only whether it is a system user and whether it is blocked.
   */
  ownOnly = false;
  /** The plan takes the user out of the directory; its state is the last that it had. */
  removed = false;
  /** Its tokens in the directory; null where nobody asks for them, or where they are not known. */
  heldTokens: readonly HeldToken[] | null = null;
  /** What the run adds to `uses`, where it undoes another one; null where that follows from the changes. */
  counted: Counted | null = null;

  constructor(
    /** Null for a user that the plan creates, unless it was there before and comes back. */
    readonly id: number | null,
    /** Of one that comes back: what it had when it was removed. */
    readonly version: number,
    readonly environment: Environment,
    /** As the directory has it; null for a user that the plan creates. */
    readonly base: UserState | null,
    public state: UserState,
    public tokens: number,
    /** How many applied runs changed it here, since the one that made it. */
    readonly uses: number,
  ) {}

  get createdHere(): boolean {
    return this.base === null;
  }
}

/** A token that a user has. */
export interface HeldToken {
  readonly application: string;
  readonly device: string;
}

/** What a run adds to the uses of a user: one that it changed itself, or one whose change it undid. */
export type Counted = -1 | 0 | 1;

/** A user that was removed, as it was known then: it comes back as the same one. */
export interface RemovedUser {
  readonly id: number;
  readonly version: number;
  readonly uses: number;
  readonly environment: Environment;
}

/** A UPN that is still held in an environment that was removed. */
export interface LeftoverUpn {
  readonly upnKey: string;
  readonly environment: string;
  readonly user: string;
}

/** What a chunk needs of the directory. */
export interface DirectoryNeeds {
  readonly userKeys: readonly string[];
  /** Codes that may be new, as they are written: which others look like them? */
  readonly codes: readonly string[];
  readonly upnKeys: readonly string[];
  readonly personKeys: readonly string[];
  readonly groupKeys: readonly string[];
  /** Users by their number, together with all that have the same code. */
  readonly userIds?: readonly number[];
  /** Groups, memberships and persons of every environment of the type are needed, not of the target alone. */
  readonly everywhere?: boolean;
}

export interface DirectorySlice {
  readonly users: readonly WorkingUser[];
  readonly leftoverUpns: readonly LeftoverUpn[];
  /** UPNs that users created by this plan wait for: UPN key → user code. */
  readonly deferredUpns: ReadonlyMap<string, string>;
  readonly persons: readonly Person[];
  readonly groups: readonly Group[];
  /** Codes of other users by their confusable key, for every key that was asked for. */
  readonly byConfusableKey: ReadonlyMap<string, readonly string[]>;
  /** Of the codes that were asked for, by their key, those of users that the live environment of the target has no more. */
  readonly goneKeys?: ReadonlySet<string>;
}

export class WorkingDirectory {
  private byCode = new Map<string, WorkingUser[]>();
  private byUpn = new Map<string, WorkingUser[]>();
  private byId = new Map<number, WorkingUser>();
  private deferred = new Map<string, string>();
  private leftovers = new Map<string, LeftoverUpn[]>();
  private persons: Places<Person> = new Map();
  private groups: Places<Group> = new Map();
  private byConfusableKey = new Map<string, string[]>();
  private gone: ReadonlySet<string> | undefined;
  private touchedUsers = new Set<WorkingUser>();
  private touchedGroups = new Map<string, Group>();
  private readonly protections: Protections;

  constructor(
    readonly target: Environment,
    /** The live environments of the target's type, the target among them. */
    readonly environments: readonly Environment[],
    /** The last number that was given to a planned user. */
    private lastPlanId = 0,
  ) {
    this.protections = protectionsOf(environments);
  }

  /** Replaces what was loaded by what the next chunk needs. */
  load(slice: DirectorySlice): void {
    this.byCode = new Map();
    this.byUpn = new Map();
    this.byId = new Map(slice.users.flatMap((user) => (user.id === null ? [] : [[user.id, user] as const])));
    this.deferred = new Map(slice.deferredUpns);
    this.gone = slice.goneKeys;
    this.leftovers = new Map();
    for (const leftover of slice.leftoverUpns) append(this.leftovers, leftover.upnKey, leftover);
    this.persons = placed(slice.persons);
    this.groups = placed(slice.groups);
    this.byConfusableKey = new Map([...slice.byConfusableKey].map(([key, codes]) => [key, [...codes]]));
    this.touchedUsers = new Set();
    this.touchedGroups = new Map();
    for (const user of slice.users) {
      this.place(user);
      append(this.byConfusableKey, confusableKey(user.state.code), user.state.code);
    }
  }

  /** Whether any of the environments protects users. */
  get protectsAnybody(): boolean {
    return this.protections.size > 0;
  }

  /** Whom the environment of a user protects; undefined where it protects nobody. */
  protectionOf({ environment }: WorkingUser): Protection | undefined {
    return this.protections.get(environment.id);
  }

  /** The live environment of the type with this code. */
  environmentCalled(code: string): Environment | undefined {
    return this.environments.find((environment) => environment.code === code);
  }

  /** The user with this code in the target environment. */
  findTarget(codeKey: string): WorkingUser | undefined {
    return this.byCode.get(codeKey)?.find((user) => user.environment.id === this.target.id);
  }

  /** The users with this code in the other live environments of the type (docs/rules.md, *Linked users*). */
  findLinked(codeKey: string): WorkingUser[] {
    return this.byCode.get(codeKey)?.filter((user) => user.environment.id !== this.target.id) ?? [];
  }

  /** The user with this number, if it is in a live environment of the type. */
  findById(id: number): WorkingUser | undefined {
    return this.byId.get(id);
  }

  /** All users with this code, in any live environment of the type. */
  usersWithCode(codeKey: string): readonly WorkingUser[] {
    return this.byCode.get(codeKey) ?? [];
  }

  /** All users with this UPN, in any live environment of the type. */
  usersWithUpn(key: string): readonly WorkingUser[] {
    return this.byUpn.get(key) ?? [];
  }

  /** Whether this is the code of a user that a mirror had, and the live environment has no more. */
  isGone(codeKey: string): boolean {
    return this.gone?.has(codeKey) === true;
  }

  /** Whether a group that is not there is known not to be: a mirror may have only those that somebody is in. */
  get knowsGroups(): boolean {
    return this.target.mirror?.groupsKnown !== false;
  }

  /** Whether a person who is not there is known not to be: a mirror may have only those that users name. */
  get knowsPersons(): boolean {
    return this.target.mirror?.personsKnown !== false;
  }

  /** Whether any live environment of the type has this code. */
  hasCode(codeKey: string): boolean {
    return (this.byCode.get(codeKey)?.length ?? 0) > 0;
  }

  /** A user with another code that has this UPN, or will have it after the second pass. */
  upnHolder(key: string, codeKey: string): { readonly environment: string; readonly user: string } | undefined {
    const holder = this.byUpn.get(key)?.find((user) => caseKey(user.state.code) !== codeKey);
    if (holder) return { environment: holder.environment.code, user: holder.state.code };
    const waiting = this.deferred.get(key);
    return waiting === undefined || caseKey(waiting) === codeKey
      ? undefined
      : { environment: this.target.code, user: waiting };
  }

  leftoversWithUpn(key: string): readonly LeftoverUpn[] {
    return this.leftovers.get(key) ?? [];
  }

  /** A person of the target environment, or of another one where the chunk asked for those. */
  person(code: string, { id: environmentId } = this.target): Person | undefined {
    return this.persons.get(environmentId)?.get(caseKey(code));
  }

  /** A group of the target environment, or of another one where the chunk asked for those. */
  group(code: string, { id: environmentId } = this.target): Group | undefined {
    return this.groups.get(environmentId)?.get(caseKey(code));
  }

  /** Whether a text is the code of a user in any live environment of the type, or of a person or group here. */
  names(kind: CodeKind, text: string): boolean {
    if (kind === 'personCode') return this.person(text) !== undefined;
    if (kind === 'groupCode') return this.group(text) !== undefined;
    return this.hasCode(caseKey(completeUserCode(text, this.target.participant)));
  }

  /** Another code of the type that looks like this one. */
  lookalike(key: string, codeKey: string): string | undefined {
    return this.byConfusableKey.get(key)?.find((code) => caseKey(code) !== codeKey);
  }

  createGroup(code: string, description: string): Group {
    const group: Group = { id: null, environmentId: this.target.id, version: 0, code, description };
    put(this.groups, group);
    this.touchedGroups.set(caseKey(code), group);
    return group;
  }

  /** Adds a user that the plan creates in the target environment, or one that comes back in any. */
  addCreated(state: UserState, confusable: string, before?: RemovedUser): WorkingUser {
    const { id, version, uses } = before ?? NEVER_BEFORE;
    const user = new WorkingUser(id, version, before?.environment ?? this.target, null, state, 0, uses);
    this.place(user);
    append(this.byConfusableKey, confusable, state.code);
    return user;
  }

  /** Takes a user out of the directory: nobody finds it any more, and its code and UPN are free. */
  remove(user: WorkingUser): void {
    this.unplace(user);
    if (user.id !== null) this.byId.delete(user.id);
    user.removed = true;
    this.touchedUsers.add(user);
  }

  /** Gives a user a new state, and keeps what it is found by in step. */
  change(user: WorkingUser, state: UserState, confusable?: string): void {
    const isFoundBySame = user.state.code === state.code && user.state.upn === state.upn;
    if (!isFoundBySame) this.unplace(user);
    user.state = state;
    if (!isFoundBySame) this.place(user);
    if (confusable !== undefined) append(this.byConfusableKey, confusable, state.code);
    if (user.deferredUpn !== '') this.deferred.set(upnKey(user.deferredUpn), state.code);
    this.touchedUsers.add(user);
  }

  /** Sets the UPN that a created user waits for; the one before it is free again. */
  deferUpn(user: WorkingUser, upn: string): void {
    if (user.deferredUpn !== '') this.deferred.delete(upnKey(user.deferredUpn));
    user.deferredUpn = upn;
    if (upn !== '') this.deferred.set(upnKey(upn), user.state.code);
    this.touchedUsers.add(user);
  }

  /** The plan relies on these users as they were read: the target, and those that follow it. */
  trackDependency(target: WorkingUser, linked: readonly WorkingUser[], ownOnly = false): void {
    for (const user of [target, ...linked]) {
      if (user.planId === 0) {
        user.planId = ++this.lastPlanId;
        user.ownOnly = ownOnly;
        this.touchedUsers.add(user);
      } else if (user.ownOnly && !ownOnly) {
        user.ownOnly = false;
        this.touchedUsers.add(user);
      }
      if (user.targetPlanId === 0) user.targetPlanId = target.planId;
    }
  }

  /** Users and groups that rows since `load` rely on or changed, to be stored with the plan. */
  touched(): { readonly users: readonly WorkingUser[]; readonly groups: readonly Group[] } {
    return { users: [...this.touchedUsers], groups: [...this.touchedGroups.values()] };
  }

  get plannedUsers(): number {
    return this.lastPlanId;
  }

  private place(user: WorkingUser): void {
    append(this.byCode, caseKey(user.state.code), user);
    if (user.state.upn !== '') append(this.byUpn, upnKey(user.state.upn), user);
  }

  private unplace(user: WorkingUser): void {
    drop(this.byCode, caseKey(user.state.code), user);
    if (user.state.upn !== '') drop(this.byUpn, upnKey(user.state.upn), user);
  }
}

/** A user that was never there. */
const NEVER_BEFORE = { id: null, version: 0, uses: 0 } as const;

/** Persons or groups by environment and case key. */
type Places<Item> = Map<number, Map<string, Item>>;

function placed<Item extends Person | Group>(items: readonly Item[]): Places<Item> {
  const places: Places<Item> = new Map();
  for (const item of items) put(places, item);
  return places;
}

function put<Item extends Person | Group>(places: Places<Item>, item: Item): void {
  const { environmentId, code } = item;
  const here = places.get(environmentId);
  if (here) here.set(caseKey(code), item);
  else places.set(environmentId, new Map([[caseKey(code), item]]));
}

function drop<T>(index: Map<string, T[]>, key: string, value: T): void {
  const left = index.get(key)?.filter((other) => other !== value) ?? [];
  if (left.length > 0) index.set(key, left);
  else index.delete(key);
}

function append<T>(index: Map<string, T[]>, key: string, value: T): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}
