/** Whether what was read has the shape of a directory; all that does not fit is told, in texts of our own. */
import type { GivenDirectory } from '../../application/directoryJson.js';
import { DIRECTORY_LISTS, type DirectoryList } from '../../domain/directory.js';
import type { DirectoryFaults, FaultKey } from '../../application/ports/directoryFaults.js';
import type { ErrorParams } from '../../application/userError.js';
import { DIRECTORY_SHAPE, type OwnIssue } from './directoryShape.js';

/**
 * The directory, as far as it fits; the rest is in `faults`. Throws at once where things that others
 * name do not fit: whether those others are right could not be told.
 */
export function checkShape(value: unknown, faults: DirectoryFaults): GivenDirectory {
  const read = DIRECTORY_SHAPE.safeParse(value);
  if (read.success) return read.data;
  const wrongUsers = new Set<number>();
  let onlyUsers = true;
  for (const issue of read.error.issues) {
    tell(issue, value, faults);
    const [list, at] = issue.path;
    if (list === 'users' && typeof at === 'number') wrongUsers.add(at);
    else onlyUsers = false;
  }
  if (!onlyUsers) faults.throwIfAny();
  return withoutUsers(value as GivenDirectory, wrongUsers, faults);
}

function withoutUsers(given: GivenDirectory, wrong: ReadonlySet<number>, faults: DirectoryFaults): GivenDirectory {
  const { users = [] } = given;
  faults.keepUsers([...users.keys()].filter((at) => !wrong.has(at)));
  return { ...given, users: users.filter((_, at) => !wrong.has(at)) };
}

type Issue = NonNullable<ReturnType<typeof DIRECTORY_SHAPE.safeParse>['error']>['issues'][number];

function tell(issue: Issue, value: unknown, faults: DirectoryFaults): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) addAt([...issue.path, key], 'directory.fault.unknownName', {}, faults);
    return;
  }
  const [key, params] = faultOf(issue, value);
  addAt(issue.path, key, params, faults);
}

function faultOf(issue: Issue, value: unknown): readonly [FaultKey, ErrorParams] {
  if (issue.code === 'custom') {
    const { key, ...params } = issue.params as unknown as OwnIssue;
    return [key, params];
  }
  if (issue.path.length === 0) return ['directory.fault.notDirectory', {}];
  if (issue.code === 'invalid_value') return ['directory.fault.notAllowed', { allowed: allowed(issue.values) }];
  if (issue.code === 'invalid_type')
    return isThere(value, issue.path)
      ? ['directory.fault.wrongKind', { expected: issue.expected }]
      : ['directory.fault.missing', {}];
  return ['directory.fault.shape', {}];
}

const allowed = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

function isThere(value: unknown, path: readonly PropertyKey[]): boolean {
  let at = value;
  for (const key of path) at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
  return at !== undefined;
}

function addAt(path: readonly PropertyKey[], key: FaultKey, params: ErrorParams, faults: DirectoryFaults): void {
  const [list, at, ...field] = path;
  if (isList(list) && typeof at === 'number') faults.add(key, list, at, placeOf(field), params);
  else faults.addAt(key, { place: placeOf(path) }, params);
}

const isList = (name: PropertyKey | undefined): name is DirectoryList =>
  (DIRECTORY_LISTS as readonly PropertyKey[]).includes(name ?? '');

/** `access.profit`, `groups[0]` for a path of names and positions. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('');
}
