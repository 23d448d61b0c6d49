/** Live environments that have what a directory has, all of it told, for tests of what a mirror makes of it. */
import { expect } from 'vitest';
import type { LiveEnvironments, LiveReading } from '../../src/application/ports/mirror.js';
import { ACCESS_FIELDS } from '../../src/domain/fields.js';
import { CONNECTION } from './connection.js';
import type { Engine } from './engine.js';
import { readDirectory, type FullDirectory, type UserNote } from './engineDirectory.js';
import { LiveMemory, type LiveUserNote } from './liveMemory.js';

export class LiveDirectory implements LiveEnvironments {
  /** `now` is what there is by then. */
  constructor(public now: FullDirectory) {}

  read({ code }: { readonly code: string }): Promise<LiveReading> {
    const { users, groups, persons } = this.now;
    const ofHere = <Value>(notes: Readonly<Record<string, Value>>): Record<string, Value> =>
      Object.fromEntries(
        Object.entries(notes).flatMap(([key, note]) => {
          const [environment = '', name = ''] = key.split(' ');
          return environment === code ? [[name, note] as const] : [];
        }),
      );
    const live = new LiveMemory(
      Object.fromEntries(Object.entries(ofHere(users)).map(([user, note]) => [user, told(note)])),
    );
    live.groups = ofHere(groups);
    live.persons = Object.fromEntries((persons[code] ?? []).map((person) => [person, `Persoon ${person}`]));
    return live.read();
  }
}

function told({ access, tokens: _, person, ...user }: UserNote): LiveUserNote {
  return {
    ...user,
    person: person ?? '',
    access: Object.fromEntries(ACCESS_FIELDS.map((field) => [field, access.includes(field)])),
  };
}

/** Makes a mirror of every environment that is not removed; of an engine over the directory that there is live. */
export async function connectAll({ store, useCases }: Engine): Promise<void> {
  for (const { code, deleted } of await useCases.environments()) {
    if (deleted) continue;
    await store.directory.setEnvironment(code, { connection: CONNECTION });
    expect((await useCases.pullEnvironment(code)).run, 'the mirror is what there was').toBeNull();
  }
}

/** What there is by now is read, a minute later. */
export async function pullAll(
  { useCases, store, clock }: Engine,
  live: LiveDirectory,
  now: FullDirectory,
): Promise<void> {
  live.now = now;
  clock.now = new Date(clock.now.getTime() + 60_000);
  for (const { code, deleted } of await useCases.environments())
    if (!deleted) await useCases.pullEnvironment(code, { acceptShrunk: true });
  expect((await readDirectory(store.directory)).users).toEqual(now.users);
}
