/** A stand-in with a few users, and a client that is connected to it. */
import { onTestFinished } from 'vitest';
import { createLiveEnvironments } from '../../src/afas/liveEnvironments.js';
import type { CheckedConnection, ConnectionRequest, LiveConnections } from '../../src/application/ports/afas.js';
import type { LiveEnvironments, LiveReading } from '../../src/application/ports/mirror.js';
import type { Environment } from '../../src/domain/directory.js';
import type { ConnectionSettings } from '../../src/domain/connection.js';
import { secretKeeper, secretPath } from '../../src/system/secretFiles.js';
import type { DirectoryNote } from '../support/engineDirectory.js';
import { StandIn } from '../support/afas/standIn.js';
import type { Switches } from '../support/afas/switches.js';

export const CODE = 'T12345AA';

export const FEW: DirectoryNote = {
  environments: { [CODE]: {}, T12345AB: {} },
  persons: { [CODE]: ['100001', '100002'] },
  groups: { [`${CODE} INKOOP`]: 'Inkoop', [`${CODE} HRM`]: 'Personeel', [`${CODE} LEEG`]: 'Niemand' },
  users: {
    [`${CODE} 12345.BKR`]: {
      description: 'Bea',
      email: 'b@x.nl',
      upn: 'b@x.nl',
      person: '100001',
      groups: ['HRM', 'INKOOP'],
    },
    [`${CODE} 12345.CAS`]: { description: 'Cas', access: ['profit', 'inSite', 'connector'], groups: ['HRM'] },
    [`${CODE} 12345.DDE`]: { description: 'Dirk', blocked: true, access: [] },
    [`${CODE} 12345.a,b`]: { description: 'Komma', groups: ['HRM'] },
    [`${CODE} 12345.zzz`]: { description: 'Zoe', siteLanguage: '2057' },
    [`T12345AB 12345.BKR`]: { description: 'Een ander' },
  },
};

export interface Connected {
  readonly standIn: StandIn;
  readonly client: { readonly id: string; readonly secret: string };
  /** Asks for a connection, which is then what is read. */
  readonly connect: (more?: Partial<ConnectionRequest>) => Promise<CheckedConnection>;
  readonly read: (code?: string) => Promise<LiveReading>;
  readonly live: LiveEnvironments & LiveConnections;
}

export async function connected(note: DirectoryNote = FEW, switches?: Switches): Promise<Connected> {
  const standIn = await StandIn.start(note, switches);
  onTestFinished(() => standIn.close());
  const client = standIn.access.addClient(CODE);
  let settings: ConnectionSettings | undefined;
  const live = createLiveEnvironments({
    readSecret: (place) => Promise.resolve('variable' in place ? place.variable : client.secret),
    secretPath,
    keepSecret: secretKeeper(false),
    ca: standIn.ca,
  });
  return {
    standIn,
    client,
    live,
    connect: async (more = {}) => {
      const request = { url: standIn.url, secret: { file: '/secret' }, clientId: client.id, ...more };
      const checked = await live.check(CODE, request);
      settings = checked.settings;
      return checked;
    },
    read: (code = CODE) => live.read({ id: 1, code, ...(settings && { connection: settings }) } as Environment),
  };
}

/** All of a reading, gone through in its order. */
export interface Whole {
  readonly users: readonly unknown[];
  readonly groups: readonly unknown[];
  readonly memberships: readonly string[];
  readonly persons: readonly unknown[] | null;
}

export async function wholeOf({ users, groups, memberships, persons }: LiveReading): Promise<Whole> {
  const all = async <Item>(chunks: AsyncIterable<readonly Item[]>): Promise<Item[]> => {
    const items: Item[] = [];
    for await (const chunk of chunks) items.push(...chunk);
    return items;
  };
  return {
    users: await all(users),
    groups: await all(groups),
    memberships: (await all(memberships)).map(({ user, group }) => `${group} ${user}`),
    persons: persons && (await all(persons)),
  };
}
