/** By what one row of a plan can make a difference to another: codes, UPNs and groups, and what codes look like. */
import { EVERYONE } from './directory.js';
import { BEGINNING, hashOf, mixed } from './keyHash.js';
import type { ImportSettings } from './settings.js';
import { caseKey, upnKey } from './sourceRow.js';
import { confusableKey } from './userCode.js';
import type { DirectoryNeeds, DirectorySlice } from './workingDirectory.js';

/** A row sees nothing of what others did but what it needs. `isThere` tells a group that no row can make. */
export function sharedKeys(
  { userKeys, codes, upnKeys, groupKeys }: DirectoryNeeds,
  isThere: (groupKey: string) => boolean,
): readonly string[] {
  return [
    ...userKeys.map(userShared),
    ...codes.map((code) => LOOK + confusableKey(code)),
    ...upnKeys.map(upnShared),
    ...groupKeys.filter((key) => !isThere(key)).map((key) => GROUP + key),
  ];
}

/** Keys of the users that rows find in the directory: whoever changes one of them frees or takes what it has. */
export function keysOfUsers(users: readonly { readonly code: string; readonly upn: string }[]): readonly string[] {
  return users.flatMap(({ code, upn }) => [userShared(caseKey(code)), ...(upn === '' ? [] : [upnShared(upnKey(upn))])]);
}

/** Groups that are in the directory, and the one that everybody is in: no row makes one of them. */
export function groupsThere({ groups }: Pick<DirectorySlice, 'groups'>): ReadonlySet<string> {
  return new Set([caseKey(EVERYONE), ...groups.map(({ code }) => caseKey(code))]);
}

/** The keys of the groups among these. */
export function groupsAmong(shared: Iterable<string>): readonly string[] {
  return [...shared].flatMap((key) => (key.startsWith(GROUP) ? [key.slice(GROUP.length)] : []));
}

/** What the keys of each kind begin with. */
const USER = 'user ';
const LOOK = 'look ';
const UPN = 'upn ';
const GROUP = 'group ';
const userShared = (key: string): string => USER + key;
const upnShared = (key: string): string => UPN + key;

/**
 * Whether what such rows have in common is kept with a plan of them, so that it can be worked out anew in part: not where absent
 * users follow from all rows, or rows have passwords, whose hashes are not kept with them.
 */
export function keepsKeys({ act, absent, mapping }: ImportSettings): boolean {
  return !act && !absent && !mapping.password;
}

/** The keys of a row as they are kept with it: four bytes each. A group that it names is among them, whether it is there or not. */
export function hashesOf({ userKeys, codes, upnKeys, groupKeys }: DirectoryNeeds): readonly number[] {
  const hashes: number[] = [];
  for (const key of userKeys) hashes.push(hashOf(key, AS_USER));
  for (const code of codes) hashes.push(hashOf(confusableKey(code), AS_LOOK));
  for (const key of upnKeys) hashes.push(hashOf(key, AS_UPN));
  for (const key of groupKeys) hashes.push(hashOf(key, AS_GROUP));
  return hashes;
}

/**
 * The keys of many rows, by their hashes. One can be shared by several keys: what is found may have one of them, and what
 * is not found has none.
 */
export class KeysOfRows {
  private readonly rows: number[] = [];
  /** Where the keys of each row end. */
  private readonly ends: number[] = [];
  private hashes = new Int32Array(1 << 12);
  private used = 0;

  add(row: number, hashes: readonly number[]): void {
    if (this.used + hashes.length > this.hashes.length) {
      const grown = new Int32Array(Math.max(this.hashes.length * 2, this.used + hashes.length));
      grown.set(this.hashes);
      this.hashes = grown;
    }
    for (const hash of hashes) this.hashes[this.used++] = hash;
    this.rows.push(row);
    this.ends.push(this.used);
  }

  /** Rows that may have one of these keys. */
  having(keys: Iterable<string>): readonly number[] {
    const wanted = new Set<number>();
    for (const key of keys) wanted.add(hashOf(key, BEGINNING));
    const found: number[] = [];
    for (let at = 0, from = 0; at < this.rows.length; at++) {
      const to = this.ends[at] ?? 0;
      let has = false;
      for (; from < to; from++) has ||= wanted.has(this.hashes[from] ?? 0);
      if (has) found.push(this.rows[at] ?? 0);
    }
    return found;
  }
}

/** What a key of each kind is hashed from: its text behind what such keys begin with. */
const AS_USER = mixed(USER, BEGINNING);
const AS_LOOK = mixed(LOOK, BEGINNING);
const AS_UPN = mixed(UPN, BEGINNING);
const AS_GROUP = mixed(GROUP, BEGINNING);
