/** A live environment in memory, for tests of what a mirror makes of it. */
import type { LiveEnvironments, LiveReading, PulledUser } from '../../src/application/ports/mirror.js';

/** A user as it is written down: what is not is as `USUAL` says. */
export type LiveUserNote = Partial<Omit<PulledUser, 'user'>> & { readonly groups?: readonly string[] };

/** What the standard connectors of AFAS give, and what they do not. */
const USUAL: Omit<PulledUser, 'user'> = {
  description: '',
  email: '',
  upn: '',
  person: '',
  blocked: false,
  system: null,
  access: { inSite: true, outSite: false, connector: false },
  siteLanguage: null,
};

export class LiveMemory implements LiveEnvironments {
  users: Record<string, LiveUserNote> = {};
  /** Code → description; where it is told, it is told whole. */
  groups: Record<string, string> | undefined;
  /** Code → name; absent where none are told. */
  persons: Record<string, string> | undefined;

  constructor(users: Record<string, LiveUserNote> = {}) {
    this.users = users;
  }

  read(): Promise<LiveReading> {
    const { users, groups, persons } = this;
    return Promise.resolve({
      users: chunks(
        Object.entries(users).map(([user, { groups: _, ...note }]): PulledUser => ({ ...USUAL, ...note, user })),
      ),
      groups: chunks(Object.entries(groups ?? {}).map(([group, description]) => ({ group, description }))),
      groupsComplete: groups !== undefined,
      memberships: chunks(
        Object.entries(users).flatMap(([user, note]) => (note.groups ?? []).map((group) => ({ user, group }))),
      ),
      persons: persons ? chunks(Object.entries(persons).map(([person, name]) => ({ person, name }))) : null,
    });
  }
}

async function* chunks<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let at = 0; at < items.length; at += 2) yield await Promise.resolve(items.slice(at, at + 2));
}
