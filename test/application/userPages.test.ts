/** Lists of users: every page, from either end, is a part of the whole list. */
import { expect, onTestFinished, test } from 'vitest';
import { parseFilter } from '../../src/domain/filter/parseFilter.js';
import { NO_FILTER, type UserFilter } from '../../src/domain/userFilter.js';
import type { PagePlace, UserOrder, UserQuery } from '../../src/application/userUseCases.js';
import { CONNECTION } from '../support/connection.js';
import { directoryOf } from '../support/engineDirectory.js';
import { freshEngine, manyUsers } from '../support/engineTest.js';
import { openEngine, type Engine } from '../support/engine.js';
import { madeFiles } from '../support/engineRows.js';
import { LiveMemory } from '../support/liveMemory.js';

const filterOf = (text: string): UserFilter => {
  const read = parseFilter(text);
  if ('fault' in read) throw new Error(read.fault.term);
  return read.filter;
};

async function codes({ useCases }: Engine, query: UserQuery): Promise<string[]> {
  const found: string[] = [];
  for await (const users of useCases.users(query))
    found.push(...users.map(({ environment, user }) => `${environment} ${user}`));
  return found;
}

async function paged(
  { useCases }: Engine,
  query: UserQuery,
  order: UserOrder,
  from: 'first' | 'last',
): Promise<readonly string[]> {
  const found: string[][] = [];
  for (let place: PagePlace = { from }; ;) {
    const { accounts } = await useCases.userPage(query, order, place, 3);
    const page = accounts.map(({ code }) => code);
    found.push(page);
    const [edge] = from === 'first' ? accounts.slice(-1) : accounts;
    if (!edge || accounts.length < 3) return (from === 'first' ? found : found.reverse()).flat();
    place = from === 'first' ? { after: edge.place } : { before: edge.place };
  }
}

async function expectPages(engine: Engine, query: UserQuery, order: UserOrder): Promise<void> {
  const downwards = await paged(engine, query, order, 'first');
  expect(new Set(downwards).size).toBe(downwards.length);
  expect(await paged(engine, query, order, 'last')).toEqual(downwards);
  expect(await engine.useCases.countUsers(query)).toBe(downwards.length);
  const users = (await codes(engine, query)).map((user) => user.split(' ')[1]?.toLowerCase());
  expect(downwards.map((code) => code.toLowerCase()).sort()).toEqual([...new Set(users)].sort());
}

const ORDERS = ['user', 'description', 'email'] as const;

test.each(ORDERS)('pages by %s are the list, from either end', async (order) => {
  const engine = await freshEngine({ users: { ...manyUsers(10), ...manyUsers(7, 'T12345AB') } });
  for (const query of [
    { filter: NO_FILTER },
    { filter: filterOf('-blocked:yes') },
    { environment: 't12345ab', filter: NO_FILTER },
  ])
    await expectPages(engine, query, order);
});

test('who is gone stands among the others, wherever else the code is', async () => {
  const users = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [`12345.M00${at}`, { description: at % 2 === 0 ? `É${9 - at}` : 'zelfde' }]),
  );
  const live = new LiveMemory(users);
  const engine = await openEngine({
    directory: directoryOf({
      environments: { T12345AA: {}, T12345AB: {} },
      users: { 'T12345AB 12345.M001': { description: 'hier' }, 'T12345AB 12345.M004': { blocked: true } },
    }),
    files: madeFiles(),
    live,
  });
  onTestFinished(() => engine.close());
  await engine.store.directory.setEnvironment('T12345AA', { connection: CONNECTION });
  await engine.useCases.pullEnvironment('T12345AA');
  for (const at of [0, 1, 4, 7, 8]) delete live.users[`12345.M00${at}`];
  await engine.useCases.pullEnvironment('T12345AA', { acceptShrunk: true });
  const gone = await codes(engine, { filter: filterOf('gone:ja') });
  expect(gone).toEqual([0, 1, 4, 7, 8].map((at) => `T12345AA 12345.M00${at}`));
  expect(await codes(engine, { filter: filterOf('é9 -gone:nee') })).toEqual(['T12345AA 12345.M000']);
  for (const order of ORDERS)
    for (const filter of ['gone:ja', 'gone:nee', 'zelfde', 'é', '-blocked:ja', 'blocked:ja gone:nee', null])
      for (const environment of ['T12345AA', 'T12345AB', undefined])
        await expectPages(
          engine,
          { filter: filter === null ? NO_FILTER : filterOf(filter), ...(environment && { environment }) },
          order,
        );
});

test('an account is shown whole, whichever of its users is found; in the environment that is asked for, alone', async () => {
  const { useCases } = await freshEngine({ users: { 'T12345AB 12345.BBA': { blocked: true } } });
  const environments = async (query: UserQuery): Promise<unknown> =>
    (await useCases.userPage(query, 'user', { from: 'first' }, 1)).accounts.map(({ users }) =>
      users.map(({ environment }) => environment),
    );
  const all = (await useCases.userAccounts('bba')).flatMap(({ users }) => users.map(({ environment }) => environment));
  expect(all.length).toBeGreaterThan(1);
  expect(await environments({ filter: filterOf('user:bba blocked:ja') })).toEqual([all]);
  expect(await environments({ filter: filterOf('user:bba'), environment: 'T12345AB' })).toEqual([['T12345AB']]);
});
