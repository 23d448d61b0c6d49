/**
 * Everything that is proven of the engine on SQLite, proven on PostgreSQL: the same tests, for which
 * `openStore` opens a new database on a server instead of a file.
 */
import { afterAll, vi } from 'vitest';
import type { Access } from '../../../src/application/ports/databaseAccess.js';
import type { openStore } from '../../../src/store/openStore.js';
import type { PostgresServer } from '../../support/postgres.js';

const server = vi.hoisted(() => ({ current: undefined as PostgresServer | undefined }));

vi.mock('../../../src/store/openStore.js', async (importOriginal) => {
  const original = await importOriginal<{ openStore: typeof openStore }>();
  const { PostgresServer: Server } = await import('../../support/postgres.js');
  server.current ??= await Server.start();
  const { current } = server;
  const files = new Map<string, string>();
  return {
    openStore: async (path: string, ...more: [Access?, AbortSignal?, (() => Date)?]) => {
      const url = (path === ':memory:' ? undefined : files.get(path)) ?? (await current.createEmpty());
      files.set(path, url);
      return original.openStore(url, ...more);
    },
  };
});

await import('../../scenarios/scenarios.test.js');
await import('../../application/userFilter.test.js');
await import('../../application/userPages.test.js');
await import('../../application/userHistory.test.js');
await import('../../application/editions.test.js');
await import('../../application/kinds.test.js');
await import('../../application/rowOrder.test.js');
await import('../../application/sets.test.js');
await import('../../commands/exits.test.js');

afterAll(() => server.current?.remove());
