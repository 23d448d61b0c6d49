/** Live environments that have what a directory has, all of it told, for tests of what a mirror makes of it. */
import type { LiveEnvironments, LiveReading, PulledUser } from '../../src/application/ports/mirror.js';
import { ACCESS_FIELDS } from '../../src/domain/fields.js';
import type { FullDirectory, UserNote } from './engineDirectory.js';

export class LiveDirectory implements LiveEnvironments {
  /** `now` is what there is by then. */
  constructor(public now: FullDirectory) {}

  read({ code }: { readonly code: string }): Promise<LiveReading> {
    const ofHere = <Value>(notes: Readonly<Record<string, Value>>): (readonly [string, Value])[] =>
      Object.entries(notes).flatMap(([key, note]) => {
        const [environment = '', name = ''] = key.split(' ');
        return environment === code ? [[name, note] as const] : [];
      });
    const users = ofHere(this.now.users);
    return Promise.resolve({
      users: chunk(users.map(([user, note]) => pulled(user, note))),
      groups: chunk(ofHere(this.now.groups).map(([group, description]) => ({ group, description }))),
      groupsComplete: true,
      memberships: chunk(users.flatMap(([user, { groups }]) => groups.map((group) => ({ user, group })))),
      persons: chunk((this.now.persons[code] ?? []).map((person) => ({ person, name: `Persoon ${person}` }))),
    });
  }
}

function pulled(
  user: string,
  { access, description, email, upn, person, blocked, system, siteLanguage }: UserNote,
): PulledUser {
  return {
    user,
    description,
    email,
    upn,
    person: person ?? '',
    blocked,
    system,
    access: Object.fromEntries(ACCESS_FIELDS.map((field) => [field, access.includes(field)])),
    siteLanguage,
  };
}

async function* chunk<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  yield await Promise.resolve(items);
}
