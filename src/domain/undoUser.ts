/** What a run did to one user in one environment is put back. */
import { withAccess } from './directory.js';
import { Draft, type Writes } from './draft.js';
import { isAccessField } from './fields.js';
import { message, type Message } from './messages.js';
import type { ChangedValue, FieldChange } from './plannedRow.js';
import { caseKey } from './sourceRow.js';
import { isInUse, useOf } from './planRemoval.js';
import { NO_GROUPS, NOBODY, valueOf, type StateField } from './userState.js';
import type { Counted, WorkingDirectory, WorkingUser } from './workingDirectory.js';

/** What a run did to one user in one environment, net. */
export interface UserToUndo {
  readonly userId: number | null;
  readonly environment: string;
  readonly created: boolean;
  /** The run took the user out of the directory; `fields` has all that it had. */
  readonly removed: boolean;
  /** Of a user that was removed: what it had, and gets again. */
  readonly version: number;
  readonly uses: number;
  /** What the run added to the uses of the user; its undo takes that away. */
  readonly counted: Counted;
  readonly fields: readonly FieldChange[];
  readonly groupsAdded: readonly string[];
  readonly groupsRemoved: readonly string[];
  readonly tokensRevoked: number;
}

/** What is true of the whole run that is undone. */
export interface UndoContext {
  readonly directory: WorkingDirectory;
  /** Whether a user gives up the code or UPN that it has now, because its own undo succeeds. */
  readonly moves: (user: WorkingUser) => boolean;
  /** Case keys of groups that the run created: they go when nobody else is in them. */
  readonly createdGroups: ReadonlySet<string>;
  /** Groups that the run removed, which come back: case key → description. */
  readonly removedGroups: ReadonlyMap<string, string>;
  /** The second pass of the run, where its UPNs still stand. */
  readonly secondPass: number | null;
  /** System users were reached by the run, so they are by its undo. */
  readonly reachesSystem: boolean;
}

/** The user as it was before the run, and what does not go back. */
export interface UndoneUser {
  readonly draft: Draft;
  readonly messages: readonly Message[];
}

export function undoUser(undo: UserToUndo, user: WorkingUser, context: UndoContext): UndoneUser {
  const draft = Draft.of(user);
  const messages: Message[] = [];
  for (const [field, from, to, unknown] of undo.fields) {
    if (field === 'password' || field === 'group') continue;
    if (unknown !== undefined) {
      messages.push(neverKnown(field, undo.environment));
      continue;
    }
    const now = valueOf(user.state, field);
    // A mirror knows users by their codes: under the code of before may be somebody else by now.
    const isOther = field === 'user' && from !== null && isInMirror(user);
    if (now === from && !isOther) continue;
    const writes = writesOf(draft, field, from, context);
    if (now !== to) messages.push(changedSince(field, undo.environment, now));
    else if (writes) draft.write(writes);
    else messages.push(gone(draft, 'person', from));
  }
  if (undo.created) messages.push(...takeBack(draft, user, undo, context));
  else messages.push(...putBackGroups(draft, undo, context));
  return { draft, messages };
}

/** A user that the run created goes; one that was used since is blocked and leaves its groups, and stays. */
function takeBack(draft: Draft, user: WorkingUser, undo: UserToUndo, context: UndoContext): readonly Message[] {
  const { state, environment } = user;
  const leaving = groupsThatGo([...state.groups.values()], context);
  const inMirror = isInMirror(user);
  if (!inMirror && !isInUse(user, undo.uses)) {
    draft.removed = true;
    return [message('USER_REMOVED', 'user', { user: state.code, environments: environment.code }), ...leaving];
  }
  draft.write({ blocked: true, groups: NO_GROUPS });
  const upn = context.secondPass !== null && state.upn !== '' ? [upnStays(undo, user, context.secondPass)] : [];
  const use = useOf(user);
  const stays = inMirror ? { ...use, params: { ...use.params, live: 1 } } : use;
  return [{ ...stays, level: 'warning' }, ...upn, ...leaving];
}

function isInMirror({ environment: { mirror, connection } }: WorkingUser): boolean {
  return mirror !== undefined || connection !== undefined;
}

/** What it was before was not known, so that nothing can be put back. */
function neverKnown(field: StateField, environments: string): Message {
  return message('UNDO_INCOMPLETE', fieldOfMessage(field), { what: 'unknown', environments, count: 1 });
}

function fieldOfMessage(field: StateField): Message['field'] {
  return field === 'blocked' || field === 'system' ? null : field;
}

function changedSince(field: StateField, environment: string, now: ChangedValue): Message {
  return message('UNDO_CONFLICT', fieldOfMessage(field), {
    environment,
    reason: 'changed',
    now: now === null ? '' : String(now),
  });
}

/** A person or group that the user had is not there any more. */
function gone({ environment }: Draft, what: 'person' | 'group', code: FieldChange[1]): Message {
  return message('UNDO_CONFLICT', what, { environment, reason: what, now: String(code) });
}

/** What gives the user this value of a field; undefined for a person who is gone. */
function writesOf(
  { after, environment }: Draft,
  field: StateField,
  value: ChangedValue,
  { directory }: UndoContext,
): Writes | undefined {
  if (field === 'user') return { code: String(value) };
  if (isAccessField(field)) return { access: withAccess(after.access, field, value === true) };
  if (field !== 'person') return { [field]: value };
  if (value === null) return { personId: null, person: null };
  const person = directory.person(String(value), directory.environmentCalled(environment));
  return person && { personId: person.id, person: person.code };
}

/** A user that the run created got its UPN of the second pass, which is a run of its own. */
function upnStays({ environment }: UserToUndo, { state }: WorkingUser, run: number): Message {
  return message('UNDO_INCOMPLETE', 'upn', { what: 'upn', environments: environment, upn: state.upn, run, count: 1 });
}

/** A group that the run created goes with its last user. */
function groupsThatGo(groups: readonly string[], { createdGroups }: UndoContext): readonly Message[] {
  const going = groups.filter((group) => createdGroups.has(caseKey(group)));
  return going.map((group) => message('UNDO_GROUP', 'group', { group }));
}

/** A user that the run took away, as it was, with the number that it had: what was known of it still is. */
export function makeAgain(undo: UserToUndo, id: number, context: UndoContext): UndoneUser | undefined {
  const { directory } = context;
  const environment = directory.environmentCalled(undo.environment);
  if (!environment) return undefined;
  const draft = new Draft(null, environment.code, null, NOBODY);
  draft.comesBack = { id, version: undo.version, uses: undo.uses, environment };
  const messages: Message[] = [];
  for (const [field, from] of undo.fields) {
    if (field === 'password' || field === 'group' || from === null) continue;
    const writes = writesOf(draft, field, from, context);
    if (writes) draft.write(writes);
    else messages.push(gone(draft, 'person', from));
  }
  return { draft, messages: [...messages, ...putBackGroups(draft, undo, context)] };
}

function putBackGroups(draft: Draft, undo: UserToUndo, context: UndoContext): readonly Message[] {
  const { directory, removedGroups } = context;
  const { groupsAdded, groupsRemoved } = undo;
  const environment = directory.environmentCalled(draft.environment);
  const comesBack = (key: string): boolean => environment === directory.target && removedGroups.has(key);
  if (groupsAdded.length + groupsRemoved.length === 0) return [];
  const groups = new Map(draft.after.groups);
  for (const code of groupsAdded) groups.delete(caseKey(code));
  const messages = [...groupsThatGo(groupsAdded, context)];
  for (const code of groupsRemoved) {
    if (directory.group(code, environment) || comesBack(caseKey(code))) groups.set(caseKey(code), code);
    else messages.push(gone(draft, 'group', code));
  }
  draft.write({ groups });
  return messages;
}
